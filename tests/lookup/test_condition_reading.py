"""Conditions: phrases, the grammar of the body, denial, several at once, and an honest nothing."""

from __future__ import annotations

import pytest

from tests.lookup.conftest import Ask


def _slugs(ask: Ask, query: str) -> list[str]:
    return [item.slug for item in ask(query).conditions]


@pytest.mark.parametrize(
    ("query", "slug", "how"),
    [
        ("Headache", "headache", "name"),
        ("sore head", "headache", "synonym"),
        ("tossing all night and turning", "restless-sleep", "synonym"),
        ("my collarbone has been throbbing", "shoulder-pain", "body-part"),
        ("hedache", "headache", "typo"),
        ("Kopfschmerzen", "headache", "language"),
    ],
)
def test_reading_says_how_it_came_about(query: str, slug: str, how: str, ask: Ask) -> None:
    """`how` tells a name from a guess."""
    reading = ask(query).conditions[0]
    assert (reading.slug, reading.how) == (slug, how)


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("my left knee hurts on stairs", "knee-pain"),
        ("tight between the shoulder blades", "upper-back-pain"),
        ("upper back hurts", "upper-back-pain"),
        ("my lower back hurts", "low-back-pain"),
        ("diarrhea", "diarrhoea"),
        ("hot flashes", "hot-flushes"),
        ("can not sleep", "insomnia"),
        ("cant sleep", "insomnia"),
    ],
)
def test_sentences_and_spellings(query: str, slug: str, ask: Ask) -> None:
    """Whole sentences work, in British and American spelling."""
    assert _slugs(ask, query) == [slug]


@pytest.mark.parametrize("query", ["my back does not hurt", "no headache", "I'm not stressed", "without nausea"])
def test_denied_complaints_are_not_read(query: str, ask: Ask) -> None:
    """What the sentence denies is not looked for."""
    assert _slugs(ask, query) == []


def test_two_complaints_are_not_melted_into_one(ask: Ask) -> None:
    """ "Headache and nausea" are two, though a condition joins both."""
    assert _slugs(ask, "headache and nausea") == ["headache", "nausea"]


@pytest.mark.parametrize(
    "query", ["", "   ", "the capital of France", "translate this sentence", "asdfghjkl", "low price", "come back home"]
)
def test_nothing_is_found_honestly(query: str, ask: Ask) -> None:
    """No guess below the bar."""
    assert not ask(query).found


@pytest.mark.parametrize("query", ["on the other hand", "sick of work", "the gas station", "I am tired of waiting"])
def test_idioms_are_no_complaints(query: str, ask: Ask) -> None:
    """Figures of speech mean no part of the body."""
    assert _slugs(ask, query) == []
