"""What the second net is also taught: the lines of rules, spelled out."""

from __future__ import annotations

import pytest
from training.made_phrases import forms_of, spelled_out

from acucli.library.source import Sources, read_directory
from acucli.model.lexicon import Lexicon
from tests.conftest import DATA


@pytest.fixture(scope="module")
def sources() -> Sources:
    """Return the bundled data as they are written."""
    return read_directory(DATA)


def test_every_language_has_lines_spelled_out(sources: Sources) -> None:
    """Lines of classes alone hold in all languages; they are the same each time."""
    found = list(spelled_out(sources))
    assert found == list(spelled_out(sources))
    assert len(set(found)) > 5_000
    assert sum(not words.isascii() for words in found) > 1_000


def test_a_class_has_its_own_forms_and_those_of_the_classes_it_names() -> None:
    """Numbers of a range stand for themselves; what is no class is a form."""
    lexicon = Lexicon(language="xx", name="Xx", classes={"blood": ["blood"], "red": ["@blood", "red"]})
    assert forms_of("@red", lexicon) == ["blood", "red"]
    assert forms_of("@3..5", lexicon) == ["3", "4", "5"]
    assert forms_of("sore", lexicon) == ["sore"]
    assert forms_of("@unknown", lexicon) == []
