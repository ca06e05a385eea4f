"""The word classes that a text says: in which language, and whether what they name is so now."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.lookup.danger_classes import Spoken, classes_said
from acucli.lookup.decoded_indexes import tokenizer_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("my chest hurts and my arm is numb", "en"),
        ("meine Brust tut weh und der Arm ist taub", "de"),
        ("me duele el pecho y no siento el brazo", "es"),
        ("boli mnie w klatce i drętwieje ręka", "pl"),
        ("胸が痛くて腕がしびれる", "ja"),
        ("грудь болит и рука немеет", "ru"),
        ("pet me bahut dard hai aur khoon ki ulti ho rahi hai", "hi-Latn"),
    ],
)
def test_the_language_is_the_one_that_says_most(text: str, language: str, library: CompiledLibrary) -> None:
    """By its word classes, small words and letters together."""
    assert classes_said(text, tokenizer_of(library).words_of(text), library).language == language


@pytest.mark.parametrize(
    "text", ["chest pain", "Schmerz in der Brust", "dolor en el pecho", "боль в груди", "胸の痛み"]
)
def test_a_class_has_one_name_in_all_languages(text: str, library: CompiledLibrary) -> None:
    """What the net learned of it in one language it knows in the others."""
    classes = classes_said(text, tokenizer_of(library).words_of(text), library).classes
    assert {"chest", "pain"} <= {said.name for said in classes if not said.how}


@pytest.mark.parametrize(
    ("text", "how"),
    [("blood in my stool", ""), ("no blood in my stool", "!"), ("blood in my stool years ago", "<")],
)
def test_what_is_denied_or_long_over_is_marked(text: str, how: str, library: CompiledLibrary) -> None:
    """The pieces of the net differ."""
    classes = classes_said(text, tokenizer_of(library).words_of(text), library).classes
    assert {said.how for said in classes if said.name == "blood"} == {how}


def test_nothing_says_nothing(library: CompiledLibrary) -> None:
    """An empty text is of the default language and has no class."""
    assert classes_said("", (), library) == Spoken("en", [])
