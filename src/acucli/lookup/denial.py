"""Denial: which words of a sentence are said not to be so ("no chest pain", "without fever or rash")."""

from __future__ import annotations

from collections.abc import Sequence

from acucli.text.listing import word_set
from acucli.text.tokens import Word

_DENIERS = frozenset({"no", "not", "without", "never", "nor", "neither", "denies", "zero"})
_FILLERS = word_set(
    """
    a an the any my his her their more much real single sign signs hint trace of history have had having has been be
    being is am are get got getting gets feel feeling suffer suffering experience experiencing really very that bad
    severe serious particularly especially at all from longer even ever actually currently in sudden new other
    obvious kind sort problem problems with symptom symptoms
    """
)
_NO_DENIAL = frozenset({"just", "only", "sure", "because", "idea"})
_NEVER_LIKE_THIS = frozenset({"such", "like", "this", "so", "before", "stops", "stop", "ends", "goes"})
_LINKS = frozenset({"or", "nor"})
_BREAKS = frozenset({"and", "but", "just", "because", "although", "only", "while"})
_REACH = 4


def denied_positions(words: Sequence[Word]) -> frozenset[int]:
    """Return the positions of words that stand under a denial.

    A denial reaches over small words to the next one that says something, and through "or", "nor" and lists to those
    beside it. "And" ends it: missing a warning is worse than raising one too many.
    """
    denied: set[int] = set()
    for place, word in enumerate(words):
        if word.text in _DENIERS and not _is_no_denial(words, place):
            denied.update(_reach(words, place))
    return frozenset(denied)


def _is_no_denial(words: Sequence[Word], place: int) -> bool:
    if place + 1 < len(words) and words[place + 1].text in _NO_DENIAL:
        return True
    said = {word.text for word in words[place + 1 : place + 9] if word.sentence == words[place].sentence}
    return words[place].text == "never" and bool(said & _NEVER_LIKE_THIS)


def _reach(words: Sequence[Word], place: int) -> list[int]:
    sentence, clause = words[place].sentence, words[place].clause
    reached: list[int] = []
    said = 0
    for here in range(place + 1, len(words)):
        word = words[here]
        if word.sentence != sentence or (word.clause != clause and not _list_goes_on(words, here)):
            break
        if word.clause != clause or word.text in _LINKS:
            clause, said = word.clause, 0
        if word.text in _LINKS:
            continue
        if word.text in _BREAKS or said > _REACH:
            break
        if not said:
            reached.append(here)
        said += said > 0 or word.text not in _FILLERS
    return reached


def _list_goes_on(words: Sequence[Word], here: int) -> bool:
    """Tell whether the words after a comma belong to a list that ends in "or" ("no fever, rash or stiff neck")."""
    rest = [word.text for word in words[here : here + 8] if word.sentence == words[here].sentence]
    own = sum(word.clause == words[here].clause for word in words[here:])
    return bool(_LINKS.intersection(rest[:4])) or (own <= 3 and bool(_LINKS.intersection(rest)))
