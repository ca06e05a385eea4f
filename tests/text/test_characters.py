"""Characters: what nobody sees goes, every apostrophe is one, full-width forms are plain."""

from __future__ import annotations

import pytest

from acucli.text.characters import plain_characters


@pytest.mark.parametrize(
    "mark", ["'", "\u2019", "\u2018", "\u02bc", "\u02bb", "`", "\u00b4", "\uff07", "\u201b", "\u2032"]
)
def test_every_apostrophe_is_one(mark: str) -> None:
    """Whatever a keyboard or a word processor makes of it."""
    assert plain_characters(f"can{mark}t breathe") == "can't breathe"


@pytest.mark.parametrize(
    "unseen",
    ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u202e", "\x00", "\x7f", "\ufe0f", "\U000e0041"],
)
def test_what_nobody_sees_goes(unseen: str) -> None:
    """Or stands as a blank, where that is asked for."""
    assert plain_characters(f"chest{unseen}pain") == "chestpain"
    assert plain_characters(f"chest{unseen}pain", " ") == "chest pain"


def test_full_width_forms_are_plain() -> None:
    """Letters, digits and blanks."""
    assert plain_characters("ｃｈｅｓｔ　ｐａｉｎ　ＬＩ４") == "chest pain LI4"


@pytest.mark.parametrize(
    "text", ["plain text, with marks.", "two\nlines\tand a tab", "頭痛がします", "सिर दर्द", "ひー々", "„so“ «là»"]
)
def test_nothing_else_changes(text: str) -> None:
    """Line ends, other scripts, and quotation marks that are no apostrophes."""
    assert plain_characters(text) == text
