"""Plots as text: bars and rows of bars that read in one colour."""

from __future__ import annotations

from collections.abc import Sequence

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_HEIGHTS = "▁▂▃▄▅▆▇█"
_ASCII_HEIGHTS = ".:-=+*#@"


def bar(value: float, most: float, width: int, *, ascii_only: bool = False) -> str:
    """Return a bar of `value` out of `most`, at most `width` cells wide; anything above nothing shows."""
    if most <= 0 or value <= 0 or width <= 0:
        return ""
    share = min(value / most, 1.0) * width
    if ascii_only:
        return "#" * max(1, round(share))
    eighths = max(1, round(share * 8))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def sparkline(values: Sequence[float | None], *, ascii_only: bool = False) -> str:
    """Return one character a value, from the least to the most; a gap is a blank, nothing at all the lowest mark."""
    known = [value for value in values if value is not None]
    if not known:
        return ""
    marks = _ASCII_HEIGHTS if ascii_only else _HEIGHTS
    most = max(known)
    least = min(0.0, *known)
    span = most - least
    steps = len(marks) - 1
    return "".join(
        " " if value is None else marks[round((value - least) / span * steps) if span else 0] for value in values
    )


def change_bar(before: float, after: float, *, ascii_only: bool = False) -> str:
    """Return two numbers of 0 to 10 on one line of eleven places: `b` before, `a` after, `=` where they meet.

    The direction is told by letters and an arrow, never by colour.
    """
    first, second = (min(10, max(0, round(number))) for number in (before, after))
    line = ["·" if not ascii_only else "."] * 11
    if first == second:
        line[first] = "="
        return "".join(line)
    low, high = sorted((first, second))
    for place in range(low + 1, high):
        line[place] = "<" if second < first else ">"
    line[first], line[second] = "b", "a"
    return "".join(line)
