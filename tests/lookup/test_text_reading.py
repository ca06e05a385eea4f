"""Texts: claims and articles that words lead to, whole or inside a sentence."""

from __future__ import annotations

from tests.lookup.conftest import Ask


def test_a_phrase_is_read_whole_and_inside_a_sentence(ask: Ask) -> None:
    """The longest phrase counts, and whether it is all that was asked."""
    alone, inside = ask("lymphatic drainage").texts, ask("does it release endorphins?").texts
    assert [(text.kind, text.key, text.whole) for text in alone] == [("claim", "poisons-lymph", True)]
    assert [(text.key, text.matched, text.whole) for text in inside] == [("endorphins", "endorphins", False)]


def test_american_spelling_leads_to_the_same_text(ask: Ask) -> None:
    """Fibers and fibres are one."""
    assert ask("nerve fibers").texts[0].key == ask("nerve fibres").texts[0].key == "nerve-fibres"


def test_a_danger_reads_no_text(ask: Ask) -> None:
    """Where the words stop a request nothing is told of claims."""
    found = ask("stroke, face drooping, circulation")
    assert found.stops
    assert found.texts == ()


def test_a_claim_is_no_mistake_in_typing(ask: Ask) -> None:
    """What a text is called by is not mended into a complaint."""
    found = ask("cupping")
    assert found.conditions == ()
    assert [text.key for text in found.texts] == ["cupping-scraping"]


def test_a_sign_in_another_language_names_its_page(ask: Ask) -> None:
    """Gallstones in Chinese raise the sign, and the topic is known all the same."""
    found = ask("胆结石")
    assert found.stops
    assert [reading.slug for reading in found.conditions] == ["gallstones"]
