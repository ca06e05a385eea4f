"""The lookup under thousands of texts that nobody should type: run with ACU_SOAK=1."""

from __future__ import annotations

import os

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.lookup import interpret
from tests.lookup.test_robustness import texts

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not os.environ.get("ACU_SOAK"), reason="long: set ACU_SOAK=1"),
]

SEED = int(os.environ.get("ACU_SOAK_SEED", "20261120"))
COUNT = 20_000


def test_random_and_hostile_input_never_fails(library: CompiledLibrary) -> None:
    """The query comes back as it was given, whatever was in it."""
    for text in texts(COUNT, SEED):
        assert interpret(text, library).query == text
