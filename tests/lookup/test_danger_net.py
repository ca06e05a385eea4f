"""The second net for danger: what a piece is, what a file of weights is, and that a broken one silences nothing."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.lookup.danger_net import FORMAT, HEADER, MAGIC, buckets, is_danger, pieces, read_weights

BITS = 10
MASK = (1 << BITS) - 1


def weights_that_know(*texts: str, threshold: float = 0.5) -> bytes:
    """Return a file in which the pieces of these texts weigh one each."""
    values = bytearray(1 << BITS)
    for text in texts:
        for bucket in buckets(text, MASK):
            values[bucket] = 1
    return HEADER.pack(MAGIC, FORMAT, BITS, 1.0, threshold) + bytes(values)


def test_pieces_are_words_pairs_and_letters() -> None:
    """Case, accents and punctuation do not count; every number of two digits is alike."""
    assert list(pieces("Took 30, aspirín")) == [
        "took", "^ took", "~<too", "~took", "~ook>",
        "00", "took 00", "~<00>",
        "aspirin", "00 aspirin", "~<asp", "~aspi", "~spir", "~piri", "~irin", "~rin>",
        "aspirin $",
    ]  # fmt: skip


def test_a_script_without_blanks_is_read_by_its_signs() -> None:
    """One, two and three of them."""
    assert list(pieces("胸很痛")) == ["=胸", "=很", "=痛", "=胸很", "=很痛", "=胸很痛", "痛 $"]


def test_only_what_the_weights_know_is_danger() -> None:
    """The score is the sum of the weights over the root of the number of pieces."""
    weights = read_weights(weights_that_know("cannot breathe"))
    assert weights is not None
    assert is_danger("cannot breathe", weights)
    assert not is_danger("sore neck", weights)
    assert not is_danger("", weights)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"acud",
        weights_that_know("x")[:-1],
        b"nope" + weights_that_know("x")[4:],
        HEADER.pack(MAGIC, FORMAT + 1, BITS, 1.0, 0.0) + bytes(1 << BITS),
    ],
    ids=["nothing", "short", "cut off", "another file", "a later format"],
)
def test_what_is_no_file_of_weights_stops_nothing(content: bytes) -> None:
    """The rules go on alone."""
    assert read_weights(content) is None
    assert not is_danger("cannot breathe", read_weights(content))


def test_the_bundled_weights_are_small(library: CompiledLibrary) -> None:
    """At most 150 kB in the wheel."""
    assert 0 < len(library.danger_weights) <= 150_000
    assert read_weights(library.danger_weights) is not None
