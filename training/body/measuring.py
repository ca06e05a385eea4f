"""Measures the distances of the places along the skin, as a check that does not use the pictures."""

from __future__ import annotations

from collections.abc import Iterator

from training.body.places import Placing, Sheet, normal_at
from training.body.skin import Address, arc, nearest, on_skin
from training.body.views import posed


def table(placing: Placing) -> Iterator[str]:
    """Yield a line for every distance: code, view, what is measured, cun of the text, cun along the skin."""
    yield "code\tview\tfrom\truler\tcun\tmeasured"
    for row in rows(placing):
        yield "\t".join(row)


def rows(placing: Placing) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Yield the rows of the table."""
    for code, point in placing.points.items():
        places = [place for place in point.places if place.rule not in ("none", "seen")]
        for place, seat in zip([p for p in places if p.view == places[0].view] if places else [], placing.seats(code), strict=False):
            sheet = placing.sheets[place.view]
            match place.rule:
                case "ruler" if place.cun:
                    start, end, cun = sheet.ends(place.along)
                    base = sheet.figure.rulers[place.along].start
                    measured = _levels(sheet, base, sheet.figure.rulers[place.along].end, seat.spot, cun)
                    yield code, place.view, base, place.along, f"{place.cun:g}", f"{measured:.2f}"
                case "line" if place.of:
                    whole = _arc(sheet, placing.where(sheet, place.from_), placing.where(sheet, place.to))
                    part = _arc(sheet, placing.where(sheet, place.from_), seat.where)
                    yield code, place.view, place.from_, f"to {place.to}", f"{place.cun:g}", f"{part / whole * place.of:.2f}"
                case "level" if place.lateral:
                    yield code, place.view, "midline", place.along, f"{place.lateral:g}", f"{_lateral(sheet, place.along, seat.spot):.2f}"
                case "off":
                    wanted = ((place.dx or 0) ** 2 + (place.dy or 0) ** 2) ** 0.5
                    at = placing.where(sheet, place.at)
                    start, end, cun = sheet.ends(place.along)
                    unit = _arc(sheet, _address(sheet, start), _address(sheet, end)) / cun
                    yield code, place.view, place.at, place.along, f"{wanted:.3g}", f"{_arc(sheet, at, seat.where) / unit:.2f}"


def _levels(sheet: Sheet, start: str, end: str, spot: tuple[float, float], cun: float) -> float:
    """Return how many cun the level of a spot lies from the ruler's start, along the ruler's own line of skin."""
    first, last = sheet.landmarks[start], sheet.landmarks[end]
    way = (last[0] - first[0], last[1] - first[1])
    share = ((spot[0] - first[0]) * way[0] + (spot[1] - first[1]) * way[1]) / (way[0] ** 2 + way[1] ** 2)
    foot = (first[0] + way[0] * share, first[1] + way[1] * share)
    whole = _arc(sheet, _address(sheet, first), _address(sheet, last))
    return _arc(sheet, _address(sheet, first), _address(sheet, foot)) / whole * cun if share > 0.01 else 0.0


def _lateral(sheet: Sheet, ruler: str, spot: tuple[float, float]) -> float:
    start, end, cun = sheet.ends(ruler)
    return abs(spot[0] - start[0]) / abs(end[0] - start[0]) * cun


def _address(sheet: Sheet, spot: tuple[float, float]) -> Address:
    from training.body.skin import address

    return address(sheet.drawn, spot)


def _arc(sheet: Sheet, one: Address, other: Address) -> float:
    surface = posed(sheet.drawn.view.pose)
    return arc(surface, on_skin(one, surface), on_skin(other, surface), normal_at(surface, one) + normal_at(surface, other))


__all__ = ["nearest", "rows", "table"]
