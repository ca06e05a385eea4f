"""Whose fact: whether what a sentence tells of a person holds for whoever has the complaint, and now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from acucli.lookup.decoded_indexes import word_lists_of
from acucli.lookup.phrase_table import Found
from acucli.lookup.segments import segments_of, speaks_of_self
from acucli.model.indexes import WordLists
from acucli.model.library import Library
from acucli.text.numbers import NUMBER_WORDS
from acucli.text.tokens import Word

PASSING = frozenset({"pregnant", "maybe-pregnant", "postpartum", "fever", "recent-surgery"})
"""Answers of the profile that pass: what was so years ago is so no more."""

_FIRST_WEEK = 4
_LAST_WEEK = 42
"""Weeks of a pregnancy; fewer or more are how long something lasts."""

Complains = Callable[[Sequence[Word]], bool]
"""Tells whether words name a complaint."""


def is_long_over(words: Sequence[Word], saying: Found, library: Library) -> bool:
    """Tell whether a passing fact was so long ago ("dengue fever two years ago"), and nothing says it is so again."""
    if saying.meaning not in PASSING:
        return False
    lists, clause = word_lists_of(library), words[saying.start].clause
    around = [word for word in words if word.clause == clause]
    told = words[saying.start : saying.end]  # "carrying a child" is not "as a child"
    pairs = {
        f"{first.stem} {second.stem}" for first, second in pairwise(around) if not any(second is word for word in told)
    }
    return bool(pairs & lists.long_ago) and not any(word.text in lists.as_now for word in around)


def is_of_another(words: Sequence[Word], saying: Found, complains: Complains, library: Library) -> bool:
    """Tell whether a fact is told of somebody else while every complaint is the speaker's own.

    "My colleague is pregnant, my back hurts" is of another, "my wife is pregnant and has a headache" is of whoever has
    the headache. In doubt, and where the speaker may be helping that person, the fact counts.
    """
    lists = word_lists_of(library)
    segments = segments_of(words, lists)
    told = words[saying.start]
    own = next((segment for segment in segments if any(word is told for word in segment)), None)
    if own is None:
        return False
    start = next(place for place, word in enumerate(own) if word is told)
    named = [place for place, word in enumerate(own[:start]) if _is_somebody_else(word, lists)]
    if not named or any(word.text in lists.self_too for word in own[named[-1] :]):
        return False
    complaining = [segment for segment in segments if complains(segment)]
    return bool(complaining) and all(
        segment is not own and _is_own_complaint(segment, lists) for segment in complaining
    )


def _is_somebody_else(word: Word, lists: WordLists) -> bool:
    return word.text in lists.relatives or word.text in lists.other_persons


def _is_own_complaint(segment: Sequence[Word], lists: WordLists) -> bool:
    said = {word.text for word in segment}
    return speaks_of_self(segment, lists) and not said & lists.relatives and not said & lists.helping_another


def is_weeks_along(words: Sequence[Word], library: Library) -> bool:
    """Tell whether "30 weeks" stands for a pregnancy: said of oneself, or first of all, and not as a span of time."""
    return any(_is_week_of_pregnancy(words, place, word_lists_of(library)) for place in range(len(words) - 1))


def _is_week_of_pregnancy(words: Sequence[Word], place: int, lists: WordLists) -> bool:
    text = words[place].text
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else NUMBER_WORDS.get(text, 0)
    if not _FIRST_WEEK <= number <= _LAST_WEEK or words[place + 1].text != "weeks":
        return False
    said = [word.text for word in words[max(0, place - 2) : place]]
    rest = words[place + 2 :]
    following = rest[0].text if rest and rest[0].clause == words[place].clause else ""
    if lists.after_span.intersection(word.text for word in rest[:2]):
        return False
    if said[-1:] and said[-1] in lists.before_week:
        return not following or following in lists.after_week
    return place == 0 and (not following or following in lists.after_first_week)
