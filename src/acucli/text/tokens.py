"""Tokens: a text as words, each with its stem and the clause it stands in."""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

import msgspec

from acucli.text.fold import fold_marks
from acucli.text.stems import stem

LONGEST_TEXT = 2000
"""Characters of a text that are read; what stands behind them is not."""

_PIECE = re.compile(r"[^\W_]+|[^\w\s]|\n")
_FULL_STOPS = frozenset(".;!?…。！？\n")
_COMMAS = frozenset(",:()[]—–/、，")


class Word(msgspec.Struct, frozen=True):
    """One word; `sentence` and `clause` count up at full stops, and at commas and turning words."""

    text: str
    stem: str
    sentence: int
    clause: int


class Tokenizer:
    """Parts texts of one language into words.

    `spellings` map a folded word, or two with a blank between, to how the library writes it ("cant": "cannot", "can
    not": "cannot", "im": "i am"); `turning` are words that begin a new clause ("but").
    """

    def __init__(self, spellings: Mapping[str, str] | None = None, turning: Collection[str] = ()) -> None:
        known = spellings or {}
        self._single = {written: tuple(meant.split()) for written, meant in known.items() if " " not in written}
        self._pairs = {tuple(written.split()): meant for written, meant in known.items() if " " in written}
        self._turning = frozenset(turning)
        self._remembered = lru_cache(maxsize=512)(self._parted)

    def words_of(self, text: str) -> tuple[Word, ...]:
        """Return the words of a text, contractions written out, at most of its first 2,000 characters."""
        return self._remembered(text)

    def stems_of(self, text: str) -> tuple[str, ...]:
        """Return the stems of a text's words, in order."""
        return tuple(word.stem for word in self._remembered(text))

    def _parted(self, text: str) -> tuple[Word, ...]:
        found: list[Word] = []
        sentence = clause = 0
        for piece in _PIECE.findall(fold_marks(text[:LONGEST_TEXT])):
            if piece in _FULL_STOPS:
                sentence, clause = sentence + 1, clause + 1
            elif piece in _COMMAS:
                clause += 1
            elif piece[0].isalnum():
                if piece in self._turning:
                    clause += 1
                for word in self._single.get(piece, (piece,)):
                    self._add(found, word, sentence, clause)
        return tuple(found)

    def _add(self, found: list[Word], word: str, sentence: int, clause: int) -> None:
        joined = self._pairs.get((found[-1].text, word)) if found else None
        if joined is None:
            found.append(Word(word, stem(word), sentence, clause))
        else:
            found[-1] = Word(joined, stem(joined), sentence, clause)
