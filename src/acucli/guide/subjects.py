"""Subjects: what a session is about before anybody was asked, from codes, a routine, a condition or free words."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from acucli.errors import RecordNotFound
from acucli.guide import step_requests as drafts
from acucli.guide.request import Request
from acucli.guide.step_requests import StepRequest
from acucli.lookup import QueryResult, interpret
from acucli.model.conditions import Condition
from acucli.model.library import Library
from acucli.model.routines import Routine
from acucli.text.nearness import closest

_SLIP = 85.0
"""Per cent of their letters that the name of a routine and what was typed share, in order."""


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """What the session is about, before anybody was asked; `guessed` is what words with a slip in them were read as."""

    slug: str
    name: str
    kind: str
    drafts: tuple[StepRequest, ...]
    conditions: tuple[Condition, ...] = ()
    routine: Routine | None = None
    others: tuple[str, ...] = ()
    guessed: str = ""


def subject_of(request: Request, library: Library, meaning: QueryResult | None) -> Subject:
    """Return what the request is about: a routine first, then a condition with its routine, then points.

    Raises:
        RecordNotFound: the words mean nothing here, or a code is none.
    """
    if request.codes:
        return _chosen(request.codes, library)
    what = request.what
    assert meaning is not None
    if not request.composed:
        if what in library.routines:
            return _of_routine(library.routines[what], library)
        for kind, key in meaning.named:
            if kind == "routine":
                return _of_routine(library.routines[key], library)
        if nearest := _slip_in_slug(what, library):
            return msgspec.structs.replace(_of_routine(library.routines[nearest], library), guessed=nearest)
    if meaning.conditions:
        return _of_conditions(meaning, library, request)
    if meaning.points:
        chosen = _chosen(_first_readings(meaning), library)
        slips = [reading.code for reading in meaning.points if reading.how == "typo"]
        return msgspec.structs.replace(chosen, guessed=slips[0] if slips else "")
    raise RecordNotFound("routine or condition", what, meaning.suggestions[:3])


def _slip_in_slug(what: str, library: Library) -> str:
    """Return the routine whose name was typed with a slip in it ("stres-quick"), nothing for other words.

    Only what is written as such a name, in several parts without a blank, is taken for one.
    """
    if "-" not in what or " " in what.strip() or what in library.conditions:
        return ""
    return next(iter(closest(what.strip().lower(), library.routines, most=1, least=_SLIP)), "")


def _first_readings(meaning: QueryResult) -> tuple[str, ...]:
    """Return the points that words name, each word's usual reading."""
    first: dict[str, str] = {}
    for reading in meaning.points:
        first.setdefault(reading.matched, reading.code)
    return tuple(first.values())


def _chosen(codes: Sequence[str], library: Library) -> Subject:
    known = []
    for text in codes:
        code = text.strip()
        if code.upper() in library.points:
            code = code.upper()
        if code not in library.points:
            meaning = interpret(code, library)
            if not meaning.points or meaning.points[0].how == "typo":
                raise RecordNotFound("point", text, [reading.code for reading in meaning.points[:1]])
            code = meaning.points[0].code
        known.append(code)
    chosen = tuple(dict.fromkeys(known))  # the same point twice would be pressed beyond the limit of a round
    return Subject(slug="points", name=", ".join(chosen), kind="choice", drafts=drafts.of_points(chosen, library))


def _of_routine(routine: Routine, library: Library, others: tuple[str, ...] = ()) -> Subject:
    conditions = tuple(library.conditions[slug] for slug in routine.for_ if slug in library.conditions)
    return Subject(
        slug=routine.slug,
        name=routine.name,
        kind="routine",
        drafts=drafts.of_routine(routine),
        conditions=conditions[:1],
        routine=routine,
        others=others,
    )


def _of_conditions(meaning: QueryResult, library: Library, request: Request) -> Subject:
    """Return the first condition's routine, or a session composed for it; a setting always composes anew."""
    setting = request.wishes.setting
    first, *rest = [library.conditions[reading.slug] for reading in meaning.conditions]
    others = (*(condition.name for condition in rest), *_first_readings(meaning))
    guessed = first.slug if meaning.conditions[0].how == "typo" else ""
    routine = library.routines.get(first.routine)
    if routine is not None and first.offered and not setting and not request.composed:
        subject = _of_routine(routine, library, others)
        return msgspec.structs.replace(subject, conditions=(first,), guessed=guessed)
    composed = drafts.of_condition(first, library, setting=setting)
    return Subject(
        slug=first.slug,
        name=first.name,
        kind="condition",
        drafts=composed,
        conditions=(first,),
        others=others,
        guessed=guessed,
    )
