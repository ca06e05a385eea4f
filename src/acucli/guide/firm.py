"""Firm pressure: the few points whose sources use it, and the conditions under which it is offered at all."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from acucli.guide.person import Person
from acucli.guide.step_requests import StepRequest
from acucli.model.library import Library
from acucli.model.practice import PlanStep, Profile
from acucli.model.record import PRESSURE_WORDS

FIRM = 3
"""The pressure of this level; the words of it are in PRESSURE_WORDS."""
ANSWERED_DAYS = 28
"""For so many days "may you press freely?" counts as answered: as long as an answer about pregnancy holds."""
IN_WORDS = "a good ache, 4 of 10 at most"
_PREGNANCY = ("pregnant", "maybe-pregnant")
_USUAL = 2


class FirmWish(NamedTuple):
    """What stands around a wish for firm pressure: who is there, what is kept, and what else was asked for."""

    profile: Profile
    today: str
    sessions_done: int
    may_ask: bool
    overrides: bool = False


def refusal_of(wish: FirmWish) -> str:
    """Return why nothing is pressed firmly now, "" where it may be.

    Somebody must be there and have answered what stands against pressing; it is never for a first session, and never
    beside a caution that was lifted.
    """
    if not wish.may_ask:
        return "firm pressure is only for a session at a terminal that you answer yourself"
    if wish.overrides:
        return "firm pressure does not go with a caution that is lifted"
    if wish.profile.gentle:
        return "your profile asks for gentle sessions"
    if not _answered(wish.profile, wish.today):
        return "firm pressure needs the questions about pressing answered in the last four weeks"
    if not wish.sessions_done:
        return "firm pressure is not for a first session"
    return ""


def firm_requests(wanted: Sequence[StepRequest], library: Library, person: Person) -> tuple[StepRequest, ...]:
    """Return the places with firm pressure where the library has a source for it; the judge still decides on each.

    Points that are left out in pregnancy are never pressed firmly by somebody who is or may be pregnant.
    """
    pregnant = any(person.profile.has(slug) for slug in _PREGNANCY)
    return tuple(
        msgspec.structs.replace(request, pressure=FIRM) if _may(request, library, pregnant=pregnant) else request
        for request in wanted
    )


def note_of(steps: Sequence[PlanStep], library: Library) -> str:
    """Return what is said of firm pressure before such a session: where, how much, and after whom."""
    codes = tuple(dict.fromkeys(step.code for step in steps if step.pressure == FIRM))
    if not codes:
        return "nothing of this session is pressed firmly: only ST36, LI4 and GB21 have a source for it"
    sources = dict.fromkeys(name for code in codes for name in library.points[code].firm)
    titles = (_title(name, library) for name in sources)
    return f"{PRESSURE_WORDS[FIRM]} at {', '.join(codes)}: {IN_WORDS}. After: {'; '.join(titles)}"


def _may(request: StepRequest, library: Library, *, pregnant: bool) -> bool:
    if not request.code or request.technique != "press" or request.tool or request.pressure not in {0, _USUAL}:
        return False
    point = library.points[request.code]
    free = point.limit.level == "none" and not point.tissue
    return bool(point.firm) and free and not (pregnant and "pregnancy-points" in point.cautions)


def _answered(profile: Profile, today: str) -> bool:
    if not profile.screened:
        return False
    passed = datetime.date.fromisoformat(today) - datetime.date.fromisoformat(profile.screened)
    return 0 <= passed.days <= ANSWERED_DAYS


def _title(name: str, library: Library) -> str:
    return library.sources[name].title if name in library.sources else library.references[name].title
