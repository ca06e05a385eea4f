"""Tokens: words with their stems and clauses."""

from __future__ import annotations

import pytest

from acucli.text.tokens import LONGEST_TEXT, Tokenizer

ENGLISH = Tokenizer(
    {
        "can not": "cannot", "could not": "cannot", "not able": "cannot", "cannot to": "cannot", "cant": "cannot",
        "couldnt": "cannot", "unable": "cannot", "dont": "do not", "labor": "labour",
    },
    {"but"},
)  # fmt: skip


@pytest.mark.parametrize(
    "text", ["cannot sleep", "can't sleep", "can not sleep", "couldn't sleep", "not able to sleep", "unable to sleep"]
)
def test_inability_is_said_one_way(text: str) -> None:
    """Contractions and their long forms are one."""
    assert ENGLISH.stems_of(text)[-2:] == ("cannot", "sleep")


def test_clauses_and_sentences_are_counted() -> None:
    """Full stops part sentences, commas and "but" part clauses."""
    words = ENGLISH.words_of("Neck hurts, back fine but tired. No fever")
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
    assert ENGLISH.stems_of("labor") == ENGLISH.stems_of("labour")


def test_contractions_are_written_out() -> None:
    """So that both forms are compared."""
    assert [word.text for word in ENGLISH.words_of("I don't know")] == ["i", "do", "not", "know"]


def test_without_a_language_words_stay_as_they_are() -> None:
    """Spellings and turning words belong to a language."""
    assert [(word.text, word.clause) for word in Tokenizer().words_of("can not but")] == [
        ("can", 0),
        ("not", 0),
        ("but", 0),
    ]


def test_long_texts_are_cut() -> None:
    """Only the first characters are read."""
    assert len(ENGLISH.words_of("a " * LONGEST_TEXT)) == LONGEST_TEXT // 2
