"""Tokens: words with their stems and clauses."""

from __future__ import annotations

import pytest

from acucli.text.tokens import LONGEST_TEXT, stems_of, words_of


@pytest.mark.parametrize(
    "text", ["cannot sleep", "can't sleep", "can not sleep", "couldn't sleep", "not able to sleep", "unable to sleep"]
)
def test_inability_is_said_one_way(text: str) -> None:
    """Contractions and their long forms are one."""
    assert stems_of(text)[-2:] == ("cannot", "sleep")


def test_clauses_and_sentences_are_counted() -> None:
    """Full stops part sentences, commas and "but" part clauses."""
    words = words_of("Neck hurts, back fine but tired. No fever")
    assert [(word.sentence, word.clause) for word in words] == [
        (0, 0),
        (0, 0),
        (0, 1),
        (0, 1),
        (0, 2),
        (0, 2),
        (1, 3),
        (1, 3),
    ]


def test_american_spelling_becomes_the_librarys() -> None:
    """Labor and labour are one word."""
    assert stems_of("labor") == stems_of("labour")


def test_long_texts_are_cut() -> None:
    """Only the first characters are read."""
    assert len(words_of("a " * LONGEST_TEXT)) == LONGEST_TEXT // 2
