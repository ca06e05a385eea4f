"""Typing mistakes: mended only where nothing else is known, told, and never at the cost of starting time."""

from __future__ import annotations

import subprocess
import sys

import pytest
from rapidfuzz import process
from rapidfuzz.distance import OSA

from acucli.library.compiled import CompiledLibrary
from acucli.lookup import interpret, typos
from tests.lookup.conftest import Ask


@pytest.mark.parametrize(
    ("query", "slug"),
    [("migrain", "migraine"), ("neckpain", "neck-pain"), ("siatica", "sciatica"), ("lower bak pain", "low-back-pain")],
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


@pytest.mark.usefixtures("warm_home")
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


@pytest.mark.parametrize(
    "query",
    [
        "sickle cell pain", "spleen", "metabolism", "plantar wart", "scarlet fever", "tight pecs", "pelvic pain",
        "seed points", "took 30 aspirin", "arteritis", "uveitis", "planter box", "soar above", "horse riding",
        "metabolic", "typhoid", "stole my phone", "wart on my thumb", "carnal", "mumps", "sunburn",
        "blister", "verruca",
    ],
)  # fmt: skip
def test_a_real_word_is_never_mended(query: str, ask: Ask) -> None:
    """A word of the general list, a medical word or a medicine is what it says, not a slip in a complaint."""
    found = ask(query)
    assert (found.conditions, found.points) == ((), ())
    assert not any(reading.startswith("read as:") for reading in found.readings)


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("soar throat", "sore-throat"), ("knee pane", "knee-pain"), ("carpel tunnel", "carpal-tunnel"),
        ("tinnitis", "tinnitus"), ("headake", "headache"), ("nauesa", "nausea"), ("backake", "low-back-pain"),
    ],
)  # fmt: skip
def test_a_phrase_that_sounds_alike_is_mended(query: str, slug: str, ask: Ask) -> None:
    """Where all of the query is a phrase spelt by ear, and where a word is of nobody."""
    assert slug in [item.slug for item in ask(query).conditions]


def test_without_a_word_list_nothing_is_mended(library: CompiledLibrary) -> None:
    """A list that cannot be read makes mending do less, never more."""
    bare = library.with_files(lambda _: b"")
    assert interpret("nauesa", library).conditions
    found = interpret("nauesa", bare)
    assert (found.conditions, found.points) == ((), ())
    assert interpret("headache", bare).conditions


@pytest.mark.parametrize("code", ["Ll4", "Sl3", "Kl3", "Sl 3"])
def test_a_small_l_for_a_capital_i_leads_to_no_other_channel(code: str, ask: Ask) -> None:
    """It is suggested, never read silently."""
    found = ask(code)
    assert (found.points, found.conditions) == ((), ())
    assert found.suggestions == (code.replace("l", "I").replace(" ", ""),)


@pytest.mark.parametrize(
    "text", ["hedache", "migrane", "shoulderpain", "verstopfung", "palpitashuns", "kneee", "stomick cramp"]
)
def test_words_of_other_lengths_are_never_near(text: str, library: CompiledLibrary) -> None:
    """Only those of a fitting length are compared, which finds the same ones in the same order."""
    for limit in (1, 2, 3, 4):
        near = typos._of_length(typos._ordered, len(text) - limit, len(text) + limit, library)
        some, every = (
            [
                (word, distance)
                for word, distance, _ in process.extract(text, words, scorer=OSA.distance, score_cutoff=limit, limit=12)
            ]
            for words in (near, typos._ordered(library))
        )
        assert some == every
