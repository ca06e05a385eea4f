"""Wade-Giles from pinyin: the spellings that older books print."""

from __future__ import annotations

import pytest

from acucli.text.wade_giles import wade_giles


@pytest.mark.parametrize(
    ("pinyin", "syllables", "spelled"),
    [
        ("zusanli", 3, "tsusanli"),
        ("hegu", 2, "hoku"),
        ("fengchi", 2, "fengchih"),
        ("jianjing", 2, "chienching"),
        ("xuehai", 2, "hsuehhai"),
        ("lieque", 2, "liehchueh"),
        ("yongquan", 2, "yungchuan"),
        ("guanyuan", 2, "kuanyuan"),
        ("neiguan", 2, "neikuan"),
        ("ermen", 2, "erhmen"),
        ("shousanli", 3, "shousanli"),
        ("sizhukong", 3, "ssuchukung"),
        ("ridou", 2, "jihtou"),
    ],
)
def test_spellings(pinyin: str, syllables: int, spelled: str) -> None:
    """Every sound follows the table, apostrophes and dots left out."""
    assert wade_giles(pinyin, syllables) == spelled


@pytest.mark.parametrize(("text", "syllables"), [("headache", 2), ("hegu", 3), ("", 1), ("qxq", 1)])
def test_what_is_no_pinyin_has_no_spelling(text: str, syllables: int) -> None:
    """Nothing is made up."""
    assert wade_giles(text, syllables) == ""
