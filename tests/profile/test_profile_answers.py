"""Answers: numbers and slugs with place and side, when they are asked again, and what they imply."""

from __future__ import annotations

import pytest

from acucli.errors import UsageError
from acucli.model.practice import Profile, ProfileAnswer
from acucli.profile import profile_answers as answers
from tests.safety.conftest import TODAY


@pytest.fixture
def parse(library):
    return lambda *texts: answers.parse_answers(texts, library.questions, library.regions, today=TODAY)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("none", [], id="none"),
        pytest.param("0", [], id="zero"),
        pytest.param("1, 4", ["pregnant", "blood-thinners"], id="numbers with a comma"),
        pytest.param("pregnant 4", ["pregnant", "blood-thinners"], id="mixed"),
        pytest.param("4 4 blood-thinners", ["blood-thinners"], id="twice is once"),
    ],
)
def test_numbers_and_slugs_are_read(parse, typed, expected):
    """The numbers of the screen and the slugs mean the same."""
    assert [item.slug for item in parse(typed)] == expected


def test_a_place_and_side_follow_a_colon_in_any_order(parse):
    """`cancer:breast:left` and `cancer:left:breast` are one answer."""
    expected = (ProfileAnswer(slug="cancer", given=TODAY, region="breast", side="left"),)
    assert parse("cancer:breast:left") == parse("Cancer:L:breast") == parse("cancer=left/breast") == expected


def test_a_wide_word_becomes_an_answer_for_each_region(parse):
    """Belly means both halves of it."""
    assert [item.region for item in parse("skin-broken:belly")] == ["belly-upper", "belly-lower"]


@pytest.mark.parametrize(
    ("typed", "sentence", "hint"),
    [
        ("99", "no number 99", "from 1 to "),
        ("pregnent", "no answer is called", "did you mean pregnant"),
        ("cancer:brest", "no place or side", "did you mean breast"),
        ("pregnant:belly", "asks for no place", "write only pregnant"),
        ("cancer:whole-body", "no place or side", ""),
    ],
)
def test_what_cannot_be_read_is_a_usage_error_with_the_nearest(parse, typed, sentence, hint):
    """Near misses are suggested, never corrected in silence."""
    with pytest.raises(UsageError, match=sentence) as error:
        parse(typed)
    assert hint in error.value.hint


def test_a_new_answer_renews_the_old_one_and_a_place_replaces_no_place():
    """The same answer is not kept twice; other places stay."""
    profile = Profile(
        answers=(
            ProfileAnswer(slug="cancer", given="2026-01-01"),
            ProfileAnswer(slug="implant", given="2026-01-01", region="hip"),
        )
    )
    new = [
        ProfileAnswer(slug="cancer", given=TODAY, region="breast"),
        ProfileAnswer(slug="implant", given=TODAY, region="knee"),
    ]
    found = answers.with_answers(profile, new, today=TODAY)
    assert [(item.slug, item.region) for item in found.answers] == [
        ("implant", "hip"),
        ("cancer", "breast"),
        ("implant", "knee"),
    ]
    assert found.screened == TODAY
    assert answers.without_answers(found, ["implant"]).answers == (found.answers[1],)


@pytest.mark.parametrize(
    ("slug", "given", "again"),
    [
        ("pregnant", "2026-01-01", "2026-10-22"),
        ("blood-thinners", "2026-01-01", "2026-04-01"),
        ("fresh-injury", "2026-11-20", "2026-11-23"),
        ("fever", "2026-11-20", "2026-11-21"),
        ("under-18", "2020-01-01", ""),
        ("pregnant", "yesterday", "0001-01-01"),
    ],
)
def test_answers_are_asked_again_when_their_caution_says(library, slug, given, again):
    """42 weeks, 90 days, 3 days, the next day, never; a date that is none is asked at once."""
    assert answers.ask_again_on(ProfileAnswer(slug=slug, given=given), library.questions[slug]) == again


def test_every_question_says_when_it_is_asked_again(library):
    """No wording of `ask_again` is passed over as a day by mistake."""
    for question in library.questions.values():
        again = answers.ask_again_on(ProfileAnswer(slug=question.slug, given="2026-01-01"), question)
        assert (again == "") == question.ask_again.startswith("never"), question.slug
        assert again != "2026-01-02" or question.ask_again == "next session", question.slug


def test_expired_answers_are_named(library):
    """Old ones are asked again; ones of a later version are none of them."""
    profile = Profile(
        answers=(ProfileAnswer(slug="fever", given="2026-11-19"), ProfileAnswer(slug="aura", given=TODAY))
    )
    assert [item.slug for item in answers.expired(profile, library.questions, TODAY)] == ["fever"]


def test_an_answer_is_said_with_its_place(library):
    """Side first, then the place, in words."""
    answer = ProfileAnswer(slug="recent-surgery", given=TODAY, region="back-lower", side="left")
    assert answers.say_answer(answer, library.questions) == "an operation in the last 6 weeks (left back lower)"
