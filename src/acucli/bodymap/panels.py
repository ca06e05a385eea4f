"""Overviews side by side: one picture of all the bodies that a meridian or a routine needs."""

from __future__ import annotations

from collections.abc import Sequence

from acucli.bodymap.braille import Mode
from acucli.bodymap.overview import Overview
from acucli.bodymap.scene import Line, Scene, StyledRun, beside, width_of
from acucli.bodymap.svg import svg

NARROWEST = 40
_FEW = 8
_FEW_COLUMNS = 30
_MANY_COLUMNS = 38
_GAP = 4


def scene_of(
    overviews: Sequence[Overview], width: int, mode: Mode, *, height: int | None = None, colour: bool = True
) -> Scene | None:
    """Return the overviews as one scene: beside each other where the width allows it, else below each other.

    None below 40 columns or when no point can be shown.
    """
    shown = [overview for overview in overviews if overview.drawing.marks]
    if width < NARROWEST or not shown:
        return None
    title = "; ".join(overview.title for overview in shown)
    rows = height - 1 if height and len(shown) > 1 else height
    stacked: list[Line] = []
    for row in _rows(shown, width):
        panels = [overview.lines(columns, mode, height=rows, colour=colour) for overview, columns in row]
        if len(shown) > 1:
            panels = [(_caption(overview.title), *lines) for (overview, _), lines in zip(row, panels, strict=True)]
        stacked += [(), *_beside(panels)] if stacked else _beside(panels)
    return Scene(title=title, words=words_of(overviews), width=width, lines=tuple(stacked))


def svg_of(overviews: Sequence[Overview]) -> str | None:
    """Return the overviews side by side as one SVG document; None when no point can be shown."""
    shown = [overview for overview in overviews if overview.drawing.marks]
    if not shown:
        return None
    title = "; ".join(overview.title for overview in shown)
    return svg(*(overview.panel() for overview in shown), title=title, description=words_of(overviews))


def words_of(overviews: Sequence[Overview]) -> str:
    """Return which points are marked in which view, and which in none."""
    words = " ".join(overview.marked for overview in overviews if overview.drawing.marks)
    left_out = overviews[-1].left_out if overviews else ()
    return f"{words} Not in this view: {', '.join(left_out)}.".strip() if left_out else words


def _rows(overviews: Sequence[Overview], width: int) -> list[list[tuple[Overview, int]]]:
    """Return the overviews in rows, each with its columns; the one with most labels takes what a row has left."""
    rows: list[list[tuple[Overview, int]]] = []
    free = 0
    for overview in overviews:
        columns = min(width, _FEW_COLUMNS if len(overview.drawing.marks) <= _FEW else _MANY_COLUMNS)
        if rows and columns + _GAP <= free:
            rows[-1].append((overview, columns))
            free -= columns + _GAP
        else:
            rows.append([(overview, columns)])
            free = width - columns
        first, first_columns = rows[-1][0]
        spare = width - sum(taken + _GAP for _, taken in rows[-1]) + _GAP
        if overview is overviews[-1] or spare < _FEW_COLUMNS + _GAP:
            rows[-1][0] = (first, first_columns + spare)
            free = 0
    return rows


def _caption(title: str) -> Line:
    return (StyledRun(title, "label"),)


def _beside(panels: Sequence[Sequence[Line]]) -> tuple[Line, ...]:
    """Return panels side by side, their captions on one line."""
    height = max(len(panel) for panel in panels)
    row: tuple[Line, ...] = (*panels[0], *((),) * (height - len(panels[0])))
    for panel in panels[1:]:
        level = (*panel, *((),) * (height - len(panel)))
        row = beside(row, level, left_width=width_of(row), gap=_GAP)
    return row
