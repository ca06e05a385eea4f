"""Answers about oneself: read from numbers or slugs, when they are asked again, how they are said."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from acucli.errors import UsageError, did_you_mean
from acucli.model.practice import Profile, ProfileAnswer
from acucli.model.safety import Question
from acucli.text.nearness import closest

NOT_PLACES = frozenset({"named", "whole-body"})
_PARTS = re.compile(r"[:=/@]+")
_AGAIN = re.compile(r"(\d+)\s+(day|week|month)s?\Z")
_DAYS = {"day": 1, "week": 7, "month": 30}
_SIDES = {"left": "left", "l": "left", "right": "right", "r": "right", "both": "both"}
# Words people use for more than one region; each becomes an answer of its own.
_WIDER: dict[str, tuple[str, ...]] = {
    "belly": ("belly-upper", "belly-lower"),
    "abdomen": ("belly-upper", "belly-lower"),
    "back": ("back-upper", "back-middle", "back-lower"),
    "low-back": ("back-lower",),
    "upper-back": ("back-upper",),
    "neck": ("neck-back", "neck-side", "throat-front"),
    "throat": ("throat-front",),
    "head": ("scalp", "forehead", "temple"),
    "face": ("forehead", "eye", "nose", "mouth", "jaw", "temple"),
    "cheek": ("jaw",),
    "shoulder": ("shoulder-top", "upper-arm"),
    "armpit": ("upper-arm",),
    "lower-leg": ("shin", "calf"),
    "fingers": ("finger",),
    "thumb": ("finger",),
    "toes": ("toe",),
    "feet": ("foot",),
    "hands": ("hand",),
    "ribs": ("ribs-side",),
    "tail-bone": ("sacrum",),
    "collarbone": ("chest", "shoulder-top"),
}


def parse_answers(
    texts: Iterable[str], questions: Mapping[str, Question], regions: Iterable[str], *, today: str
) -> tuple[ProfileAnswer, ...]:
    """Return the answers in what was typed: numbers of the screen or slugs, parted by spaces or commas.

    A place and side follow a colon: `12:breast:left`, `skin-broken:hand:right`; `belly` and the like become one answer
    for each region. "none", "0" and nothing mean no answer.

    Raises:
        UsageError: a number, answer, place or side that does not exist; the hint names the nearest.
    """
    numbered = list(questions)
    places = [slug for slug in regions if slug not in NOT_PLACES]
    found: dict[ProfileAnswer, None] = {}
    for word in " ".join(texts).replace(",", " ").lower().split():
        if word in {"none", "no", "0", "-"}:
            continue
        name, *details = _PARTS.split(word.strip(":"))
        slug = _slug(name, numbered)
        named, side = _details(details, places, word)
        if named and not questions[slug].asks_place:
            raise UsageError(f"{slug!r} asks for no place", hint=f"write only {slug}")
        for region in named or ("",):
            found[ProfileAnswer(slug=slug, given=today, region=region, side=side)] = None  # type: ignore[arg-type]
    return tuple(found)


def _slug(name: str, numbered: Sequence[str]) -> str:
    if name.isascii() and name.isdigit() and len(name) <= 4:
        if 1 <= int(name) <= len(numbered):
            return numbered[int(name) - 1]
        raise UsageError(f"there is no number {name}", hint=f"the numbers run from 1 to {len(numbered)}")
    if name in numbered:
        return name
    near = closest(name, numbered, most=2, least=50)
    hint = did_you_mean(near, "acu profile set  lists them")
    raise UsageError(f"no answer is called {name!r}", hint=hint)


def _details(details: Sequence[str], places: Sequence[str], word: str) -> tuple[tuple[str, ...], str]:
    named: tuple[str, ...] = ()
    side = ""
    for detail in (item for item in details if item):
        if detail in _SIDES:
            side = _SIDES[detail]
        elif detail in places:
            named = (*named, detail)
        elif detail in _WIDER:
            named = (*named, *(slug for slug in _WIDER[detail] if slug in places))
        else:
            near = closest(detail, [*places, *_WIDER, *_SIDES], least=50)
            hint = did_you_mean(near, f"places: {', '.join(places)}")
            raise UsageError(f"no place or side is called {detail!r} (in {word!r})", hint=hint)
    return named, side


def with_answers(profile: Profile, new: Iterable[ProfileAnswer], *, today: str) -> Profile:
    """Return the profile with these answers added, screened today; the same answer and place is renewed."""
    added = list(new)
    same = {(item.slug, item.region) for item in added}
    placed = {item.slug for item in added if item.region}
    kept = [
        old
        for old in profile.answers
        if (old.slug, old.region) not in same and not (old.slug in placed and not old.region)
    ]
    return msgspec.structs.replace(profile, answers=(*kept, *added), screened=today)


def without_answers(profile: Profile, slugs: Iterable[str]) -> Profile:
    """Return the profile without any answer of these slugs."""
    gone = set(slugs)
    return msgspec.structs.replace(profile, answers=tuple(item for item in profile.answers if item.slug not in gone))


def ask_again_on(answer: ProfileAnswer, question: Question) -> str:
    """Return the ISO date from which the answer is asked again, "" for never.

    "next session" means any later day: a fever is asked about once a day.
    """
    given = _date(answer.given)
    if given is None:
        return "0001-01-01"
    days = days_until_asked(question)
    if days < 0:
        return ""
    try:
        return (given + datetime.timedelta(days=days)).isoformat()
    except OverflowError:  # a day of the year 9999: nobody gave an answer then
        return "0001-01-01"


def days_until_asked(question: Question) -> int:
    """Return after how many days an answer is asked again: 1 for the next session, -1 for never."""
    if question.ask_again.startswith("never"):
        return -1
    found = _AGAIN.match(question.ask_again)
    return int(found[1]) * _DAYS[found[2]] if found else 1


def is_older(given: str, days: int, today: str) -> bool:
    """Tell whether an ISO date is so many days old by now; one that cannot be read is old, one to come is not."""
    day, now = _date(given), _date(today)
    return day is None or now is None or (now - day).days >= days


def is_expired(answer: ProfileAnswer, question: Question, today: str) -> bool:
    """Tell whether the answer is asked again by now; it is obeyed until another one is given."""
    again = ask_again_on(answer, question)
    return bool(again) and again <= today


def expired(profile: Profile, questions: Mapping[str, Question], today: str) -> tuple[ProfileAnswer, ...]:
    """Return the answers of a profile that are asked again, in their order."""
    return tuple(
        item for item in profile.answers if item.slug in questions and is_expired(item, questions[item.slug], today)
    )


def wants_place(answer: ProfileAnswer, question: Question) -> bool:
    """Tell whether the place of an answer is still to be asked."""
    return question.asks_place and not answer.region and answer.slug != "pacemaker"


def say_answer(answer: ProfileAnswer, questions: Mapping[str, Question]) -> str:
    """Return an answer in words, its place and side included."""
    words = questions[answer.slug].words if answer.slug in questions else answer.slug
    place = " ".join(part for part in (answer.side, answer.region.replace("-", " ")) if part)
    return f"{words} ({place})" if place else words


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None
