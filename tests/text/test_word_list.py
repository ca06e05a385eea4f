"""The general word list: every word is found in it, and no other."""

from __future__ import annotations

import pytest

from acucli.text.word_list import is_everyday, is_listed

_LIST = b"# A remark.\nable*\nablest\nzoo*\nzygote\n"


@pytest.mark.parametrize("word", ["able", "ablest", "zoo", "zygote"])
def test_listed_words_are_found(word: str) -> None:
    """First, last and between, with a star and without."""
    assert is_listed(word, _LIST)


@pytest.mark.parametrize("word", ["", "abl", "ables", "aaa", "zz", "remark", "#"])
def test_no_other_word_is(word: str) -> None:
    """Neither parts of words nor the remark."""
    assert not is_listed(word, _LIST)


def test_a_star_marks_what_everybody_says() -> None:
    """Of what is not listed nobody knows."""
    assert [word for word in ("able", "ablest", "zoo", "zygote", "nowhere") if is_everyday(word, _LIST)] == [
        "able",
        "zoo",
    ]


def test_an_empty_list_knows_no_word() -> None:
    """So no file is needed to ask."""
    assert not is_listed("able", b"")


def test_a_list_without_a_last_line_end_is_read_whole() -> None:
    """An editor may have taken it away."""
    assert is_listed("b", b"a\nb")
    assert is_everyday("b", b"a\nb*")
