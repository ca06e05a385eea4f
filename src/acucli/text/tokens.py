"""Tokens: a text as words, each with its stem and the clause it stands in."""

import re
from functools import lru_cache
from typing import NamedTuple

from acucli.text.fold import fold_marks
from acucli.text.stems import stem
from acucli.text.variants import written_out

LONGEST_TEXT = 2000
"""Characters of a text that are read; what stands behind them is not."""

_PIECE = re.compile(r"[^\W_]+|[^\w\s]|\n")
_FULL_STOPS = frozenset(".;!?…。！？\n")
_COMMAS = frozenset(",:()[]—–/、，")
_INABILITY = frozenset({("can", "not"), ("could", "not"), ("not", "able")})
_ABOUT_FACE = frozenset({"but", "however", "though", "although", "except", "yet", "instead"})


class Word(NamedTuple):
    """One word; `sentence` and `clause` count up at full stops, and at commas and "but"."""

    text: str
    stem: str
    sentence: int
    clause: int


@lru_cache(maxsize=512)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text, contractions written out, at most of its first 2,000 characters."""
    found: list[Word] = []
    sentence = clause = 0
    for piece in _PIECE.findall(fold_marks(text[:LONGEST_TEXT])):
        if piece in _FULL_STOPS:
            sentence, clause = sentence + 1, clause + 1
        elif piece in _COMMAS:
            clause += 1
        elif piece[0].isalnum():
            if piece in _ABOUT_FACE:
                clause += 1
            for word in written_out(piece):
                _add(found, word, sentence, clause)
    return tuple(found)


def stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words, in order."""
    return tuple(word.stem for word in words_of(text))


def _add(found: list[Word], word: str, sentence: int, clause: int) -> None:
    previous = found[-1].text if found else ""
    if (previous, word) in _INABILITY:
        found[-1] = Word("cannot", "cannot", sentence, clause)
    elif word == "to" and previous == "cannot":
        return
    else:
        found.append(Word(word, stem(word), sentence, clause))
