"""Ranking: the points of one or several conditions, in one order."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from acucli.lookup.query_result import RankedPoint
from acucli.model.conditions import Choice
from acucli.model.library import Library


class _Place(msgspec.Struct, frozen=True, order=True):
    order: int
    rank: int
    slug: str
    choice: Choice


def rank(conditions: Iterable[str], library: Library) -> tuple[RankedPoint, ...]:
    """Return the points of these conditions (slugs), best first, ranks from 1.

    Points that serve more of the conditions come first; the rest follow in turn, each condition's own order kept.
    Conditions that offer no session, and points that are never pressed, add nothing. Unknown slugs are left out.
    """
    places: dict[str, list[_Place]] = {}
    for order, slug in enumerate(dict.fromkeys(conditions)):
        condition = library.conditions.get(slug)
        if condition is None or not condition.offered:
            continue
        for place, choice in enumerate(condition.points):
            places.setdefault(choice.code, []).append(_Place(order, place, slug, choice))
    ordered = sorted(places.items(), key=lambda item: _standing(item[1]))
    return tuple(_ranked(number, code, found) for number, (code, found) in enumerate(ordered, start=1))


class _Standing(msgspec.Struct, frozen=True, order=True):
    """Where a point stands among the others, the smallest first: complaints it serves, its rank, their order."""

    serves: int
    rank: int
    order: int


def _standing(found: list[_Place]) -> _Standing:
    best = min(found, key=lambda place: (place.rank, place.order))
    return _Standing(-len(found), best.rank, best.order)


def _ranked(number: int, code: str, found: list[_Place]) -> RankedPoint:
    best = min(found, key=lambda place: (place.rank, place.order))
    return RankedPoint(
        code=code,
        rank=number,
        for_=tuple(place.slug for place in sorted(found)),
        role=best.choice.role,
        basis=best.choice.basis,
        why=best.choice.why,
    )
