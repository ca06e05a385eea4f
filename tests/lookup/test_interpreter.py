"""Understanding: the stages in their order."""

from __future__ import annotations

import pytest

from tests.lookup.conftest import Ask


def test_query_is_kept_as_typed(ask: Ask) -> None:
    """Whatever was read, the words stay."""
    assert ask("  HEADACHE!! ").query == "  HEADACHE!! "


def test_routine_of_the_same_name_is_named_too(ask: Ask) -> None:
    """A routine, a technique or a breathing pattern is read beside the condition."""
    assert ("routine", "headache") in ask("headache").named
    assert ("breathing", "box") in ask("box breathing").named


def test_code_in_a_sentence_is_read_with_the_complaint(ask: Ask) -> None:
    """Both are answered."""
    found = ask("is pressing LI4 good for a headache")
    assert [point.code for point in found.points] == ["LI4"]
    assert [item.slug for item in found.conditions] == ["headache"]


def test_pinyin_with_digits_is_a_name_before_it_is_a_code(ask: Ask) -> None:
    """He2 gu3 is Hegu, not HT2."""
    assert [point.code for point in ask("he2 gu3").points] == ["LI4"]


def test_person_narrows_the_complaint(ask: Ask) -> None:
    """Nausea of somebody pregnant is read as such."""
    found = ask("I am seven weeks pregnant and feel so sick")
    assert [item.slug for item in found.conditions] == ["nausea-pregnancy"]
    assert found.says_of_person == ("pregnant",)


@pytest.mark.parametrize(
    ("query", "flag"),
    [
        ("su\u00adicide", "suicidal-thoughts"),
        ("sui\u200bcide", "suicidal-thoughts"),
        ("I want to k\u200dill myself", "suicidal-thoughts"),
        ("chest\u200bpain", "heart-attack"),
        ("chest\u2060 pain", "heart-attack"),
        ("ｃｈｅｓｔ　ｐａｉｎ", "heart-attack"),
        ("crushing ch\u00adest pain", "heart-attack"),
        ("can\u2019t breathe", "breathing-emergency"),
        ("can\u02bct breathe", "breathing-emergency"),
        ("can\u00b4t breathe", "breathing-emergency"),
        ("can`t breathe", "breathing-emergency"),
        ("can\uff07t breathe", "breathing-emergency"),
        ("ca\u200bn't breathe", "breathing-emergency"),
        ("je n\u2032arrive plus \u00e0 respirer", "breathing-emergency"),
    ],
)
def test_no_character_hides_a_danger(query: str, flag: str, ask: Ask) -> None:
    """Unseen characters, any apostrophe and full-width letters change nothing of what is read."""
    found = ask(query)
    assert flag in [item.id for item in found.red_flags]
    assert found.query == query


@pytest.mark.parametrize("query", ["uebelkeit", "rueckenschmerzen", "muede augen", "schlafstoerung", "erkaeltung"])
def test_two_letters_stand_for_an_umlaut_in_german(query: str, ask: Ask) -> None:
    """As they are typed without a German keyboard."""
    umlauts = query.replace("ue", "ü").replace("oe", "ö").replace("ae", "ä")
    assert [item.slug for item in ask(query).conditions] == [item.slug for item in ask(umlauts).conditions] != []
