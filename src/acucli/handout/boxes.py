"""The boxes of words below the places, in their order: on the page, in Markdown, and where their room is reckoned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from acucli.model.handout_sheet import Handout, HandoutSign


class BoxLine(NamedTuple):
    """A line of a box, with the number of the place that it speaks of; 0 for all of them."""

    text: str
    place: int = 0


class Box(NamedTuple):
    """A box with its heading: `name` tells the page how it looks; one that is not `framed` is plain."""

    name: str
    label: str
    lines: tuple[BoxLine, ...]
    framed: bool = False


LISTED = ("call", "not-if")
"""Boxes whose lines stand below each other where there is room."""


def boxes_of(sheet: Handout) -> tuple[Box, ...]:
    """Return every box of a sheet that has something to say."""
    information = sheet.kind == "information"
    several = len(sheet.places) > 1
    numbered = [(place, number if several else 0) for number, place in enumerate(sheet.places, start=1)]
    stop = [BoxLine(place.let_go, number) for place, number in numbered]
    mind = [BoxLine("; ".join(place.care), number) for place, number in numbered]
    today = _briefs(sheet.signs_of("urgent")) or _lines("it gets worse, or you are not sure.")
    soon = [BoxLine(f"a doctor soon: {sign.brief}") for sign in sheet.signs_of("see-doctor")]
    rules = _lines(sheet.how_often, sheet.stop_pressing, sheet.see_somebody, sheet.way_out if information else "")
    every = (
        _box("call", "Call now if", _briefs(sheet.signs_of("crisis", "emergency")), framed=True),
        _box("stop", "Stop if", [*_lines(sheet.stop), *(stop if sheet.stop else [])], framed=True),
        _box("not-if", "Not if, or only as said", _lines(*sheet.not_if), framed=True),
        _box("mind", "Mind", mind),
        _box("keep", "Keep taking", _lines(sheet.keep_taking)),
        _box("helps", "What helps", _lines(*sheet.advice) if information else [], framed=True),
        _box("ring", "Ring today if", today, framed=True),
        _box("rules", "When to stop, and whom to see", [*rules, *soon]),
        _box("evidence", "Does it work?", _lines(sheet.evidence)),
    )
    return tuple(box for box in every if box.lines)


def _box(name: str, label: str, lines: Sequence[BoxLine], *, framed: bool = False) -> Box:
    return Box(name, label, tuple(line for line in lines if line.text), framed)


def _lines(*texts: str) -> list[BoxLine]:
    return [BoxLine(text) for text in texts]


def _briefs(signs: Sequence[HandoutSign]) -> list[BoxLine]:
    return [BoxLine(sign.brief) for sign in signs]
