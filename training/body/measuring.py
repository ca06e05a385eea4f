"""Measures the distances of the places along the skin, as a check that does not use the pictures."""

from __future__ import annotations

from collections.abc import Iterator

from training.body.places import Placing, Sheet
from training.body.skin import Address, address, arc
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
        seats = placing.seats(code)
        for place, seat in zip(
            [place for place in places if seats and place.view == seats[0].view], seats, strict=False
        ):
            sheet = placing.sheets[place.view]
            match place.rule:
                case "ruler" if place.cun:
                    base = sheet.figure.rulers[place.along].start
                    measured = _levels(sheet, place.along, seat.spot)
                    yield code, place.view, base, place.along, f"{place.cun:g}", f"{measured:.2f}"
                case "line" if place.of:
                    whole = _arc(sheet, placing.where(sheet, place.from_), placing.where(sheet, place.to))
                    part = _arc(sheet, placing.where(sheet, place.from_), seat.where)
                    yield (
                        code,
                        place.view,
                        place.from_,
                        f"to {place.to}",
                        f"{place.cun:g}",
                        f"{part / whole * place.of:.2f}",
                    )
                case "level" if place.lateral:
                    yield (
                        code,
                        place.view,
                        "midline",
                        place.along,
                        f"{place.lateral:g}",
                        f"{_lateral(sheet, place.along, seat.spot):.2f}",
                    )
                case "off":
                    wanted = ((place.dx or 0) ** 2 + (place.dy or 0) ** 2) ** 0.5
                    at = placing.where(sheet, place.at)
                    unit = _cun(sheet, place.along)
                    yield (
                        code,
                        place.view,
                        place.at,
                        place.along,
                        f"{wanted:.3g}",
                        f"{_arc(sheet, at, seat.where) / unit:.2f}",
                    )


def _levels(sheet: Sheet, ruler: str, spot: tuple[float, float]) -> float:
    """Return how many cun the level of a spot lies from the ruler's start, along the ruler's own line of skin."""
    seen = sheet.borrowed.get((sheet.name, ruler), sheet)
    first, last, _ = seen.ends(ruler)
    if seen is not sheet:  # a limb's heights are the same from every side
        spot = (first[0] + (last[0] - first[0]) * (spot[1] - first[1]) / (last[1] - first[1]), spot[1])
    way = (last[0] - first[0], last[1] - first[1])
    share = ((spot[0] - first[0]) * way[0] + (spot[1] - first[1]) * way[1]) / (way[0] ** 2 + way[1] ** 2)
    foot = (first[0] + way[0] * share, first[1] + way[1] * share)
    if share < 0.01:
        return 0.0
    return _arc(seen, _address(seen, first), _address(seen, foot)) / _cun(sheet, ruler)


def _cun(sheet: Sheet, ruler: str) -> float:
    """Return the millimetres of a ruler's cun along the skin, measured where the whole ruler is seen."""
    seen = sheet.borrowed.get((sheet.name, ruler), sheet)
    start, end, cun = seen.ends(ruler)
    return _arc(seen, _address(seen, start), _address(seen, end)) / cun


def _lateral(sheet: Sheet, ruler: str, spot: tuple[float, float]) -> float:
    start, end, cun = sheet.ends(ruler)
    unit = abs(end[0] - start[0]) / cun
    flat = abs(spot[0] - start[0])
    if flat <= cun * unit + 1:
        return flat / unit
    edge = (start[0] + cun * unit, spot[1])  # beyond the ruler the text's distance is walked along the skin
    return cun + _arc(sheet, _address(sheet, edge), _address(sheet, spot)) / unit


def _address(sheet: Sheet, spot: tuple[float, float]) -> Address:
    return address(sheet.drawn, spot)


def _arc(sheet: Sheet, one: Address, other: Address) -> float:
    (start, out), (end, out_there) = sheet.on_its_side(one), sheet.on_its_side(other)
    return arc(posed(sheet.drawn.view.pose), start, end, out + out_there)
