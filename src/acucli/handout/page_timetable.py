"""The timetable that a page runs: the phases of a plan in order, with everything that is said and when."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from acucli.model.practice import Pace, Plan
from acucli.model.record import Value, sides_of
from acucli.session.announcements import Announcement
from acucli.session.breath import BREATH_WORDS, pace_sentence
from acucli.session.phrases import clock, first_sentences, hold_opening, short_name, side_words
from acucli.session.time_limits import round_of
from acucli.session.timetable import Moment, moments

_OF_PHASE = {
    "settle": "settle",
    "step": "ready",
    "side": "ready",
    "hold": "hold",
    "release": "release",
    "close": "close",
}
"""The phase at whose beginning a thing is said, by its kind."""
_MARKS = frozenset({"half", "ten_seconds"})
_MOST_TOUCH_WORDS = 120
"""Where the page waits for the finger no clock runs: the whole way by touch is said."""


class PageStep(Value, frozen=True, kw_only=True):
    """One step as the page shows and limits it; seconds as in the plan.

    `sides` are the sides that it counts for, `round` how often this very site stands before. The limits are those of
    a side: `most_seconds` of one round, `most_seconds_per_day` of the day. To somebody who wants each
    place told by touch `ready_by_touch` and `hold_by_touch` are said instead; empty where nothing differs.
    """

    place: str
    name: str
    title: str
    where: str
    turn: str
    sides: tuple[str, ...]
    round: int
    seconds: float
    ready_seconds: float
    release_seconds: float
    most_seconds: float
    most_seconds_per_day: float
    ready: str = ""
    hold: str = ""
    half: str = ""
    ten_seconds: str = ""
    release: str = ""
    ready_by_touch: str = ""
    hold_by_touch: str = ""


class PageTimetable(Value, frozen=True, kw_only=True):
    """A whole session for a page: its waits, steps, breath, and what is said at each moment.

    `breath` tells the pattern of breath, to be said once; empty where none is paced.
    """

    name: str
    total: str
    settle_seconds: float
    close_seconds: float
    settle: str
    close: str
    steps: tuple[PageStep, ...]
    pace: dict[str, Any]
    breath_words: dict[str, str]
    breath: str = ""


class _Said(NamedTuple):
    """What is said in one phase of one step, by kind."""

    at: int
    kind: str


def page_timetable_of(plan: Plan) -> PageTimetable:
    """Return the timetable of a plan; run undisturbed, the page says the same at the same seconds as the terminal."""
    said = _by_step(plan)

    def of(index: int, kind: str) -> str:
        return said.get(_Said(index, kind), "")

    steps = tuple(
        PageStep(
            place=step.place,
            name=short_name(step),
            title=step.short or step.name,
            where=side_words(step),
            turn=step.turn,
            sides=sides_of(step.side),
            round=round_of(plan.steps, index),
            seconds=step.seconds,
            ready_seconds=step.ready_seconds,
            release_seconds=step.release_seconds,
            most_seconds=step.most_seconds,
            most_seconds_per_day=step.most_seconds_per_day,
            ready=of(index, "ready"),
            hold=of(index, "hold"),
            half=of(index, "half"),
            ten_seconds=of(index, "ten_seconds"),
            release=of(index, "release"),
            **_by_touch(plan, index),
        )
        for index, step in enumerate(plan.steps)
    )
    return PageTimetable(
        name=plan.name,
        total=clock(plan.total_seconds),
        settle_seconds=plan.settle_seconds,
        close_seconds=plan.close_seconds,
        settle=of(0, "settle"),
        close=of(len(plan.steps), "close"),
        steps=steps,
        pace=_pace(plan.pace),
        breath_words=dict(BREATH_WORDS),
        breath=pace_sentence(plan.pace),
    )


def as_data(timetable: PageTimetable) -> dict[str, Any]:
    """Return a timetable as the plain values that JSON is made of."""
    made: dict[str, Any] = msgspec.to_builtins(timetable)
    return made


def _by_touch(plan: Plan, index: int) -> dict[str, str]:
    """Return what is said of a new place where the page waits for the finger; nothing where there is no other way."""
    step = plan.steps[index]
    if step.turn != "first" or not step.by_touch:
        return {}
    ready = first_sentences(step, number=index + 1, of=len(plan.steps), most_words=_MOST_TOUCH_WORDS)
    hold = hold_opening(step, most_words=_MOST_TOUCH_WORDS)
    return {"ready_by_touch": " ".join(ready), "hold_by_touch": " ".join(hold)}


def _by_step(plan: Plan) -> dict[_Said, str]:
    """Return what an undisturbed session says, by the step and the phase it is said in."""
    found: dict[_Said, str] = {}
    at = 0
    for moment in moments(plan, breaths=False):
        kind = _kind_of(moment)
        if not kind:
            continue
        found[_Said(at if kind != "close" else len(plan.steps), kind)] = moment.announcement.text
        at += kind == "release"
    return found


def _kind_of(moment: Moment) -> str:
    thing: Announcement = moment.announcement
    return thing.kind if thing.kind in _MARKS else _OF_PHASE.get(thing.kind, "")


def _pace(pace: Pace) -> dict[str, Any]:
    return {
        "phases": [{"do": phase.do, "seconds": phase.seconds} for phase in pace.phases],
        "max_seconds": pace.max_seconds,
        "then": _pace(pace.then) if pace.then is not None else None,
    }
