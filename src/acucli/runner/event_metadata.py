"""What the loop adds to an event: session, number, time, zone, process."""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, datetime

from acucli.host.environment import Environment
from acucli.host.zones import local_zone
from acucli.model.practice import Event, stamped


class EventStamper:
    """Stamps the events of one session in order; `count` is the number of the last."""

    def __init__(self, environment: Environment, sid: str = "") -> None:
        self._environment = environment
        self.sid = sid or os.urandom(8).hex()
        self.count = 0
        self.left = 0.0

    def stamp(self, event: Event) -> Event:
        """Return the event with its stamps; the first also names process, machine and zone."""
        self.count += 1
        self.left = event.left
        clock = self._environment.clock
        wall = clock.now().timestamp()
        at = datetime.fromtimestamp(wall, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        stamps: dict[str, object] = {
            "sid": self.sid,
            "seq": self.count,
            "at": at,
            "offset_minutes": _offset_minutes(wall),
            "mono": round(clock.mono(), 3),
            "credited": round(event.credited, 3),
            "left": round(event.left, 3),
            "seconds": round(event.seconds, 3),
        }
        if event.kind == "start":
            stamps |= {"pid": os.getpid(), "host": _host(), "zone": _zone()}
        return stamped(event, **stamps)


def _offset_minutes(wall: float) -> int:
    offset = datetime.fromtimestamp(wall).astimezone().utcoffset()
    return int(offset.total_seconds() // 60) if offset is not None else 0


def _host() -> str:
    with contextlib.suppress(AttributeError, OSError):
        return os.uname().nodename
    return os.environ.get("COMPUTERNAME", "")


def _zone() -> str:
    """Return the zone's name, empty where the machine does not tell one."""
    with contextlib.suppress(Exception):
        return local_zone()
    return ""
