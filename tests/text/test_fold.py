"""Folding: the forms under which names, codes and phrases are compared."""

from __future__ import annotations

import pytest

from acucli.text.fold import fold_code, fold_letters, fold_name, fold_phrase, fold_script


@pytest.mark.parametrize("name", ["Hé Gǔ", "he2 gu3", "he2gu3", "He-Gu", "HEGU", "ｈｅｇｕ"])
def test_spellings_of_a_name_fold_to_one(name: str) -> None:
    """Tones, tone digits, hyphens, blanks, case and width vanish."""
    assert fold_name(name) == "hegu"


def test_codes_keep_their_digits() -> None:
    """A code is no pinyin with tone digits."""
    assert fold_code("M-HN-3") == "mhn3"
    assert fold_code("LI4") == "li4"


def test_phrases_lose_marks_and_accents() -> None:
    """Apostrophes vanish, other marks part words; œ and đ become plain letters."""
    assert fold_phrase("Can't   SLEEP!") == "cant sleep"
    assert fold_phrase("mal de cœur") == "mal de coeur"
    assert fold_phrase("Đại Trường Du") == "dai truong du"


def test_other_scripts_keep_their_signs() -> None:
    """Vowel signs and voicing marks are letters there."""
    assert fold_script(" सिर  दर्द ") == "सिर दर्द"
    assert "が" in fold_script("が")


def test_letters_are_compared_without_blanks_and_given_words() -> None:
    """ "Very", "a bit" and "all the time" say nothing of what is wrong."""
    assert fold_letters("胸口 很痛", ("非常", "很")) == "胸口痛"
    assert fold_letters("胸口 很痛") == "胸口很痛"
