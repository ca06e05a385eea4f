"""A sorted table of words packed into plain text, which is searched as it lies by halving what is left.

`words` are blocks parted by ";", in each so many words parted by blanks: a letter that says how much a word shares with
the one before it, and the rest of it.

What the table says of a word is a saying: parts with "|" between them, each a text, "=" and its marks. `texts` and
`marks` are those of every saying, parted by ";", in the order of the first word of each. `said` has a letter for each
word: the next saying (`_NEXT`), that of the word before (`_SAME`), or, of the number of one that came before, the first
digit; `again` has the second digits of these numbers.

`letters` are pairs of letters that are written for each other: those of an alphabet beyond ASCII for letters that the
table has no use for, which take one byte instead of two.

So little is said twice that the file packs to less than six tenths of what a plain table of the words does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

_DIGITS = "".join(letter for letter in map(chr, range(35, 127)) if letter not in "\\|;=:,")
"""Letters that stand for numbers: none that JSON writes otherwise, none that parts anything."""
_VALUES = {letter: value for value, letter in enumerate(_DIGITS)}
_BASE = len(_DIGITS)
_COUNTS = bytes(max(_DIGITS.find(chr(letter)), 0) for letter in range(128))
_BLOCK = 32
_MOST_SHARED = 50


_ASCII_LETTERS = "".join(map(chr, (*range(ord("a"), ord("z") + 1), *range(ord("A"), ord("Z") + 1))))
_NEXT, _SAME = "~", "}"
_HIGHEST = _VALUES[_SAME]
_SMALLEST_SCRIPT_WITHOUT_ALPHABET = 128
"""So many letters beyond ASCII are no alphabet; each of a thousand signs is too rare to be worth one byte."""


class PackedWords(NamedTuple):
    """A packed table as it is kept."""

    words: str
    said: str
    again: str
    texts: str
    marks: str
    letters: str


def packed_words(table: Mapping[str, str]) -> PackedWords:
    """Return a table from word to saying, packed.

    Raises:
        ValueError: there are more sayings than two digits can number, or something holds a sign that parts them.
    """
    if any(sign in text for text in (*table, *table.values()) for sign in ';"\\') or any(" " in word for word in table):
        raise ValueError("a word or what is said of it holds a sign that parts them")
    if any("=" not in part for saying in table.values() for part in saying.split("|")):
        raise ValueError("a part of what is said of a word has no marks")
    letters = _letters_for(table)
    swapped = {word.translate(_swapping(letters)): saying for word, saying in table.items()}
    words = sorted(swapped, key=str.encode)
    blocks = (words[start : start + _BLOCK] for start in range(0, len(words), _BLOCK))
    said, again, sayings = _numbered([swapped[word] for word in words])
    parts = [[part.rpartition("=") for part in saying.split("|")] for saying in sayings]
    texts = ";".join("|".join(text for text, _, _ in saying) for saying in parts)
    marks = ";".join("|".join(mark for _, _, mark in saying) for saying in parts)
    packed = ";".join(packed_block(block) for block in blocks)
    return PackedWords(packed, said, again, texts.translate(_swapping(letters)), marks, letters)


def _numbered(said: Sequence[str]) -> tuple[str, str, list[str]]:
    """Return what stands for the saying of each word, in both digits, and every saying once."""
    sayings: dict[str, int] = {}
    first, second = [], []
    for before, saying in zip(("", *said), said, strict=False):
        if saying not in sayings:
            sayings[saying] = len(sayings)
            first.append(_NEXT)
        elif saying == before:
            first.append(_SAME)
        else:
            high, low = divmod(sayings[saying], _BASE)
            if high >= _HIGHEST:
                raise ValueError("a number is too large for two digits")
            first.append(_DIGITS[high])
            second.append(_DIGITS[low])
    return "".join(first), "".join(second), list(sayings)


def _letters_for(table: Mapping[str, str]) -> str:
    """Return the letters of an alphabet beyond ASCII, the most frequent first, each with one that stands for it."""
    texts = (part.rpartition("=")[0] for saying in table.values() for part in saying.split("|"))
    often = Counter(letter for text in (*table, *texts) for letter in text)
    beyond = [letter for letter, _ in sorted(often.items(), key=lambda item: (-item[1], item[0])) if letter > "\x7f"]
    if len(beyond) >= _SMALLEST_SCRIPT_WITHOUT_ALPHABET:
        return ""
    free = [letter for letter in _ASCII_LETTERS if letter not in often]
    return "".join(f"{one}{other}" for one, other in zip(beyond, free, strict=False))


def _swapping(letters: str) -> dict[int, int]:
    """Return what writes each letter of a pair for the other one."""
    return str.maketrans(letters, "".join(two + one for one, two in zip(letters[::2], letters[1::2], strict=True)))


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

    def __init__(self, words: bytes, said: bytes, again: bytes, texts: bytes, marks: bytes, letters: bytes) -> None:
        self._blocks = words.split(b";") if words else []
        self._said, self._again = said, again
        self._packed_texts, self._packed_marks = texts, marks
        self._swapping = _swapping(letters.decode())
        self._unpacked: dict[int, list[bytes]] = {}

    def get(self, word: str) -> str:
        """Return what the table says of a word, "" where it has none."""
        return "|".join(f"{text}={mark}" for text, mark in self.parts_of(word))

    def parts_of(self, word: str) -> Iterator[tuple[str, str]]:
        """Return each part of what the table says of a word, its text and its marks; nothing where it has none."""
        number = self._number_of(self._swapped(word).encode())
        if number < 0:
            return iter(())
        saying = self._saying_of(number)
        texts = self._swapped(self._texts[saying].decode()).split("|")
        return zip(texts, self._marks[saying].decode().split("|"), strict=True)

    def _swapped(self, text: str) -> str:
        return text.translate(self._swapping) if self._swapping else text

    def _saying_of(self, number: int) -> int:
        """Return the number of the saying of a word by its own number."""
        said = self._said[: number + 1].rstrip(b"}")
        before = said.count(b"~")
        if said.endswith(b"~"):
            return before - 1
        second = self._again[len(said) - before - said.count(b"}") - 1]
        return _BASE * _VALUES[chr(said[-1])] + _VALUES[chr(second)]

    @cached_property
    def _texts(self) -> list[bytes]:
        return self._packed_texts.split(b";")

    @cached_property
    def _marks(self) -> list[bytes]:
        return self._packed_marks.split(b";")

    def beginnings_of(self, text: str) -> Iterator[str]:
        """Yield every word of the table with which a text begins, the longest first.

        The last word before a text in order shares with it all that any word can share with it.
        """
        wanted = self._swapped(text).encode()
        while wanted and (word := self._last_before(wanted)):
            if wanted.startswith(word):
                yield self._swapped(word.decode())
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
