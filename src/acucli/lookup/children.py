"""Children and ages: whether a request is for somebody under age, or only mentions a child."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from acucli.lookup.word_patterns import Hit
from acucli.text.listing import word_set
from acucli.text.numbers import NUMBER_WORDS
from acucli.text.tokens import Word

_UNITS = word_set(
    """
    week weeks month months hour hours day days minute minutes kilo kilos kg kgs stone pound pounds lbs lb foot feet
    ft cm metre metres percent per times time mile miles km of or in out am pm drinks glasses cigarettes pills
    tablets steps floors inches trimester sessions points to
    """
)
_OLD = (
    r"(?<![\w.])(\d{1,2}|"
    + "|".join(NUMBER_WORDS)
    + r")[\s-]*(?:(?:years?|yrs?|months?|weeks?)[\s-]+old|yo|y o|year[\s-]old)(?!\w)"
)
_THINGS = frozenset({"injury", "pain", "scar", "car", "mattress", "problem", "headache", "habit", "house", "pillow"})
_BREAKS = frozenset({"and", "because", "so", "since", "when", "while", "after", "as", "then", "which", "that"})
_MINE = frozenset({"i", "me", "mine", "myself"})
_THEIRS = frozenset({"he", "she", "him", "her", "his", "hers", "they", "them", "their"})
_FOR_CHILD = frozenset({"for", "on", "help", "helps", "safe", "give"})
_COMPLAINTS = word_set(
    """
    pain ache hurt sore sick vomit fever cough cold cry colic teeth sleep sleepless constipat wind ill unwell poorly
    hot rash nausea headach tummy stomach earach nose sneez wheez asthma allergy throat toothach tooth stiff anxious
    stress hiccup diarrhoea nosebleed itch eczema bed
    """
)


def has_number(words: Sequence[Word]) -> bool:
    """Tell whether any of the words is a number: without one they give no age."""
    return any(word.text[0].isdigit() or word.text in NUMBER_WORDS for word in words)


def is_under_age(words: Sequence[Word], years: int) -> bool:
    """Tell whether the words give an age below these years ("I am 15", "my 8-year-old", "he is twelve")."""
    if not has_number(words):
        return False
    text = " ".join(word.text for word in words)
    for found in re.finditer(_OLD, text):
        after = text[found.end() :].split(maxsplit=1)
        if _years(found.group(1)) < years and not (after and after[0] in _THINGS):
            return True
    for place in range(len(words) - 2):
        if words[place].text in {"i", "he", "she"} and words[place + 1].text in {"am", "is"}:
            shift = 3 if words[place + 2].text in {"only", "just", "nearly", "almost", "still"} else 2
            if _is_age(words, place + shift, years):
                return True
    return False


def _is_age(words: Sequence[Word], place: int, under: int) -> bool:
    if place >= len(words):
        return False
    years = _years(words[place].text)
    after = words[place + 1].text if place + 1 < len(words) else ""
    return 0 < years < under and after not in _UNITS and not after.isdigit()


def _years(word: str) -> int:
    return int(word) if word.isascii() and word.isdigit() and len(word) < 4 else NUMBER_WORDS.get(word, 99)


def is_only_mentioned(words: Sequence[Word], hits: Sequence[Hit]) -> bool:
    """Tell whether a child is named by somebody who asks for themselves ("woken by the baby, my neck hurts")."""
    child = _segment(words, min(hit.start for hit in hits))
    if any(word.text in _FOR_CHILD for word in child):
        return False
    if any(word.stem in _COMPLAINTS for word in child) and not _is_mine(child):
        return False
    return any(_speaks_of_self(segment) for segment in _segments(words))


def _speaks_of_self(segment: Sequence[Word]) -> bool:
    return _is_mine(segment) and not any(word.text in _THEIRS for word in segment)


def _segments(words: Sequence[Word]) -> list[list[Word]]:
    found: list[list[Word]] = [[]]
    for word in words:
        if word.text in _BREAKS or (found[-1] and word.clause != found[-1][-1].clause):
            found.append([])
        if word.text not in _BREAKS:
            found[-1].append(word)
    return found


def _is_mine(words: Sequence[Word]) -> bool:
    return any(word.text in _MINE for word in words) or _own_body(words)


def _own_body(words: Sequence[Word]) -> bool:
    own = {"head", "neck", "back", "shoulder", "knee", "stomach", "belly", "wrist", "hip", "eye", "jaw", "foot", "hand"}
    return any(word.text == "my" and after.stem in own for word, after in pairwise(words))


def _segment(words: Sequence[Word], place: int) -> Sequence[Word]:
    clause = words[place].clause
    start = place
    while start and words[start - 1].clause == clause and words[start - 1].text not in _BREAKS:
        start -= 1
    end = place
    while end + 1 < len(words) and words[end + 1].clause == clause and words[end + 1].text not in _BREAKS:
        end += 1
    return words[start : end + 1]
