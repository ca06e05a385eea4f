"""Screening: only what can change this plan is asked, signs come first, an open plan asks nothing."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from acucli.model.practice import Pace, Plan, PlanStep, Profile, ProfileAnswer
from acucli.profile import screening
from tests.safety.conftest import TODAY


def plan_of(*codes: str, breathing: str = "count-to-five", conditions=("headache",), **fields: object) -> Plan:
    steps = tuple(
        PlanStep(n=number, name=code, code=code, seconds=60.0, side="left", pressure=2)
        for number, code in enumerate(codes, start=1)
    )
    pace = Pace(slug=breathing, name=breathing)
    made = Plan(slug="x", name="X", kind="routine", steps=steps, pace=pace, total_seconds=60.0, conditions=conditions)
    return replace(made, **fields)


def asked(plan, library, profile=None):
    due = screening.due_for(plan, library, profile or Profile(), today=TODAY)
    return {item.slug for group in due.groups for item in group.questions}


def test_only_questions_that_can_change_the_plan_are_asked(library):
    """A hand point: pregnancy matters for LI4; varicose veins and a hernia do not."""
    slugs = asked(plan_of("LI4"), library)
    assert {"pregnant", "blood-thinners", "skin-broken", "fever", "under-18"} <= slugs
    assert slugs.isdisjoint({"varicose", "hernia", "swollen-leg", "hands-hurt", "allergy-latex", "over-50", "stoma"})
    assert "pregnant" not in asked(plan_of("EX-HN3"), library)
    assert "varicose" in asked(plan_of("ST36"), library)


def test_questions_about_breath_are_asked_where_the_breath_is_held(library):
    """Panic matters for box breathing, not for counting to five."""
    assert "panic-or-trauma" in asked(plan_of("PC6", breathing="box"), library)
    assert "panic-or-trauma" not in asked(plan_of("PC6"), library)


@pytest.mark.parametrize("condition", ["stress", "worry", "panic", "insomnia", "waking-early", "low-mood"])
def test_panic_and_trauma_are_asked_where_they_change_what_is_said(library, condition):
    """Eyes open, near a door, stop at any time: said before stress, anxiety and sleep, though no step changes."""
    assert "panic-or-trauma" in asked(plan_of("PC6", conditions=(condition,)), library)


def test_panic_and_trauma_are_asked_where_the_chest_is_pressed(library):
    """Whatever the complaint."""
    assert "panic-or-trauma" in asked(plan_of("CV17"), library)


def test_what_is_answered_is_not_asked_again(library, person):
    """The profile's answers are known."""
    assert "blood-thinners" not in asked(plan_of("LI4"), library, person("blood-thinners"))


def test_under_18_pregnancy_and_blood_come_first_and_each_group_says_what_it_changes(library):
    """Groups have at most nine questions and one effect; what has a place says that it is asked."""
    groups = screening.due_for(plan_of("LI4", "GB20"), library, Profile(), today=TODAY).groups
    first = [[item.slug for item in group.questions] for group in groups[:3]]
    assert first == [
        ["under-18"],
        ["pregnant", "maybe-pregnant"],
        ["blood-thinners", "bleeds-easily", "low-platelets"],
    ]
    assert groups[0].effect == screening.NOT_NOW
    assert all(group.effect and len(group.questions) <= screening.MOST_IN_A_GROUP for group in groups)
    asks_where = {item.slug for group in groups if group.effect == screening.WE_ASK_WHERE for item in group.questions}
    assert "skin-broken" in asks_where


def test_a_no_holds_four_weeks_about_pregnancy_and_ninety_days_about_the_rest(library):
    """What was denied is asked again when its time is up, and not before."""
    plan = plan_of("LI4")
    everything = screening.with_no(Profile(), library.questions, today="2026-08-23")
    assert screening.with_no(Profile(), ["pregnant"], today=TODAY).said_no == {"pregnant": TODAY}
    assert {"pregnant", "maybe-pregnant"} <= asked(plan, library, everything)
    assert "blood-thinners" not in asked(plan, library, everything)
    later = screening.with_no(Profile(), library.questions, today="2026-08-22")
    assert "blood-thinners" in asked(plan, library, later)
    month = screening.with_no(Profile(), library.questions, today="2026-10-24")
    assert "pregnant" not in asked(plan, library, month)
    assert "pregnant" in asked(plan, library, screening.with_no(Profile(), library.questions, today="2026-10-23"))


def test_what_changes_from_day_to_day_stands_beside_every_later_start(library):
    """A fever that was denied stands on the one screen of every start, the same day included."""
    plan = plan_of("LI4")
    for day in (TODAY, "2026-11-01"):
        due = screening.due_for(plan, library, screening.with_no(Profile(), library.questions, today=day), today=TODAY)
        assert {"fever", "inflamed-joint", "fresh-injury"} <= {item.slug for item in due.daily}
    assert screening.due_for(plan, library, Profile(), today=TODAY).daily == ()


def test_an_open_plan_asks_nothing(library):
    """Such a session starts at once."""
    plan = plan_of("LI4", open=True)
    assert asked(plan, library) == set()
    assert screening.due_for(plan, library, Profile(), today=TODAY) == screening.Due(())


def test_old_answers_and_unknown_places_are_asked(library):
    """A fever of last week is asked about; so is a place that nobody named."""
    old = Profile(screened="2026-11-13", answers=(ProfileAnswer(slug="fever", given="2026-11-13"),))
    assert screening.due_for(plan_of("LI4"), library, old, today=TODAY).old[0].slug == "fever"
    placeless = Profile(screened=TODAY, answers=(ProfileAnswer(slug="cancer", given=TODAY),))
    assert screening.due_for(plan_of("LI4"), library, placeless, today=TODAY).placeless[0].slug == "cancer"


def test_signs_are_asked_by_condition_and_person(library, person):
    """Signs of the condition are asked; those for certain people only where the profile says so."""
    plain = screening.signs_for(["headache"], library, Profile())
    assert [flag.id for flag in plain.asked] == ["headache-emergency", "headache-with-signs"]
    assert "headache-see-doctor" in {flag.id for flag in plain.shown}
    assert "stroke-fast" not in {flag.id for flag in plain.asked}
    older = screening.signs_for(["headache"], library, person("over-50"))
    assert "headache-temple" in {flag.id for flag in older.asked}
    pregnant = screening.signs_for(["headache"], library, person("pregnant"))
    assert "pregnancy-urgent" in {flag.id for flag in pregnant.asked}


def test_who_asks_about_morning_sickness_is_asked_as_pregnant(library):
    """The condition tells the answer; one that needs a place is left to the person."""
    signs = screening.signs_for(["nausea-pregnancy"], library, Profile())
    assert "pregnancy-urgent" in {flag.id for flag in signs.asked}
    assert screening.told_by(["nausea-pregnancy", "headache", "cancer-pain"], library) == ("pregnant",)


def test_signs_called_for_by_an_answer_are_asked(library, person):
    """A clot or a fever calls for its own signs, whatever the complaint."""
    signs = screening.signs_for(["stress"], library, person("swollen-leg"))
    assert {"dvt-signs", "pulmonary-embolism"} <= {flag.id for flag in signs.asked}
    assert "sepsis" in {flag.id for flag in screening.signs_for(["stress"], library, person("fever")).asked}


def test_a_sign_that_is_the_complaint_itself_is_not_asked(library):
    """Who comes with hiccups is not asked whether there are hiccups."""
    signs = screening.signs_for(["hiccups"], library, Profile())
    assert "hiccups-again" not in {flag.id for flag in signs.asked}
    assert "hiccups-again" in {flag.id for flag in signs.shown}


def test_only_see_doctor_lets_a_session_go_on(library):
    """Emergency, crisis and urgent stop."""
    stopping = {flag.level for flag in library.red_flags.values() if screening.stops(flag)}
    assert stopping == {"emergency", "crisis", "urgent"}
