"""The general word list: every word is found in it, and no other."""

from __future__ import annotations

import pytest

from acucli.text.packed_words import words_of_block
from acucli.text.word_list import REMARK, is_everyday, is_listed, packed_list
from tests.conftest import DATA

_WORDS = ("able*", "ablest", "zoo*", "zygote")
_LIST = b"# A remark.\n" + packed_list(_WORDS).encode()


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
    content = packed_list(["a", "b*"]).encode().rstrip()
    assert is_listed("a", content)
    assert is_everyday("b", content)


def test_words_of_many_lines_are_found() -> None:
    """Over the ends of lines, with a star and without, whatever begins alike."""
    words = [f"{'ab' * (number % 7)}{number:o}" for number in range(1000)]
    content = b"# One.\n# Two.\n" + packed_list([f"{word}*" if word.endswith("1") else word for word in words]).encode()
    assert [word for word in words if not is_listed(word, content)] == []
    assert {word for word in words if is_everyday(word, content)} == {word for word in words if word.endswith("1")}
    assert not any(is_listed(f"{word}x", content) for word in words)


def test_the_bundled_list_is_packed_as_it_would_be_again() -> None:
    """Whoever adds a word unpacks it, and packs it again."""
    content = (DATA / "words" / "en.txt").read_bytes()
    lines = [line for line in content.splitlines() if not line.startswith(REMARK)]
    words = [word.decode() for line in lines for word in words_of_block(line)]
    assert packed_list(words).encode() == b"".join(line + b"\n" for line in lines)
