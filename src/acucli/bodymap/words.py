"""Pictures in words: the same facts for ears, for braille lines and for terminals without drawings."""

from __future__ import annotations

from acucli.bodymap.placing import places_in, reasons_without_picture
from acucli.bodymap.sites import ShownSide
from acucli.bodymap.spoken_names import spoken
from acucli.model.figures import Figure
from acucli.model.points import Place, Point

# Up and down of the picture in words; on the crown seen from above they are behind and in front.
_VERTICALS = {"head-top": ("behind", "in front of")}


def shown_title(figure: Figure, side: ShownSide, window: str = "") -> str:
    """Return what a window of the figure shows, "left" and "right" exchanged where the other side is wanted."""
    caption = figure.captions.get(window, figure.title)
    if figure.side in ("both", side):
        return caption
    words = (side if word == figure.side else word for word in caption.split(" "))
    title = " ".join(words)
    return title.replace(figure.side.capitalize(), side.capitalize(), 1)


def label(point: Point) -> str:
    """Return what is written beside the point: its code, and its name where the code does not hold it."""
    name = point.names.plain
    return point.code if name in point.code else f"{point.code} {name}"


def picture_words(point: Point, figure: Figure, side: ShownSide) -> str:
    """Return what the picture of the point shows: view, side, landmark, distance, and the place in a sentence."""
    places = places_in(point, figure.name)
    distance = _distance(places[0], figure) if places else ""
    marked = f"{label(point)} is marked{', ' + distance if distance else ''}."
    sites = f" {len(places)} sites are shown." if len(places) > 1 else ""
    both = " The other side mirrors it." if point.sides == "both" and not figure.symmetric else ""
    where = point.where.strip()
    ending = "" if where.endswith((".", "!", "?")) else "."
    return f"{shown_title(figure, side)}. {marked}{sites} {where}{ending}{both}"


def no_picture_words(point: Point) -> str:
    """Return why there is no picture of the point, and its place in a sentence."""
    reasons = " ".join(reasons_without_picture(point))
    return f"{label(point)} has no picture. {reasons} {point.where}".strip()


def _distance(place: Place, figure: Figure) -> str:
    match place.rule:
        case "ruler":
            ruler = figure.rulers[place.along]
            return f"{place.cun:g} cun from {spoken(ruler.start)} towards {spoken(ruler.end)}"
        case "line":
            return f"{place.cun:g} of {place.of:g} parts of the way from {spoken(place.from_)} to {spoken(place.to)}"
        case "level":
            aside = f", {place.lateral:g} cun to the side of the midline" if place.lateral else ""
            return f"level with {spoken(place.at)}{aside}"
        case "off":
            return f"{_offset(place, figure)} {spoken(place.at)}"
        case _:
            return ""


def _offset(place: Place, figure: Figure) -> str:
    less, more = _VERTICALS.get(figure.name, ("above", "below"))
    parts = []
    if place.dy:
        parts.append(f"{abs(place.dy):g} cun {more if place.dy > 0 else less}")
    if place.dx:
        parts.append(f"{abs(place.dx):g} cun to the side of")
    return " and ".join(parts)
