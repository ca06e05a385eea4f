"""A sorted table of words packed into plain text, which is searched as it lies by halving what is left.

`words` are blocks parted by ";", in each so many words parted by blanks: a letter that says how much a word shares with
the one before it, and the rest of it. `high` and `low` number what the table says of each word: one letter each of a
number in two digits. `values` are these sayings, parted by ";", those of most words first.

So little is said twice that the file packs to two thirds of what a plain table of the words does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

_DIGITS = "".join(letter for letter in map(chr, range(35, 127)) if letter not in "\\|;=:,")
"""Letters that stand for numbers: none that JSON writes otherwise, none that parts anything."""
_VALUES = {letter: value for value, letter in enumerate(_DIGITS)}
_BASE = len(_DIGITS)
_COUNTS = bytes(max(_DIGITS.find(chr(letter)), 0) for letter in range(128))
_BLOCK = 32
_MOST_SHARED = 50


class PackedWords(NamedTuple):
    """A packed table as it is kept."""

    words: str
    high: str
    low: str
    values: str


def packed_words(table: Mapping[str, str]) -> PackedWords:
    """Return a table from word to saying, packed.

    Raises:
        ValueError: there are more sayings than two digits can number, or something holds a sign that parts them.
    """
    often = Counter(table.values())
    values = sorted(often, key=lambda value: (-often[value], value))
    if any(sign in text for text in (*table, *values) for sign in ';"\\') or any(" " in word for word in table):
        raise ValueError("a word or what is said of it holds a sign that parts them")
    numbers = {value: packed_numbers([number]) for number, value in enumerate(values)}
    words = sorted(table, key=str.encode)
    blocks = (words[start : start + _BLOCK] for start in range(0, len(words), _BLOCK))
    digits = [numbers[table[word]] for word in words]
    high, low = ("".join(pair[place] for pair in digits) for place in (0, 1))
    return PackedWords(";".join(packed_block(block) for block in blocks), high, low, ";".join(values))


def packed_block(words: Iterable[str]) -> str:
    """Return sorted words in a line, each but for what it shares with the one before it."""
    parts: list[str] = []
    before = ""
    for word in words:
        shared = _shared(before, word)
        parts.append(f"{_DIGITS[len(shared.encode())]}{word[len(shared) :]}")
        before = word
    return " ".join(parts)


def words_of_block(block: bytes) -> Iterator[bytes]:
    """Yield the words of a packed block."""
    word = b""
    for part in block.split(b" "):
        word = word[: _COUNTS[part[0]]] + part[1:]
        yield word


def _shared(one: str, other: str) -> str:
    """Return the beginning that two words share, as far as a letter can say how long it is."""
    length = 0
    for first, second in zip(one, other, strict=False):
        if first != second or len(one[: length + 1].encode()) > _MOST_SHARED:
            break
        length += 1
    return one[:length]


def _common(one: bytes, other: bytes) -> bytes:
    """Return the beginning that both have."""
    places = range(min(len(one), len(other)))
    return one[: next((place for place in places if one[place] != other[place]), len(places))]


def packed_numbers(numbers: Iterable[int]) -> str:
    """Return numbers, two letters each; `ValueError` for one that needs more."""
    digits = [divmod(number, _BASE) for number in numbers]
    if any(high >= _BASE for high, _ in digits):
        raise ValueError("a number is too large for two digits")
    return "".join(f"{_DIGITS[high]}{_DIGITS[low]}" for high, low in digits)


@lru_cache(maxsize=8192)
def unpacked_numbers(text: str) -> tuple[int, ...]:
    """Return the numbers in a text of `packed_numbers`."""
    values = [_VALUES[letter] for letter in text]
    return tuple(_BASE * high + low for high, low in zip(values[::2], values[1::2], strict=True))


class WordTable:
    """A packed table that is read: its parts as bytes, none of which is taken apart before a word needs it."""

    def __init__(self, words: bytes, high: bytes, low: bytes, values: bytes) -> None:
        self._blocks = words.split(b";") if words else []
        self._high, self._low = high, low
        self._packed_values = values
        self._unpacked: dict[int, list[bytes]] = {}

    def get(self, word: str) -> str:
        """Return what the table says of a word, "" where it has none."""
        number = self._number_of(word.encode())
        if number < 0:
            return ""
        [value] = unpacked_numbers(f"{self._high[number]:c}{self._low[number]:c}")
        return self._values[value].decode()

    @cached_property
    def _values(self) -> list[bytes]:
        return self._packed_values.split(b";")

    def beginnings_of(self, text: str) -> Iterator[str]:
        """Yield every word of the table with which a text begins, the longest first.

        The last word before a text in order shares with it all that any word can share with it.
        """
        wanted = text.encode()
        while wanted and (word := self._last_before(wanted)):
            if wanted.startswith(word):
                yield word.decode()
                wanted = word[:-1]
            else:
                wanted = _common(word, wanted)

    def _number_of(self, wanted: bytes) -> int:
        """Return which word of the table it is, counted from 0; -1 for none."""
        block = self._block_of(wanted)
        words = self._words_of(block)
        place = bisect_left(words, wanted)
        return block * _BLOCK + place if place < len(words) and words[place] == wanted else -1

    def _last_before(self, wanted: bytes) -> bytes:
        """Return the last word that is this one or stands before it; nothing where none does."""
        words = self._words_of(self._block_of(wanted))
        return words[bisect_right(words, wanted) - 1] if words else b""

    def _words_of(self, block: int) -> list[bytes]:
        """Return the words of a block, none of the one before the first."""
        words = self._unpacked.get(block)
        if words is None:
            words = self._unpacked[block] = list(words_of_block(self._blocks[block])) if block >= 0 else []
        return words

    def _block_of(self, wanted: bytes) -> int:
        return bisect_right(self._blocks, b"#%b \xff" % wanted) - 1
