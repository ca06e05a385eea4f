"""Korean in Latin letters."""

from __future__ import annotations

import pytest

from acucli.text.korean import romanised


@pytest.mark.parametrize(
    ("hangul", "letters"),
    [
        ("합곡", ("hapgok",)),
        ("족삼리", ("joksamni", "joksamri")),
        ("백회", ("baekhoe",)),
        ("기해", ("gihae",)),
        ("양릉천", ("yangneungcheon", "yangreungcheon")),
        ("곤륜", ("gollyun", "gonryun")),
    ],
)
def test_letters_follow_the_sounds_then_the_signs(hangul: str, letters: tuple[str, ...]) -> None:
    """As it is spoken first, then letter by letter where that differs."""
    assert romanised(hangul) == letters


@pytest.mark.parametrize("text", ["", "hapgok", "合谷", "합 곡"])
def test_other_writing_has_none(text: str) -> None:
    """Only names of Hangul syllables and nothing else are written in letters."""
    assert romanised(text) == ()
