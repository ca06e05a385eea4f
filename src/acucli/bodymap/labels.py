"""What is written beside a figure: the label with its leader, and the ruler outside of the silhouette."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from acucli.bodymap.braille import CLEAR_COLUMNS, CLEAR_ROWS
from acucli.bodymap.canvas import Canvas
from acucli.bodymap.framing import CropFrame
from acucli.bodymap.geometry import Spot, distance
from acucli.bodymap.marks import Mark, RulerLine
from acucli.bodymap.naming import NamedLandmark
from acucli.bodymap.scene import cell_width

_RULER_CELLS = 6
_LABEL_CELLS = 4
_FEWEST_COLUMNS = 14
_APART = 2
_WORDS = frozenset({"label", "landmark"})
_WRITTEN = _WORDS | {"ruler", "point"}
"""Styles over which nothing is put."""
_LONGEST_LEADER_SHARE = 0.45
_ZERO = "0"
_SAME_MM = 2.0


class Room(msgspec.Struct, frozen=True):
    """Cells of room that are missing left and right of a figure."""

    left: int
    right: int

    def within(self, columns: int) -> Room:
        """Return the room, less of it where a figure of that many columns would become too small to read."""
        most = max(0, columns - _FEWEST_COLUMNS)
        if self.left + self.right <= most:
            return self
        share = most / (self.left + self.right)
        return Room(int(self.left * share), int(self.right * share))


NO_ROOM_MISSING = Room(0, 0)


def annotate(canvas: Canvas, frame: CropFrame, mark: Mark, measures: Sequence[RulerLine], *, final: bool) -> Room:
    """Write the label of a mark on its nearer side and its rulers on the other; return the room that was missing.

    A `final` annotation always writes the label, over the figure where it must.
    """
    to_right = 2 * mark.spot[0] >= frame.box[0] + frame.box[2]
    words = [mark.label]
    nearer = farther = 0
    for measure in measures:
        if not _has_rows(measure, frame):
            words.append(measure.label)
            _across(canvas, frame, measure)
        elif not _ruled(canvas, frame, measure, not to_right):
            farther = cell_width(measure.label) + _RULER_CELLS
            if final and not _ruled(canvas, frame, measure, to_right):
                words.append(measure.label)
    label = ", ".join(words)
    column, row = frame.cell(mark.spot)
    sides = (to_right, not to_right)
    if not any(_labelled(canvas, column, row, label, right) for right in sides):
        nearer = cell_width(label) + _LABEL_CELLS
        within = final and any(_labelled_within(canvas, column, row, label, right) for right in sides)
        if (
            final
            and not within
            and not any(_labelled(canvas, column, row, label, right, most_share=1.0) for right in sides)
        ):
            _write_somewhere(canvas, row, label, to_right=to_right)
    return Room(farther, nearer) if to_right else Room(nearer, farther)


def _write_somewhere(canvas: Canvas, row: int, label: str, *, to_right: bool) -> None:
    """Write the label at the edge of a row near the point, the emptiest first, but never over the point itself."""
    wide = cell_width(label)
    start = max(0, canvas.columns - wide) if to_right else 0
    rows = [near for near in (row + 1, row - 1, row + 2, row - 2) if 0 <= near < canvas.rows]
    free = [near for near in rows if all(canvas.is_free(column, near) for column in range(start, start + wide))]
    canvas.write(start, (free or rows)[0], label, "label")


def _has_rows(measure: RulerLine, frame: CropFrame) -> bool:
    """Tell whether a distance runs up or down over more than one row."""
    return measure.is_upright and frame.cell(measure.start)[1] != frame.cell(measure.end)[1]


def _labelled(
    canvas: Canvas, column: int, row: int, label: str, to_right: bool, most_share: float = _LONGEST_LEADER_SHARE
) -> bool:
    """Write the label in the row of the point, outside of all that is drawn there; tell whether it fitted.

    The line to it is at most `most_share` of the width long.
    """
    left, right = canvas.extent(row, row)
    wide = cell_width(label)
    start = right + 3 if to_right else left - 2 - wide
    leader = range(column + 1, start - 1) if to_right else range(start + wide + 1, column)
    if start < 0 or start + wide > canvas.columns or len(leader) > canvas.columns * most_share:
        return False
    for cell in leader:
        canvas.put_free(cell, row, canvas.glyphs["leader"], "leader")
    head = column + 1 if to_right else column - 1
    canvas.put(head, row, canvas.glyphs["to_left" if to_right else "to_right"], "label")
    canvas.write(start, row, label, "label")
    return True


def _labelled_within(canvas: Canvas, column: int, row: int, label: str, to_right: bool) -> bool:
    """Write the label close beside the point, where nothing is drawn there; tell whether it fitted."""
    wide = cell_width(label)
    start = column + 3 if to_right else column - 2 - wide
    cells = range(column + 1, start + wide + 1) if to_right else range(start - 1, column)
    if start < 0 or start + wide > canvas.columns:
        return False
    if not all(canvas.is_free(cell, row) or cell in (-1, canvas.columns) for cell in cells):
        return False
    canvas.put(
        column + 1 if to_right else column - 1, row, canvas.glyphs["to_left" if to_right else "to_right"], "label"
    )
    canvas.write(start, row, label, "label")
    return True


def _ruled(canvas: Canvas, frame: CropFrame, measure: RulerLine, to_right: bool) -> bool:
    """Draw an upright distance beside the figure, a tick for each cun; tell whether it fitted."""
    first, last = sorted((frame.cell(measure.start)[1], frame.cell(measure.end)[1]))
    left, right = canvas.extent(first, last)
    column = right + 3 if to_right else left - 3
    wide = cell_width(measure.label)
    words = column + 2 if to_right else column - 1 - wide
    if words < 0 or words + wide > canvas.columns:
        return False
    for row in range(first, last + 1):
        canvas.put(column, row, canvas.glyphs["ruler"], "ruler")
    rows = [frame.cell(tick)[1] for tick in measure.ticks]
    steps = {abs(after - before) for before, after in pairwise(rows)}
    for row in rows if len(steps) == 1 else (rows[0], rows[-1]):  # unequal steps would look like unequal cun
        canvas.put(column, row, canvas.glyphs["tick"], "ruler")
    zero = frame.cell(measure.start)[1]
    canvas.put(column, zero, _ZERO, "ruler")
    canvas.write(words, (first + last) // 2, measure.label, "ruler")
    return True


def name_landmark(
    canvas: Canvas, frame: CropFrame, name: NamedLandmark, points: Sequence[Spot], measures: Sequence[RulerLine]
) -> bool:
    """Write a landmark's mark and, where its cells are free, its label beside it; tell whether it fitted.

    The label may stand in the row of the mark or up to two above or below; two cells around each of `points` stay free.
    The name of a bone or gap that is counted stands only in its own row: in another it would name its neighbour. So
    does that of a landmark where a distance to the side begins, whose mark is the end of that line.
    """
    column, row = frame.cell(name.spot)
    under = canvas.style_at(column, row)
    on_line = starts_across(measures, name)
    if not frame.shows(name.spot) or (under in _WRITTEN and under != "ruler"):
        return False
    wide = cell_width(name.label)
    taken = [frame.cell(spot) for spot in points]
    only_here = on_line or any(letter.isdigit() for letter in name.label)
    for near in (row,) if only_here else (row, row - 1, row + 1, row - 2, row + 2):
        for start in (column + 2, column - 1 - wide, column - wide // 2):
            if near == row and start == column - wide // 2:
                continue
            cells = range(start - 1, start + wide + 1)
            if (
                start >= 0
                and start + wide <= canvas.columns
                and all(canvas.is_free(cell, near) or cell in (-1, canvas.columns) for cell in cells)
                and not any(_comes_near(mark, near, start, start + wide) for mark in taken)
            ):
                canvas.write(start, near, name.label, "landmark")
                _put_landmark(canvas, column, row, taken, on_line=on_line)
                return True
    left, right = canvas.extent(row, row)
    for start in (right + 3, left - 2 - wide):
        free = not any(_comes_near(mark, row, start, start + wide) for mark in taken)
        if start >= 0 and start + wide <= canvas.columns and free:
            leader = range(column + 1, start - 1) if start > column else range(start + wide + 1, column)
            if any(canvas.style_at(cell, row) == "label" for cell in leader):
                continue
            for cell in leader:
                canvas.put_free(cell, row, canvas.glyphs["leader"], "leader")
            canvas.write(start, row, name.label, "landmark")
            _put_landmark(canvas, column, row, taken, on_line=on_line)
            return True
    return False


def number_landmark(canvas: Canvas, frame: CropFrame, name: NamedLandmark, points: Sequence[Spot], number: int) -> bool:
    """Write a number in the cell of a landmark that is named below the picture; tell whether there was room.

    Beside a word or another number it would read as part of that.
    """
    column, row = frame.cell(name.spot)
    taken = [frame.cell(spot) for spot in points]
    beside = range(column - _APART, column + _APART + 1)
    if not frame.shows(name.spot) or canvas.style_at(column, row) in _WRITTEN:
        return False
    if any(canvas.style_at(cell, row) in _WORDS for cell in beside):
        return False
    if any(_comes_near(mark, row, column, column + 1) for mark in taken):
        return False
    canvas.put(column, row, str(number), "landmark")
    return True


def starts_across(measures: Sequence[RulerLine], name: NamedLandmark) -> bool:
    """Tell whether a distance to the side begins at the landmark, whose mark is then the 0 of that line."""
    return any(not measure.is_upright and distance(measure.start, name.spot) < _SAME_MM for measure in measures)


def has_zero(canvas: Canvas, frame: CropFrame, name: NamedLandmark) -> bool:
    """Tell whether a 0 stands in the row of a landmark."""
    row = frame.cell(name.spot)[1]
    return any(
        canvas.text_at(cell, row) == _ZERO and canvas.style_at(cell, row) == "ruler" for cell in range(canvas.columns)
    )


def _put_landmark(canvas: Canvas, column: int, row: int, taken: Sequence[tuple[int, int]], *, on_line: bool) -> None:
    """Write the mark of a landmark, unless it lies at a point or the 0 of a line stands for it."""
    on_line = on_line or canvas.style_at(column, row) == "ruler"
    if not on_line and not any(_comes_near(mark, row, column, column + 1) for mark in taken):
        canvas.put(column, row, canvas.glyphs["landmark"], "landmark")


def _comes_near(mark: tuple[int, int], row: int, start: int, end: int) -> bool:
    """Tell whether cells of a row, `end` not among them, lie in what a mark leaves free around it."""
    column, at = mark
    return abs(at - row) <= CLEAR_ROWS and start - CLEAR_COLUMNS <= column < end + CLEAR_COLUMNS


def _across(canvas: Canvas, frame: CropFrame, measure: RulerLine) -> None:
    """Draw a distance to the side in the row of the point, into empty cells only; its 0 stands over the figure."""
    if measure.is_upright:
        return
    column, row = frame.cell(measure.start)
    if canvas.style_at(column, row) not in _WRITTEN:
        canvas.put(column, row, _ZERO, "ruler")
    first, last = sorted((frame.cell(measure.start)[0], frame.cell(measure.end)[0]))
    ticks = {frame.cell(tick)[0] for tick in measure.ticks}
    for column in range(first, last + 1):
        canvas.put_free(column, row, canvas.glyphs["tick" if column in ticks else "across"], "ruler")
