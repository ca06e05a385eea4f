"""Cleaning: what steers a terminal is shown as text, never obeyed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acucli.text.cleaning import clean, clean_line, json_safe, json_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("a\x00b\x08c", "a\\x00b\\x08c"),
        ("line\rover", "line\\x0dover"),
        ("\x7f\x9b31m", "\\x7f\\x9b31m"),
        ("left\u202eright", "left\\u202eright"),
        ("\u2066iso\u2069", "\\u2066iso\\u2069"),
        ("\u200b\ufeff", "\\u200b\\ufeff"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("\udcff", "\\udcff"),
    ],
)
def test_what_steers_is_written_out(text: str, shown: str) -> None:
    """Escapes, controls, carriage returns, overrides, lone surrogates."""
    assert clean(text) == shown


@pytest.mark.parametrize(
    "text", ["Hégǔ 合谷", "a\tb\nc", "[bold]markup[/bold]", "naïve – “quoted” …", "한글 ひらがな", "50 °"]
)
def test_ordinary_text_stays(text: str) -> None:
    """Tones, characters, tabs, line ends and the markup of others."""
    assert clean(text) == text


def test_one_line_is_one_line() -> None:
    """Line ends and tabs become single spaces."""
    assert clean_line(" a\n\tb \x1b[2J") == "a b \\x1b[2J"


@given(st.text())
def test_nothing_that_steers_is_ever_left(text: str) -> None:
    """No control but tab and line end, no format character that reorders, nothing that cannot be encoded."""
    shown = clean(text)
    shown.encode("utf-8")
    for character in shown:
        assert character in "\t\n" or unicodedata.category(character) not in {"Cc", "Cs"}
        assert unicodedata.bidirectional(character) not in {
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        }


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    """What was cleaned is clean."""
    assert clean(clean(text)) == clean(text)


@given(
    st.text(
        st.one_of(
            st.characters(codec="utf-8"), st.sampled_from("\x7f\x80\x9f\u00ad\u061c\u200b\u202e\u2066\ufeff\ufffb")
        )
    )
)
def test_json_is_escaped_alike_from_bytes_and_from_text(text: str) -> None:
    """The first bytes that are looked for are those of everything that is escaped."""
    assert json_text(text.encode()) == json_safe(text)


@pytest.mark.parametrize(
    "number", [*range(0x7F, 0xA0), 0xAD, 0x61C, *range(0x2000, 0x2070), 0xFEFF, *range(0xFFF0, 0xFFFE)]
)
def test_each_character_that_steers_is_found_in_bytes(number: int) -> None:
    """One by one, as a sample of texts may miss one."""
    assert json_text(chr(number).encode()) == json_safe(chr(number))
