"""Meridians: named by letters or names of several languages."""

from __future__ import annotations

import pytest

from tests.lookup.conftest import Ask


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("Lung", "LU"),
        ("stomach meridian", "ST"),
        ("points of the kidney channel", "KI"),
        ("Triple Warmer", "TE"),
        ("San Jiao", "TE"),
        ("足太陽膀胱經", "BL"),
        ("du mai", "GV"),
        ("GB", "GB"),
    ],
)
def test_meridian_is_read(query: str, code: str, ask: Ask) -> None:
    """In any of its names."""
    assert ask(query).meridians[0] == code


@pytest.mark.parametrize("query", ["my heart is broken", "headache", "b", "I live in the north"])
def test_words_in_sentences_are_no_meridians(query: str, ask: Ask) -> None:
    """Only the whole query names a channel."""
    assert ask(query).meridians == ()
