"""The second net for danger: a small trained classifier over hashed pieces of words, for what no rule foresaw.

It is linear: every piece of a text (a word, two words side by side, four letters of a word, up to three signs of a
script without blanks) has one weight, found by the CRC32 of the piece, and the score is their sum over the root of
their number. `training/danger.py` makes the weights and uses `buckets` from here, so that what was trained is what is
asked. It never says that there is no danger: below the threshold nothing is said.
"""

from __future__ import annotations

import re
from binascii import crc32
from collections.abc import Iterator
from math import sqrt
from struct import Struct
from typing import NamedTuple

from acucli.text.fold import fold_phrase

HEADER = Struct("<4sBBff")
"""Of a file of weights: a magic word, its format, the bits of a bucket's number, scale, threshold."""
MAGIC = b"acud"
FORMAT = 1
LONGEST_READ = 400
"""Letters of a text that are scored: a cry for help stands in its first sentences."""

_LETTERS = 4
_SIGNS = (1, 2, 3)
_UNSPACED = re.compile(r"[぀-ヿ㐀-䶿一-鿿豈-﫿]+")


class Weights(NamedTuple):
    """The weights by bucket, each times `scale`; a score above `threshold` is danger."""

    values: memoryview
    mask: int
    scale: float
    threshold: float


def read_weights(content: bytes) -> Weights | None:
    """Return the weights of a file's content; None where it is no such file, so that the rules go on alone."""
    if len(content) <= HEADER.size:
        return None
    magic, version, bits, scale, threshold = HEADER.unpack_from(content)
    values = memoryview(content)[HEADER.size :].cast("b")
    if magic != MAGIC or version != FORMAT or len(values) != 1 << bits:
        return None
    return Weights(values, (1 << bits) - 1, scale, threshold)


def is_danger(text: str, weights: Weights | None) -> bool:
    """Tell whether a text reads like danger; False, which is no promise, where there are no weights."""
    return weights is not None and score(text, weights) > weights.threshold


def score(text: str, weights: Weights) -> float:
    """Return how much a text reads like danger: above the threshold it does."""
    found = buckets(text, weights.mask)
    total = sum(map(weights.values.__getitem__, found))
    return weights.scale * total / sqrt(len(found)) if found else weights.threshold


def buckets(text: str, mask: int) -> set[int]:
    """Return the numbers of a text's pieces, each once."""
    return {crc32(piece.encode()) & mask for piece in pieces(text)}


def pieces(text: str) -> Iterator[str]:
    """Yield the pieces of a text; a number counts by its digits ("30" as "00"), so that every amount is alike."""
    before = "^"
    for word in fold_phrase(text[:LONGEST_READ]).split():
        if _UNSPACED.search(word):
            yield from _signs(word)
            before = word[-1]
            continue
        here = "0" * min(len(word), 3) if word.isdigit() else word
        yield here
        yield f"{before} {here}"
        marked = f"<{here}>"
        for start in range(len(marked) - _LETTERS + 1):
            yield f"~{marked[start : start + _LETTERS]}"
        before = here
    yield f"{before} $"


def _signs(word: str) -> Iterator[str]:
    for length in _SIGNS:
        for start in range(len(word) - length + 1):
            yield f"={word[start : start + length]}"
