"""Children and ages: whether a request is for somebody under age, or only mentions a child."""

from __future__ import annotations

import re
from collections.abc import Sequence

from acucli.lookup.decoded_indexes import word_lists_of
from acucli.lookup.segments import is_mine, segments_of, speaks_of_self
from acucli.lookup.word_patterns import Hit
from acucli.model.indexes import WordLists
from acucli.model.library import Library
from acucli.text.numbers import NUMBER_WORDS
from acucli.text.tokens import Word

_OLD = (
    r"(?<![\w.])(\d{1,2}|"
    + "|".join(NUMBER_WORDS)
    + r")[\s-]*(?:(?:years?|yrs?|months?|weeks?)[\s-]+old|yo|y o|year[\s-]old)(?!\w)"
)


_ADULT_YEARS = 18


def has_number(words: Sequence[Word]) -> bool:
    """Tell whether any of the words is a number: without one they give no age."""
    return any(word.text[0].isdigit() or word.text in NUMBER_WORDS for word in words)


def is_under_age(words: Sequence[Word], years: int, library: Library) -> bool:
    """Tell whether the words give an age below these years ("I am 15", "my 8-year-old", "he is twelve")."""
    if not has_number(words):
        return False
    text = " ".join(word.text for word in words)
    for found in re.finditer(_OLD, text):
        after = text[found.end() :].split(maxsplit=1)
        if _years(found.group(1)) < years and not (after and after[0] in word_lists_of(library).aged_things):
            return True
    for place in range(len(words) - 2):
        if words[place].text in {"i", "he", "she"} and words[place + 1].text in {"am", "is"}:
            shift = 3 if words[place + 2].text in {"only", "just", "nearly", "almost", "still"} else 2
            if _is_age(words, place + shift, years, library):
                return True
    return False


def _is_age(words: Sequence[Word], place: int, under: int, library: Library) -> bool:
    if place >= len(words):
        return False
    years = _years(words[place].text)
    after = words[place + 1].text if place + 1 < len(words) else ""
    return 0 < years < under and after not in word_lists_of(library).age_units and not after.isdigit()


def _years(word: str) -> int:
    return int(word) if word.isascii() and word.isdigit() and len(word) < 4 else NUMBER_WORDS.get(word, 99)


def is_only_mentioned(words: Sequence[Word], hits: Sequence[Hit], library: Library) -> bool:
    """Tell whether a child is named by somebody who asks for themselves ("woken by the baby, my neck hurts").

    Nor is a child meant where an adult's age is given, or a child is only cared for or worried about.
    """
    lists = word_lists_of(library)
    if _is_adult(words, lists) or _is_cared_for(words, lists):
        return True
    child = _segment(words, min(hit.start for hit in hits), lists)
    if any(word.text in lists.child_helping for word in child):
        return False
    if any(word.stem in lists.child_complaints for word in child) and not is_mine(child, lists):
        return False
    return any(speaks_of_self(segment, lists) for segment in segments_of(words, lists))


def _is_adult(words: Sequence[Word], lists: WordLists) -> bool:
    """Tell whether every age is an adult's ("my 84 year old father") and no word for a child is said."""
    ages = [
        _years(word.text)
        for word, unit, old in zip(words, words[1:], words[2:], strict=False)
        if unit.stem == "year" and old.text == "old"
    ]
    return bool(ages) and min(ages) >= _ADULT_YEARS and not any(word.text in lists.child_words for word in words)


def _is_cared_for(words: Sequence[Word], lists: WordLists) -> bool:
    """Tell whether each child is only lifted, fed ... ("breastfeeding my baby") or thought of ("my son's exams")."""
    places = [place for place, word in enumerate(words) if word.text in lists.child_words]
    if not places or lists.child_subjects.intersection(word.text for word in words[places[0] :]):
        return False
    return all(_is_object(words, place, lists) or _has_thing(words, place, lists) for place in places)


def _is_object(words: Sequence[Word], place: int, lists: WordLists) -> bool:
    here = place - 1
    while here >= 0 and words[here].text in lists.before_child:
        here -= 1
    return here >= 0 and words[here].stem in lists.child_caring


def _has_thing(words: Sequence[Word], place: int, lists: WordLists) -> bool:
    after = [word for word in words[place + 1 : place + 3] if word.clause == words[place].clause]
    return any(word.stem in lists.child_things for word in after)


def _segment(words: Sequence[Word], place: int, lists: WordLists) -> Sequence[Word]:
    clause = words[place].clause
    start = place
    while start and words[start - 1].clause == clause and words[start - 1].text not in lists.child_breaks:
        start -= 1
    end = place
    while end + 1 < len(words) and words[end + 1].clause == clause and words[end + 1].text not in lists.child_breaks:
        end += 1
    return words[start : end + 1]
