"""Other languages: phrase lexicons, opened when English understood nothing."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from tests.lookup.conftest import Ask
from tests.lookup.test_red_flags import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_lexicon_is_complete(language: str, library: CompiledLibrary) -> None:
    """At least 120 phrases for at least 50 conditions, and the words of help."""
    lexicon = library.lexicons[language]
    assert sum(map(len, lexicon.conditions.values())) >= 120
    assert len(lexicon.conditions) >= 50
    assert lexicon.crisis
    assert lexicon.emergency
    assert lexicon.urgent


@pytest.mark.parametrize("language", ["en", *LANGUAGES, "vi"])
def test_lexicon_names_only_what_exists(language: str, library: CompiledLibrary) -> None:
    """Every slug and code leads somewhere."""
    lexicon = library.lexicons[language]
    assert set(lexicon.conditions) | set(lexicon.body_parts) <= set(library.conditions)
    assert set(lexicon.points) <= set(library.points)


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_no_phrase_means_two_conditions(language: str, library: CompiledLibrary) -> None:
    """A phrase stands where it fits best."""
    means: dict[str, str] = {}
    for slug, phrases in library.lexicons[language].conditions.items():
        for phrase in phrases:
            assert means.setdefault(phrase, slug) == slug, phrase


@pytest.mark.parametrize(
    ("query", "language", "slug"),
    [
        ("me duele mucho la rodilla", "es", "knee-pain"),
        ("Knieschmerzen", "de", "knee-pain"),
        ("j'ai mal au genou", "fr", "knee-pain"),
        ("膝盖疼", "zh-Hans", "knee-pain"),
        ("膝蓋很痛", "zh-Hant", "knee-pain"),
        ("膝が痛い", "ja", "knee-pain"),
        ("무릎이 아파요", "ko", "knee-pain"),
        ("घुटने में दर्द", "hi", "knee-pain"),
    ],
)
def test_language_is_told_with_the_reading(query: str, language: str, slug: str, ask: Ask) -> None:
    """The language of the words is part of the answer."""
    found = ask(query)
    assert (found.language, found.conditions[0].slug, found.conditions[0].how) == (language, slug, "language")


@pytest.mark.parametrize("query", ["sin dolor de cabeza", "keine Kopfschmerzen", "没有头痛", "頭痛はない"])
def test_denials_count_in_other_languages(query: str, ask: Ask) -> None:
    """What is denied is not read."""
    assert ask(query).conditions == ()
