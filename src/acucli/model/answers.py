"""What `acu find` and `acu session --dry-run` answer, as values; their JSON is these values and nothing else."""

from __future__ import annotations

from typing import Literal

import msgspec

from acucli.model.library import Library
from acucli.model.practice import Hand, LeftOut, Pace, Plan, StandIn
from acucli.model.record import Side
from acucli.model.routines import Position

SCHEMA_VERSION = 1


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The base of every answer: keys are only ever added."""


class LibraryStamp(Answer, frozen=True, kw_only=True):
    """Which library answered."""

    version: str
    fingerprint: str


class FoundCondition(Answer, frozen=True, kw_only=True):
    """A condition the words may mean, with its grade; `minutes` is the length of its session, 0 without one."""

    slug: str
    name: str
    matched: str
    how: Literal["name", "synonym", "word", "typo", "language", "body-part"]
    session: Literal["offered", "information"]
    routine: str
    minutes: int
    grade: Literal["A", "B", "C", "D", "N"]
    grade_words: str
    sham: Literal["yes", "no", "mixed", "untested"]
    evidence: str
    evidence_date: str
    session_reason: str = ""
    way_out: str = ""


class Flag(Answer, frozen=True, kw_only=True):
    """A warning sign: what to ask and what to do."""

    id: str
    level: Literal["emergency", "crisis", "urgent", "see-doctor"]
    ask: str
    tell: str

    @property
    def sentence(self) -> str:
        """Return the question and what to do where it is so."""
        return f"{self.ask} {self.tell}"


class Held(Answer, frozen=True, kw_only=True):
    """A request that is not served, and what it gets instead."""

    id: str
    tell: str


class FoundCaution(Answer, frozen=True, kw_only=True):
    """A caution on a point: what it does to this person, or would do to somebody it applies to."""

    id: str
    action: Literal["block", "lighter", "warn", "inform", "ask"]
    message: str
    applies: bool = False


class FoundPoint(Answer, frozen=True, kw_only=True):
    """A point of an answer; `cautions` stand in the order of their weight."""

    rank: int
    code: str
    name: str
    hanzi: str
    english: str
    meridian: str
    where: str
    find: str
    hold_seconds: int
    sides: Literal["left", "right", "both", "midline"]
    technique: str
    pressure: int
    reach: tuple[Literal["self", "tool", "partner"], ...]
    pressable: bool
    role: Literal["", "local", "distal", "general"]
    basis: Literal["", "trial", "guideline", "handout", "textbook", "dataset", "tradition"]
    for_: tuple[str, ...] = msgspec.field(name="for", default=())
    why: str = ""
    cautions: tuple[FoundCaution, ...] = ()


class LeftOutPoint(Answer, frozen=True, kw_only=True):
    """A point that is kept from this person, and the caution that does so."""

    code: str
    because: str
    message: str = ""


class FindAnswer(Answer, frozen=True, kw_only=True):
    """The whole answer of `acu find`; `notes` are readings and what was understood, in plain sentences."""

    schema_version: int
    library: LibraryStamp
    query: str
    conditions: tuple[FoundCondition, ...] = ()
    red_flags: tuple[Flag, ...] = ()
    held_back: tuple[Held, ...] = ()
    watch_for: tuple[Flag, ...] = ()
    points: tuple[FoundPoint, ...] = ()
    left_out: tuple[LeftOutPoint, ...] = ()
    suggestions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    language: str = "en"

    @property
    def said_signs(self) -> tuple[Flag, ...]:
        """Return the signs that the query itself speaks of; they stand among the notes, before the points."""
        return tuple(flag for flag in self.watch_for if flag.sentence in self.notes)

    @property
    def status(self) -> int:
        """Return the exit status of this answer: 4 held back, 1 nothing found, else 0."""
        if self.red_flags or self.held_back:
            return 4
        return 0 if self.points or self.conditions else 1


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """A plan fitted to a person, with all that must be said and asked before it.

    `plan` is None exactly when `refusal` says why. `asked` are questions before the session, `shown` signs that are
    only told. `wanted_facts` are questions whose answer could bring a place back. `other_readings` name what else the
    words could have meant.
    """

    plan: Plan | None = None
    refusal: str = ""
    hint: str = ""
    red_flags: tuple[Flag, ...] = ()
    held_back: tuple[Held, ...] = ()
    asked: tuple[Flag, ...] = ()
    shown: tuple[Flag, ...] = ()
    wanted_facts: tuple[str, ...] = ()
    other_readings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    language: str = "en"


class TimetableStep(Answer, frozen=True, kw_only=True):
    """One step of a timetable; seconds are of the hold, before it and after it."""

    n: int
    code: str
    area: str
    side: Side
    hand: Hand
    technique: str
    seconds: float
    words: str
    name: str
    pressure: int
    position: Position
    ready_seconds: float
    release_seconds: float
    cautions: tuple[str, ...]


class TimetablePlan(Answer, frozen=True, kw_only=True, omit_defaults=True):
    """A plan without what stands beside it: its steps, what was left out, and what stands in; see `Plan`."""

    slug: str
    name: str
    kind: Literal["routine", "condition", "choice"]
    pace: Pace
    total_seconds: float
    settle_seconds: float = 0.0
    close_seconds: float = 0.0
    level: Literal["gentle", "usual"] = "usual"
    conditions: tuple[str, ...] = ()
    prepare: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    watch_for: tuple[str, ...] = ()
    evidence: str = ""
    grade: str = ""
    way_out: str = ""
    open: bool = False


class Timetable(Answer, frozen=True, kw_only=True):
    """The answer of `acu session --dry-run --json`: the plan, its steps beside it, what was left out and stands in."""

    schema_version: int
    library: LibraryStamp
    plan: TimetablePlan
    steps: tuple[TimetableStep, ...]
    left_out: tuple[LeftOut, ...]
    stand_ins: tuple[StandIn, ...]


def timetable_of(plan: Plan, library: Library) -> Timetable:
    """Return a plan as its timetable."""
    return Timetable(
        schema_version=SCHEMA_VERSION,
        library=LibraryStamp(version=library.version, fingerprint=library.fingerprint),
        plan=TimetablePlan(**{name: getattr(plan, name) for name in TimetablePlan.__struct_fields__}),
        steps=tuple(
            TimetableStep(**{name: getattr(step, name) for name in TimetableStep.__struct_fields__})
            for step in plan.steps
        ),
        left_out=plan.left_out,
        stand_ins=plan.stand_ins,
    )
