"""A figure drawn on a canvas: its outlines, its marks, and what is written beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from acucli.bodymap.braille import Dots, Mode
from acucli.bodymap.canvas import GLYPHS, RANK_STYLES, Canvas
from acucli.bodymap.framing import DOTS_WIDE, CropFrame, cut_edges, fitted, grown
from acucli.bodymap.geometry import Box, flattened
from acucli.bodymap.labels import (
    NO_ROOM_MISSING,
    Annotation,
    Room,
    annotate,
    has_zero,
    name_landmark,
    number_landmark,
    starts_across,
)
from acucli.bodymap.marks import Mark, RulerLine
from acucli.bodymap.naming import NamedLandmark, beside_point
from acucli.bodymap.outline import full_paths
from acucli.bodymap.scene import Line, StyledRun, cell_width
from acucli.bodymap.shading import ground
from acucli.model.figures import Figure

_RANKS: dict[str, int] = {style: rank for rank, style in enumerate(RANK_STYLES) if style}
_PIECE_DOTS = 3.0
_MOST_ROOM_SHARE = 0.35
"""Of the columns, for names beside a figure that would be larger without them."""
_MOST_BESIDE = 2
_MOST_ATTEMPTS = 3
_LISTED_FROM = 12
"""Rows from which a picture has room for a list of landmarks below it."""
_LEAST_ROWS = 8
"""Of the figure, above a list of landmarks."""
_NEAR_CELLS = 12
BONES_FROM = 90
"""Columns from which bones are shown although the text does not lead along them."""


class Drawing(NamedTuple):
    """What is drawn: a window of a figure, its marks and distances, all in millimetres as shown.

    The window may grow where there is room, never beyond `limits`. `ends` says what lies beyond its edges; `bones`
    whether a small picture shows what one feels below the skin too; `joined` whether lines join the marks in order.
    """

    figure: Figure
    flipped: bool
    box: Box
    limits: Box
    marks: tuple[Mark, ...]
    measures: tuple[RulerLine, ...] = ()
    names: tuple[NamedLandmark, ...] = ()
    ends: Mapping[str, str] = {}
    title: str = ""
    bones: bool = True
    joined: bool = False


class _Attempt(msgspec.Struct, frozen=True):
    """A canvas with what was written on its dots, the room that was missing, landmarks and distances without any."""

    canvas: Canvas
    dots: Dots
    missing: Room
    unnamed: tuple[NamedLandmark, ...] = ()
    untold: tuple[str, ...] = ()


def layers(mode: Mode, *, colour: bool) -> frozenset[str]:
    """Return the layers a mode can show: details make blocks and ASCII unreadable, and bones need a colour."""
    if mode == "blocks" or mode == "ascii":
        return frozenset({"skin"})
    return frozenset({"skin", "detail", "hair", "bone"} if colour else {"skin", "detail", "hair"})


def drawn(drawing: Drawing, columns: int, rows: int, mode: Mode, *, colour: bool = True) -> tuple[Line, ...]:
    """Return the lines of a drawing, `columns` cells wide and at most `rows` high.

    When the labels find no room beside the figure, it is drawn again with room kept free for them; landmarks whose
    names find none then are numbered, and named in a list below.
    """
    shown = layers(mode, colour=colour)
    if columns < BONES_FROM and not drawing.bones:
        shown -= {"bone"}
    box = grown(drawing.box, drawing.limits, columns, rows)
    above, below = end_lines(drawing, box, GLYPHS[mode])
    room = rows - len(above) - len(below)
    frame = fitted(box, columns, room)
    tried = _attempt(drawing, frame, mode, shown, final=False)
    listed = _listed(tried, frame, drawing) if rows >= _LISTED_FROM else []
    if tried.missing != NO_ROOM_MISSING or listed:
        missing = tried.missing.within(columns)
        expected = _packed(listed, columns)
        for _ in range(_MOST_ATTEMPTS):  # a smaller picture may leave more to be listed below it
            shorter = max(min(room, _LEAST_ROWS), room - len(expected))
            frame = fitted(box, columns, shorter, left=missing.left, right=missing.right)
            tried = _attempt(drawing, frame, mode, shown, final=True)
            listed = _listed(tried, frame, drawing) if rows >= _LISTED_FROM else []
            if len(expected) >= len(expected := _packed(listed, columns)) or shorter <= _LEAST_ROWS:
                break
    if mode == "shaded":
        tried.canvas.lay_on(ground(drawing.figure, frame, tried.dots, flipped=drawing.flipped))
    lines = list(tried.canvas.lines())
    last = frame.cell(frame.box[2:])[1]  # rows of the body without a stroke stay, as a shaded picture has them
    while len(lines) > last and not lines[-1] and (below or listed):
        lines.pop()
    legend = [(StyledRun(text, "landmark"),) for text in _packed(listed, columns)]
    ends = [[_centred(text, frame) for text in texts] for texts in (above, below)]
    return (*ends[0], *lines, *ends[1], *legend)


def _listed(tried: _Attempt, frame: CropFrame, drawing: Drawing) -> list[str]:
    """Put numbers where names found no room; return each number with its name, for a list below the picture.

    Where even a number finds none, the landmark is named by the 0 of the distance that begins there, or by where it
    lies beside the point. Distances that no label tells stand there too.
    """
    points = [mark.spot for mark in drawing.marks]
    pointed = next((mark.spot for mark in drawing.marks if mark.label), points[-1])
    numbered: list[str] = []
    zeros: list[str] = []
    beside: list[str] = []
    for name in tried.unnamed:
        across = starts_across(drawing.measures, name)
        if not across and number_landmark(tried.canvas, frame, name, points, len(numbered) + 1):
            numbered.append(f"{len(numbered) + 1} {name.label}")
        elif (across or name.is_zero) and has_zero(tried.canvas, frame, name):
            zeros.append(f"0 {name.label}")
        elif len(beside) < _MOST_BESIDE:
            beside += beside_point(name, pointed)
    return [*zeros[:1], *tried.untold, *beside, *numbered]


def _packed(texts: Sequence[str], columns: int) -> list[str]:
    """Return the texts in as few rows as hold them, two spaces between two of them."""
    rows: list[str] = []
    for text in texts:
        joined = f"{rows[-1]}  {text}" if rows else text
        if rows and cell_width(joined) <= columns:
            rows[-1] = joined
        else:
            rows.append(text)
    return rows


def end_lines(drawing: Drawing, box: Box, glyphs: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return what stands above and below a picture: arrows to what its window cuts off."""
    cut = [edge for edge in cut_edges(box, drawing.limits) if edge in drawing.ends]
    above = [f"{glyphs['up']} {drawing.ends['top']}"] if "top" in cut else []
    sideways = [f"{glyphs[edge]} {drawing.ends[edge]}" for edge in ("left", "right") if edge in cut]
    below = [f"{glyphs['down']} {drawing.ends['bottom']}"] if "bottom" in cut else []
    line = "   ".join([*below, *sideways])
    return above, [line] if line else []


def _centred(text: str, frame: CropFrame) -> Line:
    """Return a line with its text above or below the middle of the picture."""
    middle = frame.left_dots + (frame.box[2] - frame.box[0]) * frame.scale / 2
    margin = max(0, min(frame.columns - cell_width(text), round(middle / DOTS_WIDE - cell_width(text) / 2)))
    return (StyledRun(" " * margin), StyledRun(text, "landmark"))


def outline_dots(figure: Figure, frame: CropFrame, shown: frozenset[str], *, flipped: bool) -> Dots:
    """Return the outlines of a figure as dots; paths wholly outside of the window are not even flattened."""
    left, top = frame.dot(frame.box[:2])
    right, bottom = frame.dot(frame.box[2:])
    dots = Dots(frame.columns, frame.rows, (left, top, right, bottom))
    step = _PIECE_DOTS / frame.scale
    sign = -1 if flipped else 1
    for path in sorted(full_paths(figure, shown), key=lambda path: path.layer == "skin"):
        xs = [sign * node.x for node in path.nodes]
        ys = [node.y for node in path.nodes]
        if max(xs) < frame.box[0] or min(xs) > frame.box[2] or max(ys) < frame.box[1] or min(ys) > frame.box[3]:
            continue
        chain = [frame.dot((sign * x, y)) for x, y in flattened(path.nodes, path.closed, step)]
        dots.polyline(chain, _RANKS[path.layer], dashed=path.layer == "bone")
    return dots


def figure_canvas(figure: Figure, frame: CropFrame, dots: Dots, mode: Mode, *, flipped: bool) -> Canvas:
    """Return a canvas with the strokes of a figure, in a shaded picture upon the ground of their tones."""
    canvas = Canvas.of_dots(dots, mode)
    if mode == "shaded":
        canvas.lay_on(ground(figure, frame, dots, flipped=flipped))
    return canvas


def join_marks(dots: Dots, frame: CropFrame, marks: Sequence[Mark]) -> None:
    """Draw a dashed line from each mark to the next."""
    for one, other in pairwise(marks):
        dots.polyline([frame.dot(one.spot), frame.dot(other.spot)], _RANKS["detail"], dashed=True)


def put_marks(canvas: Canvas, frame: CropFrame, marks: Sequence[Mark]) -> None:
    """Write the characters of the marks; the point itself comes last and so stays on top."""
    order = ("neighbour", "twin", "point")
    for mark in sorted(marks, key=lambda mark: order.index(mark.kind)):
        if frame.shows(mark.spot):
            column, row = frame.cell(mark.spot)
            canvas.put(column, row, canvas.glyphs[mark.kind], mark.kind)


def _attempt(drawing: Drawing, frame: CropFrame, mode: Mode, shown: frozenset[str], *, final: bool) -> _Attempt:
    """Return the canvas, how many cells of room were missing beside the figure, and the landmarks without a name."""
    skin = outline_dots(drawing.figure, frame, shown & {"skin"}, flipped=drawing.flipped)
    dots = outline_dots(drawing.figure, frame, shown - {"skin"}, flipped=drawing.flipped)
    dots.draw_over(skin)
    for mark in drawing.marks:
        if frame.shows(mark.spot):
            dots.clear_cells(*frame.cell(mark.spot))
    dots.draw_over(skin)  # the outline itself comes nearer than creases and bones may
    for mark in drawing.marks:
        if frame.shows(mark.spot):
            dots.clear_around(*frame.dot(mark.spot))
    canvas = Canvas.of_dots(dots, mode)
    put_marks(canvas, frame, drawing.marks)
    label = Annotation(NO_ROOM_MISSING)
    for mark in drawing.marks:
        if mark.label:
            label = annotate(canvas, frame, mark, drawing.measures, final=final)
    points = [mark.spot for mark in drawing.marks]
    unnamed = [name for name in drawing.names if not name_landmark(canvas, frame, name, points, drawing.measures)]
    room = label.missing
    for name in unnamed:
        if not starts_across(drawing.measures, name):
            room = _with_room_for(name, room, frame, drawing.marks)
    return _Attempt(canvas, dots, room, tuple(unnamed), label.untold)


def _with_room_for(name: NamedLandmark, room: Room, frame: CropFrame, marks: Sequence[Mark]) -> Room:
    """Return the room with that for a landmark's label on its nearer side, where the figure stays large enough.

    Beside the label of a point in the same row it finds none: there it has the other side, where that is near.
    """
    wide = cell_width(name.label) + 3
    column, row = frame.cell(name.spot)
    left = frame.left_dots / DOTS_WIDE
    away = {False: column - left, True: left + (frame.box[2] - frame.box[0]) * frame.scale / DOTS_WIDE - column}
    middle = (frame.box[0] + frame.box[2]) / 2
    taken = [mark.spot[0] >= middle for mark in marks if mark.label and frame.cell(mark.spot)[1] == row]
    to_right = column * 2 >= frame.columns
    if to_right in taken and away[not to_right] <= _NEAR_CELLS:
        to_right = not to_right
    more = Room(room.left, max(room.right, wide)) if to_right else Room(max(room.left, wide), room.right)
    free = frame.columns - (frame.box[2] - frame.box[0]) * frame.highest_scale / DOTS_WIDE
    return more if more.left + more.right <= max(free, frame.columns * _MOST_ROOM_SHARE) else room
