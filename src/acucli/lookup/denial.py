"""Denial: which words of a sentence are said not to be so ("no chest pain", "without fever or rash")."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from acucli.lookup.decoded_indexes import remembered, traits_in, word_lists_of
from acucli.model.indexes import DEFAULT_LANGUAGE, LanguageTraits, WordLists
from acucli.model.library import Library
from acucli.text.tokens import Word

_REACH = 4
_NEVER = "never"


class _Grammar(msgspec.Struct, frozen=True):
    deniers: frozenset[str]
    fillers: frozenset[str]
    lists: WordLists


@remembered
def _grammar_of(library: Library) -> _Grammar:
    traits = traits_in(library, DEFAULT_LANGUAGE)
    return _Grammar(frozenset(traits.denial_before), traits.denial_fillers, word_lists_of(library))


def denied_positions(words: Sequence[Word], library: Library) -> frozenset[int]:
    """Return the positions of words that stand under a denial.

    A denial reaches over small words to the next one that says something, and through "or", "nor" and lists to those
    beside it. "And" ends it: missing a warning is worse than raising one too many.
    """
    grammar = _grammar_of(library)
    denied: set[int] = set()
    for place, word in enumerate(words):
        if word.text in grammar.deniers and not _is_no_denial(words, place, grammar.lists):
            denied.update(_reach(words, place, grammar))
    return frozenset(denied)


def denied_in_words(
    keys: Sequence[str], traits: LanguageTraits, fillers: Collection[str] | None = None
) -> frozenset[int]:
    """Return the positions under a denial in a language that is read by phrases; a denial reaches over `fillers`."""
    return frozenset(denials_in_words(keys, traits, fillers))


def denials_in_words(
    keys: Sequence[str], traits: LanguageTraits, fillers: Collection[str] | None = None
) -> dict[int, int]:
    """Return every position under a denial with the position of the word that denies it; see `denied_in_words`."""
    passed = traits.denial_fillers if fillers is None else fillers
    denied: dict[int, int] = {}
    for place, key in enumerate(keys):
        if key in traits.denial_before:
            here = place + 1
            while here < len(keys) and keys[here] in passed and here < place + _REACH + 1:
                here += 1
            denied.update(dict.fromkeys(range(place + 1, here + 1), place))
    return denied


def denials_behind(keys: Sequence[str], traits: LanguageTraits) -> dict[int, int]:
    """Return the place of every word that a later one denies, with the place of that one ("ateşim hiç yok").

    Only words of a sign are denied so, and only where no other word of the same sign is the denying one.
    """
    denied: dict[int, int] = {}
    for place, key in enumerate(keys):
        if key in traits.denial_behind:
            here = place - 1
            while here > 0 and keys[here] in traits.denial_fillers and here > place - _REACH:
                here -= 1
            if here >= 0:
                denied[here] = place
    return denied


def is_denied_behind(keys: Sequence[str], last: int, traits: LanguageTraits) -> bool:
    """Tell whether words that deny what they follow ("dard nahi hai") stand behind a place, where blanks part words."""
    rest = " ".join(keys[last + 1 : last + 1 + _REACH])
    return any(f"{rest} ".startswith(f"{denial} ") for denial in traits.denial_after)


def is_denied_in_letters(text: str, start: int, end: int, traits: LanguageTraits) -> bool:
    """Tell whether a form of a language without blanks stands beside a word that denies it."""
    if traits.denial_before:
        return text[:start].endswith(traits.denial_before)
    return text[end:].startswith(traits.denial_after)


def _is_no_denial(words: Sequence[Word], place: int, lists: WordLists) -> bool:
    if place + 1 < len(words) and words[place + 1].text in lists.not_denying:
        return True
    said = {word.text for word in words[place + 1 : place + 9] if word.sentence == words[place].sentence}
    return words[place].text == _NEVER and bool(said & lists.still_so)


def _reach(words: Sequence[Word], place: int, grammar: _Grammar) -> list[int]:
    links, breaks = grammar.lists.denial_links, grammar.lists.denial_breaks
    sentence, clause = words[place].sentence, words[place].clause
    reached: list[int] = []
    said = 0
    for here in range(place + 1, len(words)):
        word = words[here]
        if word.sentence != sentence or (word.clause != clause and not _list_goes_on(words, here, links)):
            break
        if word.clause != clause or word.text in links:
            clause, said = word.clause, 0
        if word.text in links:
            continue
        if word.text in breaks or said > _REACH:
            break
        if not said:
            reached.append(here)
        said += said > 0 or word.text not in grammar.fillers
    return reached


def _list_goes_on(words: Sequence[Word], here: int, links: frozenset[str]) -> bool:
    """Tell whether the words after a comma belong to a list that ends in "or" ("no fever, rash or stiff neck")."""
    rest = [word.text for word in words[here : here + 8] if word.sentence == words[here].sentence]
    own = sum(word.clause == words[here].clause for word in words[here:])
    return bool(links.intersection(rest[:4])) or (own <= 3 and bool(links.intersection(rest)))
