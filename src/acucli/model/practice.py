"""What a session is made of: the profile, verdicts, the plan with its steps, and events."""

from typing import Literal

import msgspec

from acucli.model.record import Side, Value
from acucli.model.routines import Phase, Position

Action = Literal["allowed", "lighter", "ask", "left_out"]
Hand = Literal["left", "right", "both", "either"]
EventKind = Literal[
    "start",
    "gap",
    "pause",
    "resume",
    "step",
    "side",
    "half",
    "ten_seconds",
    "release",
    "score",
    "note",
    "end",
    "undo",
]


class ProfileAnswer(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One answer of a profile; `given` is an ISO date, `region` and `side` name a place where one matters."""

    slug: str
    given: str
    region: str = ""
    side: Literal["", "left", "right", "both"] = ""


class Profile(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What applies to this person; an empty profile answers nothing."""

    version: int = 1
    answers: tuple[ProfileAnswer, ...] = ()
    screened: str = ""
    blocked_points: tuple[str, ...] = ()
    emergency_number: str = ""
    crisis_number: str = ""
    country: str = ""
    gentle: bool = False

    def has(self, slug: str) -> bool:
        """Tell whether the answer was given (expiry is decided where the date is known)."""
        return any(answer.slug == slug for answer in self.answers)


class Verdict(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What the judge says of one step.

    `cautions` are the ids that changed something, `said` those that are only told.
    `max_seconds` is for one side and round, `max_seconds_per_day` for one side and day; `max_pressure` is 1 to 3.
    `only_side` names the one side that is left where a place was judged for both.
    """

    action: Action = "allowed"
    cautions: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    max_pressure: int = 3
    max_seconds: int = 180
    max_seconds_per_day: int = 600
    both_at_once: bool = True
    look_first: bool = False
    because: str = ""
    only_side: Literal["", "left", "right"] = ""


class PlanStep(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One timed step of a plan: one point or area on one side (or both at once).

    `seconds` is the hold alone; `ready_seconds` come before it and `release_seconds` after it.
    `turn` is "first" for a new place, "other-side" when only the side changes, "again" for a further site or round.
    `most_seconds` is the judge's cap for this hold, `most_seconds_per_day` that of its place and side in a day: no
    key lengthens either.
    """

    n: int
    name: str
    seconds: float
    side: Side
    code: str = ""
    area: str = ""
    hanzi: str = ""
    hand: Hand = "either"
    digit: str = ""
    technique: str = "press"
    tool: str = ""
    pressure: int = 2
    position: Position = "seated"
    turn: Literal["first", "other-side", "again"] = "first"
    site: int = 1
    sites: int = 1
    ready_seconds: float = 0.0
    release_seconds: float = 0.0
    words: str = ""
    where: str = ""
    find: str = ""
    by_touch: str = ""
    direction: str = ""
    counter: str = ""
    feel: str = ""
    stop_if: str = ""
    hold_position: str = ""
    rhythm: int = 0
    look_first: bool = False
    stand_in_for: str = ""
    why: str = ""
    cautions: tuple[str, ...] = ()
    most_seconds: float = 180.0
    most_seconds_per_day: float = 600.0


class LeftOut(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Something a plan or answer does not hold, with the caution that took it away."""

    because: str
    message: str
    code: str = ""
    area: str = ""
    name: str = ""


class StandIn(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A point that took the place of another."""

    code: str
    instead_of: str
    because: str


class Pace(Value, frozen=True, kw_only=True, omit_defaults=True):
    """The breath pacer of a plan; `phases` empty means no pacer. `then` follows after `max_seconds` (0: no end)."""

    slug: str
    name: str
    phases: tuple[Phase, ...] = ()
    max_seconds: float = 0.0
    then: "Pace | None" = None

    @property
    def cycle_seconds(self) -> float:
        """Return the seconds of one whole breath, 0 without a pacer."""
        return sum(phase.seconds for phase in self.phases)


class Plan(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A routine, condition or choice fitted to a person; `total_seconds` includes every wait.

    `says` are the answers that the words of the request gave about the person, for this session alone.
    """

    slug: str
    name: str
    kind: Literal["routine", "condition", "choice"]
    steps: tuple[PlanStep, ...]
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
    left_out: tuple[LeftOut, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()
    evidence: str = ""
    grade: str = ""
    way_out: str = ""
    says: tuple[str, ...] = ()
    open: bool = False

    @property
    def hold_seconds(self) -> float:
        """Return the planned seconds of all holds, the only seconds that are credited."""
        return sum(step.seconds for step in self.steps)


class Event(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened in a session.

    The machine fills what it knows; the loop stamps `sid`, `seq`, `at` (UTC, ISO 8601), `offset_minutes`
    and `mono`. `credited` counts hold seconds of the whole session so far, `left` those still planned.
    `seconds` is: of step and side the planned hold, of release what was held, of gap what was lost, of all others
    the seconds held so far in the unfinished hold. `step` counts from 1.
    """

    kind: EventKind
    v: int = 1
    sid: str = ""
    seq: int = 0
    at: str = ""
    offset_minutes: int = 0
    mono: float = 0.0
    step: int = 0
    code: str = ""
    area: str = ""
    side: str = ""
    hand: str = ""
    seconds: float = 0.0
    credited: float = 0.0
    left: float = 0.0
    why: str = ""
    text: str = ""
    when: Literal["", "before", "after"] = ""
    score: int | None = None
    plan: Plan | None = None
    rehearsal: bool = False
    speed: float = 1.0
    resumes: str = ""
    pid: int = 0
    host: str = ""
    zone: str = ""


def stamped(event: Event, **stamps: object) -> Event:
    """Return the event with its stamps filled in."""
    return msgspec.structs.replace(event, **stamps)
