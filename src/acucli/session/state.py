"""What the session machine knows at one moment, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from acucli.model.practice import Event, Plan, PlanStep
from acucli.model.record import Value

Phase = Literal["settle", "ready", "hold", "release", "close", "asking", "ended"]

GAP_SECONDS = 1.5
"""Real seconds on either clock after which time is lost, never credited."""
LEAST_HOLD_SECONDS = 5.0
MORE_SECONDS = 15.0
RETURN_SECONDS = 5.0
"""To bring the finger back from the key to the place."""
HALF_FROM_SECONDS = 30.0
TEN_FROM_SECONDS = 25.0
TEN_SECONDS = 10.0


class Tick(NamedTuple):
    """The two clocks now, in seconds; nobody can set them, and `boot` counts on while the machine sleeps."""

    mono: float
    boot: float


class Command(NamedTuple):
    """Something the person (or a signal) asks for; see `COMMANDS` for the names."""

    name: str
    value: int | str | None = None


class State(Value, frozen=True, kw_only=True):
    """Everything the machine knows; `elapsed` is the time spent in `phase`, `at` the index of the step.

    `paused` says why time stands still, and is empty while it runs. `skipped` are the seconds of the present hold
    that an earlier session has already credited. `banked` are the credited seconds of all finished holds.

    `waits` tells that nothing is settled into and no place is held before the person says so (`there`). `hurt` are
    the places that hurt: they are not pressed again. `favourite` is the wish to keep this session as one.

    `pressed` are the seconds of finished holds by (place, side, round), all sites of a point together, and
    `pressed_today` those of the day by (place, side), earlier sessions included; both sides at once count for each.
    """

    plan: Plan
    steps: tuple[PlanStep, ...]
    phase: Phase = "settle"
    at: int = 0
    elapsed: float = 0.0
    skipped: float = 0.0
    resume_seconds: float = 0.0
    banked: float = 0.0
    pressed: Mapping[tuple[str, str, int], float] = {}
    pressed_today: Mapping[tuple[str, str], float] = {}
    speed: float = 1.0
    rehearsal: bool = False
    paused: str = ""
    breathing: bool = True
    muted: bool = False
    half_said: bool = False
    ten_said: bool = False
    ask_seconds: float = 0.0
    before: int | None = None
    after: int | None = None
    mono: float | None = None
    boot: float = 0.0
    why: str = ""
    waits: bool = False
    there: bool = False
    hurt: tuple[str, ...] = ()
    favourite: bool = False

    @property
    def step(self) -> PlanStep | None:
        """Return the step that is prepared, held or released now."""
        return self.steps[self.at] if self.at < len(self.steps) else None

    @property
    def following(self) -> PlanStep | None:
        """Return the step after this one; while settling in that is the first."""
        index = self.at if self.phase == "settle" else self.at + 1
        return next((item for item in self.steps[index:] if item.place not in self.hurt), None)

    @property
    def length(self) -> float:
        """Return the planned seconds of the present phase."""
        return _length(self)

    @property
    def remaining(self) -> float:
        """Return the seconds left of the present phase."""
        return max(0.0, self.length - self.elapsed)

    @property
    def held(self) -> float:
        """Return the seconds held so far in the present hold, an earlier session's included."""
        return self.elapsed if self.phase == "hold" else 0.0

    @property
    def credited(self) -> float:
        """Return the hold seconds of this session, the only seconds that count."""
        return self.banked + (self.elapsed - self.skipped if self.phase == "hold" else 0.0)

    @property
    def rate(self) -> float:
        """Return how many of its own seconds a phase passes in a real one: a question lasts what it lasts."""
        return 1.0 if self.phase == "asking" else self.speed

    @property
    def stands(self) -> bool:
        """Tell whether time stands still until the person says that the finger is there."""
        return bool(self.paused) or (self.waits and not self.there and self.phase in {"settle", "ready"})

    @property
    def ended(self) -> bool:
        """Tell whether nothing can happen any more."""
        return self.phase == "ended"


Result = tuple[State, tuple[Event, ...]]


class SessionPosition(NamedTuple):
    """Where a session is taken up: the index of the step, and seconds of its hold already credited."""

    at: int = 0
    seconds: float = 0.0


class SessionStart(NamedTuple):
    """How a session begins: `at` takes an interrupted one up again, whose id is `resumes`.

    `ask_seconds` is how long the question at the end waits for an answer (0: not asked); `before` is how it was
    beforehand, 0 to 10, where that was asked. `pressed_today` are the seconds of this day by (point or area, side),
    which count towards its ten minutes. `waits` lets every place wait for the person instead of the clock.
    """

    speed: float = 1.0
    rehearsal: bool = False
    at: SessionPosition | None = None
    ask_seconds: float = 0.0
    resumes: str = ""
    before: int | None = None
    pressed_today: Mapping[tuple[str, str], float] = {}
    waits: bool = False


def left_to_hold(state: State) -> float:
    """Return the planned hold seconds that are still to come."""
    if state.phase in {"close", "asking", "ended"} and state.at >= len(state.steps):
        return 0.0
    later = sum(item.seconds for item in _ahead(state, state.at + 1))
    present = state.step
    if present is None or state.phase == "release" or present.place in state.hurt:
        return later
    done = state.elapsed if state.phase == "hold" else min(state.resume_seconds, present.seconds)
    return later + max(0.0, present.seconds - done)


def left_in_all(state: State) -> float:
    """Return the seconds until the session is over, every wait included (the question at the end is not)."""
    if state.phase in {"asking", "ended"}:
        return 0.0
    first = state.at if state.phase == "settle" else state.at + 1
    later = sum(item.ready_seconds + item.seconds + item.release_seconds for item in _ahead(state, first))
    own, present = state.remaining, state.step
    if present is not None and state.phase == "ready":
        own += max(0.0, present.seconds - state.resume_seconds) + present.release_seconds
    elif present is not None and state.phase == "hold":
        own += present.release_seconds
    elif state.phase == "settle":
        own -= state.resume_seconds
    return own + later + (0.0 if state.phase == "close" else state.plan.close_seconds)


def _ahead(state: State, first: int) -> list[PlanStep]:
    """Return the steps from this index on that are still to come: no place that hurt."""
    return [item for item in state.steps[first:] if item.place not in state.hurt]


def until_next(state: State) -> float:
    """Return the phase's own seconds until the machine itself will do something; infinite while it stands still."""
    if state.stands or state.ended:
        return float("inf")
    ahead = [mark - state.elapsed for mark in marks(state)]
    return min([state.remaining, *(seconds for seconds in ahead if seconds > 0)])


def marks(state: State) -> dict[float, Literal["half", "ten_seconds"]]:
    """Return the moments of this hold that are still to be told, by their second."""
    ahead: dict[float, Literal["half", "ten_seconds"]] = {}
    if state.phase != "hold":
        return ahead
    if not state.half_said and state.length >= HALF_FROM_SECONDS and state.elapsed <= state.length / 2:
        ahead[state.length / 2] = "half"
    if not state.ten_said and state.length >= TEN_FROM_SECONDS and state.remaining >= TEN_SECONDS:
        ahead[state.length - TEN_SECONDS] = "ten_seconds"
    return ahead


def event_of(state: State, kind: str, **filled: object) -> Event:
    """Return an event of this moment: what the state knows of it, and what is given besides."""
    present = state.step
    facts: dict[str, object] = {"kind": kind, "credited": state.credited, "left": left_to_hold(state)}
    if state.rehearsal:
        facts["rehearsal"] = True
    if present is not None and state.phase != "settle":
        facts |= {
            "step": state.at + 1,
            "code": present.code,
            "area": present.area,
            "side": present.side,
            "hand": present.hand,
        }
    return Event(**(facts | filled))  # type: ignore[arg-type]


def _length(state: State) -> float:
    present = state.step
    if state.phase == "settle":
        return state.plan.settle_seconds
    if state.phase == "close":
        return state.plan.close_seconds
    if state.phase == "asking":
        return state.ask_seconds
    if present is None:
        return 0.0
    if state.phase == "ready":
        return present.ready_seconds
    return present.seconds if state.phase == "hold" else present.release_seconds
