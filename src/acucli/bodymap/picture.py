"""The picture of one point, as a scene for the terminal and as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from acucli.bodymap.braille import Mode
from acucli.bodymap.drawing import Drawing, drawn
from acucli.bodymap.framing import flipped_box, whole, window
from acucli.bodymap.geometry import mirrored
from acucli.bodymap.locating import LOCATOR_COLUMNS, LOCATOR_ROWS, locator_lines
from acucli.bodymap.marks import Mark, RulerLine, beside_body, measures
from acucli.bodymap.outline import masks
from acucli.bodymap.placing import Placer, PlacingError, places_in, views_of
from acucli.bodymap.scene import Scene, beside, trimmed
from acucli.bodymap.sites import ShownSide, Sites, is_flipped, neighbours, sites
from acucli.bodymap.words import label, picture_words, shown_title
from acucli.errors import RecordNotFound
from acucli.model.figures import Figure
from acucli.model.points import Point

NARROWEST = 40
LOCATOR_FROM_COLUMNS = 80
GAP = 2
_ROWS_PER_COLUMN = 0.43
_MOST_ROWS = 36


class PictureStyle(NamedTuple):
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
    drawing, found = _point_drawing(point, figures, points, view, side, label(point) if style.named else point.code)
    figure = drawing.figure
    wanted = width >= LOCATOR_FROM_COLUMNS if style.locator is None else style.locator
    with_locator = wanted and figure.locator is not None
    columns = width - LOCATOR_COLUMNS - GAP if with_locator else width
    rows = height or min(_MOST_ROWS, max(12, round(columns * _ROWS_PER_COLUMN)))
    lines = trimmed(drawn(drawing, columns, rows, style.mode, colour=style.colour))
    if with_locator and figure.locator is not None:
        body = figures[figure.locator.view]
        small = trimmed(locator_lines(figure, body, found.here, side, style.mode, rows=min(LOCATOR_ROWS, rows)))
        lines = beside(small, lines, left_width=LOCATOR_COLUMNS, gap=GAP)
    return Scene(title=shown_title(figure, side), words=picture_words(point, figure, side), width=width, lines=lines)


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
    drawing, _ = _point_drawing(point, figures, points, view, side, label(point))
    regions = masks(drawing.figure)
    if drawing.flipped:
        regions = [[mirrored(spot) for spot in region] for region in regions]
    ways = [beside_body(way, regions, drawing.box) for way in drawing.measures]
    return svg(
        Panel(drawing.figure, drawing.marks, drawing.box, drawing.flipped, ways),
        title=f"{label(point)}: {shown_title(drawing.figure, side)}",
        description=picture_words(point, drawing.figure, side),
    )


def _point_drawing(
    point: Point,
    figures: Mapping[str, Figure],
    points: Mapping[str, Point],
    view: str | None,
    side: ShownSide,
    text: str,
) -> tuple[Drawing, Sites]:
    views = views_of(point)
    name = view or views[0]
    if name not in views:
        raise RecordNotFound(f"view of {point.code}", name, closest=views)
    if name not in figures:
        raise PlacingError(point.code, name, "there is no figure of that name")
    figure = figures[name]
    placer = Placer(figure, points)
    found = sites(placer, point, side)
    flipped = is_flipped(figure, side)
    place = places_in(point, name)[0]
    ways = tuple(measures(placer, place, placer.spots(point.code)[0]))
    box = window(figure, (*placer.spots(point.code), *(way.start for way in ways)), name=place.window)
    marks = [Mark(spot, "", "neighbour") for spot in neighbours(placer, point, points, side)]
    marks += [Mark(spot, "", "twin") for spot in found.there]
    marks += [Mark(spot, "" if number else text) for number, spot in enumerate(found.here)]
    on_images = flipped or (figure.symmetric and found.here[0] != placer.spots(point.code)[0])
    shown = tuple(_mirrored_measure(way) for way in ways) if on_images else ways
    limits = whole(figure)
    if flipped:
        box, limits = flipped_box(box), flipped_box(limits)
    return Drawing(figure, flipped, box, limits, tuple(marks), shown), found


def _mirrored_measure(measure: RulerLine) -> RulerLine:
    ticks = tuple(mirrored(tick) for tick in measure.ticks)
    return RulerLine(mirrored(measure.start), mirrored(measure.end), ticks, measure.label)
