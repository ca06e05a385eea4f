"""The second net for danger: what a piece is, what a file of weights is, and that a broken one silences nothing."""

from __future__ import annotations

from binascii import crc32

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.lookup.danger_net import FORMAT, HEADER, MAGIC, buckets, class_pieces, pieces, read_weights, score
from acucli.lookup.word_patterns import ClassSaid

BITS = 10
MASK = (1 << BITS) - 1


def weights_that_know(*texts: str, threshold: float = 0.5) -> bytes:
    """Return a file in which the pieces of these texts weigh one each."""
    values = bytearray(1 << BITS)
    for text in texts:
        for bucket in buckets(text, MASK):
            values[bucket] = 1
    return HEADER.pack(MAGIC, FORMAT, BITS, 1.0, threshold, threshold, 0.3, 0.2, 0.1, 0.0) + bytes(values)


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
    assert score("cannot breathe", weights) > weights.threshold
    assert score("sore neck", weights) <= weights.threshold
    assert score("", weights) <= weights.threshold


def test_classes_are_pieces_and_so_are_pairs_of_them() -> None:
    """What is denied or long over is marked, and makes no pair; nor does what stands far off, or in the same word."""
    said = [
        ClassSaid(0, 0, "pain", ""),
        ClassSaid(0, 0, "severe", ""),
        ClassSaid(2, 2, "chest", ""),
        ClassSaid(4, 4, "blood", "!"),
        ClassSaid(6, 7, "stroke", "<"),
        ClassSaid(30, 30, "limb", ""),
    ]
    assert sorted(class_pieces(said)) == [
        "@!blood", "@<stroke", "@chest", "@chest@pain", "@chest@severe", "@limb", "@pain", "@severe",
    ]  # fmt: skip


def test_classes_count_in_the_score() -> None:
    """A text of unknown words is danger where its classes are known to be."""
    classes = [ClassSaid(0, 0, "blood", ""), ClassSaid(1, 1, "vomit", "")]
    values = bytearray(1 << BITS)
    for bucket in buckets("", MASK, classes):
        values[bucket] = 9
    weights = read_weights(HEADER.pack(MAGIC, FORMAT, BITS, 1.0, 0.5, 0.5, 0.3, 0.2, 0.1, 0.0) + bytes(values))
    assert weights is not None
    assert score("zzz yyy", weights) <= weights.threshold
    assert score("zzz yyy", weights, classes) > weights.threshold


def test_the_more_lines_a_sign_has_the_less_outweighs_it() -> None:
    """Words of another language are outweighed first, two lines of words last."""
    weights = read_weights(weights_that_know("x"))
    assert weights is not None
    assert [weights.outweighs(0.25, lines) for lines in (0, 1, 2, 3)] == [True, False, False, False]
    assert [weights.outweighs(0.15, lines) for lines in (0, 1, 2, 3)] == [True, True, False, False]
    assert [weights.outweighs(0.0, lines) for lines in (0, 1, 2, 3)] == [True, True, True, True]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"acud",
        weights_that_know("x")[:-1],
        b"nope" + weights_that_know("x")[4:],
        HEADER.pack(MAGIC, FORMAT + 1, BITS, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0) + bytes(1 << BITS),
    ],
    ids=["nothing", "short", "cut off", "another file", "a later format"],
)
def test_what_is_no_file_of_weights_stops_nothing(content: bytes) -> None:
    """The rules go on alone."""
    assert read_weights(content) is None


def test_the_bundled_weights_are_small(library: CompiledLibrary) -> None:
    """At most 150 kB in the wheel."""
    assert 0 < len(library.danger_weights) <= 150_000
    assert read_weights(library.danger_weights) is not None


def test_buckets_are_those_of_the_pieces() -> None:
    """What is remembered of words changes nothing: in letters, digits, and scripts without blanks."""
    for text in ("", "my chest hurts since 30 minutes", "胸が痛い now", "ça fait mal au cœur", "a a a"):
        assert buckets(text, 1023) == {crc32(piece.encode()) & 1023 for piece in pieces(text)}
