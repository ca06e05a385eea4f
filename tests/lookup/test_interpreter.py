"""Understanding: the stages in their order."""

from __future__ import annotations

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
