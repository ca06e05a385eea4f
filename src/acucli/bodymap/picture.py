"""The picture of one point, as a scene for the terminal and as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from acucli.bodymap.braille import Mode
from acucli.bodymap.drawing import Drawing, drawn
from acucli.bodymap.framing import flipped_box, shown_ends, whole
from acucli.bodymap.geometry import mirrored
from acucli.bodymap.locating import LOCATOR_COLUMNS, LOCATOR_ROWS, locator_lines
from acucli.bodymap.marks import Mark, RulerLine, beside_body, measures
from acucli.bodymap.naming import outlook
from acucli.bodymap.outline import masks
from acucli.bodymap.placing import Placer, PlacingError, places_in, views_of
from acucli.bodymap.scene import Scene, StyledRun, beside, trimmed
from acucli.bodymap.sites import ShownSide, Sites, is_flipped, sites
from acucli.bodymap.words import label, picture_words, shown_title
from acucli.errors import RecordNotFound
from acucli.model.figures import Figure
from acucli.model.points import Point

if TYPE_CHECKING:
    from acucli.bodymap.words_around import PaperSize

NARROWEST = 40
LOCATOR_FROM_COLUMNS = 80
GAP = 2
_ROWS_PER_COLUMN = 0.43
_MOST_ROWS = 36
_CROWDED = ("hand-back", "foot-top")
"""Figures whose bones lie so close that a small picture drowns in them."""
_DRAWN_BONES = ("rib", "shoulder blade", "shin", "cord", "tendon", "collar", "sacrum", "hip bone")


class _Asked(NamedTuple):
    """Which point is looked at, in which view, on which side."""

    point: Point
    view: str
    side: ShownSide


class PictureStyle(msgspec.Struct, frozen=True):
    """How a picture is drawn: `colour` false leaves out what only colour tells apart.

    The locator is there from 80 columns on unless `locator` says otherwise. The label is the code with the name, or
    only the code where the name stands beside the picture and not `named`.
    """

    mode: Mode
    colour: bool = True
    locator: bool | None = None
    named: bool = True


def point_picture(
    point: Point,
    figures: Mapping[str, Figure],
    points: Mapping[str, Point],
    *,
    width: int,
    style: PictureStyle,
    view: str | None = None,
    side: ShownSide = "right",
    height: int | None = None,
) -> Scene | None:
    """Return the picture of a point, at most `width` columns wide: a whole-body locator and the figure.

    `height` limits the rows. Empty edges are cut off. None below 40 columns, and for a point that has no picture.

    Raises:
        RecordNotFound: the point is not shown in `view`.
        PlacingError: its place cannot be carried out.
    """
    if width < NARROWEST or not views_of(point):
        return None
    asked = _Asked(point, view or views_of(point)[0], side)
    drawing, found = _point_drawing(asked, figures, points, label(point) if style.named else point.code)
    figure = drawing.figure
    wanted = width >= LOCATOR_FROM_COLUMNS if style.locator is None else style.locator
    with_locator = wanted and figure.locator is not None
    columns = width - LOCATOR_COLUMNS - GAP if with_locator else width
    rows = height or min(_MOST_ROWS, max(12, round(columns * _ROWS_PER_COLUMN)))
    title = title_lines(drawing.title, width)
    lines = trimmed(drawn(drawing, columns, rows - len(title), style.mode, colour=style.colour))
    if with_locator and figure.locator is not None:
        body = figures[figure.locator.view]
        shown_rows = min(LOCATOR_ROWS, rows - len(title))
        small = trimmed(locator_lines(asked.point.code, figure, body, found.here, side, style.mode, rows=shown_rows))
        lines = beside(small, lines, left_width=LOCATOR_COLUMNS, gap=GAP)
    titled = (*((StyledRun(text, "label"),) for text in title), *lines)
    return Scene(title=drawing.title, words=picture_words(point, figure, side), width=width, lines=titled)


def title_lines(title: str, columns: int) -> list[str]:
    """Return a title in lines of at most `columns` letters, broken between words."""
    broken = title.rfind(" ", 0, columns + 1)
    if len(title) <= columns or broken <= 0:
        return [title]
    return [title[:broken], *title_lines(title[broken + 1 :], columns)]


def point_svg(
    point: Point,
    figures: Mapping[str, Figure],
    points: Mapping[str, Point],
    *,
    view: str | None = None,
    side: ShownSide = "right",
) -> str | None:
    """Return the picture of a point as an SVG document; None for a point that has no picture.

    Raises:
        RecordNotFound: the point is not shown in `view`.
        PlacingError: its place cannot be carried out.
    """
    from acucli.bodymap.svg import (
        Panel,
        svg,
    )  # 1 ms that a card in the terminal does not need

    if not views_of(point):
        return None
    asked = _Asked(point, view or views_of(point)[0], side)
    drawing, _ = _point_drawing(asked, figures, points, label(point))
    panel = Panel(
        drawing.figure,
        drawing.marks,
        drawing.box,
        drawing.flipped,
        _beside(drawing),
        title=drawing.title,
        names=drawing.names,
        ends=drawing.ends,
    )
    return svg(panel, title=f"{label(point)}: {drawing.title}", description=picture_words(point, drawing.figure, side))


def printed_svg(
    point: Point,
    figures: Mapping[str, Figure],
    points: Mapping[str, Point],
    *,
    size: PaperSize,
    side: ShownSide = "right",
) -> str | None:
    """Return the picture of a point for so many millimetres of paper; None where it has none.

    Its letters have one size whatever the room, and a distance is told in fingers where the point has it so.
    """
    from acucli.bodymap.callouts import Callouts, called_out  # for handouts alone

    if not views_of(point):
        return None
    drawing, _ = _point_drawing(_Asked(point, views_of(point)[0], side), figures, points, point.code)
    ways = _beside(drawing)
    if len(ways) == 1 and point.measure is not None and point.measure.fingers:
        ways = [msgspec.structs.replace(ways[0], label=_in_fingers(point.measure.fingers))]
    callouts = Callouts(
        drawing.figure,
        drawing.box,
        drawing.limits,
        drawing.flipped,
        drawing.marks,
        ways,
        drawing.names,
        drawing.ends,
        drawing.title,
    )
    words = picture_words(point, drawing.figure, side)
    return called_out(callouts, size, title=f"{label(point)}: {drawing.title}", description=words)


def _beside(drawing: Drawing) -> list[RulerLine]:
    """Return the distances of a drawing, moved beside the body where there is room."""
    regions = masks(drawing.figure)
    if drawing.flipped:
        regions = [[mirrored(spot) for spot in region] for region in regions]
    return [beside_body(way, regions, drawing.box) for way in drawing.measures]


def _in_fingers(fingers: str) -> str:
    """Return a distance in fingers without what the words beside the picture say: `three fingers`."""
    return fingers.replace(" of your own", "").replace(" held together", "")


def _point_drawing(
    asked: _Asked, figures: Mapping[str, Figure], points: Mapping[str, Point], text: str
) -> tuple[Drawing, Sites]:
    point, name, side = asked
    if name not in views_of(point):
        raise RecordNotFound(f"view of {point.code}", name, closest=views_of(point))
    if name not in figures:
        raise PlacingError(point.code, name, "there is no figure of that name")
    figure = figures[name]
    placer = Placer(figure, points)
    found = sites(placer, point, side)
    flipped = is_flipped(figure, side)
    place = places_in(point, name)[0]
    spots = placer.spots(point.code)
    ways = tuple(measures(placer, place, spots[0]))
    shown, names = outlook(point, place, figure, (*spots, *(way.start for way in ways)))
    box, limits = figure.windows.get(shown) or whole(figure), whole(figure)
    marks = [Mark(spot, "", "twin") for spot in found.there]
    marks += [Mark(spot, "" if number else text) for number, spot in enumerate(found.here)]
    if flipped or (figure.symmetric and found.here[0] != spots[0]):
        ways = tuple(_mirrored_measure(way) for way in ways)
        names = [msgspec.structs.replace(item, spot=mirrored(item.spot)) for item in names]
    if flipped:
        box, limits = flipped_box(box), flipped_box(limits)
    ends = shown_ends(figure, flipped)
    title = shown_title(figure, side, shown)
    return Drawing(
        figure, flipped, box, limits, tuple(marks), ways, tuple(names), ends, title, _wants_bones(point, figure)
    ), found


def _wants_bones(point: Point, figure: Figure) -> bool:
    """Tell whether the text leads along bones or cords that are drawn: then small pictures show them too."""
    text = f"{point.find} {point.where}".lower()
    return figure.name not in _CROWDED and any(word in text for word in _DRAWN_BONES)


def _mirrored_measure(measure: RulerLine) -> RulerLine:
    ticks = tuple(mirrored(tick) for tick in measure.ticks)
    return RulerLine(mirrored(measure.start), mirrored(measure.end), ticks, measure.label)
