"""The second net for danger: a small trained classifier over hashed pieces of words, for what no rule foresaw.

It is linear: every piece of a text (a word, two words side by side, four letters of a word, up to three signs of a
script without blanks, a word class of the signs, two classes near each other) has one weight, found by the CRC32 of the
piece, and the score is their sum over the root of their number. A class has the same name in every language, so that
what was learned in one is known in the others. `training/danger.py` makes the weights and uses `buckets` from here, so
that what was trained is what is asked. It never says that there is no danger: below the threshold nothing is said, and
a sign that words raise is outweighed only where these are few beside much that is ordinary, and leaves a question
instead of points unless the whole is plainly so.
"""

from __future__ import annotations

from binascii import crc32
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import sqrt
from struct import Struct

import msgspec

from acucli.lookup.word_patterns import ClassSaid
from acucli.text.fold import fold_phrase

HEADER = Struct("<4sBBfffffff")
"""Of a file of weights: a magic word, its format, the bits of a bucket's number, scale, the six thresholds."""
MAGIC = b"acud"
FORMAT = 3
LONGEST_READ = 400
"""Letters of a text that are scored: a cry for help stands in its first sentences."""

_NEAR = 12
"""Words, or letters of a script without blanks, from the first to the second class of a pair at most."""

_LETTERS = 4
_SIGNS = (1, 2, 3)
_UNSPACED = (("぀", "ヿ"), ("㐀", "䶿"), ("一", "鿿"), ("豈", "﫿"))
"""The scripts without blanks, each from its first sign to its last; a pattern of them takes 1.7 ms to compile."""


class Weights(msgspec.Struct, frozen=True):
    """The weights by bucket, each times `scale`; a score above `threshold` is danger, and above `unread` where nothing
    of a text was understood, so that no answer is taken away.

    A sign that only words of another language raise counts above `likely`, one that a single line of words raises above
    `even`, and up to `ordinary` a text is so ordinary that it outweighs several lines. A sign that was outweighed
    leaves a question whether help is needed first, unless the score is at most `plain`.
    """

    values: memoryview
    mask: int
    scale: float
    threshold: float
    unread: float
    likely: float
    even: float
    ordinary: float
    plain: float

    def outweighs(self, score: float, lines: int) -> bool:
        """Tell whether a score says that so many lines of a sign, read in the text's own language, mean no danger."""
        return score <= (self.likely, self.even, self.ordinary)[min(lines, 2)]


def read_weights(content: bytes) -> Weights | None:
    """Return the weights of a file's content; None where it is no such file, so that the rules go on alone."""
    if len(content) <= HEADER.size:
        return None
    magic, version, bits, scale, *thresholds = HEADER.unpack_from(content)
    values = memoryview(content)[HEADER.size :].cast("b")
    if magic != MAGIC or version != FORMAT or len(values) != 1 << bits:
        return None
    return Weights(values, (1 << bits) - 1, scale, *thresholds)


def score(text: str, weights: Weights, classes: Sequence[ClassSaid] = ()) -> float:
    """Return how much a text reads like danger: above the threshold it does."""
    found = buckets(text, weights.mask, classes)
    total = sum(map(weights.values.__getitem__, found))
    return weights.scale * total / sqrt(len(found)) if found else weights.threshold


def buckets(text: str, mask: int, classes: Sequence[ClassSaid] = ()) -> set[int]:
    """Return the numbers of a text's pieces, each once."""
    found = {_bucket(piece, mask) for piece in class_pieces(classes)}
    for joint, own in _steps(text):
        found.update(_buckets_of(own, mask))
        if joint:
            found.add(crc32(joint.encode()) & mask)
    return found


@lru_cache(maxsize=8192)
def _buckets_of(own: tuple[str, ...], mask: int) -> tuple[int, ...]:
    return tuple(crc32(piece.encode()) & mask for piece in own)


@lru_cache(maxsize=8192)
def _bucket(piece: str, mask: int) -> int:
    return crc32(piece.encode()) & mask


def class_pieces(classes: Sequence[ClassSaid]) -> Iterator[str]:
    """Yield the classes, marked where they are denied or set aside, and the pairs of those that are so now."""
    for number, said in enumerate(classes):
        yield f"@{said.how}{said.name}"
        if said.how:
            continue
        for other in classes[number + 1 :]:
            if other.place - said.end > _NEAR:
                break
            if not other.how and said.end < other.place:
                first, second = sorted((said.name, other.name))
                yield f"@{first}@{second}"


def pieces(text: str) -> Iterator[str]:
    """Yield the pieces of a text; a number counts by its digits ("30" as "00"), so that every amount is alike."""
    for joint, own in _steps(text):
        yield from own[:1]
        if joint:
            yield joint
        yield from own[1:]


def _steps(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield for each word the piece that joins it to the one before, "" for none, and the pieces of its own."""
    before = "^"
    for word in fold_phrase(text[:LONGEST_READ]).split():
        if not word.isascii() and _is_unspaced(word):
            yield "", tuple(_signs(word))
            before = word[-1]
            continue
        here = "0" * min(len(word), 3) if word.isdigit() else word
        yield f"{before} {here}", _of_word(here)
        before = here
    yield f"{before} $", ()


@lru_cache(maxsize=8192)
def _of_word(word: str) -> tuple[str, ...]:
    """Return a word and its letters by four, remembered: the words of a batch come again and again."""
    marked = f"<{word}>"
    return (word, *(f"~{marked[start : start + _LETTERS]}" for start in range(len(marked) - _LETTERS + 1)))


def _is_unspaced(word: str) -> bool:
    """Tell whether a word has signs of a script without blanks."""
    return any(first <= sign <= last for sign in word for first, last in _UNSPACED)


def _signs(word: str) -> Iterator[str]:
    for length in _SIGNS:
        for start in range(len(word) - length + 1):
            yield f"={word[start : start + length]}"
