"""What people search for: each complaint gets a session, a page, or its warning sign with the page behind it."""

from __future__ import annotations

import pytest

from acucli.guide.finding import find
from acucli.library.compiled import CompiledLibrary
from acucli.model.practice import Profile
from tests.lookup.conftest import queries

SEARCHED = queries("searched")


@pytest.mark.parametrize(("words", "slug"), SEARCHED, ids=[words for words, _ in SEARCHED])
def test_a_searched_complaint_gets_a_session_or_a_page(words: str, slug: str, library: CompiledLibrary) -> None:
    """Points where a session is offered; else the page, after the sign where the words are one."""
    answer, condition = find(words, library, Profile(), today="2026-11-30"), library.conditions[slug]
    if answer.red_flags:
        assert answer.pages == (slug,)
        assert {flag.id for flag in answer.red_flags} <= set(condition.watch_for)
    else:
        assert slug in [item.slug for item in answer.conditions]
    assert bool(answer.points) == condition.offered


def test_seventy_five_complaints_are_asked_for() -> None:
    """Sixty common ones and fifteen that once found nothing or something else."""
    assert len({words for words, _ in SEARCHED}) == 75
