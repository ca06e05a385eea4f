"""What the second net for danger does to an answer: no points, a calm sentence, and a way to go on."""

from __future__ import annotations

import pytest

from acucli.guide.finding import find
from acucli.library.compiled import CompiledLibrary
from acucli.lookup import interpret
from acucli.lookup.danger_net import read_weights
from acucli.lookup.query_result import MAY_NEED_HELP
from acucli.model.practice import Profile
from tests.conftest import Lexicons
from tests.lookup.conftest import Ask


def everybody_is_in_danger(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the second net fire for any words."""
    monkeypatch.setattr("acucli.lookup.weighing.danger_score", lambda *_: 1e9)


def test_words_that_read_like_danger_get_no_points(library: CompiledLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sign names no disease, and the status is that of something held back."""
    everybody_is_in_danger(monkeypatch)
    answer = find("everything went strange and my neck is stiff", library, Profile(), today="2026-11-30")
    assert [flag.id for flag in answer.red_flags] == [MAY_NEED_HELP]
    assert answer.points == ()
    assert answer.status == 4


def test_a_sign_that_a_rule_names_is_not_covered_by_the_net(
    library: CompiledLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rules come first."""
    everybody_is_in_danger(monkeypatch)
    assert MAY_NEED_HELP not in [flag.id for flag in interpret("crushing chest pain", library).red_flags]


def say(monkeypatch: pytest.MonkeyPatch, score: float) -> None:
    """Let the second net find any words this dangerous; what was remembered of a query is forgotten."""
    interpret.cache_clear()  # type: ignore[attr-defined]
    monkeypatch.setattr("acucli.lookup.weighing.danger_score", lambda *_: score)


@pytest.mark.parametrize("query", ["crushing chest pain", "stroke", "Brustschmerzen", "胸が痛い", "I want to die"])
def test_a_sign_that_is_what_the_words_say_is_never_outweighed(
    query: str, library: CompiledLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However ordinary the net finds them."""
    say(monkeypatch, -1e9)
    assert interpret(query, library).red_flags


def test_words_of_another_language_are_outweighed(library: CompiledLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chinese signs in a Japanese sentence count where the net agrees, and not where it does not."""
    query = "肩が痛くて胸を張れない"
    say(monkeypatch, 5.0)
    assert interpret(query, library).red_flags
    say(monkeypatch, -1e9)
    assert not interpret(query, library).red_flags


def test_a_sign_that_is_outweighed_leaves_a_question(library: CompiledLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    """No points, and no sign that is named; only what is plainly ordinary gets its points."""
    weights = read_weights(library.danger_weights)
    assert weights is not None
    query = "poison of the office gossip, tense, stiff shoulders after sorting the attic"
    say(monkeypatch, 1e9)
    named = interpret(query, library).red_flags
    assert named
    assert named[0].id != MAY_NEED_HELP
    say(monkeypatch, (weights.plain + weights.ordinary) / 2)
    found = interpret(query, library)
    assert [flag.id for flag in found.red_flags] == [MAY_NEED_HELP]
    assert found.points == ()
    assert "shoulder-pain" in [reading.slug for reading in found.conditions]
    say(monkeypatch, -1e9)
    assert not interpret(query, library).stops


@pytest.mark.parametrize("query", ["LI4", "hegu", "合谷", "Large Intestine meridian"])
def test_names_are_never_danger(query: str, library: CompiledLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    """A code, a name of a point or a channel is what it is."""
    everybody_is_in_danger(monkeypatch)
    assert not interpret(query, library).red_flags


@pytest.mark.long
def test_no_name_of_an_offered_condition_reads_like_danger(library: CompiledLibrary, lexicons: Lexicons) -> None:
    """Nor a synonym, nor a phrase of any lexicon."""
    names = {(slug, name) for slug, found in library.conditions.items() for name in (found.name, *found.also)}
    for lexicon in lexicons.values():
        names.update((slug, phrase) for slug, phrases in lexicon.conditions.items() for phrase in phrases)
    wrong = [
        name
        for slug, name in sorted(names)
        if slug in library.conditions and library.conditions[slug].offered
        if any(flag.id == MAY_NEED_HELP for flag in interpret(name, library).red_flags)
    ]
    assert wrong == []


@pytest.mark.parametrize("words", ["spinal stenosis sciatica", "my thyroid is underactive and I am tired"])
def test_an_illness_beside_a_complaint_is_asked_about_though_a_page_knows_it(words: str, ask: Ask) -> None:
    """That a page explains an illness makes no points safe for another complaint."""
    assert [flag.id for flag in ask(words).red_flags] == [MAY_NEED_HELP]


@pytest.mark.parametrize("words", ["fibromyalgia and neck pain", "endometriosis and back pain", "spinal stenosis"])
def test_an_illness_alone_or_with_a_page_that_allows_it_asks_nothing(words: str, ask: Ask) -> None:
    """The page is the answer, or says that a gentle session is fine meanwhile."""
    assert ask(words).conditions
    assert not ask(words).stops
