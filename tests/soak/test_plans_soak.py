"""The property of safety in full: all pairs of answers over every routine, condition and free choice."""

from __future__ import annotations

import itertools
import os
import random

import msgspec
import pytest

from acucli.library.compiled import CompiledLibrary
from tests.guide import oracle
from tests.guide.test_plans_are_safe import SEED, WISHES, check_all

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not os.environ.get("ACU_SOAK"), reason="long: set ACU_SOAK=1"),
]
PARTS = 20


@pytest.mark.parametrize("part", range(PARTS))
def test_all_pairs_of_answers(library: CompiledLibrary, part: int) -> None:
    """Every two answers, with random places and sides, over everything that can be asked for, with random wishes."""
    luck = random.Random(SEED + part)
    every = oracle.subjects(library, all_words=True)
    for number, pair in enumerate(itertools.combinations(library.questions, 2)):
        if number % PARTS == part:
            profile = oracle.profile_of(*(oracle.placed(slug, library, luck) for slug in pair))
            check_all(library, profile, [msgspec.structs.replace(item, wishes=luck.choice(WISHES)) for item in every])


def test_every_answer_in_every_place(library: CompiledLibrary) -> None:
    """Answers that ask for a place, in every region and on every side, over a twentieth of everything in turn."""
    every = oracle.subjects(library)
    places = [slug for slug in library.regions if slug not in oracle.NOT_PLACES]
    asking = [slug for slug, question in library.questions.items() if question.asks_place]
    for number, told in enumerate(itertools.product(asking, places, oracle.SIDES)):
        check_all(library, oracle.profile_of(":".join(told)), every[number % 20 :: 20])
