"""The grammar of the body: a part and a sensation near each other name a complaint."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.lookup.bodyparts import read_parts
from acucli.lookup.decoded_indexes import tokenizer_of
from tests.conftest import Lexicons


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("my wrist and my elbow are sore", ["wrist-pain", "elbow-pain"]),
        ("the soles of my feet burn", ["foot-pain"]),
        ("nose keeps dripping", ["runny-nose"]),
        ("I came back from work", []),
        ("on the other hand it hurts nobody", []),
        ("my hair is brown", []),
        ("my knee. Nothing hurts", []),
    ],
)
def test_parts_and_sensations_are_joined(text: str, slugs: list[str], library: CompiledLibrary) -> None:
    """Within one sentence, figures of speech apart."""
    assert [reading.slug for reading in read_parts(tokenizer_of(library).words_of(text), (), (), library)] == slugs


def test_every_meaning_is_a_condition(library: CompiledLibrary, lexicons: Lexicons) -> None:
    """The grammar leads nowhere else."""
    from acucli.lookup.bodyparts import _MEANS

    english = lexicons["en"]
    assert {slug for means in _MEANS.values() for slug in means.values()} <= set(library.conditions)
    assert set(_MEANS) <= set(english.parts)
    assert {kind for means in _MEANS.values() for kind in means} <= {"*", *english.sensations}
