"""Offering: which places of a record this person may press, how hard and how long, and why not."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from acucli.guide.finding import cautions_of
from acucli.guide.person import Person
from acucli.model.answers import FoundCaution, LeftOutPoint, RecordAnswer
from acucli.model.conditions import Condition
from acucli.model.library import Library
from acucli.model.points import Point
from acucli.model.practice import Action, Profile, Verdict
from acucli.model.record import Value
from acucli.model.routines import Area, Routine, RoutineStep

_WITH_PLACES = (Point, Condition, Routine, Area)


class PlaceOffer(Value, frozen=True, kw_only=True):
    """One place of a record, as it is for this person.

    `because` says why it is not offered, or only with limits, and `caution` is the id behind that. `never` marks a
    place that nobody presses. `max_pressure` is 1 to 3; `max_seconds` are of one side and round.
    """

    place: str
    action: Action
    because: str = ""
    caution: str = ""
    never: bool = False
    max_pressure: int = 3
    max_seconds: int = 180
    cautions: tuple[FoundCaution, ...] = ()

    @property
    def offered(self) -> bool:
        """Tell whether the person may press it."""
        return self.action in {"allowed", "lighter"}

    @property
    def label(self) -> str:
        """Return what it is called where it is not offered; empty where it is."""
        if self.offered:
            return ""
        return "Never pressed" if self.never else "Not yet for you" if self.action == "ask" else "Not for you"

    @property
    def refusal(self) -> str:
        """Return in one line that it is not to be pressed, and why; empty where it is offered."""
        if self.offered:
            return ""
        reason = self.because.removeprefix(f"Left out: {self.place}, ").removeprefix(f"{self.place} is never pressed. ")
        return f"{self.label.lower()}: {reason}"

    @property
    def left_out(self) -> LeftOutPoint:
        """Return it as an answer names what is kept from a person."""
        return LeftOutPoint(code=self.place, because=self.caution, message=self.because)


def places_offered(record: object, library: Library, profile: Profile, *, today: str) -> tuple[PlaceOffer, ...]:
    """Return every place that a record names to be pressed, in its order, each judged for this person.

    A point and an area are one place, a condition has its points, a routine its steps; other records have none.
    """
    if not has_places(record):
        return ()
    person = Person(library, profile, today=today)
    if isinstance(record, Point):
        return (_of_point(record, person.judge.point_as_on_card(record.code), library),)
    if isinstance(record, Area):
        technique = record.techniques[0] if record.techniques else "press"
        return (_offer(record.name, person.judge.area(record.slug, technique=technique)),)
    if isinstance(record, Routine):
        return tuple(_of_step(step, person, library) for step in record.steps)
    assert isinstance(record, Condition)
    return points_offered((choice.code for choice in record.points), library, profile, today=today)


def has_places(record: object) -> bool:
    """Tell whether a record names places to be pressed, so that a profile may keep some of it from its person."""
    return isinstance(record, _WITH_PLACES)


def points_offered(codes: Iterable[str], library: Library, profile: Profile, *, today: str) -> tuple[PlaceOffer, ...]:
    """Return points as this person may press them, in the order given; KeyError for an unknown code."""
    judge = Person(library, profile, today=today).judge
    return tuple(_of_point(library.points[code], judge.point(code), library) for code in codes)


def kept_from(offers: Iterable[PlaceOffer]) -> tuple[LeftOutPoint, ...]:
    """Return what is kept from this person though others may press it, each place once."""
    return tuple({offer.place: offer.left_out for offer in offers if not (offer.offered or offer.never)}.values())


def with_offers(answer: RecordAnswer, library: Library, profile: Profile, *, today: str) -> RecordAnswer:
    """Return the answer with what of its record is kept from this person."""
    kept = kept_from(places_offered(answer.record, library, profile, today=today))
    return msgspec.structs.replace(answer, left_out=kept)


def _of_point(point: Point, verdict: Verdict, library: Library) -> PlaceOffer:
    return _offer(point.code, verdict, never=not point.pressable, cautions=cautions_of(point, verdict, library))


def _of_step(step: RoutineStep, person: Person, library: Library) -> PlaceOffer:
    """Return a step as it is written: side, technique, tool, pressure, seconds and position are judged with it."""
    if step.area:
        verdict = person.judge.area(
            step.area, step.side, technique=step.technique, tool=step.tool, position=step.position
        )
        return _offer(library.areas[step.area].name, verdict)
    verdict = person.judge.point(
        step.point,
        step.side,
        technique=step.technique,
        tool=step.tool,
        pressure=step.pressure or 0,
        seconds=step.seconds or 0.0,
        position=step.position,
    )
    return _offer(step.point, verdict, never=not library.points[step.point].pressable)


def _offer(place: str, verdict: Verdict, *, never: bool = False, cautions: tuple[FoundCaution, ...] = ()) -> PlaceOffer:
    return PlaceOffer(
        place=place,
        action=verdict.action,
        because=verdict.because,
        caution=verdict.cautions[0] if verdict.cautions else "limit" if verdict.action == "left_out" else "",
        never=never,
        max_pressure=verdict.max_pressure,
        max_seconds=verdict.max_seconds,
        cautions=cautions,
    )
