"""The sentences of one step: where, which hand, how hard, how long, how to begin and how to let go."""

from __future__ import annotations

import re
from typing import NamedTuple

from acucli.model.practice import PlanStep
from acucli.model.record import DIGIT_WORDS

_PRESSURES = {
    1: "Lightly: only the skin moves.",
    2: "Medium pressure: clear, with the face relaxed.",
    3: "Firmly: a good ache, 4 of 10 at most.",
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
MOST_READY_WORDS = 40
"""Before any hold: nobody reads or hears more while a hand looks for its place."""
MOST_WAITED_WORDS = 80
"""The same where no clock runs until the finger is there."""
_MOST_CARE = 1
_WORDS_A_SECOND_OF_HOLD = 1.0
"""Spoken words take 0.4 s: the words at the beginning end before half of a hold is over."""
_FIRM = 3
"""The pressure whose most is said before every hold, whatever room there is."""
_SENTENCE_END = re.compile(r"(?<=[.!?]) +")
_MANUAL = frozenset({"breathe-and-rest"})
_MOVING = frozenset({"circle", "rub", "knead"})
"""Techniques whose hand moves over the skin: the direction of a point is that of its pressure."""


def first_sentences(step: PlanStep, *, number: int, of: int, most_words: int = MOST_READY_WORDS) -> tuple[str, ...]:
    """Return the sentences that name a new place, for somebody who sees nothing, in at most so many words."""
    code = f" ({step.code})" if step.code else ""
    head = f"Step {number} of {of}: {short_name(step)}{code}, {side_words(step)}, {span(step.seconds)}."
    return (head, *before_hold(step, most_words - count_words(head)).sentences)


class WordsBefore(NamedTuple):
    """What is said before a hold: the lay line, how the place is found and opened, what must be, when to let go."""

    lay: str
    found: str
    position: str
    must: tuple[str, ...]
    stop: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return them in the order in which they are said."""
        return tuple(part for part in (self.lay, self.found, self.position, *self.must, self.stop) if part)


def before_hold(step: PlanStep, room: int, *, by_eye: bool = False) -> WordsBefore:
    """Return what is said before a hold in at most `room` words: where, what to mind, how, and when to let go.

    The lay line comes first, then how it is found, `by_eye` or by touch, as far as there is room. What finds none is
    said when the hold has begun (`after_begun`).
    """
    must = tuple(sentence for sentence in _must(step) if sentence)
    lay = f"{step.short[0].upper()}{step.short[1:]}." if step.code and step.short else ""
    left = room - sum(map(count_words, (lay, *must)))
    ways = _sentences(step.find if by_eye else step.by_touch or step.find)
    first = fitting(ways[0] if ways else "", left)
    stop = fitting(stop_sentence(step), left - count_words(first))
    found = fitting(" ".join(ways), left - count_words(stop)) if first else ""
    position = fitting(step.hold_position, left - count_words(stop) - count_words(found))
    return WordsBefore(lay, found, position, must, stop)


class WordsDuring(NamedTuple):
    """What a hold adds to the words before it: what must be shown, and what is good to know where there is room."""

    must: tuple[str, ...]
    more: tuple[str, ...]


def during_hold(step: PlanStep, before: WordsBefore) -> WordsDuring:
    """Return what is to be read while a hold runs and was not yet before it, for somebody who looks."""
    said = " ".join(before.sentences)
    must = (step.words, rhythm_sentence(step), *_care(step)[_MOST_CARE:])
    more = (*_sentences(step.find), *_sentences(step.hold_position), *_sentences(_way_of_pressing(step)))
    return WordsDuring(
        tuple(dict.fromkeys(part for part in must if part and part not in said)),
        tuple(dict.fromkeys(part for part in more if part not in said and part not in must)),
    )


def rhythm_sentence(step: PlanStep) -> str:
    """Return how fast a hand moves; empty where it rests."""
    return f"An easy rhythm, about {step.rhythm} a minute." if step.rhythm else ""


def _way_of_pressing(step: PlanStep) -> str:
    """Return towards where and against what is pressed; the hand was named before."""
    if step.technique in _MANUAL:
        return ""
    toward = f"{_VERBS.get(step.technique, 'Work')}{_toward(step)}." if step.direction else ""
    return f"{toward} {_against(step)}".strip()


def _toward(step: PlanStep) -> str:
    joint = ", pressing " if step.technique in _MOVING else " "
    return f"{joint}{step.direction}".rstrip(".") if step.direction else ""


def _against(step: PlanStep) -> str:
    return f"Against it: {step.counter.rstrip('.')}." if step.counter else ""


def after_begun(step: PlanStep, most_words: int) -> tuple[str, ...]:
    """Return when to let go and what to mind, where it found no room before the hold.

    How hard, and what else found none, follow as far as they leave the hold its quiet: half way and ten seconds are
    heard.
    """
    said = " ".join(first_sentences(step, number=1, of=1, most_words=most_words))
    pressure = pressure_sentence(step)
    must = [part for part in (stop_sentence(step), *_care(step)[_MOST_CARE:]) if part and part not in said]
    begun = (_OPENINGS.get(step.technique, ""), step.words, *must)
    room = step.seconds * _WORDS_A_SECOND_OF_HOLD - sum(map(count_words, begun))
    rest = (pressure, hand_sentence(step), *_sentences(step.hold_position), *_sentences(step.by_touch or step.find))
    for part in rest:
        if part and part not in said and count_words(part) <= room:
            must.append(part)
            room -= count_words(part)
    return tuple(must)


def fitting(text: str, room: int) -> str:
    """Return the first sentences of a text that have at most `room` words; empty where the first has more."""
    kept: list[str] = []
    for sentence in _sentences(text):
        room -= count_words(sentence)
        if room < 0:
            break
        kept.append(sentence)
    return " ".join(kept)


def count_words(text: str) -> int:
    """Return how many words there are to be read or heard."""
    return len(text.split())


def _must(step: PlanStep) -> tuple[str, ...]:
    """Return what is said before a hold whatever room there is."""
    return (
        f"It stands in for {place_name(step.stand_in_for)}." if step.stand_in_for else "",
        *_care(step)[:_MOST_CARE],
        "Look at the skin there first." if step.look_first else "",
        hand_sentence(step, short=True),
        _PRESSURES[step.pressure] if step.pressure == _FIRM else "",
    )


def _care(step: PlanStep) -> tuple[str, ...]:
    return tuple(f"{line[0].upper()}{line[1:].rstrip('.')}." for line in step.care if line)


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_END.split(text.strip()) if sentence]


def place_name(code: str) -> str:
    """Return the code of a point as it is, the slug of an area in words."""
    return code.replace("-", " ") if code.islower() else code


def pressure_sentence(step: PlanStep) -> str:
    """Return how hard it is pressed; empty where nothing is."""
    return "" if step.technique in _MANUAL else _PRESSURES[step.pressure]


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


def hold_opening(step: PlanStep, *, most_words: int = MOST_READY_WORDS) -> tuple[str, ...]:
    """Return what is said at the moment a hold begins."""
    opening = _OPENINGS.get(step.technique, "Begin now.")
    rest = after_begun(step, most_words) if step.turn == "first" else ()
    return tuple(part for part in (opening, step.words, rhythm_sentence(step), *rest) if part)


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
    return f"{with_what}{_toward(step)}. {_against(step)}".strip()


def hand_words(step: PlanStep) -> str:
    """Return the pressing hand, or the tool in it: `your right thumb`."""
    digit = DIGIT_WORDS.get(step.digit, DIGIT_WORDS[""])
    one, many = digit.one, digit.two
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


def clock(seconds: float) -> str:
    """Return a length of time as a clock shows it: `0:40`, `7:51`."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def _lower(text: str) -> str:
    """Lower the first letter, but not of `I` or a code."""
    if len(text) > 1 and text[1].isupper():
        return text
    return text[:1].lower() + text[1:]
