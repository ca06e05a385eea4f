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
_FEWEST_COLUMNS = 20
_APART = 2
_WORDS = frozenset({"label", "landmark"})
_WRITTEN = _WORDS | {"ruler", "point"}
"""Styles over which nothing is put."""
_LONGEST_LEADER_SHARE = 0.45
_LONGEST_LANDMARK_LEADER = 14
_MARKED = frozenset({"label", "landmark", "point", "twin"})
"""Styles that the line to a landmark must not pass."""
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


class Annotation(msgspec.Struct, frozen=True):
    """What the label of a mark came to: the room that was missing, and the distances it does not tell, in words."""

    missing: Room
    untold: tuple[str, ...] = ()


def annotate(canvas: Canvas, frame: CropFrame, mark: Mark, measures: Sequence[RulerLine], *, final: bool) -> Annotation:
    """Write the label of a mark on its nearer side and its rulers on the other.

    The label tells the distances that have no ruler, where there is room for them. A `final` annotation always writes
    it, over the figure where it must.
    """
    to_right = 2 * mark.spot[0] >= frame.box[0] + frame.box[2]
    unruled: list[RulerLine] = []
    nearer = farther = 0
    for measure in measures:
        if not _has_rows(measure, frame):
            unruled.append(measure)
            _across(canvas, frame, measure)
        elif not _ruled(canvas, frame, measure, not to_right):
            farther = cell_width(measure.label) + _RULER_CELLS
            if final and not _ruled(canvas, frame, measure, to_right):
                unruled.append(measure)
    label = ", ".join([mark.label, *(measure.label for measure in unruled)])
    column, row = frame.cell(mark.spot)
    sides = (to_right, not to_right)
    untold: tuple[str, ...] = ()
    if not any(_labelled(canvas, column, row, label, right) for right in sides):
        nearer = cell_width(mark.label) + _LABEL_CELLS
        untold = tuple(measure.in_words for measure in unruled)
        texts = dict.fromkeys((mark.label, mark.label.split()[0]))  # an arrow from the code is worth more than the name
        if final and not any(_labelled_anyhow(canvas, column, row, text, sides) for text in texts):
            _write_somewhere(canvas, row, mark.label, to_right=to_right)
    return Annotation(Room(farther, nearer) if to_right else Room(nearer, farther), untold)


def _labelled_anyhow(canvas: Canvas, column: int, row: int, label: str, sides: Sequence[bool]) -> bool:
    """Write the label outside or close beside the point, or however long the line to it; tell whether it fitted."""
    return (
        any(_labelled(canvas, column, row, label, right) for right in sides)
        or any(_labelled_within(canvas, column, row, label, right) for right in sides)
        or any(_labelled(canvas, column, row, label, right, most_share=1.0) for right in sides)
    )


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

    The label may stand in the row of the mark or next to it; two cells around each of `points` stay free. It stands
    only in its own row where it would else name a neighbour: that of a bone or gap that is counted, and that of a
    landmark without a mark, since it lies at a point or a distance to the side begins there.
    """
    column, row = frame.cell(name.spot)
    under = canvas.style_at(column, row)
    on_line = starts_across(measures, name) or under == "ruler"
    if not frame.shows(name.spot) or (under in _WRITTEN and under != "ruler"):
        return False
    taken = [frame.cell(spot) for spot in points]
    marked = not on_line and not any(_comes_near(mark, row, column, column + 1) for mark in taken)
    only_here = not marked or any(letter.isdigit() for letter in name.label)
    place = _label_beside(canvas, (column, row), name.label, taken, only_here=only_here)
    if place is None and (place := _label_outside(canvas, (column, row), name.label, taken)) is not None:
        for cell in _between(column, place[0], cell_width(name.label)):
            canvas.put_free(cell, row, canvas.glyphs["leader"], "leader")
    if place is None:
        return False
    canvas.write(*place, name.label, "landmark")
    if marked:
        canvas.put(column, row, canvas.glyphs["landmark"], "landmark")
    return True


def _label_beside(
    canvas: Canvas, at: tuple[int, int], label: str, taken: Sequence[tuple[int, int]], *, only_here: bool
) -> tuple[int, int] | None:
    """Return where a label stands close beside the mark `at`, in free cells and away from other marks."""
    column, row = at
    wide = cell_width(label)
    for near in (row,) if only_here else (row, row - 1, row + 1):
        for start in (column + 2, column - 1 - wide, column - wide // 2):
            if near == row and start == column - wide // 2:
                continue
            cells = range(start - 1, start + wide + 1)
            if (
                start >= 0
                and start + wide <= canvas.columns
                and all(canvas.is_free(cell, near) or cell in (-1, canvas.columns) for cell in cells)
                and not any(_comes_near(mark, near, start, start + wide) for mark in taken)
                and not _beside_another(canvas, at, near, range(start - _APART, start + wide + _APART))
            ):
                return start, near
    return None


def _beside_another(canvas: Canvas, at: tuple[int, int], row: int, cells: range) -> bool:
    """Tell whether another landmark's mark or name stands among some cells, or in those of the rows next to them."""
    rows = (row - 1, row, row + 1)
    return any(canvas.style_at(cell, near) == "landmark" and (cell, near) != at for near in rows for cell in cells)


def _label_outside(
    canvas: Canvas, at: tuple[int, int], label: str, taken: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return where a label stands beside all that is drawn in the row of the mark `at`, a short line away from it."""
    column, row = at
    wide = cell_width(label)
    left, right = canvas.extent(row, row)
    for start in (right + 3, left - 2 - wide):
        leader = _between(column, start, wide)
        if (
            start >= 0
            and start + wide <= canvas.columns
            and len(leader) <= _LONGEST_LANDMARK_LEADER
            and not any(_comes_near(mark, row, start, start + wide) for mark in taken)
            and not any(canvas.style_at(cell, row) in _MARKED for cell in leader)
        ):
            return start, row
    return None


def _between(column: int, start: int, wide: int) -> range:
    """Return the cells between a mark and a label that begins at `start`."""
    return range(column + 1, start - 1) if start > column else range(start + wide + 1, column)


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
