"""What the trained net says beside the rules: that a text reads like danger, or so ordinary that it outweighs a sign.

Where there are no weights the rules go on alone: nothing reads like danger by itself, and nothing is outweighed.
"""

from __future__ import annotations

from collections.abc import Iterable

from acucli.lookup.danger_classes import classes_said
from acucli.lookup.danger_net import LONGEST_READ, Weights, read_weights, score
from acucli.lookup.decoded_indexes import remembered, tokenizer_of, traits_in, word_lists_of
from acucli.lookup.query_result import MAY_NEED_HELP, QueryResult
from acucli.lookup.vocabulary import is_common
from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.library import Library
from acucli.model.safety import RedFlag
from acucli.text.characters import plain_characters
from acucli.text.fold import fold_phrase, fold_words
from acucli.text.tokens import LONGEST_TEXT

_MUCH_MORE = 4
"""Words beside a complaint from which on likely danger is asked about; with fewer, too much that is plain would be."""
_SURER = 0.4
"""So much more of log odds it takes to ask about such a sentence than to keep a sign of another language."""
_MUCH_LEFT = 2
"""Words of another language beside a complaint that was read in it, from which on they may say what nobody read."""
_BEGINNING = 4
"""First letters by which two words of another language are taken for forms of one."""


def reads_like_danger(found: QueryResult, library: Library) -> bool:
    """Tell whether a text reads like danger though no sign was read from it; the more it leaves unread, the sooner."""
    weights = _weights_of(library)
    if weights is None or MAY_NEED_HELP not in library.red_flags:
        return False
    score = danger_score(found.query, library)
    if not found.found:
        return score > weights.unread
    if found.language == DEFAULT_LANGUAGE:
        return score > (weights.likely + _SURER if _says_much_more(found, library) else weights.threshold)
    return score > (weights.even if _says_more_elsewhere(found, library) else weights.threshold)


def is_plainly_ordinary(query: str, library: Library) -> bool:
    """Tell whether the net finds a text so ordinary that no danger at all is looked for in it."""
    weights = _weights_of(library)
    return weights is not None and danger_score(query, library) <= weights.plain


def is_outweighed(text: str, lines: int, library: Library) -> bool:
    """Tell whether the trained net finds a text so ordinary that this many lines of a sign do not stop it.

    False where there are no weights: then the rules go on alone.
    """
    weights = _weights_of(library)
    return weights is not None and weights.outweighs(danger_score(text, library), lines)


def left_of_outweighed(text: str, lines: int, library: Library) -> tuple[RedFlag, ...]:
    """Return what is left of a sign that the rest of a text outweighs: a question, unless the text is plainly ordinary.

    It comes instead of points, and says neither that there is danger nor that there is none. Nothing is left of a sign
    that only another language than the text's raised.
    """
    weights, flag = _weights_of(library), library.red_flags.get(MAY_NEED_HELP)
    if weights is None or flag is None or not lines or danger_score(text, library) <= weights.plain:
        return ()
    return (flag,)


@remembered
def danger_score(query: str, library: Library) -> float:
    """Return how much a query reads like danger to the trained net; 0 where there are no weights."""
    weights = _weights_of(library)
    if weights is None:
        return 0.0
    text = plain_characters(query[:LONGEST_READ])
    return score(text, weights, classes_said(text, tokenizer_of(library).words_of(text), library).classes)


@remembered
def _weights_of(library: Library) -> Weights | None:
    return read_weights(library.danger_weights)


def _says_much_more(found: QueryResult, library: Library) -> bool:
    """Tell whether a text of the default language says much beside the complaints that were read in it.

    The more it says that no reading needs, the less it takes for a question to come before points.
    """
    if not found.conditions:
        return False
    lists, tokens = word_lists_of(library), tokenizer_of(library)
    read = {stem for item in found.conditions for stem in tokens.stems_of(item.matched)}
    small = lists.stop | lists.weak | read
    said = tokens.words_of(found.query[:LONGEST_TEXT])
    return sum(word.stem not in small and is_common(word.text, library) for word in said) >= _MUCH_MORE


def _says_more_elsewhere(found: QueryResult, library: Library) -> bool:
    """Tell whether a text of another language says more than the complaint that was read in it, small words aside.

    Its other words are read by nobody: points are offered only where the trained net finds it rather ordinary.
    """
    traits = traits_in(library, found.language)
    if not traits.spaced:
        return False
    small = traits.function_words | {fold_phrase(word) for word in traits.intensifiers}
    small |= {*traits.denial_before, *traits.denial_after, *traits.denial_fillers}
    read = {word for item in found.conditions for word in fold_words(item.matched, traits.foldings)}
    said = fold_words(found.query[:LONGEST_TEXT], traits.foldings)
    left = [word for word in said if word not in small and not word.isdigit() and not _is_form_of(word, read)]
    return len(left) >= _MUCH_LEFT


def _is_form_of(word: str, read: Iterable[str]) -> bool:
    """Tell whether a word begins as one that was read: another form of it."""
    return any(word.startswith(other[:_BEGINNING]) for other in read)
