"""What is said in a minute of calm: each turn of the breath, the one danger once, and the last words."""

from __future__ import annotations

from collections.abc import Sequence

from acucli.model.practice import Event
from acucli.session.announcements import CHANGE, Announcement
from acucli.session.breath import breath_at
from acucli.session.state import State

DANGER_AFTER_BREATHS = 2
"""The danger is said aloud once the breath has found its pace: before that it would talk over the first cue."""


def danger_of(state: State) -> str:
    """Return the one danger that is shown from the first moment on."""
    return " ".join(state.plan.before)


def last_words(state: State) -> str:
    """Return what is said at the end."""
    return " ".join(state.plan.close)


def calm_things(before: State, after: State, events: Sequence[Event]) -> tuple[Announcement, ...]:
    """Return what is to be said of one move of the machine beside the breath itself."""
    things: list[Announcement] = []
    if _breaths(before) < DANGER_AFTER_BREATHS <= _breaths(after):
        things.append(Announcement("danger", (danger_of(after),), CHANGE))
    for event in events:
        if event.kind == "gap" or (event.kind == "pause" and event.why != "gap"):
            things.append(Announcement("pause", ("Paused. Space goes on.",), CHANGE))
        elif event.kind == "resume":
            things.append(Announcement("resume", ("Going on.",), CHANGE))
        elif event.kind == "end":
            things.append(Announcement("end", (last_words(after),), CHANGE))
    return tuple(things)


def _breaths(state: State) -> int:
    """Return how many whole breaths have been."""
    if state.phase != "hold":
        return 0
    breath = breath_at(state.plan.pace, state.credited)
    return breath.number if breath is not None else 0
