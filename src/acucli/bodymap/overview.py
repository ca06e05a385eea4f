"""Pictures of many points: a meridian, a routine, or all points of one view; as scenes and as SVG."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from acucli.bodymap.braille import Mode
from acucli.bodymap.columns import listed
from acucli.bodymap.drawing import Drawing
from acucli.bodymap.framing import flipped_box, whole, window
from acucli.bodymap.geometry import Box, Spot, mirrored
from acucli.bodymap.locating import spots_on_body
from acucli.bodymap.marks import Mark, MarkKind
from acucli.bodymap.placing import Placer, views_of
from acucli.bodymap.scene import Line, trimmed
from acucli.bodymap.sites import ShownSide, is_flipped, sites
from acucli.bodymap.svg import Panel, svg
from acucli.bodymap.words import shown_title
from acucli.errors import RecordNotFound
from acucli.model.figures import Figure
from acucli.model.points import Point

_ROWS = 46
_MOST_BODIES = 3
_WHOLE_BODY = "body-front"
_SHEET_LETTERS = {"head": 1.8, "hand": 1.9, "foot": 1.9, "ear": 1.9}
_SMALL_LETTERS = 1.4


class Overview(NamedTuple):
    """Labelled points in one view; `left_out` are the codes the view cannot show."""

    drawing: Drawing
    title: str
    marked: str
    left_out: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Return which points are marked in the view, and which it cannot show."""
        left_out = f" Not in this view: {', '.join(self.left_out)}." if self.left_out else ""
        return f"{self.marked}{left_out}"

    def lines(self, width: int, mode: Mode, *, height: int | None = None, colour: bool = True) -> tuple[Line, ...]:
        """Return the overview for the terminal, its empty edges cut off."""
        return trimmed(listed(self.drawing, width, height or _ROWS, mode, colour=colour))

    def svg(self) -> str | None:
        """Return the overview as an SVG document; None when no point can be shown."""
        return svg(self.panel(), title=self.title, description=self.words) if self.drawing.marks else None

    def panel(self) -> Panel:
        """Return what the overview shows, to be drawn as SVG."""
        drawing = self.drawing
        letters = _SHEET_LETTERS.get(drawing.figure.name.split("-")[0], _SMALL_LETTERS)
        return Panel(
            drawing.figure, drawing.marks, drawing.box, drawing.flipped, letters=letters, joined=drawing.joined
        )


def meridian_overviews(
    meridian: str,
    figures: Mapping[str, Figure],
    points: Mapping[str, Point],
    *,
    view: str | None = None,
    side: ShownSide = "right",
    joined: bool = False,
) -> tuple[Overview, ...]:
    """Return all points of a channel on as many whole bodies as it takes, or those that `view` shows.

    `joined` draws a line from each point to the next.

    Raises:
        RecordNotFound: there is no figure of that name.
        PlacingError: a place cannot be carried out.
    """
    codes = [code for code in points if code.startswith(meridian) and code[len(meridian) :].isdigit()]
    codes.sort(key=lambda code: int(code[len(meridian) :]))
    found = _overviews({code: code for code in codes}, figures, points, view, side, "neighbour")
    return tuple(item._replace(drawing=item.drawing._replace(joined=joined)) for item in found)


def routine_overviews(
    codes: Sequence[str],
    figures: Mapping[str, Figure],
    points: Mapping[str, Point],
    *,
    view: str | None = None,
    side: ShownSide = "right",
) -> tuple[Overview, ...]:
    """Return the points of a routine numbered in order: in the one view that shows all, or on whole bodies.

    Raises:
        KeyError: there is no point of that code.
        RecordNotFound: there is no figure of that name.
        PlacingError: a place cannot be carried out.
    """
    ordered = list(dict.fromkeys(codes))
    labels = {code: f"{number} {code}" for number, code in enumerate(ordered, 1)}
    shared = set.intersection(*(set(views_of(points[code])) for code in ordered)) if ordered else set()
    first = next((name for name in views_of(points[ordered[0]]) if name in shared), None) if ordered else None
    return _overviews(labels, figures, points, view or first, side, "point")


def view_overview(
    view: str, figures: Mapping[str, Figure], points: Mapping[str, Point], *, side: ShownSide = "right"
) -> Overview:
    """Return all points that one view shows: a contact sheet."""
    labels = {code: code.removeprefix("EAR-") for code in points if view in views_of(points[code])}
    return _overview(labels, figures, points, view, side, "point")


def _overviews(
    labels: Mapping[str, str],
    figures: Mapping[str, Figure],
    points: Mapping[str, Point],
    view: str | None,
    side: ShownSide,
    kind: MarkKind,
) -> tuple[Overview, ...]:
    """Return one overview of `view`, else bodies, each with the points that those before it could not show."""
    found = [_overview(labels, figures, points, view, side, kind)]
    while not view and len(found) < _MOST_BODIES and (left := found[-1].left_out):
        more = _overview({code: labels[code] for code in left}, figures, points, None, side, kind)
        if not more.drawing.marks:
            break
        found.append(more)
    return tuple(found)


def _overview(
    labels: Mapping[str, str],
    figures: Mapping[str, Figure],
    points: Mapping[str, Point],
    view: str | None,
    side: ShownSide,
    kind: MarkKind,
) -> Overview:
    name = view or _body_view(labels, figures, points)
    if name not in figures:
        raise RecordNotFound("figure", name, closest=[known for known in figures if name and name in known])
    figure = figures[name]
    placers: dict[str, Placer] = {}
    marks: list[Mark] = []
    left_out: list[str] = []
    for code, text in labels.items():
        spots = _spots(points[code], figure, figures, points, placers, side)
        marks += [Mark(spot, "" if number else text, kind) for number, spot in enumerate(spots)]
        if not spots:
            left_out.append(code)
    flipped = is_flipped(figure, side)
    box, limits = _boxes(figure, marks, flipped=flipped)
    title = shown_title(figure, side)
    shown = ", ".join(text for code, text in labels.items() if code not in left_out)
    marked = f"{title}. Marked: {shown or 'no points'}."
    return Overview(Drawing(figure, flipped, box, limits, tuple(marks)), title, marked, tuple(left_out))


def _boxes(figure: Figure, marks: Sequence[Mark], *, flipped: bool) -> tuple[Box, Box]:
    limits = whole(figure)
    written = tuple(mirrored(mark.spot) if flipped else mark.spot for mark in marks)
    if figure.symmetric:
        written += tuple(mirrored(spot) for spot in written)
    box = window(figure, written) if written else limits
    return (flipped_box(box), flipped_box(limits)) if flipped else (box, limits)


def _body_view(codes: Iterable[str], figures: Mapping[str, Figure], points: Mapping[str, Point]) -> str:
    """Return the whole-body figure on which most of the points lie."""
    counted: Counter[str] = Counter()
    for code in codes:
        for view in [name for name in views_of(points[code]) if name in figures][:1]:
            locator = figures[view].locator
            if locator is not None:
                counted[locator.view] += 1
    return counted.most_common(1)[0][0] if counted else _WHOLE_BODY


def _spots(
    point: Point,
    figure: Figure,
    figures: Mapping[str, Figure],
    points: Mapping[str, Point],
    placers: dict[str, Placer],
    side: ShownSide,
) -> tuple[Spot, ...]:
    """Return where the point lies in `figure` as shown: by its own place there, or by way of a whole-body figure."""
    views = [name for name in views_of(point) if name in figures]
    for view in sorted(views, key=lambda name: name != figure.name):
        source = figures[view]
        placer = placers.setdefault(view, Placer(source, points))
        found = sites(placer, point, side).here
        if view == figure.name:
            return found
        if figure.name.startswith("body-") and (shown := spots_on_body(point.code, source, figure, found[:1], side)):
            return shown[:1]
    return ()
