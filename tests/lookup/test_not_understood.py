"""What was not understood is said, and where it may need help first, a question comes before any point."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from acucli.library.compiled import CompiledLibrary
from acucli.lookup import QueryResult, interpret
from acucli.lookup.query_result import MAY_NEED_HELP
from tests.fakes import WithShelf
from tests.lookup.conftest import Ask, queries

_ORDINARY = ("ordinary", "sentences", "lay_words", "medical", "several")


@pytest.fixture
def careful(library: CompiledLibrary) -> Ask:
    """Return a function that understands a query with a library that knows what may need help first."""
    flag = replace(next(iter(library.red_flags.values())), id=MAY_NEED_HELP, level="urgent")
    asking = WithShelf(library, red_flags={**library.red_flags, MAY_NEED_HELP: flag})
    return lambda query: interpret(query, asking)  # type: ignore[arg-type]


def _asks(found: QueryResult) -> bool:
    return [flag.id for flag in found.red_flags] == [MAY_NEED_HELP]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("headache and borborygmus", ("borborygmus",)),
        ("lupus and a headache", ("lupus",)),
        ("back pain since my zumba class", ("zumba",)),
        ("headache and a lump", ("lump",)),
        ("headache for three days after work", ()),
        ("I have had a stiff neck since Tuesday and my boss is killing me", ()),
        ("headache, no lupus", ()),
        ("I take warfarin and my back hurts", ()),
        ("headake since lunch", ()),
    ],
)
def test_rare_words_are_said_and_everyday_ones_are_not(query: str, words: tuple[str, ...], ask: Ask) -> None:
    """What a reading covers, what everybody says and what is denied is no news."""
    assert ask(query).not_understood == words


@pytest.mark.parametrize(
    "query",
    [
        "lupus and a headache",
        "headache after a colectomy",
        "stiff neck and uveitis",
        "back pain, sarcoma",
        "my wrist hurts and the skin is yellow",
        "knee pain with discharge",
        "headache, 180 mmHg",
        "headache, bp 190/110",
        "tired, 39.5",
        "stiff neck, 39 °C",
        "tired, INR 6",
        "tired, pulse 150 bpm",
        "headache, took 12 tablets",
        "headache, 12 tablets a day",
        "tired, 300 mg/dl",
        "dizzy, temperature 40",
    ],
)
def test_what_may_need_help_asks_before_any_point(query: str, careful: Ask) -> None:
    """An illness, an examination, a change of the body, a number with a unit: no points."""
    found = careful(query)
    assert found.stops
    assert found.points == ()


@pytest.mark.parametrize(
    "query",
    [
        "headache since 10 am",
        "headache, aged 45",
        "back pain for 6 weeks",
        "2 hours of hiccups",
        "stress since 12/10",
        "headache and karaoke",
        "LI4",
        "sore knees after 20 miles",
        "stiff neck, I take two tablets a day",
        "headache, 1 small capsule every morning",
    ],
)
def test_ordinary_numbers_and_words_ask_nothing(query: str, careful: Ask) -> None:
    """An age, a span of time, a date, a word that says nothing of the body."""
    assert not careful(query).stops


def test_without_the_record_points_are_shown_and_the_words_are_said(library: CompiledLibrary) -> None:
    """A library that has no such flag still says what it did not understand."""
    flags = {name: flag for name, flag in library.red_flags.items() if name != MAY_NEED_HELP}
    found = interpret("lupus and a headache", WithShelf(library, red_flags=flags))  # type: ignore[arg-type]
    assert not found.stops
    assert found.not_understood == ("lupus",)


def test_hardly_an_ordinary_sentence_is_asked_about(careful: Ask) -> None:
    """At most one in a hundred of the evaluation set, where nothing else stops it."""
    asked = [query for kind in _ORDINARY for query, _ in queries(kind)]
    stopped = [query for query in asked if _asks(careful(query))]
    assert len(stopped) <= len(asked) / 100, stopped


def test_ordinary_sentences_report_little(ask: Ask) -> None:
    """Ninety-five in a hundred report nothing at all."""
    asked = [query for kind in _ORDINARY for query, _ in queries(kind)]
    told = [(query, words) for query in asked if (words := ask(query).not_understood)]
    assert len(told) <= len(asked) / 20, told
