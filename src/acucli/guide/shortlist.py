"""The short list of a complaint: the places of its own session first, then what else is named, a line each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

import msgspec

from acucli.errors import AcuError
from acucli.guide.calm_plan import USUAL_SECONDS
from acucli.guide.finding import is_the_sign
from acucli.guide.offering import points_offered
from acucli.guide.person import Person
from acucli.guide.plan_options import PlanOptions
from acucli.guide.preparing import prepare
from acucli.guide.request import Request
from acucli.lookup import QueryResult, interpret
from acucli.model.answers import FindAnswer, Flag, FoundCaution, FoundPoint
from acucli.model.library import Library
from acucli.model.points import Point
from acucli.model.practice import Plan, PlanStep, Profile
from acucli.model.record import Value
from acucli.model.routines import Area
from acucli.model.safety import Caution, RedFlag
from acucli.profile.screening import told_by
from acucli.text.quoting import quoted
from acucli.text.shorten import first_clauses, shortened

LAY_LINE = 60
"""The most characters of a lay line: with the code, the sides and the seconds it fills a row of 80."""
FEWEST_PLACES = 3
USUAL_PLACES = 6
"""So many places are shown; a session that has more is shown whole."""

SidesWord = Literal["both", "each", "left", "right", "one"]
"""`both` at once, `each` in turn, one side, or `one` place on the middle line."""


_SEVERAL = 2
_LONG_REFUSAL = 200
_MANY = 99
_LEVELS = {"emergency": 0, "crisis": 0, "urgent": 1, "see-doctor": 2}


class ListedPlace(Value, frozen=True, kw_only=True):
    """A place of the list as it is said: `seconds` are of each side, 0 where it is not offered; an area has no code.

    `not_if` names who should leave it alone, `for_you` what this person minds there, `refusal` why it is not offered.
    """

    code: str
    name: str
    lay: str
    by_touch: str
    sides: SidesWord
    seconds: int
    english: str = ""
    hanzi: str = ""
    why: str = ""
    refusal: str = ""
    stands_for: str = ""
    not_if: tuple[str, ...] = ()
    for_you: tuple[str, ...] = ()


class ShortList(Value, frozen=True, kw_only=True):
    """What fits one screen: how to start, in how many minutes, the places, and how many more there are.

    `start` is a command line, empty where no session is offered; `refused` says why this person gets none. The first
    `pressed` places are those of the session; where that is breath alone, of the one that comes `later`.
    `for_you` is what this person minds at every one of the points. `others` are the sessions of further complaints by
    their slugs, each with the facts that were said.
    """

    start: str = ""
    minutes: int = 0
    refused: str = ""
    later: str = ""
    places: tuple[ListedPlace, ...] = ()
    pressed: int = 0
    more: int = 0
    for_you: tuple[str, ...] = ()
    others: dict[str, str] = {}

    @property
    def in_all(self) -> int:
        """Return how many places there are, the ones that are not shown included."""
        return len(self.places) + self.more

    def shorter(self) -> ShortList | None:
        """Return the list without its last place; None where only those of the session, or three, are left."""
        if len(self.places) <= max(FEWEST_PLACES, self.pressed):
            return None
        return msgspec.structs.replace(self, places=self.places[:-1], more=self.more + 1)


class ListWish(Value, frozen=True, kw_only=True):
    """How the list was asked for: at most so many places (0: the usual), a setting, and whether it was narrowed."""

    limit: int = 0
    setting: str = ""
    narrowed: bool = False


class _OwnSession(NamedTuple):
    """The session of a complaint for this person: its command line, the plan of its places, or why there is none.

    Where breath alone comes first, `later` is the session with places.
    """

    start: str = ""
    plan: Plan | None = None
    refused: str = ""
    minutes: int = 0
    later: str = ""


def shortlist_of(
    answer: FindAnswer, library: Library, profile: Profile, *, today: str, wish: ListWish | None = None
) -> ShortList:
    """Return the short list of an answer, as this person's session would have it."""
    wanted = wish or ListWish()
    meaning = interpret(answer.query, library)
    person = Person(library, profile, today=today, says=meaning.says_of_person)
    session = _session_of(answer, library, person, today, wanted, meaning)
    found = {point.code: point for point in answer.points}
    pressed = _pressed(session.plan)
    if wanted.narrowed:
        pressed = {place: steps for place, steps in pressed.items() if place in found}
    unlisted = [place for place in pressed if place in library.points and place not in found]
    cautions = {code: point.cautions for code, point in found.items()}
    cautions |= {item.place: item.cautions for item in points_offered(unlisted, library, person.profile, today=today)}
    whys = {code: point.why for code, point in found.items()}
    own = [
        msgspec.structs.replace(_of_steps(steps, library, cautions.get(place, ())), why=whys.get(place, ""))
        for place, steps in pressed.items()
    ]
    every = [*own, *(_of_point(point, library) for code, point in found.items() if code not in pressed)]
    shared = _shared(every)
    every = [_without(place, shared) for place in every]
    most = wanted.limit or max(USUAL_PLACES, len(own))
    return ShortList(
        start=session.start,
        minutes=session.minutes,
        later=session.later,
        refused=session.refused,
        for_you=shared,
        places=tuple(every[:most]),
        pressed=len(own),
        more=max(0, len(every) - most),
        others=_other_sessions(answer, library, person),
    )


def _shared(places: Sequence[ListedPlace]) -> tuple[str, ...]:
    """Return what a person minds at each of several points, so that it is said once."""
    told = [place.for_you for place in places if place.code]
    if len(told) < _SEVERAL:
        return ()
    return tuple(item for item in told[0] if all(item in others for others in told))


def _without(place: ListedPlace, shared: tuple[str, ...]) -> ListedPlace:
    rest = tuple(item for item in place.for_you if item not in shared)
    return msgspec.structs.replace(place, for_you=rest) if shared else place


def signs_first(answer: FindAnswer, library: Library, profile: Profile) -> tuple[Flag, ...]:
    """Return the standing signs of an answer, those that cannot wait first, without what the words said already.

    Of signs that are as pressing, those that this person's answers speak of come first, then those that name this
    complaint before others, and those of anybody last.
    """
    slugs = [condition.slug for condition in answer.conditions]
    known = {given.slug for given in profile.answers} | set(told_by(slugs, library))
    waiting = [flag for flag in answer.watch_for if flag not in answer.said_signs]
    return tuple(sorted(waiting, key=lambda flag: _rank_of(library.red_flags[flag.id], known, slugs)))


class _SignRank(NamedTuple):
    """By what signs are put in order, the smaller first: `place` is that of the complaint among those of the sign."""

    level: int
    fits: int
    place: int


def _rank_of(sign: RedFlag, known: set[str], slugs: Sequence[str]) -> _SignRank:
    asked_of = set(sign.only_if)
    fits = 0 if asked_of & known else 3 if asked_of else 2 if "any" in sign.applies_to else 1
    places = [sign.applies_to.index(slug) for slug in slugs if slug in sign.applies_to]
    return _SignRank(_LEVELS[sign.level], fits, min(places, default=_MANY))


def lay_line(point: Point) -> str:
    """Return the place of a point in lay words, at most 60 characters; one of a pack may have only its `find`."""
    return point.short or shortened(point.find.split(". ")[0], LAY_LINE)


def _session_of(
    answer: FindAnswer, library: Library, person: Person, today: str, wish: ListWish, meaning: QueryResult
) -> _OwnSession:
    """Return the session of the first complaint; facts that the words gave go with it, quoted."""
    first = answer.conditions[0] if answer.conditions else None
    if first is None or first.session != "offered":
        return _OwnSession()
    record = library.conditions[first.slug]
    what = record.routine if record.breath_first else answer.query if person.says else first.slug
    start = f"acu session {quoted(what)}" + (f" --setting {wish.setting}" if wish.setting else "")
    if is_the_sign(first.slug, first.matched, meaning):
        return _OwnSession(refused=f"let a doctor look at it first. Afterwards: {start}")
    request = Request(what=what, wishes=PlanOptions(setting=wish.setting))
    try:
        prepared = prepare(request, library, person.profile, today=today)
    except AcuError:  # such as the limit of a day: the list is a list all the same
        return _OwnSession(start)
    if record.breath_first:
        return _OwnSession("acu calm", prepared.plan, "", round(USUAL_SECONDS / 60), start if prepared.plan else "")
    if prepared.plan is None:
        return _OwnSession(refused=_in_short(prepared.refusal, start))
    return _OwnSession(start, prepared.plan, minutes=max(1, round(prepared.plan.total_seconds / 60)))


def _other_sessions(answer: FindAnswer, library: Library, person: Person) -> dict[str, str]:
    """Return the command line of each further complaint; none for one that cannot be said with the facts beside it."""
    facts = [slug.replace("-", " ") for slug in person.says]
    found: dict[str, str] = {}
    for condition in answer.conditions[1:]:
        what = ", ".join((condition.slug.replace("-", " ") if facts else condition.slug, *facts))
        meaning = interpret(what, library)
        named = any(reading.slug == condition.slug for reading in meaning.conditions)
        if named and not meaning.stops and set(person.says) <= set(meaning.says_of_person):
            found[condition.slug] = f"acu session {quoted(what)}"
    return found


def _in_short(refusal: str, start: str) -> str:
    """Return why there is no session; of a reason for every place only the first sentence, and where the rest is."""
    if len(refusal) <= _LONG_REFUSAL:
        return refusal
    return f"{refusal.split('. ')[0].rstrip('.')}. Why, place by place: {start}"


def _pressed(plan: Plan | None) -> dict[str, list[PlanStep]]:
    """Return the steps of a plan by their place, in its order."""
    found: dict[str, list[PlanStep]] = {}
    for step in plan.steps if plan is not None else ():
        found.setdefault(step.place, []).append(step)
    return found


def _of_steps(steps: Sequence[PlanStep], library: Library, cautions: Sequence[FoundCaution]) -> ListedPlace:
    """Return a place as the session presses it: its seconds are those of one side, all its sites and rounds."""
    first = steps[0]
    sides = list(dict.fromkeys(step.side for step in steps))
    seconds = round(sum(step.seconds for step in steps if step.side == sides[0]))
    if first.code:
        base = _described(library.points[first.code], cautions, library)
    else:
        base = _of_area(library.areas[first.area], library)
    word = "each" if len(sides) > 1 else "one" if sides[0] == "midline" else sides[0]
    stands_for = library.areas[first.stand_in_for].name if first.stand_in_for in library.areas else first.stand_in_for
    return msgspec.structs.replace(base, sides=word, seconds=seconds, stands_for=stands_for)


def _of_point(found: FoundPoint, library: Library) -> ListedPlace:
    """Return a point that is named beside the session."""
    point = library.points[found.code]
    at_once = point.both_at_once == "yes" and found.sides == "both"
    word = "both" if at_once else {"both": "each", "midline": "one"}.get(found.sides, found.sides)
    base = _described(point, found.cautions, library)
    return msgspec.structs.replace(
        base, sides=word, seconds=found.hold_seconds, refusal=_refusal(found, point), why=found.why
    )


def _described(point: Point, cautions: Sequence[FoundCaution], library: Library) -> ListedPlace:
    own = (item for item in cautions if item.applies and item.action != "inform")
    personal = (library.cautions[item.id] for item in own if not library.cautions[item.id].for_everyone)
    others = (item for item in cautions if not item.applies and item.action == "block")
    return ListedPlace(
        code=point.code,
        name=point.names.pinyin,
        english=point.names.english,
        hanzi=point.names.traditional,
        lay=lay_line(point),
        by_touch=point.by_touch,
        sides="one",
        seconds=0,
        not_if=_titles(others, library),
        for_you=tuple(_personal(caution) for caution in personal),
    )


def _of_area(area: Area, library: Library) -> ListedPlace:
    touching = (
        caution
        for caution in library.cautions.values()
        if caution.action == "block"
        and not caution.for_everyone
        and not (set(caution.regions).isdisjoint(area.regions) and set(caution.points).isdisjoint(area.points))
    )
    where = area.where[:1].lower() + area.where[1:]
    return ListedPlace(
        code="",
        name=area.name,
        lay=first_clauses(where, LAY_LINE - len(area.name) - 2),
        by_touch=area.by_touch,
        sides="both",
        seconds=0,
        not_if=tuple(_title(caution.title) for caution in touching),
    )


def _refusal(found: FoundPoint, point: Point) -> str:
    if found.pressable:
        return ""
    if any(item.action == "ask" for item in found.cautions):
        return "to be answered first: acu profile set"
    return "not for you" if point.pressable else "never pressed"


def _titles(cautions: Iterable[FoundCaution], library: Library) -> tuple[str, ...]:
    return tuple(_title(library.cautions[item.id].title) for item in cautions)


def _personal(caution: Caution) -> str:
    """Return what a caution asks of the person it applies to, in a few words."""
    who, _, what = caution.title.partition(": ")
    if caution.look_first and what:
        return what
    return f"light ({_title(who)})" if caution.action == "lighter" else what or _title(who)


def _title(title: str) -> str:
    short = title.split(":", 1)[0]
    return short[:1].lower() + short[1:]
