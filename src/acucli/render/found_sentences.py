"""The short answer of `acu find` in sentences, and the words that the screen shares with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from acucli.guide.shortlist import ListedPlace, ListWish, ShortList, shortlist_of, signs_first
from acucli.model.answers import FindAnswer, Flag, FoundCondition
from acucli.render.context import AppContext
from acucli.render.found import found_sentences
from acucli.render.found_texts import come_first, text_lines
from acucli.render.style import Style
from acucli.text.quoting import quoted
from acucli.text.shorten import joined_within

_SIDES_SPOKEN = {
    "both": "both sides at once",
    "each": "each side in turn",
    "one": "one place, on the middle line",
    "left": "left side",
    "right": "right side",
}
_DANGER_WORDS = {"emergency": "Call now", "crisis": "Call now", "urgent": "Today", "see-doctor": "See a doctor"}
_DANGER_SPOKEN = 240
"""The most characters of the signs that are read aloud; all of them are under `--why`."""


def spoken(answer: FindAnswer, run: AppContext, style: Style) -> Iterator[str]:
    """Yield the answer as short full sentences, each place found by touch; with `--why` everything there is."""
    if style.whole:
        yield from found_sentences(answer, run)
        return
    listed = shortlist_of(answer, run.library, run.profile, today=run.today, wish=wish_of(style))
    texts = [line for text in text_lines(answer) for line in text.split("\n")]
    yield from texts if come_first(answer) else ()
    for number, condition in enumerate(answer.conditions):
        yield f"{condition.name}. {_session_sentence(condition, listed if number == 0 else None)}"
        if number == 0:
            yield from said_again(answer, run)
            danger = danger_words(signs_first(answer, run.library, run.profile), _DANGER_SPOKEN)
            yield from (danger,) if danger else ()
        yield f"Evidence: {condition.grade_words}."
        if condition.session != "offered":
            yield f"{condition.session_reason} {condition.way_out}"
    yield from () if come_first(answer) else texts
    if listed.for_you:
        yield f"For you at every point: {'; '.join(listed.for_you)}."
    for number, place in enumerate(listed.places, start=1):
        yield f"{number}. {_of_place(place)}"
    yield from left_out_lines(answer)
    if listed.later:
        yield f"With places, once it passes: {listed.later}"
    if listed.more:
        yield f"{listed.more} more: {more_command(answer, listed, style)}"
    if answer.conditions:
        yield f"Reasons, trials and all warning signs: {why_command(answer, style)}"


def wish_of(style: Style) -> ListWish:
    """Return how the list was asked for."""
    return ListWish(limit=style.limit, setting=style.setting, narrowed=bool(style.narrowed_to))


def danger_words(flags: Sequence[Flag], room: int) -> str:
    """Return in about so many characters the signs of the first one's kind, `Call now: ...; and 4 more.`; or ""."""
    if not flags:
        return ""
    word = _DANGER_WORDS[flags[0].level]
    alike = tuple(dict.fromkeys(flag.brief or flag.ask for flag in flags if _DANGER_WORDS[flag.level] == word))
    return f"{word}: {joined_within(alike, room - len(word) - 3)}."


def said_again(answer: FindAnswer, run: AppContext) -> Iterator[str]:
    """Yield the signs that the words speak of where the remarks that say them are silenced."""
    if run.options.quiet:
        yield from (f"Get help: {flag.sentence}" for flag in answer.said_signs)


def left_out_lines(answer: FindAnswer) -> Iterator[str]:
    """Yield what is kept from this person with the reason, what has the same one together."""
    grouped: dict[str, list[str]] = {}
    for item in answer.left_out:
        start, found, reason = item.message.partition(f"Left out: {item.code}")
        if found and not start:
            grouped.setdefault(reason, []).append(item.code)
        else:
            yield item.message or f"Left out: {item.code}."
    for reason, codes in grouped.items():
        yield f"Left out: {', '.join(codes)}{reason}"


def more_command(answer: FindAnswer, listed: ShortList, style: Style) -> str:
    """Return the command line that shows the places that have no room here."""
    return f"{_command(answer, style)} --limit {listed.in_all}"


def why_command(answer: FindAnswer, style: Style) -> str:
    """Return the command line that shows everything there is."""
    return f"{_command(answer, style)} --why"


def _command(answer: FindAnswer, style: Style) -> str:
    return f"acu find {quoted(answer.query)}{style.narrowed_to}"


def sentence(text: str) -> str:
    """Return the text with an end to it."""
    return text if text.endswith((".", "…", "?", "!")) else f"{text}."


def _session_sentence(condition: FoundCondition, listed: ShortList | None) -> str:
    if condition.session != "offered":
        return "No session."
    if listed is None:
        return f"Session: acu session {condition.slug}."
    if listed.refused:
        return f"No session: {listed.refused}"
    return f"Session: {listed.start}, about {listed.minutes} minute{'s' if listed.minutes != 1 else ''}."


def _of_place(place: ListedPlace) -> str:
    code = f"{place.code} {place.name}: " if place.code else f"{place.name}: "
    held = f"{_SIDES_SPOKEN[place.sides]}, {place.seconds} seconds" if place.seconds else place.refusal
    parts = [f"{code}{sentence(place.lay)}", f"By touch: {place.by_touch}", f"{held[:1].upper()}{held[1:]}."]
    parts += [f"Instead of {place.stands_for}."] if place.stands_for else []
    parts += [f"For you: {'; '.join(place.for_you)}."] if place.for_you else []
    parts += [f"Not if: {'; '.join(place.not_if)}."] if place.not_if else []
    return " ".join(parts)
