"""The person: what a sentence says of whoever asks."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from tests.lookup.conftest import Ask


@pytest.mark.parametrize(
    ("query", "answers"),
    [
        ("I am 20 weeks pregnant and my back hurts", ("pregnant",)),
        ("I might be pregnant and have a headache", ("maybe-pregnant",)),
        ("headache, I take warfarin", ("blood-thinners",)),
        ("stiff neck and a pacemaker", ("pacemaker",)),
        ("I am not pregnant and my back hurts", ()),
        ("I am 62 and my knees ache", ("over-50",)),
        ("my knees ache", ()),
    ],
)
def test_answers_are_taken_from_the_sentence(query: str, answers: tuple[str, ...], ask: Ask) -> None:
    """They apply for this answer; what is denied does not."""
    assert ask(query).says_of_person == answers


def test_every_saying_is_an_answer_of_the_profile(library: CompiledLibrary) -> None:
    """No saying leads to an answer that nobody can give."""
    assert {answer for lexicon in library.lexicons.values() for answer in lexicon.says_of_person} <= set(
        library.questions
    )
