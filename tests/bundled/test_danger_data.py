"""The phrases of danger and the weights made from them: their form, and that they belong together."""

from __future__ import annotations

import hashlib
import json
import unicodedata

import pytest
from training.phrases import read_phrases, split

from acucli.library.compiled import CompiledLibrary
from tests.conftest import DATA

FOLDER = DATA / "danger"
LEVELS = {"emergency", "crisis", "urgent", "see-doctor", "ordinary"}
ORDINARY = {"complaint", "mild", "idiom", "past", "denied", "student", "person", "wish", "life", "other"}
LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.tsv"))


def test_there_are_sixteen_languages_and_enough_phrases() -> None:
    """At least 6,000 of danger and 12,000 ordinary ones."""
    phrases = read_phrases()
    assert len(LANGUAGES) >= 16
    assert sum(phrase.is_danger for phrase in phrases) >= 6_000
    assert sum(not phrase.is_danger for phrase in phrases) >= 12_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_has_its_level_and_topic(language: str, library: CompiledLibrary) -> None:
    """A topic of danger is a red flag of the library; no phrase stands twice."""
    phrases = [phrase for phrase in read_phrases() if phrase.language == language]
    wrong = [phrase for phrase in phrases if phrase.level not in LEVELS]
    wrong += [phrase for phrase in phrases if phrase.is_danger and phrase.topic not in library.red_flags]
    wrong += [phrase for phrase in phrases if not phrase.is_danger and phrase.topic not in ORDINARY]
    wrong += [phrase for phrase in phrases if unicodedata.normalize("NFC", phrase.words.strip()) != phrase.words]
    assert wrong == []
    assert len({phrase.words.casefold() for phrase in phrases}) == len(phrases)


def test_about_a_fifth_is_kept_out_of_training() -> None:
    """No phrase is in both parts, and the parts are the same on every machine."""
    parts = split(read_phrases())
    assert not set(parts.trained) & set(parts.kept_out)
    assert 0.17 < len(parts.kept_out) / (len(parts.kept_out) + len(parts.trained)) < 0.22


def test_a_new_phrase_moves_no_other() -> None:
    """What was kept out stays so, and what was trained on never comes into the figures."""
    phrases = read_phrases()[:200]
    fewer, more = split(phrases[::2]), split(phrases)
    assert set(fewer.kept_out) <= set(more.kept_out)
    assert set(fewer.trained) <= set(more.trained)


def test_the_weights_are_made_from_these_phrases() -> None:
    """Whoever changes a phrase trains again: `python -m training.danger`."""
    provenance = json.loads((FOLDER / "provenance.json").read_text(encoding="utf-8"))
    phrases = "\n".join("\t".join(phrase) for phrase in read_phrases())
    assert provenance["phrases_sha256"] == hashlib.sha256(phrases.encode()).hexdigest(), "python -m training.danger"
    weights = (FOLDER / "weights.bin").read_bytes()
    assert provenance["weights_sha256"] == hashlib.sha256(weights).hexdigest()
