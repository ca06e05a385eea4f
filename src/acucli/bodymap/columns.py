"""Many labelled points in one drawing: labels beside the figure, left and right, in the rows of their points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from acucli.bodymap.braille import Mode
from acucli.bodymap.canvas import Canvas
from acucli.bodymap.drawing import Drawing, figure_canvas, join_marks, layers, outline_dots, put_marks
from acucli.bodymap.framing import CropFrame, fitted, grown
from acucli.bodymap.marks import Mark
from acucli.bodymap.scene import Line, cell_width

_GAP = 3
_BETWEEN = ", "
_WIDEST_SHARES = (0.5, 0.3)
"""How wide a label may be, of the whole picture: where one side is labelled, and where both are."""
_MOST_ROWS = 46


class _Label(NamedTuple):
    """Words in one row.

    `is_level`: their points lie in that row, so that dots may lead there; `goes_on`: they belong to the
    row above.
    """

    row: int
    text: str
    is_level: bool
    goes_on: bool


def listed(drawing: Drawing, columns: int, rows: int, mode: Mode, *, colour: bool = True) -> tuple[Line, ...]:
    """Return the lines of a drawing whose labels stand left and right of the figure, none of them left out.

    Points in one row share a label, named in the order in which they lie. There are more than `rows` lines only where
    the labels need them to stand in the rows of their points.
    """
    frame, sides = _laid_out(drawing, columns, rows)
    while rows < _MOST_ROWS and not _is_orderly(sides):
        rows += 3
        frame, sides = _laid_out(drawing, columns, rows)
    dots = outline_dots(drawing.figure, frame, layers(mode, colour=colour) - {"bone"}, flipped=drawing.flipped)
    if drawing.joined:
        join_marks(dots, frame, drawing.marks)
    canvas = figure_canvas(drawing.figure, frame, dots, mode, flipped=drawing.flipped)
    put_marks(canvas, frame, drawing.marks)
    _write(canvas, *sides)
    return canvas.lines()


class _Layout(NamedTuple):
    """The frame of a figure, and the labels left and right of it."""

    frame: CropFrame
    sides: tuple[list[_Label], list[_Label]]


def _laid_out(drawing: Drawing, columns: int, rows: int) -> _Layout:
    """Return the frame with room for its labels, and the labels of both sides."""
    left = right = 0
    sides: tuple[list[_Label], list[_Label]] = ([], [])
    for _ in range(3):  # the labels decide how large the figure may be, and that decides where the labels stand
        box = grown(drawing.box, drawing.limits, max(1, columns - left - right), rows)
        frame = fitted(box, columns, rows, left=left, right=right)
        sides = _labels(drawing, frame, columns)
        rows = max(rows, *(len(side) for side in sides))
        left, right = (max((cell_width(label.text) + _GAP for label in side), default=0) for side in sides)
    if (most := max(map(len, sides))) > frame.rows:  # a narrow body with many labels: empty rows below it
        frame = frame._replace(rows=most)
        sides = _labels(drawing, frame, columns)
    return _Layout(frame, sides)


def _is_orderly(sides: tuple[Sequence[_Label], Sequence[_Label]]) -> bool:
    """Tell whether every label begins in the row of its points."""
    return all(label.is_level or label.goes_on for side in sides for label in side)


def _labels(drawing: Drawing, frame: CropFrame, columns: int) -> tuple[list[_Label], list[_Label]]:
    """Return the labels of the left and of the right side, from the top down."""
    middle = 0.0 if drawing.figure.symmetric else (drawing.box[0] + drawing.box[2]) / 2
    marks = [mark for mark in drawing.marks if mark.label]
    left = [mark for mark in marks if mark.spot[0] < middle - 0.05]
    right = [mark for mark in marks if mark.spot[0] >= middle - 0.05]
    widest = round(columns * _WIDEST_SHARES[bool(left) and bool(right)])
    return _in_rows(left, frame, widest), _in_rows(right, frame, widest)


def _in_rows(marks: Sequence[Mark], frame: CropFrame, widest: int) -> list[_Label]:
    """Return the labels of one side, each as near to the row of its points as the others allow."""
    by_row: dict[int, list[Mark]] = {}
    for mark in marks:
        by_row.setdefault(frame.cell(mark.spot)[1], []).append(mark)
    wanted = [
        (row, text, number == 0)
        for row in sorted(by_row)
        for number, text in enumerate(_joined(by_row[row], frame, widest))
    ]
    rows: list[int] = []
    for row, _, _ in wanted:
        rows.append(max(row, rows[-1] + 1) if rows else row)
    lowest = frame.rows
    for index in range(len(rows) - 1, -1, -1):
        rows[index] = lowest = min(rows[index], lowest - 1)
    return [
        _Label(row, text, first and row == asked, not first)
        for row, (asked, text, first) in zip(rows, wanted, strict=True)
    ]


def _joined(marks: Sequence[Mark], frame: CropFrame, widest: int) -> Iterator[str]:
    """Yield the labels of one row in the order of their points, joined up to a width."""
    line = ""
    for mark in sorted(marks, key=lambda mark: (frame.cell(mark.spot)[0], mark.spot[1])):
        if line and cell_width(line + _BETWEEN + mark.label) > widest:
            yield line + _BETWEEN.rstrip()
            line = mark.label
        else:
            line = line + _BETWEEN + mark.label if line else mark.label
    if line:
        yield line


def _write(canvas: Canvas, left: Sequence[_Label], right: Sequence[_Label]) -> None:
    """Write the labels in a column on each side, and dots from each to the figure, never across it."""
    first, last = canvas.extent(0, canvas.rows - 1)
    edges = {label.row: canvas.extent(label.row, label.row) for label in (*left, *right)}
    for label in left:
        end = max(cell_width(label.text), first - _GAP)
        canvas.write(end - cell_width(label.text), label.row, label.text, "label")
        if label.is_level:
            _lead(canvas, label.row, range(end + 1, edges[label.row][0] - 1, 2))
    start = min(last + 1 + _GAP, canvas.columns - max((cell_width(label.text) for label in right), default=0))
    for label in right:
        canvas.write(start, label.row, label.text, "label")
        if label.is_level:
            _lead(canvas, label.row, range(start - 2, edges[label.row][1] + 1, -2))


def _lead(canvas: Canvas, row: int, columns: range) -> None:
    for column in columns:
        canvas.put_free(column, row, canvas.glyphs["leader"], "leader")
