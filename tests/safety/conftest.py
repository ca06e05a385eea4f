"""Fixtures of the safety tests: the bundled records as they are written, without the checks of other shelves."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from acucli.library import derived_fields as computed
from acucli.model.practice import Profile, ProfileAnswer
from acucli.model.safety import RedFlag

DATA = Path(__file__).resolve().parents[2] / "data"
TODAY = "2026-11-20"


@pytest.fixture(scope="session")
def library(bundled):
    """The bundled shelves; red flags are a small set of samples, so that each test says what it needs."""
    sources = bundled
    shelves = {shelf: sources.shelf(shelf) for shelf in sources.records}
    shelves["cautions"] = computed.with_tissue(shelves["cautions"], shelves["points"].values())
    shelves["points"] = computed.with_cautions(shelves["points"].values(), shelves["cautions"].values())
    shelves["safety_words"] = next(iter(shelves["safety_words"].values()))
    shelves["red_flags"] = {flag.id: flag for flag in _flags()}
    return SimpleNamespace(**shelves)


@pytest.fixture
def person():
    """Return a factory of profiles: `person("pregnant", "fracture:wrist:left")`."""

    def make(*told: str, **fields: object) -> Profile:
        answers = []
        for text in told:
            slug, region, side = (*text.split(":"), "", "")[:3]
            answers.append(ProfileAnswer(slug=slug, given=TODAY, region=region, side=side))
        return Profile(answers=tuple(answers), **fields)

    return make


def _flags() -> list[RedFlag]:
    def flag(name: str, level: str, asked: str, applies_to: tuple[str, ...], **fields: object) -> RedFlag:
        return RedFlag(
            id=name, level=level, asked=asked, applies_to=applies_to, ask=f"{name}?", tell="Get help.", **fields
        )

    pregnant = {"only_if": ("pregnant", "maybe-pregnant")}
    return [
        flag("headache-emergency", "emergency", "first-screen", ("headache", "migraine")),
        flag("headache-with-signs", "emergency", "before-session", ("headache", "migraine")),
        flag("headache-temple", "urgent", "before-session", ("headache",), only_if=("over-50",)),
        flag("headache-see-doctor", "see-doctor", "shown", ("headache",)),
        flag("stroke-fast", "emergency", "first-screen", ("any",)),
        flag("heart-attack", "emergency", "first-screen", ("any",)),
        flag("cauda-equina", "emergency", "first-screen", ("low-back-pain",)),
        flag("suicidal-thoughts", "crisis", "first-screen", ("any",)),
        flag("dvt-signs", "urgent", "before-session", ("sciatica",)),
        flag("pulmonary-embolism", "emergency", "shown", ("sciatica",)),
        flag("pregnancy-urgent", "urgent", "before-session", ("any",), **pregnant),
        flag("sepsis", "emergency", "words-only", ("any",)),
        flag("hiccups-again", "see-doctor", "before-session", ("hiccups",), any_of=("Hiccups",)),
    ]
