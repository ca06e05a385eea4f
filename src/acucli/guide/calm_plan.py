"""Calm: a minute of breath alone, with no place to press, so that nobody has to be asked anything before it."""

from __future__ import annotations

import re

from acucli.errors import UsageError
from acucli.lookup import QueryResult
from acucli.model.library import Library
from acucli.model.practice import Event, Pace, Plan, PlanStep, stamped

SLUG = "calm"
USUAL_SECONDS = 60.0
FEWEST_SECONDS, MOST_SECONDS = 30.0, 3600.0
BREATHING = "count-to-five"
"""Even breaths without a hold: no pattern that holds the breath is ever led to from fear."""
FIRST_WORDS = "Breathe with the bar. Nothing else to do."
LAST_WORDS = "First time, or not passing: speak to a clinician today."
_DANGER = "Chest pressure, fainting, or no breath to speak: call {number} now."
_ANY_NUMBER = "your emergency number (112 in many countries)"
_TIME = re.compile(r"(\d+(?:\.\d+)?)\s*(s|secs?|seconds?|m|mins?|minutes?)?")


def is_time(word: str) -> bool:
    """Tell whether a word can only be meant as a length of time."""
    return _TIME.fullmatch(word.strip().lower()) is not None


def calm_seconds(text: str) -> float:
    """Return the seconds of `60s`, `3m` or a bare number of minutes; the usual ones for no text.

    Raises:
        UsageError: it is no time, or shorter than three breaths, or longer than an hour.
    """
    word = text.strip().lower()
    if not word:
        return USUAL_SECONDS
    found = _TIME.fullmatch(word)
    if found is None:
        raise UsageError(f"{text!r} is no time", hint="for example: acu calm, acu calm 90s, acu calm 3m")
    seconds = float(found[1]) * (1.0 if (found[2] or "m").startswith("s") else 60.0)
    if not FEWEST_SECONDS <= seconds <= MOST_SECONDS:
        raise UsageError(f"calm cannot last {text}", hint="from 30 seconds to an hour: acu calm 60s, acu calm 3m")
    return seconds


def calm_plan(library: Library, seconds: float = USUAL_SECONDS, *, number: str = "") -> Plan:
    """Return a plan of breath alone: one rest of so many seconds, with nothing before it and nothing after.

    `number` is whom to call, the person's own; else the advice that holds in any country.
    """
    pattern = library.breathing[BREATHING]
    rest = PlanStep(
        n=1,
        name="Breathing",
        seconds=seconds,
        side="midline",
        technique="breathe-and-rest",
        pressure=1,
        most_seconds=seconds,
    )
    return Plan(
        slug=SLUG,
        name="Calm",
        kind="routine",
        steps=(rest,),
        pace=Pace(slug=pattern.slug, name=pattern.name, phases=pattern.phases),
        total_seconds=seconds,
        level="gentle",
        prepare=(FIRST_WORDS,),
        before=(_DANGER.format(number=number or _ANY_NUMBER),),
        close=(LAST_WORDS,),
        open=True,
    )


def time_alone(event: Event) -> Event | None:
    """Return what the journal keeps of an event of calm: that it began, when, and how long it lasted; else None."""
    if event.kind == "start" and event.plan is not None:
        bare = Plan(slug=SLUG, name="Calm", kind="routine", steps=(), pace=Pace(slug="", name=""), total_seconds=0.0)
        return stamped(event, plan=bare, left=0.0)
    if event.kind == "end":
        return stamped(event, left=0.0, step=0, seconds=0.0, side="", hand="")
    return None


def leads_to_calm(meaning: QueryResult, library: Library) -> bool:
    """Tell whether these words, in which no danger was heard, speak first of what breath alone is the answer to."""
    if meaning.stops or not meaning.conditions:
        return False
    first = meaning.conditions[0]
    return first.how != "typo" and library.conditions[first.slug].breath_first
