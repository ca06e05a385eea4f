"""Never nothing: ordinary sentences end in points, in a suggestion, in a theme or in a reason."""

from __future__ import annotations

import pytest

from acucli.guide.finding import find
from acucli.library.compiled import CompiledLibrary
from acucli.model.answers import FindAnswer
from acucli.model.practice import Profile
from acucli.text.fold import fold_phrase
from tests.conftest import Lexicons
from tests.lookup.conftest import Ask, queries

OWN = [query for query, _ in queries("own_sentences")]
OTHER_KINDS = [query for query, _ in queries("other_kinds")]
_READ = 0.93
_STOPPED = 0.015


def _found(query: str, library: CompiledLibrary) -> FindAnswer:
    return find(query, library, Profile(), today="2026-12-01")


def _goes_on(answer: FindAnswer) -> bool:
    """Tell whether something is offered, near, under a theme, or refused with a reason."""
    reasons = ("by theme: ", "by class, ", "no points are shown", "that is no complaint", "it has a card: ")
    offered = answer.points or answer.conditions or answer.red_flags or answer.held_back or answer.texts
    return bool(offered or answer.suggestions) or any(note.startswith(reasons) for note in answer.notes)


def test_there_are_five_hundred_sentences() -> None:
    """Few would prove little."""
    assert len(OWN) >= 500


def test_no_ordinary_sentence_ends_empty(library: CompiledLibrary) -> None:
    """Each leads somewhere."""
    assert [query for query in OWN if not _goes_on(_found(query, library))] == []


def test_nothing_else_that_is_typed_ends_empty(library: CompiledLibrary) -> None:
    """Questions, greetings, single words, signs, numbers, other languages, and what nobody can promise."""
    assert len(OTHER_KINDS) >= 130
    assert [query for query in OTHER_KINDS if not _goes_on(_found(query, library))] == []


def test_most_ordinary_sentences_are_read(ask: Ask) -> None:
    """Few of them are only answered with a suggestion or a theme."""
    unread = [query for query in OWN if not ask(query).found]
    assert len(unread) / len(OWN) < 1 - _READ, unread


def test_few_ordinary_sentences_are_stopped(ask: Ask) -> None:
    """Hardly any of them is taken for danger."""
    stopped = [query for query in OWN if ask(query).stops]
    assert len(stopped) / len(OWN) < _STOPPED, stopped


def test_no_suggestion_is_what_was_typed(library: CompiledLibrary) -> None:
    """Somebody who typed it knows already that it led nowhere."""
    echoed = [query for query in OWN if fold_phrase(query) in map(fold_phrase, _found(query, library).suggestions)]
    assert echoed == []


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("release my neck", "neck-pain"),
        ("loosen my hips", "hip-pain"),
        ("buggered shoulder", "shoulder-pain"),
        ("gorked elbow", "elbow-pain"),
        ("left hip office chair", "hip-pain"),
        ("mid back computer work", "upper-back-pain"),
        ("can't relax", "stress"),
        ("can't unwind", "stress"),
        ("can't relax my neck", "neck-pain"),
        ("I feel off", "wellness"),
        ("out of sorts", "wellness"),
    ],
)
def test_wishes_slang_and_vague_words_are_read(ask: Ask, query: str, slug: str) -> None:
    """A wish or an unknown adjective with a part of the body, what cannot be done, and words that name nothing."""
    assert ask(query).conditions[0].slug == slug


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("a headache and some congestion", {"headache", "blocked-nose"}),
        ("sore knees and a cramp", {"knee-pain", "period-pain"}),
        ("I'm hungry not nauseous, headache", {"weight-appetite", "headache"}),
    ],
)
def test_a_second_complaint_is_read_behind_an_article(ask: Ask, query: str, slugs: set[str]) -> None:
    """What stands behind "and a", "and some" counts; a denial reaches forward only."""
    assert {reading.slug for reading in ask(query).conditions} == slugs


@pytest.mark.parametrize("query", ["gangrenous toe", "necrotic foot", "blue hand", "fix my broken arm", "charred hand"])
def test_a_real_word_beside_a_part_is_never_slang(ask: Ask, query: str) -> None:
    """Nothing is offered for a part whose trouble was named and not understood."""
    assert ask(query).conditions == ()


def test_vague_words_say_when_to_see_a_doctor(library: CompiledLibrary) -> None:
    """General wellbeing comes with the line."""
    answer = _found("I feel off", library)
    assert answer.points
    assert any("see a doctor" in note for note in answer.notes)


def test_every_vague_word_leads_to_wellbeing(lexicons: Lexicons, ask: Ask) -> None:
    """The list of vague words and the phrases of the condition cannot part."""
    phrases = lexicons["en"].conditions["wellness"]
    assert set(lexicons["en"].word_lists["vague"]) <= set(phrases)


@pytest.mark.parametrize(
    "query", ["heal my tumour", "cure cancer", "treat lupus with acupressure", "cure my hepatitis"]
)
def test_an_illness_is_refused_with_a_reason(library: CompiledLibrary, query: str) -> None:
    """Pressing treats no illness; that is said, and no complaint is suggested instead."""
    answer = _found(query, library)
    assert answer.points == ()
    assert answer.suggestions == ()
    assert answer.red_flags or any(note.startswith("no points are shown") for note in answer.notes)


def test_words_of_no_complaint_are_no_suggestion(library: CompiledLibrary) -> None:
    """ "Low back wibble" helps nobody."""
    assert _found("wibble wobble", library).suggestions == ()


def test_a_feeling_alone_is_offered_places(library: CompiledLibrary) -> None:
    """Only that it hurts was said: where?"""
    assert _found("stabbing", library).suggestions
