"""The evaluation set: what is understood of queries of every kind, scored against the floors of the project."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.lookup import QueryResult, interpret
from acucli.lookup.query_result import MAY_NEED_HELP
from tests.lookup.conftest import Ask, queries

_POINT_FLOORS = {"notation": 0.99, "names": 0.98, "english_names": 0.95, "misspelled_names": 0.90}
_CONDITION_FLOORS = {
    "lay_words": 0.92,
    "sentences": 0.85,
    "mistakes": 0.90,
    "medical": 0.92,
    "other_languages": 0.80,
}


def _missed(kind: str, ask: Ask, is_right: object) -> tuple[float, list[str]]:
    assert callable(is_right)
    asked = queries(kind)
    missed = [f"{query} -> {expected}" for query, expected in asked if not is_right(ask(query), expected)]
    return 1 - len(missed) / len(asked), missed


def _raises(found: QueryResult, expected: str) -> bool:
    raised = [item.id for item in (*found.red_flags, *found.watch_for, *found.held_back)]
    return expected in raised or found.stops


@pytest.mark.parametrize("kind", _POINT_FLOORS)
def test_points_are_found_above_the_floor(kind: str, ask: Ask) -> None:
    """Every notation and name finds its point among those read; what is no code finds none."""

    def is_right(found: QueryResult, expected: str) -> bool:
        codes = [point.code for point in found.points]
        return expected in codes if expected != "NOTHING" else not codes

    score, missed = _missed(kind, ask, is_right)
    assert score >= _POINT_FLOORS[kind], missed


@pytest.mark.parametrize("kind", _CONDITION_FLOORS)
def test_conditions_are_found_above_the_floor(kind: str, ask: Ask) -> None:
    """The condition meant is among the first three read."""
    score, missed = _missed(kind, ask, lambda found, expected: expected in [item.slug for item in found.conditions][:3])
    assert score >= _CONDITION_FLOORS[kind], missed


def test_several_complaints_are_all_found(ask: Ask) -> None:
    """Every complaint of the sentence is read; one that is denied is not."""

    def is_right(found: QueryResult, expected: str) -> bool:
        slugs, wanted = [item.slug for item in found.conditions], expected.split(",")
        return set(wanted) <= set(slugs) if len(wanted) > 1 else slugs == wanted

    score, missed = _missed("several", ask, is_right)
    assert score >= 0.85, missed


def test_red_flags_are_raised_above_the_floor(ask: Ask) -> None:
    """Three ways of saying every red flag and held-back request, in several languages."""
    score, missed = _missed("red_flags", ask, _raises)
    assert score >= 0.98, missed


def test_ordinary_sentences_raise_nothing(ask: Ask) -> None:
    """At most one false alarm in a hundred ordinary sentences by a sign that is named, or held back."""
    sentences = queries("ordinary")
    alarms = [sentence for sentence, _ in sentences if _is_named(ask(sentence))]
    assert len(sentences) >= 300
    assert len(alarms) / len(sentences) < 0.01, alarms


def test_few_ordinary_sentences_are_asked_about(ask: Ask) -> None:
    """With what names no sign (the trained net, a medical word that nobody read), at most two in a hundred stop."""
    sentences = queries("ordinary")
    stopped = [sentence for sentence, _ in sentences if ask(sentence).stops]
    assert len(stopped) / len(sentences) < 0.02, stopped


def _is_named(found: QueryResult) -> bool:
    return bool(found.held_back) or any(flag.id != MAY_NEED_HELP for flag in found.red_flags)


def test_every_name_of_a_condition_finds_it(library: CompiledLibrary) -> None:
    """Exact names, slugs and listed synonyms: all of them, without exception."""
    missed = [
        (phrase, slug)
        for slug, condition in library.conditions.items()
        for phrase in (condition.name, slug, *condition.also)
        if slug not in [item.slug for item in interpret(phrase, library).conditions]
    ]
    assert missed == []


def test_the_set_is_large_enough() -> None:
    """At least 300 queries of all kinds, the ordinary sentences apart."""
    kinds = [*_POINT_FLOORS, *_CONDITION_FLOORS, "several", "red_flags"]
    assert sum(len(queries(kind)) for kind in kinds) >= 300
