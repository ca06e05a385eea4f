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
    """The answer, a slug of the questions in cautions.yaml. Example: blood-thinners"""
    given: str
    """The day it was given, ISO 8601.

    Example: "2026-11-20"
    """
    region: str = ""
    """The region it is about, where a place matters. Example: hand"""
    side: Literal["", "left", "right", "both"] = ""
    """The side of that region. Example: left"""


class Profile(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What applies to this person; an empty profile answers nothing."""

    version: int = 1
    """The version of the file's form. Example: 1"""
    answers: tuple[ProfileAnswer, ...] = ()
    """What the person said of themselves, in the order it was said. Example: [{slug: pregnant, given: "2026-11-20"}]"""
    screened: str = ""
    """The day on which the questions were last gone through, ISO 8601.

    Example: "2026-11-20"
    """
    said_no: dict[str, str] = {}
    """The answers that were asked and did not apply, each with the day of it, ISO 8601.

    Example: {pregnant: "2026-11-20"}
    """
    blocked_points: tuple[str, ...] = ()
    """Points the person wants left out. Example: [LI4]"""
    emergency_number: str = ""
    """The number to call in an emergency, instead of the country's.

    Example: "112"
    """
    crisis_number: str = ""
    """The number to call in a crisis, instead of the country's.

    Example: "116 123"
    """
    country: str = ""
    """Two letters of the country whose numbers are shown. Example: GB"""
    gentle: bool = False
    """true where everything is lighter, shorter and slower. Example: true"""

    def has(self, slug: str) -> bool:
        """Tell whether the answer was given (expiry is decided where the date is known)."""
        return any(answer.slug == slug for answer in self.answers)

    @property
    def restricts(self) -> bool:
        """Tell whether it can keep a place from its person."""
        return bool(self.answers or self.blocked_points)


class Verdict(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What the judge says of one step.

    `cautions` are the ids that changed something, `said` those that are only told.
    `max_seconds` is for one side and round, `max_seconds_per_day` for one side and day; `max_pressure` is 1 to 3.
    `only_side` names the one side that is left where a place was judged for both.
    """

    action: Action = "allowed"
    """Whether it may be pressed, only lighter, only once something is answered, or not at all. Example: lighter"""
    cautions: tuple[str, ...] = ()
    """The ids of cautions that changed something, the deciding one first. Example: [pregnancy-points]"""
    said: tuple[str, ...] = ()
    """The ids of cautions that are only told. Example: [time-limit]"""
    max_pressure: int = 3
    """The most pressure that is left: 1 light, 2 medium, 3 firm. Example: 1"""
    max_seconds: int = 180
    """The longest hold of one side and round. Example: 60"""
    max_seconds_per_day: int = 600
    """The longest in a day, for one side. Example: 600"""
    both_at_once: bool = True
    """false where both sides may not be pressed together. Example: false"""
    look_first: bool = False
    """true where the skin or both legs are looked at first. Example: true"""
    because: str = ""
    """The reason in one sentence; empty where nothing is changed.

    Example: "Left out: LI4."
    """
    only_side: Literal["", "left", "right"] = ""
    """The one side that is left where a place was judged for both. Example: left"""


class PlanStep(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One timed step of a plan: one point or area on one side (or both at once).

    `seconds` is the hold alone; `ready_seconds` come before it and `release_seconds` after it.
    `turn` is "first" for a new place, "other-side" when only the side changes, "again" for a further site or round.
    `most_seconds` is the judge's cap for this hold, `most_seconds_per_day` that of its place and side in a day: no
    key lengthens either.
    """

    n: int
    """Its number in the plan, from 1. Example: 1"""
    name: str
    """The name of the place, as it is said. Example: Hegu, Joining Valley"""
    seconds: float
    """The seconds of the hold alone. Example: 90"""
    side: Side
    """The side of the body; `both` means both at once. Example: left"""
    code: str = ""
    """The point; empty for an area. Example: LI4"""
    area: str = ""
    """The area; empty for a point. Example: temples"""
    short: str = ""
    """The place in lay words. Example: top of the bulge between thumb and finger"""
    hanzi: str = ""
    """The name of the point in traditional characters. Example: 合谷"""
    hand: Hand = "either"
    """The hand that presses. Example: right"""
    digit: str = ""
    """The finger or part of the hand. Example: thumb"""
    technique: str = "press"
    """A slug of techniques.yaml. Example: press"""
    tool: str = ""
    """A tool, where one is used. Example: ball"""
    pressure: int = 2
    """1 light, 2 medium, 3 firm. Example: 2"""
    position: Position = "seated"
    """How one sits or lies. Example: seated"""
    turn: Literal["first", "other-side", "again"] = "first"
    """Whether the place is new, only the side changes, or a further site or round begins. Example: other-side"""
    site: int = 1
    """Which of the places of one point it is, from 1. Example: 1"""
    sites: int = 1
    """How many places the point has on this side. Example: 2"""
    ready_seconds: float = 0.0
    """Seconds to find the place, before the hold. Example: 10"""
    release_seconds: float = 0.0
    """Seconds to let go, after the hold. Example: 4"""
    words: str = ""
    """What is said with the step.

    Example: "Sink in slowly."
    """
    where: str = ""
    """The standard place.

    Example: "On the back of the hand."
    """
    find: str = ""
    """How untrained fingers find it.

    Example: "Lay the thumb along the index finger."
    """
    by_touch: str = ""
    """How it is found without eyes.

    Example: "Slide a fingertip along the hand bone."
    """
    direction: str = ""
    """Where the press goes. Example: towards the bone of the index finger"""
    counter: str = ""
    """What holds against it. Example: fingers in the palm"""
    feel: str = ""
    """What is usual. Example: a dull ache"""
    stop_if: str = ""
    """The sign to let go.

    Example: "It is sharp or burning."
    """
    hold_position: str = ""
    """How to sit or lie so that the hollow opens.

    Example: "Rest the hand on your lap."
    """
    rhythm: int = 0
    """Beats a minute, 0 without one. Example: 60"""
    care: tuple[str, ...] = ()
    """What to mind at this place, each in one line; it is said before the hold. Example: [over a pulse: light]"""
    look_first: bool = False
    """true where the skin or both legs are looked at first. Example: true"""
    stand_in_for: str = ""
    """The point or area it takes the place of. Example: SP6"""
    why: str = ""
    """Why it was chosen.

    Example: "under the skull, pressed in the home trial"
    """
    cautions: tuple[str, ...] = ()
    """The ids of cautions on it for this person. Example: [blood-thinners]"""
    most_seconds: float = 180.0
    """The longest hold that any key may make. Example: 180"""
    most_seconds_per_day: float = 600.0
    """The longest in a day on this place and side. Example: 600"""

    @property
    def place(self) -> str:
        """Return the code of the point, or the slug of the area."""
        return self.code or self.area


class LeftOut(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Something a plan or answer does not hold, with the caution that took it away."""

    because: str
    """The id of the caution that took it away; `time`, `setting`, `limit` and `own-choice` stand for other reasons.

    Example: pregnancy-points
    """
    message: str
    """The reason in one sentence.

    Example: "Left out: LI4."
    """
    code: str = ""
    """The point; empty for an area. Example: LI4"""
    area: str = ""
    """The area; empty for a point. Example: low-back"""
    name: str = ""
    """Its name, as it is said. Example: LI4"""


class StandIn(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A point that took the place of another."""

    code: str
    """The point that is pressed. Example: PC6"""
    instead_of: str
    """What it takes the place of. Example: SP6"""
    because: str
    """The id of the caution that took that away. Example: pregnancy-points"""
    message: str = ""
    """The same as people read it, with the reason in words.

    Example: "PC6 instead of SP6, because you said “pregnant”."
    """


class Pace(Value, frozen=True, kw_only=True, omit_defaults=True):
    """The breath pacer of a plan; `phases` empty means no pacer. `then` follows after `max_seconds` (0: no end)."""

    slug: str
    """The breathing pattern. Example: count-to-five"""
    name: str
    """Its name. Example: Count to five"""
    phases: tuple[Phase, ...] = ()
    """The parts of one breath; empty for no pacer. Example: [{do: in, seconds: 5}]"""
    max_seconds: float = 0.0
    """After how many seconds `then` follows; 0 for no end. Example: 240"""
    then: "Pace | None" = None
    """The pacer that follows. Example: {slug: off, name: No pacer}"""

    @property
    def cycle_seconds(self) -> float:
        """Return the seconds of one whole breath, 0 without a pacer."""
        return sum(phase.seconds for phase in self.phases)


class Plan(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A routine, condition or choice fitted to a person; `total_seconds` includes every wait."""

    slug: str
    """The routine, the condition, or `choice`. Example: stress"""
    name: str
    """Its name.

    Example: "Stress: let the shoulders down"
    """
    kind: Literal["routine", "condition", "choice"]
    """What it was made from. Example: routine"""
    steps: tuple[PlanStep, ...]
    """The timed steps in their order. Example: [{n: 1, name: Hegu, seconds: 90, side: left}]"""
    pace: Pace
    """The breath pacer. Example: {slug: count-to-five, name: Count to five}"""
    total_seconds: float
    """The seconds of the whole session, every wait included. Example: 360"""
    settle_seconds: float = 0.0
    """Seconds before the first place. Example: 10"""
    close_seconds: float = 0.0
    """Seconds of rest at the end. Example: 8"""
    level: Literal["gentle", "usual"] = "usual"
    """How strong it is meant. Example: gentle"""
    conditions: tuple[str, ...] = ()
    """The conditions it serves. Example: [stress]"""
    prepare: tuple[str, ...] = ()
    """What is said while one settles in. Example: ["Sit down."]"""
    said_first: tuple[str, ...] = ()
    """What is said before that: rules of no one place, and what nobody could be asked. Example: ["Press lightly."]"""
    close: tuple[str, ...] = ()
    """What is said at the end. Example: ["Get up slowly."]"""
    needs: tuple[str, ...] = ()
    """What has to be at hand. Example: [a chair]"""
    before: tuple[str, ...] = ()
    """The rules of its cautions; those of one place are said in short with it. Example: ["Press lightly."]"""
    cautions: tuple[str, ...] = ()
    """The ids of the cautions on it. Example: [blood-thinners]"""
    watch_for: tuple[str, ...] = ()
    """The ids of warning signs of its condition. Example: [headache-emergency]"""
    left_out: tuple[LeftOut, ...] = ()
    """What is not in it for this person, with the reason.

    Example: [{because: pregnancy-points, message: "Left out: LI4."}]
    """
    stand_ins: tuple[StandIn, ...] = ()
    """What took the place of what. Example: [{code: PC6, instead_of: SP6, because: pregnancy-points}]"""
    evidence: str = ""
    """One honest sentence of evidence.

    Example: "No trial tested it."
    """
    grade: str = ""
    """The letter with its words.

    Example: "D, very little"
    """
    way_out: str = ""
    """Whom to see, and when.

    Example: "See a doctor when it lasts."
    """
    says: tuple[str, ...] = ()
    """The answers that the words of the request gave about the person, for this session alone. Example: [pregnant]"""
    open: bool = False
    """true where it may start without a question. Example: true"""

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
    """What happened. Example: step"""
    v: int = 1
    """The version of the line's form. Example: 1"""
    sid: str = ""
    """The session it belongs to. Example: 6f1c"""
    seq: int = 0
    """Its number in the session, from 1. Example: 1"""
    at: str = ""
    """When, in UTC, ISO 8601.

    Example: "2026-11-30T08:00:00.000Z"
    """
    offset_minutes: int = 0
    """Minutes of local time from UTC. Example: 60"""
    mono: float = 0.0
    """Seconds on the steady clock. Example: 12.5"""
    step: int = 0
    """The number of the step, from 1; 0 for none. Example: 1"""
    code: str = ""
    """The point. Example: LI4"""
    area: str = ""
    """The area. Example: temples"""
    side: str = ""
    """The side. Example: left"""
    hand: str = ""
    """The hand that presses. Example: right"""
    seconds: float = 0.0
    """Of step and side the planned hold, of release what was held, of gap what was lost, of all others the seconds held
    so far in the unfinished hold.

    Example: 90
    """
    credited: float = 0.0
    """Hold seconds of the whole session so far. Example: 120"""
    left: float = 0.0
    """Hold seconds that are still planned. Example: 240"""
    why: str = ""
    """The reason of a pause or an end. Example: quit"""
    text: str = ""
    """What was written.

    Example: "better than yesterday"
    """
    when: Literal["", "before", "after"] = ""
    """Of a score: before the session or after it. Example: after"""
    score: int | None = None
    """From 0, none, to 10. Example: 3"""
    plan: Plan | None = None
    """The whole plan, with the start.

    Example: {slug: x, name: X, kind: choice, steps: [], pace: {slug: off, name: No pacer}, total_seconds: 0}
    """
    rehearsal: bool = False
    """true where no real time was spent. Example: true"""
    speed: float = 1.0
    """How much faster than real time. Example: 10"""
    resumes: str = ""
    """The session that is taken up again. Example: 6f1c"""
    pid: int = 0
    """The number of the process, with the start. Example: 4711"""
    host: str = ""
    """The name of the machine, with the start. Example: desk"""
    zone: str = ""
    """The time zone, with the start. Example: Europe/Vienna"""


def stamped(event: Event, **stamps: object) -> Event:
    """Return the event with its stamps filled in."""
    return msgspec.structs.replace(event, **stamps)
