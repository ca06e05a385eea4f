"""Finding: words become ranked points with what this person should know of each."""

from __future__ import annotations

import pytest

from acucli.guide import find
from acucli.guide.finding import Filters
from acucli.library.compiled import CompiledLibrary
from acucli.model.answers import FindAnswer
from acucli.model.practice import Profile
from tests.guide.oracle import TODAY, profile_of


def found(library: CompiledLibrary, query: str, *told: str, **filters: object) -> FindAnswer:
    """Return the answer for somebody who answered `told`."""
    return find(query, library, profile_of(*told), today=TODAY, filters=Filters(**filters))  # type: ignore[arg-type]


def codes(answer: FindAnswer) -> list[str]:
    """Return the codes of an answer in order."""
    return [point.code for point in answer.points]


def test_points_come_in_the_conditions_own_order(library: CompiledLibrary) -> None:
    """Not by fame; ranks count from 1."""
    answer = found(library, "headache")
    own = [choice.code for choice in library.conditions["headache"].points]
    assert codes(answer) == [code for code in own if code in codes(answer)]
    assert [point.rank for point in answer.points] == list(range(1, len(answer.points) + 1))


def test_every_condition_finds_itself(library: CompiledLibrary) -> None:
    """By its slug, by its name; a warning in the words is the only other answer."""
    for slug, condition in library.conditions.items():
        for words in (slug, condition.name):
            answer = found(library, words)
            assert answer.status == 4 or slug in {item.slug for item in answer.conditions}, words


def test_several_complaints_are_served_together(library: CompiledLibrary) -> None:
    """A point that serves both names both, and comes first."""
    answer = found(library, "headache and nausea")
    assert {item.slug for item in answer.conditions} == {"headache", "nausea"}
    both = [point for point in answer.points if len(point.for_) == 2]
    assert all(point.rank <= len(both) for point in both)


def test_a_red_flag_empties_the_points(library: CompiledLibrary) -> None:
    """Status 4, advice, no conditions and no points; nothing of the profile changes that."""
    answer = found(library, "worst headache of my life")
    assert answer.status == 4
    assert answer.red_flags[0].tell
    assert not answer.points
    assert not answer.conditions


def test_a_condition_carries_its_grade_in_words_and_its_session(library: CompiledLibrary) -> None:
    """A letter is never alone; the length of the session is in minutes."""
    (condition,) = found(library, "headache").conditions
    assert condition.grade_words.startswith(f"{condition.grade}, ")
    assert condition.routine == "headache"
    assert condition.minutes == round(library.routines["headache"].target_minutes)
    (held,) = found(library, "high blood pressure").conditions
    assert held.session == "information"
    assert held.minutes == 0
    assert held.session_reason


def test_watch_for_is_the_conditions_own_list(library: CompiledLibrary) -> None:
    """`red_flags` hold only what the words raise."""
    answer = found(library, "headache")
    assert {flag.id for flag in answer.watch_for} >= set(library.conditions["headache"].watch_for)
    assert not answer.red_flags


def test_what_is_kept_from_the_person_is_left_out_with_its_reason(library: CompiledLibrary) -> None:
    """The caution's id and a sentence; ranks close up."""
    answer = found(library, "headache", "pregnant")
    assert "LI4" not in codes(answer)
    (gone,) = [item for item in answer.left_out if item.code == "LI4"]
    assert gone.because == "pregnancy-points"
    assert "pregnant" in gone.message
    assert [point.rank for point in answer.points] == list(range(1, len(answer.points) + 1))


def test_a_point_asked_for_by_name_is_described_and_not_offered(library: CompiledLibrary) -> None:
    """Its card is no secret: pressable no, no seconds, and the reason."""
    answer = found(library, "LI4", "pregnant")
    (point,) = answer.points
    assert (point.code, point.pressable, point.hold_seconds) == ("LI4", False, 0)
    assert point.cautions[0].id == "pregnancy-points"
    assert point.cautions[0].applies
    assert [item.code for item in answer.left_out] == ["LI4"]
    (avoided,) = found(library, "ST9").points
    assert (avoided.pressable, avoided.hold_seconds) == (False, 0)


def test_what_waits_for_an_answer_is_not_offered(library: CompiledLibrary) -> None:
    """Hurt skin without its place: every point says that it asks first."""
    answer = found(library, "headache", "skin-broken")
    assert answer.points
    for point in answer.points:
        assert not point.pressable
        assert ("skin", "ask") in {(item.id, item.action) for item in point.cautions}
    told = found(library, "headache", "skin-broken:hand:left")
    assert any(point.pressable for point in told.points)


def test_limits_of_the_profile_show_in_seconds_and_pressure(library: CompiledLibrary) -> None:
    """Thin blood: light, a minute at most."""
    for point in found(library, "headache", "blood-thinners").points:
        assert point.pressure == 1
        assert point.hold_seconds <= 60


def test_cautions_that_apply_come_first_then_by_weight(library: CompiledLibrary) -> None:
    """Block before lighter before told."""
    weight = {"block": 0, "ask": 1, "lighter": 2, "warn": 3, "inform": 4}
    for point in found(library, "headache", "pregnant").points:
        keys = [(not item.applies, weight[item.action]) for item in point.cautions]
        assert keys == sorted(keys)


def test_own_choice_is_a_reason_too(library: CompiledLibrary) -> None:
    """Points never to be offered are left out because the person asked for it."""
    answer = find("nausea", library, Profile(blocked_points=("PC6",)), today=TODAY)
    assert "PC6" in {item.code for item in answer.left_out}


@pytest.mark.parametrize(
    ("filters", "keeps"),
    [
        ({"reach": "self"}, lambda point: "self" in point.reach),
        ({"setting": "desk"}, lambda point: "desk" in point.settings),
        ({"meridian": "GB"}, lambda point: point.meridian == "GB"),
        ({"region": "scalp"}, lambda point: "scalp" in point.regions),
    ],
)
def test_filters_narrow_the_points(library: CompiledLibrary, filters: dict[str, str], keeps: object) -> None:
    """By reach, place, meridian, region."""
    answer = found(library, "headache", **filters)
    assert answer.points
    assert all(keeps(library.points[code]) for code in codes(answer))  # type: ignore[operator]
    assert len(answer.points) < len(found(library, "headache").points) or filters == {"reach": "self"}


def test_limit_and_grade(library: CompiledLibrary) -> None:
    """At most so many points; conditions of a worse grade fall away with their points."""
    assert len(found(library, "headache", limit=3).points) == 3
    assert not found(library, "headache", min_grade="B").conditions
    assert found(library, "insomnia", min_grade="B").conditions


def test_a_meridian_gives_its_points(library: CompiledLibrary) -> None:
    """In their own order."""
    assert codes(found(library, "lung meridian")) == [f"LU{number}" for number in range(1, 12)]


def test_nothing_found_is_status_1(library: CompiledLibrary) -> None:
    """Honestly nothing."""
    answer = found(library, "xyzzy")
    assert answer.status == 1
    assert not answer.points


def test_what_the_words_say_of_the_person_is_obeyed_and_named(library: CompiledLibrary) -> None:
    """For this answer only."""
    answer = found(library, "I am pregnant and have a headache")
    assert "LI4" not in codes(answer)
    assert any("for this answer only" in note for note in answer.notes)


@pytest.mark.parametrize(
    "query",
    [
        "armpit lump", "rectal bleeding", "unexplained weight loss", "cough for eight weeks",
        "stung by a bee on the arm", "mosquito bite itching",
    ],
)  # fmt: skip
def test_a_sign_to_see_a_doctor_about_gets_no_points(query: str, library: CompiledLibrary) -> None:
    """It is said first, and nothing is offered for the sign itself."""
    answer = find(query, library, Profile(), today="2026-11-20")
    assert answer.watch_for
    assert answer.points == ()


def test_a_complaint_beside_such_a_sign_goes_on(library: CompiledLibrary) -> None:
    """Another complaint keeps its points."""
    answer = find("cough for eight weeks and a stiff neck", library, Profile(), today="2026-11-20")
    assert answer.watch_for
    assert answer.points


def test_what_was_not_understood_is_said_before_the_points(library: CompiledLibrary) -> None:
    """As words for a program, and in one line for people."""
    answer = found(library, "headache and karaoke")
    assert answer.points
    assert answer.not_understood == ("karaoke",)
    assert "not understood: karaoke" in answer.notes
