"""Typing mistakes: mended only where nothing else is known, told, and never at the cost of starting time."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.lookup.conftest import Ask


@pytest.mark.parametrize(
    ("query", "slug"),
    [("migrane", "migraine"), ("neckpain", "neck-pain"), ("siatica", "sciatica"), ("lower bak pain", "low-back-pain")],
)
def test_mistakes_are_mended_and_told(query: str, slug: str, ask: Ask) -> None:
    """What was understood is shown."""
    found = ask(query)
    assert [(item.slug, item.how) for item in found.conditions] == [(slug, "typo")]
    assert found.readings[0].startswith("read as:")


@pytest.mark.parametrize("query", ["house", "Tuesday", "deeper", "stretching routine for the office", "my sister"])
def test_common_words_are_not_mended(query: str, ask: Ask) -> None:
    """An ordinary word is no mistake."""
    found = ask(query)
    assert found.conditions == ()
    assert not found.stops


def test_near_misses_are_suggested(ask: Ask) -> None:
    """Below the bar nothing is taken, only suggested."""
    found = ask("stiff after yoga")
    assert found.conditions == ()
    assert found.suggestions


def test_single_find_does_not_load_rapidfuzz() -> None:
    """Edit distance costs start-up time; it is loaded only when a mistake is suspected."""
    code = (
        "import sys; from acucli import open_library; from acucli.lookup import interpret; library = open_library();"
        "[interpret(q, library) for q in ('headache', 'LI4', 'Hegu', '合谷', 'lower back pain')];"
        "sys.exit('rapidfuzz' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


@pytest.mark.parametrize(
    "query",
    ["Blut im Stuhl", "tengo el hombro raro", "ik heb een vreemd gevoel", "boli mnie glowa", "ho un fastidio strano"],
)
def test_other_languages_are_not_mended_into_english(query: str, ask: Ask) -> None:
    """Small words of another language, or two words near nothing known, are no mistakes."""
    assert not any(reading.startswith("read as:") for reading in ask(query).readings)


@pytest.mark.parametrize("query", ["ashi", "neckpress", "qwertz uiop"])
def test_far_resemblances_are_not_suggested(query: str, ask: Ask) -> None:
    """A silly suggestion is worse than none."""
    assert ask(query).suggestions == ()
