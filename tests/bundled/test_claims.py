"""Every bundled claim: told as a claim, answered from what was read, and found by the words of those who make it."""

from __future__ import annotations

import re

import pytest

from acucli.guide.finding import find
from acucli.library.compiled import CompiledLibrary
from acucli.lookup import interpret
from acucli.model.practice import Profile

ASKED = {
    "endorphins": "endorphins",
    "serotonin": "serotonin",
    "dopamine": "dopamine",
    "reduces craving": "dopamine",
    "cortisol": "cortisol",
    "improve circulation": "circulation",
    "lactic acid": "lactic-acid",
    "toxins": "poisons-lymph",
    "lymphatic drainage": "poisons-lymph",
    "realign vertebrae": "vertebrae",
    "cytokines": "cytokines",
    "nerve fibers": "nerve-fibres",
    "boost immunity": "immune-boost",
    "weight loss": "weight-loss-points",
    "acupressure for fertility": "fertility",
    "stroke recovery": "stroke-recovery",
    "acupressure for alzheimer's": "dementia",
    "covid": "covid",
    "long covid": "covid",
    "forty-one conditions": "who-forty-one",
    "used in hospices": "nhs-use",
    "gp practices": "nhs-use",
    "posture": "posture",
    "seven days or less": "three-to-five-sessions",
    "eight pathways": "eight-pathways",
    "turmeric": "daily-food",
    "led light": "led-light",
    "cupping": "cupping-scraping",
}
"""Words of the documents and of common pages, and the claim they lead to."""


@pytest.mark.parametrize(("words", "slug"), ASKED.items(), ids=list(ASKED))
def test_the_words_of_a_claim_lead_to_it(words: str, slug: str, library: CompiledLibrary) -> None:
    """The claim comes with what is known of it, and nothing is held back."""
    answer = find(words, library, Profile(), today="2026-11-30")
    told = {text.id: text for text in answer.texts if text.matched}
    assert answer.status == 0
    assert told[slug].known == library.claims[slug].known
    assert told[slug].leave


def test_every_phrase_leads_to_its_text(library: CompiledLibrary) -> None:
    """What a claim or an article is called by; words that are a danger are answered as one."""
    named = [("claim", claim.slug, phrase) for claim in library.claims.values() for phrase in (claim.name, *claim.also)]
    named += [("article", article.slug, phrase) for article in library.articles.values() for phrase in article.also]
    missed = []
    for kind, key, phrase in named:
        meaning = interpret(phrase, library)
        if (kind, key) not in [(text.kind, text.key) for text in meaning.texts]:
            missed.append((phrase, key, [flag.id for flag in meaning.red_flags], [text.key for text in meaning.texts]))
    assert missed == []


def test_a_claim_is_answered_from_what_was_read(library: CompiledLibrary) -> None:
    """A year needs a reference or a source; without one the answer says that nothing was studied or found."""
    for claim in library.claims.values():
        if claim.since.isdigit():
            assert claim.references or claim.sources, claim.slug
        assert re.search(r"[.!?]$", claim.known), claim.slug
        assert re.search(r"[.!?a-z]$", claim.leave), claim.slug
        assert claim.slug not in library.conditions, "an id names one thing"


def test_needles_are_called_needles(library: CompiledLibrary) -> None:
    """Where the answer rests on needle studies it says so."""
    for claim in library.claims.values():
        if any(library.references[name].indirect for name in claim.references):
            assert re.search(r"needle|harms|bands", claim.known, re.IGNORECASE), claim.slug


def test_the_article_answers_every_claim_of_the_documents(library: CompiledLibrary) -> None:
    """Each of them is spoken of, and those on conditions stand on their card."""
    body = library.articles["claims-you-will-meet"].body.casefold()
    for word in (
        "endorphins", "serotonin", "dopamine", "cortisol", "circulation", "lactic acid", "lymph", "vertebrae",
        "cytokines", "nerve fibres", "defences", "weight", "infertility", "stroke", "alzheimer", "covid",
        "forty-one", "hospices", "seven days", "posture", "nurses",
    ):  # fmt: skip
        assert word in body, word
    assert library.conditions["infertility"].claims == ("fertility",)
    assert "poisons-lymph" in library.conditions["swollen-legs"].claims


def test_a_text_beside_a_complaint_is_only_pointed_to(library: CompiledLibrary) -> None:
    """Cortisol beside a backache asks for the back, an everyday word for nothing, and a danger silences every text."""
    answer = find("my back hurts and my cortisol is high", library, Profile(), today="2026-11-30")
    assert answer.points
    assert [text.id for text in answer.texts if text.matched] == []
    assert "cortisol" in [text.id for text in answer.texts]
    yoga = find("after yoga my back hurts", library, Profile(), today="2026-11-30")
    assert "daily-food" not in [text.id for text in yoga.texts]
    assert find("endorphins and crushing chest pain", library, Profile(), today="2026-11-30").texts == ()
