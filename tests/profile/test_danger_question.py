"""The danger question: every sign that stops is said, in at most seven lines, and nothing that is not this person's."""

from __future__ import annotations

from msgspec.structs import replace

from acucli.model.practice import Profile
from acucli.profile.danger_question import MOST_LINES, covered, danger_lines, danger_signs
from acucli.profile.screening import stops, with_no
from tests.profile.test_screening import plan_of
from tests.safety.conftest import TODAY


def ids(plan, library, profile=None):
    return {flag.id for flag in danger_signs(plan, library, profile or Profile(), today=TODAY)}


def test_every_sign_that_stops_is_said_in_at_most_seven_lines(library):
    """Of one condition and of many at once; what is left is joined, never left out."""
    for conditions in (("headache",), ("nausea",), tuple(library.conditions)):
        signs = danger_signs(plan_of("LI4", conditions=conditions), library, Profile(), today=TODAY)
        lines = danger_lines(signs, library)
        assert 0 < len(lines) <= MOST_LINES
        assert {flag.id for flag in signs} <= covered(lines)
        assert all(stops(flag) for flag in signs)


def test_emergencies_of_everybody_stand_before_every_session(library):
    """Also where only points were named; a crisis of everybody only where the complaint names it."""
    assert {"stroke-fast", "heart-attack"} <= ids(plan_of("LI4", conditions=()), library)
    assert "suicidal-thoughts" not in ids(plan_of("LI4"), library)
    assert "suicidal-thoughts" in ids(plan_of("LI4", conditions=("stress",)), library)


def test_signs_of_certain_people_are_asked_until_they_say_that_they_are_not_meant(library, person):
    """Over fifty with a headache: unknown and yes are asked, a denied answer is not; elsewhere only a yes."""
    plan = plan_of("LI4")
    assert "headache-temple" in ids(plan, library)
    assert "headache-temple" in ids(plan, library, person("over-50"))
    assert "headache-temple" not in ids(plan, library, with_no(Profile(), ["over-50"], today=TODAY))
    knee = plan_of("ST36", conditions=("knee-pain",))
    assert "pregnancy-urgent" not in ids(knee, library)
    assert "pregnancy-urgent" in ids(knee, library, person("pregnant"))
    assert "pregnancy-urgent" in ids(replace(knee, says=("pregnant",)), library)


def test_signs_an_answer_calls_for_are_asked_whatever_the_complaint(library, person):
    """A fever calls for sepsis, a swollen leg for a clot."""
    assert "sepsis" in ids(plan_of("LI4", conditions=("stress",)), library, person("fever"))
    assert "dvt-signs" in ids(plan_of("LI4", conditions=("stress",)), library, person("swollen-leg"))
