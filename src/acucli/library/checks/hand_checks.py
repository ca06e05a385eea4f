"""Whether two hands can do what a point asks of them (code P022)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from acucli.library.problems import Problem
from acucli.library.source import Sources
from acucli.model.points import Point

_ONE_SIDE = re.compile(r"\bone side (?:at a time|after the other)\b|\bone leg after the other\b")
_SUPPORT = re.compile(r"\b(?:other|free|opposite|second) hand\b|\belbow of the (?:pressing|reaching)\b")
_EACH = re.compile(r"\beach hand\b")
_LYING_ON_A_SIDE = re.compile(
    r"\blying (?:\w+ )?on (?:one|the other|your) side\b|\blying with one side up\b|\bone side only\b"
    r"|\b(?:across|on) the other knee\b|\ba little to the other side\b"
)
_OPPOSITE = re.compile(r"\bopposite (?:hand|shoulder)\b")
_FINGER_PAD = re.compile(r"\bfinger pads?\b|\bpad of the finger\b")
_PRESSING = {
    "thumb": re.compile(r"^(?:the )?thumb\b|\bthumb (?:or|and)\b|\b(?:or|and) (?:the )?thumb\b"),
    "index": re.compile(r"^(?:the )?index finger\b"),
    "middle": re.compile(r"^(?:the )?middle finger\b"),
    "index-and-middle": re.compile(r"^(?:the )?(?:index|middle) finger\b"),
    "fingertip": re.compile(r"^(?:the )?index finger\b(?! on the front of the inner ridge)"),
}
"""By the part that presses: a counter that asks the same part to hold on the other side."""


class _HandFault(NamedTuple):
    """One thing that cannot be done: the field that asks it, why not, and the mend."""

    field: tuple[str, ...]
    reason: str
    fix: str


def check(sources: Sources) -> Iterator[Problem]:
    """Yield points that ask more of two hands than they can do."""
    for item in sources.all("points"):
        for fault in _faults(item.record):
            yield item.problem("P022", fault.reason, fault.fix, *fault.field)


def _faults(point: Point) -> Iterator[_HandFault]:
    press = point.press
    if press is None:
        return
    pressing = _PRESSING.get(press.digit)
    if pressing is not None and pressing.search(press.counter):
        reason = f"the {press.digit} presses and cannot hold against it"
        yield _HandFault(("press", "counter"), reason, "name another finger")
    if press.digit == "thumb" and _FINGER_PAD.search(press.direction):
        yield _HandFault(("press", "direction"), "a thumb has no finger pad", "write `pad`, or another digit")
    if press.hand == "same" and _OPPOSITE.search(point.position):
        yield _HandFault(("press", "hand"), "the position speaks of the opposite hand", "write hand: opposite")
    if point.both_at_once == "yes":
        yield from _busy_hands(point, press.counter)


def _busy_hands(point: Point, counter: str) -> Iterator[_HandFault]:
    """Yield what a hand that presses its own side cannot do beside it."""
    for field, text in ((("position",), point.position), (("press", "counter"), counter)):
        if _ONE_SIDE.search(text):
            continue
        if _SUPPORT.search(text) and not _EACH.search(text):
            reason = "both hands press, and none is free to support"
            yield _HandFault(field, reason, "leave the support out, or write both_at_once: no")
        if _LYING_ON_A_SIDE.search(text):
            reason = "both sides cannot be reached in this position"
            yield _HandFault(field, reason, "add `one side at a time`, or write both_at_once: no")
