"""The sentences of one step: where, which hand, how hard, how long, how to begin and how to let go."""

from __future__ import annotations

from acucli.model.practice import PlanStep
from acucli.model.record import DIGIT_WORDS

_PRESSURES = {
    1: "Lightly: only the skin moves.",
    2: "Medium pressure: clear, with the face relaxed.",
    3: "Firmly: a good ache at most.",
}
_VERBS = {
    "press": "Press",
    "rub": "Rub",
    "circle": "Make small circles",
    "knead": "Knead",
    "roll": "Roll",
    "tap": "Tap",
    "percuss": "Drum softly",
    "stretch": "Stretch",
    "joint-circles": "Circle the joint",
    "warm": "Warm the place",
    "ear-pinch": "Pinch lightly",
    "breathe-and-rest": "Rest and breathe",
}
_OPENINGS = {
    "press": "Press in slowly, over three breaths.",
    "rub": "Begin to rub, lightly.",
    "circle": "Begin small, slow circles.",
    "knead": "Begin: squeeze, lift a little, let go.",
    "roll": "Begin to roll, to and fro.",
    "tap": "Begin to tap, lightly.",
    "percuss": "Begin to drum, softly.",
    "stretch": "Ease into the stretch, slowly.",
    "joint-circles": "Begin to circle, slowly.",
    "warm": "Lay the warm hands on, and stay.",
    "ear-pinch": "Pinch lightly, and stay.",
    "breathe-and-rest": "Rest now, and breathe.",
}
_ENDINGS = {
    "press": "Release slowly.",
    "stretch": "Come back slowly.",
    "ear-pinch": "Release slowly.",
    "breathe-and-rest": "Good.",
    "warm": "Take the hands away slowly.",
}
_MANUAL = frozenset({"breathe-and-rest"})
_MOVING = frozenset({"circle", "rub", "knead"})
"""Techniques whose hand moves over the skin: the direction of a point is that of its pressure."""


def first_sentences(step: PlanStep, *, number: int, of: int) -> tuple[str, ...]:
    """Return the sentences that name a new place, complete for somebody who sees nothing."""
    sentences = [
        f"Step {number} of {of}: {full_name(step)}, {side_words(step)}, {span(step.seconds)}.",
        f"It stands in for {place_name(step.stand_in_for)}." if step.stand_in_for else "",
        step.where,
        step.by_touch or step.find,
        "Take care: look at the skin there first, or ask somebody to." if step.look_first else "",
        step.hold_position,
        hand_sentence(step),
        _PRESSURES[step.pressure] if step.technique not in _MANUAL else "",
        f"Usual is {_lower(step.feel)}".rstrip(".") + "." if step.feel else "",
        stop_sentence(step),
    ]
    return tuple(sentence for sentence in sentences if sentence)


def place_name(code: str) -> str:
    """Return the code of a point as it is, the slug of an area in words."""
    return code.replace("-", " ") if code.islower() else code


def other_side_sentence(step: PlanStep) -> tuple[str, ...]:
    """Return the sentence that changes sides."""
    hand = hand_sentence(step, short=True)
    return tuple(
        part for part in (f"Other side: {short_name(step)}, {side_words(step)}, {span(step.seconds)}.", hand) if part
    )


def again_sentence(step: PlanStep) -> tuple[str, ...]:
    """Return the sentence for a further site or round of a place."""
    if step.sites > 1:
        head = f"Place {step.site} of {step.sites} of {short_name(step)}"
    else:
        head = f"Once more: {short_name(step)}"
    return tuple(
        part for part in (f"{head}, {side_words(step)}, {span(step.seconds)}.", hand_sentence(step, short=True)) if part
    )


def hold_opening(step: PlanStep) -> tuple[str, ...]:
    """Return what is said at the moment a hold begins."""
    rhythm = f"An easy rhythm, about {step.rhythm} a minute." if step.rhythm else ""
    opening = _OPENINGS.get(step.technique, "Begin now.")
    return tuple(part for part in (opening, step.words, rhythm) if part)


def release_words(step: PlanStep) -> str:
    """Return what is said at the moment a hold is over."""
    return _ENDINGS.get(step.technique, "Stop, and let the hand rest.")


def hand_sentence(step: PlanStep, *, short: bool = False) -> str:
    """Return which hand does what, towards where and against what."""
    verb = _VERBS.get(step.technique, "Work")
    if step.technique in _MANUAL:
        return ""
    with_what = f"{verb} with {hand_words(step)}"
    if short:
        return with_what + "."
    joint = ", pressing " if step.technique in _MOVING else " "
    toward = f"{joint}{step.direction}" if step.direction else ""
    against = f" Against it: {step.counter.rstrip('.')}." if step.counter else ""
    return f"{with_what}{toward}".rstrip(".") + "." + against


def hand_words(step: PlanStep) -> str:
    """Return the pressing hand, or the tool in it: `your right thumb`."""
    one, many = DIGIT_WORDS.get(step.digit, DIGIT_WORDS[""])
    if step.tool:
        return f"the {step.tool.replace('-', ' ')}"
    if step.hand == "both":
        return f"both {many}" if one != many else f"the {many} of both hands"
    if step.hand == "either":
        return f"the {one} of either hand" if one != "hand" else "either hand"
    return f"your {step.hand} {one}"


def side_words(step: PlanStep) -> str:
    """Return which side of the body, in words."""
    return {
        "left": "left side",
        "right": "right side",
        "both": "both sides at once",
        "midline": "on the middle line",
    }[step.side]


def stop_sentence(step: PlanStep) -> str:
    """Return when to let go of this point."""
    return f"Let go if {_lower(step.stop_if)}".rstrip(".") + "." if step.stop_if else ""


def full_name(step: PlanStep) -> str:
    """Return the name with its code: `Hegu, Joining Valley (LI4)`."""
    return f"{step.name} ({step.code})" if step.code else step.name


def short_name(step: PlanStep) -> str:
    """Return the name people call it by: `Hegu`."""
    return step.name.split(",")[0]


def span(seconds: float) -> str:
    """Return a length of time in words: `75 seconds`, `2 minutes`, `8 minutes 20 seconds`."""
    whole = round(seconds)
    if whole < 120:
        return f"{whole} second{'' if whole == 1 else 's'}"
    minutes, rest = divmod(whole, 60)
    if minutes >= 120:
        hours, minutes = divmod(minutes, 60)
        return f"{hours} hours {minutes} minutes" if minutes else f"{hours} hours"
    return f"{minutes} minutes {rest} seconds" if rest else f"{minutes} minutes"


def _lower(text: str) -> str:
    """Lower the first letter, but not of `I` or a code."""
    if len(text) > 1 and text[1].isupper():
        return text
    return text[:1].lower() + text[1:]
