"""Scripts, codes, sounds and numbers: the small pure tables of text."""

from __future__ import annotations

import pytest

from acucli.text.codes import zone_key
from acucli.text.numbers import NUMBER_WORDS
from acucli.text.phonetic import phonetic_key
from acucli.text.scripts import scripts_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Kopf", "latin"),
        ("頭", "han"),
        ("かた", "kana"),
        ("어깨", "hangul"),
        ("सिर", "devanagari"),
        ("день", "cyrillic"),
        ("ไทย", "thai"),
    ],
)
def test_scripts_are_told(text: str, script: str) -> None:
    """By the letters, not by the marks."""
    assert scripts_of(text) == {script}


def test_marks_and_digits_have_no_script() -> None:
    """There is nothing to tell."""
    assert scripts_of("12, ...") == set()


@pytest.mark.parametrize("zone", ["HX6,7i", "hx 6/7i", "Hx6.7i", "HX-6,7i"])
def test_zones_of_the_ear_are_written_many_ways(zone: str) -> None:
    """All are one."""
    assert zone_key(zone) == "hx6,7i"


@pytest.mark.parametrize(
    ("one", "other"), [("mygrain", "migraine"), ("nee", "knee"), ("rist", "wrist"), ("coff", "cough")]
)
def test_words_that_sound_alike(one: str, other: str) -> None:
    """They have one key."""
    assert phonetic_key(one) == phonetic_key(other)


def test_number_words_count() -> None:
    """From one to twenty."""
    assert (NUMBER_WORDS["one"], NUMBER_WORDS["twenty"]) == (1, 20)
