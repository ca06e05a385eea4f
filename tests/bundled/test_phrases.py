"""Every name and every phrase of the library leads to its own record, and to points where that record offers any."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from acucli.guide.finding import find
from acucli.library.compiled import CompiledLibrary
from acucli.lookup import interpret
from acucli.model.practice import Profile
from tests.conftest import DATA, Lexicons

pytestmark = pytest.mark.long

LANGUAGES = sorted(path.stem for path in (DATA / "lexicon").glob("*.yaml"))

_NO_POINTS = "the record offers none; whoever asks so is answered by the request that is held back"
_DANGER_FIRST = "these words by themselves may be a danger"
EXCEPTIONS = {
    "Bed-wetting in children": _NO_POINTS,
    "bed-wetting": _NO_POINTS,
    "wets the bed": _NO_POINTS,
    "bed wetting at night": _NO_POINTS,
    "bed wet": _NO_POINTS,
    "wetting the bed": _NO_POINTS,
    "Short sight in children": _NO_POINTS,
    "eyes getting worse in children": _NO_POINTS,
    "Withdrawal from alcohol, sleeping tablets or opioids": _NO_POINTS,
    "Induction, overdue, breech": _NO_POINTS,
    "induction-overdue-breech": _NO_POINTS,
    "induce labour": _NO_POINTS,
    "induce labor": _NO_POINTS,
    "turn the baby": _NO_POINTS,
    "breech": _NO_POINTS,
    "start labour naturally": _NO_POINTS,
    "bring on labour": _NO_POINTS,
    "past my due date": _NO_POINTS,
    "baby bottom down": _NO_POINTS,
    "get labour going": _NO_POINTS,
    "baby is breech": _NO_POINTS,
    "baby is overdue": _NO_POINTS,
    "lower my blood pressure": _NO_POINTS,
    "blinding headache": _DANGER_FIRST,
    "asthma attack prevention": _DANGER_FIRST,
    "my asthma is bad": _DANGER_FIRST,
    "opioid withdrawal": _DANGER_FIRST,
    "opiate withdrawal": _DANGER_FIRST,
    "heroin withdrawal": _DANGER_FIRST,
    "drug withdrawal": _DANGER_FIRST,
    "bowels are blocked": _DANGER_FIRST,
    "坐骨神经": "the ear point's own name",
    "坐骨神經": "the ear point's own name",
}
"""Phrases that are answered otherwise on purpose, each with the reason."""


SIGN_FIRST = {"facial-palsy", "gallstones", "kidney-stones"}
"""Records about an illness whose name is a sign by itself: the sign comes first, and the record is named after it."""


def _misled(phrases: Iterator[tuple[str, str]], library: CompiledLibrary) -> list[str]:
    """Return the phrases that do not lead to their record, are stopped, or get no point where it offers any."""
    missed = []
    for slug, phrase in phrases:
        if phrase in EXCEPTIONS:
            continue
        meaning = interpret(phrase, library)
        read, condition = [item.slug for item in meaning.conditions], library.conditions[slug]
        if slug in SIGN_FIRST and slug in read and {item.id for item in meaning.red_flags} & set(condition.watch_for):
            continue
        if slug not in read or meaning.stops:
            stopped = [item.id for item in (*meaning.red_flags, *meaning.held_back)]
            missed.append(f"{phrase} -> {slug}: read as {read}, stopped by {stopped}")
        elif condition.offered and condition.points and not find(phrase, library, Profile(), today="2026-11-30").points:
            missed.append(f"{phrase} -> {slug}: no points, for {meaning.says_of_person}")
    return missed


def test_every_name_and_synonym_leads_to_its_record(library: CompiledLibrary) -> None:
    """What a record calls itself."""
    named = (
        (slug, phrase)
        for slug, condition in library.conditions.items()
        for phrase in dict.fromkeys((condition.name, slug, *condition.also))
    )
    assert _misled(named, library) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_of_a_language_leads_to_its_record(
    language: str, library: CompiledLibrary, lexicons: Lexicons
) -> None:
    """What the lexicon of the language says of it."""
    known = lexicons[language].conditions
    phrases = ((slug, phrase) for slug, said in known.items() if slug in library.conditions for phrase in said)
    assert _misled(phrases, library) == []


@pytest.mark.parametrize("slug", sorted(SIGN_FIRST))
def test_the_sign_comes_before_the_page(slug: str, library: CompiledLibrary) -> None:
    """No points, the sign said, and the page named to be read afterwards."""
    answer = find(library.conditions[slug].name, library, Profile(), today="2026-11-30")
    assert answer.status == 4
    assert answer.red_flags
    assert not answer.points
    assert answer.pages == (slug,)


def test_every_exception_is_still_a_phrase(library: CompiledLibrary, lexicons: Lexicons) -> None:
    """None outlives what it was made for."""
    said = {phrase for item in library.conditions.values() for phrase in (item.name, item.slug, *item.also)}
    said |= {phrase for item in lexicons.values() for known in item.conditions.values() for phrase in known}
    assert said >= set(EXCEPTIONS)
