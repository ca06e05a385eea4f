"""What the guide says at each moment of a session, the same for lines, voice and sound file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from acucli.model.practice import Event, PlanStep
from acucli.session.phrases import (
    MOST_READY_WORDS,
    MOST_WAITED_WORDS,
    again_sentence,
    first_sentences,
    hold_opening,
    other_side_sentence,
    release_words,
    short_name,
    span,
)
from acucli.session.state import Command, State, left_in_all

CHANGE, SIDE, MARK = 3, 2, 1
"""Priorities of what is said: a change of step beats a change of side beats half way."""

HOW_IS_IT = (
    "How is it now? Type a number from 0, none, to 10, or press Enter.",
    "f keeps this session as a favourite.",
)
_REST = ("Rest your hands in your lap.",)


class Announcement(NamedTuple):
    """One thing said: its kind (an event's kind, or settle, hold, close, ask), sentences, and priority."""

    kind: str
    sentences: tuple[str, ...]
    priority: int = MARK

    @property
    def text(self) -> str:
        """Return the sentences in one run."""
        return " ".join(self.sentences)


def opening(state: State) -> Announcement:
    """Return what is said while the person settles in: cautions and stop signs first."""
    plan = state.plan
    sentences = [*plan.said_first, *plan.prepare]
    if state.following is not None and state.at:
        sentences.append(f"We take up again at step {state.at + 1} of {len(state.steps)}.")
    return Announcement("settle", tuple(dict.fromkeys(sentences)), CHANGE)


def announcements_for(before: State, after: State, events: Sequence[Event]) -> tuple[Announcement, ...]:
    """Return everything to say about one move of the machine, in order."""
    things = [thing for event in events if (thing := _of_event(event, after)) is not None]
    moved = (before.phase, before.at) != (after.phase, after.at)
    if moved and after.phase == "hold" and after.step is not None:
        most = MOST_WAITED_WORDS if after.waits else MOST_READY_WORDS
        things.append(Announcement("hold", hold_opening(after.step, most_words=most), CHANGE))
    elif moved and after.phase == "close":
        things.append(Announcement("close", closing(after), CHANGE))
    elif moved and after.phase == "asking":
        things.append(Announcement("ask", HOW_IS_IT))
    return tuple(things)


def closing(state: State) -> tuple[str, ...]:
    """Return what is said once the last hold is over."""
    said_already = any(" lap" in sentence for sentence in state.plan.close)
    return ("That was the last one.", *(() if said_already else _REST), *state.plan.close)


def key_reply(command: Command, before: State, after: State) -> str:
    """Return the sentence that answers a key which no event tells of; empty when there is nothing to say."""
    if command.name == "breathing":
        return "Breath pacer on." if after.breathing else "Breath pacer off. Breathe as you like."
    if command.name == "mute":
        return "Sound off." if after.muted else "Sound on."
    if command.name in {"more", "less"}:
        return _changed(before, after)
    if command.name == "back":
        return _not_back(before) if after == before else ""
    if command.name == "there" and after.there and not before.there:
        return f"Good. {round(after.remaining)} seconds to return to the place."
    if command.name == "favourite" and before.favourite != after.favourite:
        return "A favourite from now on." if after.favourite else "No favourite."
    if command.name == "repeat":
        if len(after.steps) == len(before.steps):
            return "Not once more: this side is waiting already, or has had its time for today."
        again = after.steps[-1]
        return f"{short_name(again)} comes again at the end, for {span(again.seconds)}."
    return ""


def status(state: State) -> str:
    """Return one sentence that tells where the session is, for the long stretches in which nothing happens."""
    if state.paused:
        return "Paused."
    present = state.step
    if state.phase == "hold" and present is not None:
        return f"{span(state.remaining)} left on {short_name(present)}."
    return f"{span(left_in_all(state))} left in all."


def _changed(before: State, after: State) -> str:
    one, other = before.step, after.step
    if one is None or other is None:
        return ""
    by = other.seconds - one.seconds
    if not by:
        return f"This hold stays at {span(other.seconds)}: that is its limit." if before.at == after.at else ""
    following = after.steps[after.at + 1 : after.at + 2]
    both = other.turn != "other-side" and any(item.turn == "other-side" for item in following)
    word = "more" if by > 0 else "less"
    sides = ", and the same for the other side" if both else ""
    return f"{span(abs(by))} {word}: {span(other.seconds)} in all{sides}."


def _of_event(event: Event, state: State) -> Announcement | None:
    if event.kind in {"step", "side"} and event.step <= len(state.steps):
        return announcement(state.steps, event.step - 1, waits=state.waits)
    if event.kind == "half":
        return Announcement("half", ("Half way.",))
    if event.kind == "ten_seconds":
        return Announcement("ten_seconds", (f"Ten seconds. {_coming(state.steps, event.step)}".strip(),))
    if event.kind == "release" and event.why == "" and event.step <= len(state.steps):
        return Announcement("release", (release_words(state.steps[event.step - 1]),), SIDE)
    if event.kind == "release" and event.why == "hurts":
        return Announcement("hurt", _hurt_sentences(state, event.step), CHANGE)
    if event.kind == "gap":
        return Announcement(
            "gap", (f"Paused: I lost you for {span(event.seconds)}. That time is not counted.",), CHANGE
        )
    if event.kind == "pause":
        return None if event.why == "gap" else Announcement("pause", ("Paused. Let go if you like.",), CHANGE)
    if event.kind == "resume":
        return Announcement("resume", ("Going on.",), CHANGE)
    if event.kind == "score":
        return Announcement("score", (f"Noted: {event.score} of 10.",))
    if event.kind == "note":
        return Announcement("note", ("Noted.",))
    if event.kind == "end":
        return Announcement("end", (_ending(event),), CHANGE)
    return None


def _hurt_sentences(state: State, number: int) -> tuple[str, ...]:
    """Return what is said to somebody whom a place hurts."""
    name = short_name(state.steps[number - 1]) if 0 < number <= len(state.steps) else "This place"
    return ("Let go, and rest the hand.", f"{name} is left out from now on, on both sides.")


def announcement(steps: Sequence[PlanStep], index: int, *, waits: bool = False) -> Announcement:
    """Return what names a step before it starts: the place, the side, how long, what to mind, the hand.

    More is said where the session `waits` for the finger than where a clock runs.
    """
    present = steps[index]
    if present.turn == "other-side":
        return Announcement("side", other_side_sentence(present), CHANGE)
    if present.turn == "again":
        return Announcement("step", again_sentence(present), CHANGE)
    most = MOST_WAITED_WORDS if waits else MOST_READY_WORDS
    return Announcement("step", first_sentences(present, number=index + 1, of=len(steps), most_words=most), CHANGE)


def _not_back(state: State) -> str:
    wanted = state.steps[max(0, state.at - 1)] if state.steps else None
    return f"Not back: {_on_side(wanted)} has had its time." if wanted is not None else ""


def _on_side(step: PlanStep) -> str:
    side = f" ({step.side})" if step.side in {"left", "right"} else ""
    return f"{short_name(step)}{side}"


def _coming(steps: Sequence[PlanStep], index: int) -> str:
    """Say what comes after, before the change."""
    if index >= len(steps):
        return "This is the last one."
    following = steps[index]
    if following.turn == "other-side":
        return f"Then the other side, {_side_word(following)}."
    if following.turn == "again":
        return f"Then {short_name(following)} again."
    return f"Then {short_name(following)}."


def _side_word(step: PlanStep) -> str:
    return step.side if step.side in {"left", "right"} else "both"


def _ending(event: Event) -> str:
    pressed = f"You pressed for {span(event.credited)}." if event.credited else "Nothing was pressed."
    if event.why == "done":
        return f"Done. {pressed}"
    return f"Ended early. {pressed}"
