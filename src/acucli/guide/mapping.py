"""Mapping: what a picture is of, which points stand in it for this person, and the same picture in words."""

from __future__ import annotations

from collections import Counter
from typing import Literal, NamedTuple

from acucli.bodymap.placing import views_of
from acucli.bodymap.words import no_picture_words, picture_words
from acucli.errors import NothingFound
from acucli.guide.finding import find
from acucli.guide.offering import kept_from, points_offered
from acucli.guide.preparing import prepare
from acucli.guide.request import Request
from acucli.guide.resolving import resolve
from acucli.model.command_answers import MapAnswer
from acucli.model.library import Library
from acucli.model.practice import Profile

MapKind = Literal["point", "meridian", "routine", "view"]
ShownSide = Literal["left", "right"]


class _Subject(NamedTuple):
    """What a picture is of, its name, the codes in it, and what was changed for this person."""

    kind: MapKind
    name: str
    codes: tuple[str, ...]
    view: str = ""
    notes: tuple[str, ...] = ()


def map_of(
    text: str, library: Library, profile: Profile, *, today: str, view: str = "", side: ShownSide = "right"
) -> MapAnswer:
    """Return what a picture is of: a view, a point, a meridian, or the points of a routine or condition.

    Of routines and conditions only what this person may press is drawn, and the rest is said. Of a point, a meridian
    and a view all is drawn, and what is not for this person is named.

    Raises:
        NothingFound: nothing of that name can be drawn, or not in that view; the hint names those that show it.
        RecordNotFound: nothing has that name.
    """
    subject = _subject(text, library, profile, today)
    shown = view or subject.view
    known = views_showing(subject.kind, subject.codes, library)
    if shown and shown not in known:
        raise NothingFound(f"there is no view {shown!r} of {subject.name}", hint=f"views: {', '.join(known)}")
    offers = points_offered(subject.codes, library, profile, today=today)
    refused = [offer for offer in offers if not offer.offered] if subject.kind == "point" else []
    return MapAnswer(
        kind=subject.kind,
        codes=subject.codes,
        words=_words(subject, shown, side, library),
        name=subject.name,
        view=shown,
        side=side,
        left_out=kept_from(offers),
        notes=subject.notes,
        warnings=tuple(
            f"{offer.label}: {library.points[offer.place].limit.reason if offer.never else offer.because}"
            for offer in refused
        ),
    )


def views_showing(kind: MapKind, codes: tuple[str, ...], library: Library) -> list[str]:
    """Return the figures that show something of a picture's points, those that show most of them first."""
    if kind == "view":
        return list(library.figures)
    counted = Counter(view for code in codes for view in views_of(library.points[code]))
    views = [view for view, _ in counted.most_common()]
    bodies = [name for name in library.figures if name.startswith("body-")] if kind != "point" else []
    return list(dict.fromkeys([*views, *bodies]))


def _words(subject: _Subject, view: str, side: ShownSide, library: Library) -> tuple[str, ...]:
    """Return the picture in words: view, landmark, distance, side and place of every point in it, or why not."""
    lines = []
    for number, code in enumerate(subject.codes, start=1):
        point = library.points[code]
        views = [name for name in views_of(point) if name == view or not view] or [*views_of(point)]
        words = picture_words(point, library.figures[views[0]], side) if views else no_picture_words(point)
        lines.append(f"{number}. {words}" if subject.kind == "routine" else words)
    return tuple(lines)


def _subject(text: str, library: Library, profile: Profile, today: str) -> _Subject:
    figure = text.removeprefix("figure:").strip()
    if figure in library.figures:
        shown = tuple(code for code, point in library.points.items() if figure in views_of(point))
        return _Subject("view", library.figures[figure].title, shown, figure)
    found = resolve(text, library)
    kinds = [found, *(resolve(other, library) for other in found.others)]
    order = ("point", "meridian", "routine", "condition")
    for item in sorted((item for item in kinds if item.kind in order), key=lambda item: order.index(item.kind)):
        if item.kind == "point":
            return _Subject("point", item.id, (item.id,))
        if item.kind == "meridian":
            codes = tuple(code for code, point in library.points.items() if point.meridian == item.id)
            return _Subject("meridian", f"{library.meridians[item.id].name} ({item.id})", codes)
        if item.kind == "routine":
            return _of_routine(item.id, library, profile, today)
        offered = _of_condition(item.id, library, profile, today)
        if offered.codes:
            return offered
    raise NothingFound(f"{text!r} has no picture", hint="try a point, a meridian or a routine: acu map LI4")


def _of_routine(slug: str, library: Library, profile: Profile, today: str) -> _Subject:
    """Return the points of a routine as this person would press them: what is left out is not drawn."""
    prepared = prepare(Request(what=slug), library, profile, today=today)
    if prepared.plan is None:
        raise NothingFound(prepared.refusal, hint=prepared.hint)
    plan = prepared.plan
    notes = [item.message for item in plan.left_out]
    notes += [item.message for item in plan.stand_ins]
    codes = tuple(dict.fromkeys(step.code for step in plan.steps if step.code))
    return _Subject("routine", library.routines[slug].name, codes, notes=tuple(notes))


def _of_condition(slug: str, library: Library, profile: Profile, today: str) -> _Subject:
    """Return the points of a condition that are offered to this person; what is left out is said, never drawn."""
    condition = library.conditions[slug]
    answer = find(slug, library, profile, today=today)
    chosen = {choice.code for choice in condition.points}
    codes = tuple(point.code for point in answer.points if point.code in chosen and point.pressable)
    return _Subject("routine", condition.name, codes, notes=tuple(item.message for item in answer.left_out))
