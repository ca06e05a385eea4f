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


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("points of the channel from 3 to 5 am", "LU"),
        ("which meridian is active at 11am to 1pm", "HT"),
        ("meridian of 5-7 pm", "KI"),
        ("channel 11 pm to 1 am", "GB"),
    ],
)
def test_a_channel_is_read_by_its_hours(query: str, code: str, ask: Ask) -> None:
    """The clock of the organs, in either half of the day."""
    assert ask(query).meridians == (code,)


def test_hours_alone_are_no_channel(ask: Ask) -> None:
    """Somebody who wakes at three asks for sleep."""
    assert ask("awake from 3 to 5 am").meridians == ()
