"""Time zones: the name of this machine's, and a zone by its name."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def local_zone() -> str:
    """Return the name of this machine's time zone, such as Europe/Berlin, "" where it has none."""
    import tzlocal  # 6 ms: only a calendar or a session needs the zone's name

    try:
        name = tzlocal.get_localzone_name() or ""
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    return name if _agrees(name) else ""


def _agrees(name: str) -> bool:
    """Tell whether a zone shows what this process's clock shows, in winter and in summer.

    A zone of the POSIX form (`TZ=EST5EDT`) has no name that is listed, and the machine's own would be another one.
    """
    zone = zone_named(name)
    if zone is None:
        return False
    year = datetime.date.today().year
    moments = (datetime.datetime(year, month, 1, 12) for month in (1, 4, 7, 10))
    return all(moment.astimezone().utcoffset() == moment.replace(tzinfo=zone).utcoffset() for moment in moments)


def zone_named(name: str) -> ZoneInfo | None:
    """Return the zone of this name, None where the machine knows none."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
