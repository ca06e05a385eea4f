"""The person: answers of the profile that a sentence gives by itself ("I am 20 weeks pregnant and ...")."""

from __future__ import annotations

from collections.abc import Sequence

from acucli.lookup import children
from acucli.lookup.decoded_indexes import word_tables_of
from acucli.lookup.denial import denied_positions
from acucli.model.library import Library
from acucli.text.tokens import Word

OLDER_YEARS = 50
"""Years from which the sign of an inflamed temple artery is asked (red_flags headache-temple)."""

_OLDEST_YEARS = 120

_ADULT_YEARS = 18
"""What the answer `under-18` says."""
_MAYBE = "maybe-pregnant"


def says_of_person(words: Sequence[Word], library: Library) -> tuple[str, ...]:
    """Return the answers of the profile that the words give, denied ones left out, in the order of the questions."""
    stems = [word.stem for word in words]
    found = list(word_tables_of(library).sayings.all_in(stems))
    denied = denied_positions(words) if found else frozenset()
    said = {saying.meaning for saying in found if saying.start not in denied}
    if _MAYBE in said and not _is_certain(words):
        said.discard("pregnant")
    if children.is_under_age(words, _ADULT_YEARS):
        said.add("under-18")
    if _age(words) > OLDER_YEARS:
        said.add("over-50")
    return tuple(slug for slug in library.questions if slug in said) if said else ()


def _is_certain(words: Sequence[Word]) -> bool:
    return any(word.stem in {"week", "trimester"} for word in words)


def _age(words: Sequence[Word]) -> int:
    """Return the age the words give, 0 where they give none."""
    for place, word in enumerate(words):
        if not (word.text.isascii() and word.text.isdigit() and len(word.text) in {2, 3}):
            continue
        if int(word.text) > _OLDEST_YEARS:
            continue
        after = words[place + 1].text if place + 1 < len(words) else ""
        before = [other.text for other in words[max(0, place - 2) : place]]
        if after in {"years", "year", "yo"} and place + 2 < len(words) and words[place + 2].text == "old":
            return int(word.text)
        if before == ["i", "am"] and after in {"", "and", "with", "now", "but", "yo", "so"}:
            return int(word.text)
        if before[-1:] == ["aged"]:
            return int(word.text)
    return 0
