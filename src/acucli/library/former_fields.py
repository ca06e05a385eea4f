"""Fields of earlier versions: what a pack of 0.1 says with a field that is gone is said with those of today."""

from __future__ import annotations

from typing import Any, NamedTuple

from acucli.library.time_spans import counts_sessions, spans_in_days

_LEAST_DAYS = 28
_STOP = "Stop if it gets worse, or if nothing has changed after {} days."
_SEE = {"days": 28, "say": "At once if it gets worse; after 28 days without change in any case."}


class Renewed(NamedTuple):
    """A record as today's model takes it, and what must be said about it."""

    value: Any
    note: str = ""


def renewed(shelf: str, value: Any) -> Renewed:
    """Return a record of a pack with the fields of today.

    The `stop_rule` of a condition stays as its own words, unless it counts sessions, beside the two rules of time that
    it lacks: pressing stops after four weeks, or as late as its own frequency allows.
    """
    if shelf != "conditions" or not isinstance(value, dict) or not value.get("stop_rule"):
        return Renewed(value)
    offered = value.get("session") != "information"
    days = max(_LEAST_DAYS, *spans_in_days(str(value.get("frequency", ""))), 0)
    made: dict[str, Any] = {"see_somebody": _SEE}
    if offered:
        made["stop_pressing"] = {"days": days, "say": _STOP.format(days)}
    missing = [name for name in made if name not in value]
    if not missing:
        return Renewed(value)
    note = f"{value.get('slug', 'a condition')}: `stop_rule` is read as {' and '.join(missing)}; write these instead"
    own = "" if counts_sessions(str(value["stop_rule"])) else value["stop_rule"]
    return Renewed({**made, **value, "stop_rule": own}, note)
