"""What an audit against outside sources found wrong stays mended: places, grades, signs, doses, words."""

from __future__ import annotations

import re

import pytest

from acucli.guide.warnings import stop_of
from acucli.lookup import interpret


@pytest.mark.parametrize(
    ("code", "region"),
    [pytest.param("LI19", "mouth", id="on the upper lip, beside GV26"), pytest.param("GV26", "mouth", id="the same")],
)
def test_region_of_a_place(library, code, region):
    """Cautions are worked out from where the finger really is."""
    assert library.points[code].press_region == region


@pytest.mark.parametrize("code", ["LR10", "LR11"])
def test_a_place_high_on_the_thigh_is_pressed_lying(library, code):
    """Its position says so; a desk is no place for it."""
    assert library.points[code].settings == ("lying",)
    assert "Lying" in library.points[code].position


@pytest.mark.parametrize(
    "slug", ["text-neck", "low-energy", "restless-sleep", "waking-early", "worry", "menopause-sleep"]
)
def test_a_borrowed_letter_is_d(library, slug):
    """Nothing was found for the complaint itself: the parent's result is told in words."""
    condition = library.conditions[slug]
    assert (condition.grade, condition.sham, condition.best_design) == ("D", "untested", "none found")
    assert "not tested" in condition.sham_note
    assert condition.tested is None


@pytest.mark.parametrize(
    ("slug", "stop", "source"),
    [
        ("insomnia", 28, "yeung-2022-insomnia"),
        ("knee-pain", 84, "yeung-2024-knee"),
        ("low-back-pain", 42, "murphy-2019-backpain"),
        ("cancer-fatigue", 42, "zick-2016-fatigue"),
        ("hay-fever", 28, "israel-2021-rhinitis"),
        ("low-mood", 28, "lin-2022-depression"),
        ("stress", 28, "honda-2012-stress"),
        ("hot-flushes", 28, "armand-menopause"),
        ("period-pain", 84, "wong-2010-sp6"),
    ],
)
def test_pressing_stops_when_its_trial_was_read(library, slug, stop, source):
    """Not after five sessions, which a daily user has done before the end of the first week."""
    condition = library.conditions[slug]
    assert (condition.stop_pressing.days, condition.tested.source) == (stop, source)


def test_nothing_ends_after_five_sessions(library):
    """No rule anywhere counts sessions."""
    words = library.safety_words
    texts = [words.every_close, words.see_somebody, words.stop_pressing]
    texts += [
        rule.say for item in library.conditions.values() for rule in (item.see_somebody, item.stop_pressing) if rule
    ]
    texts += [article.body for article in library.articles.values()]
    ended = re.compile(
        r"(?:after|at most|give it) (?:five|5) sessions|(?:five|5) sessions (?:at most|change|without)", re.I
    )
    assert [text for text in texts if ended.search(text)] == []


@pytest.mark.parametrize(("slug", "sign"), [("cold-hands-feet", "acute-limb"), ("premenstrual", "lump")])
def test_a_sign_that_the_text_speaks_of_is_watched_for(library, slug, sign):
    """One cold pale painful limb; a lump in a breast."""
    assert sign in library.conditions[slug].watch_for


def test_the_reason_for_ht7_is_what_was_published(library):
    """The nurses' trial is a registration without results; in the students' trial others pressed."""
    (choice,) = [item for item in library.conditions["stress"].points if item.code == "HT7"]
    assert choice.why == "wrist crease, pressed with the brow in a trial of student nurses"
    assert "jams-students-stress" in library.sources


def test_si14_is_pressed_as_it_is_timed(library):
    """Both sides at once with crossed arms, or one after the other."""
    (step,) = [item for item in library.routines["neck-shoulder"].steps if item.point == "SI14"]
    assert "Cross both arms" in step.words
    assert "opposite hand" not in step.words


@pytest.mark.parametrize(
    "words",
    ["appendix pain", "gallbladder pain", "gallstones", "gallbladder attack", "heart pain", "my heart hurts",
     "heart ache", "sickle cell pain", "ovarian cyst pain", "cold blue painful foot", "tôi muốn tự tử",
     "pain when I breathe in", "numb face", "facial droop", "my cheek is numb"],
)  # fmt: skip
def test_the_name_of_an_organ_or_illness_leads_to_help_first(library, words):
    """Never to a point that has the organ in its name, or to another complaint by a corrected letter."""
    assert stop_of(interpret(words, library), library) is not None


@pytest.mark.parametrize("words", ["bad breath", "bấm từ từ", "numb lips after the dentist", "facial pain"])
def test_what_only_sounds_like_danger_is_none(library, words):
    """Bad breath needs no reliever inhaler; slowly is not what it looks like without its tones."""
    assert stop_of(interpret(words, library), library) is None


@pytest.mark.parametrize("words", ["thyroid", "metabolism", "overactive bladder", "lymph drainage"])
def test_a_medical_word_is_not_corrected_into_another_complaint(library, words):
    """`thyroid` is not `tired`."""
    found = interpret(words, library)
    assert not {condition.slug for condition in found.conditions} & {"fatigue", "low-energy", "bloating", "sleepiness"}
