"""A figure drawn on a canvas: its outlines, its marks, and what is written beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from acucli.bodymap.braille import Dots, Mode
from acucli.bodymap.canvas import RANK_STYLES, Canvas
from acucli.bodymap.framing import CropFrame, fitted, grown
from acucli.bodymap.geometry import Box, flattened
from acucli.bodymap.labels import NO_ROOM_MISSING, Room, annotate
from acucli.bodymap.marks import Mark, RulerLine
from acucli.bodymap.outline import full_paths
from acucli.bodymap.scene import Line
from acucli.model.figures import Figure

_RANKS: dict[str, int] = {style: rank for rank, style in enumerate(RANK_STYLES) if style}
_PIECE_DOTS = 3.0


class Drawing(NamedTuple):
    """What is drawn: a window of a figure, its marks and distances, all in millimetres as shown.

    The window may grow where there is room, never beyond `limits`.
    """

    figure: Figure
    flipped: bool
    box: Box
    limits: Box
    marks: tuple[Mark, ...]
    measures: tuple[RulerLine, ...] = ()


def layers(mode: Mode, *, colour: bool) -> frozenset[str]:
    """Return the layers a mode can show: details make blocks and ASCII unreadable, and bones need a colour."""
    if mode != "braille":
        return frozenset({"skin"})
    return frozenset({"skin", "detail", "hair", "bone"} if colour else {"skin", "detail", "hair"})


def drawn(drawing: Drawing, columns: int, rows: int, mode: Mode, *, colour: bool = True) -> tuple[Line, ...]:
    """Return the lines of a drawing, `columns` cells wide and at most `rows` high.

    When the labels find no room beside the figure, it is drawn again with room kept free for them.
    """
    shown = layers(mode, colour=colour)
    box = grown(drawing.box, drawing.limits, columns, rows)
    frame = fitted(box, columns, rows)
    canvas, missing = _attempt(drawing, frame, mode, shown, final=False)
    if missing != NO_ROOM_MISSING:
        frame = fitted(box, columns, rows, left=missing.left, right=missing.right)
        canvas, _ = _attempt(drawing, frame, mode, shown, final=True)
    return canvas.lines()


def outline_dots(figure: Figure, frame: CropFrame, shown: frozenset[str], *, flipped: bool) -> Dots:
    """Return the outlines of a figure as dots; paths wholly outside of the window are not even flattened."""
    left, top = frame.dot(frame.box[:2])
    right, bottom = frame.dot(frame.box[2:])
    dots = Dots(frame.columns, frame.rows, (left, top, right, bottom))
    step = _PIECE_DOTS / frame.scale
    sign = -1 if flipped else 1
    for path in full_paths(figure, shown):
        xs = [sign * node.x for node in path.nodes]
        ys = [node.y for node in path.nodes]
        if max(xs) < frame.box[0] or min(xs) > frame.box[2] or max(ys) < frame.box[1] or min(ys) > frame.box[3]:
            continue
        chain = [frame.dot((sign * x, y)) for x, y in flattened(path.nodes, path.closed, step)]
        dots.polyline(chain, _RANKS[path.layer], dashed=path.layer == "bone")
    return dots


def put_marks(canvas: Canvas, frame: CropFrame, marks: Sequence[Mark]) -> None:
    """Write the characters of the marks; the point itself comes last and so stays on top."""
    order = ("neighbour", "twin", "point")
    for mark in sorted(marks, key=lambda mark: order.index(mark.kind)):
        if frame.shows(mark.spot):
            column, row = frame.cell(mark.spot)
            canvas.put(column, row, canvas.glyphs[mark.kind], mark.kind)


def _attempt(
    drawing: Drawing, frame: CropFrame, mode: Mode, shown: frozenset[str], *, final: bool
) -> tuple[Canvas, Room]:
    """Return the canvas, and how many cells of room were missing left and right of the figure."""
    dots = outline_dots(drawing.figure, frame, shown, flipped=drawing.flipped)
    for mark in drawing.marks:
        if mark.kind != "neighbour" and frame.shows(mark.spot):
            dots.clear_around(*frame.dot(mark.spot))
    canvas = Canvas.of_dots(dots, mode)
    put_marks(canvas, frame, drawing.marks)
    room = NO_ROOM_MISSING
    for mark in drawing.marks:
        if mark.label:
            room = annotate(canvas, frame, mark, drawing.measures, final=final)
    return canvas, room
