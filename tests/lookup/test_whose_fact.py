"""Whose fact, and when: it counts for whoever has the complaint, now, and outside a longer name."""

from __future__ import annotations

import pytest

from tests.lookup.conftest import Ask


@pytest.mark.parametrize(
    "query",
    [
        "my colleague is pregnant and I have back pain",
        "my colleague is pregnant, my back hurts",
        "my sister is pregnant. I have a stiff neck",
        "my husband takes warfarin, I have a headache",
        "my mum has osteoporosis, my back hurts",
        "my boss is on chemo and I cannot sleep",
        "she is pregnant but I have a headache",
    ],
)
def test_what_is_told_of_another_is_no_fact_of_the_speaker(query: str, ask: Ask) -> None:
    """Every complaint is the speaker's own."""
    found = ask(query)
    assert found.conditions
    assert found.says_of_person == ()


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("my wife is pregnant and has a headache", "pregnant"),
        ("my pregnant wife has a headache", "pregnant"),
        ("headache, my wife is pregnant", "pregnant"),
        ("my wife is pregnant and I want to massage for headache", "pregnant"),
        ("my wife is pregnant and I want to help her headache", "pregnant"),
        ("my sister is pregnant too, my back hurts", "pregnant"),
        ("my friend says I am pregnant, headache", "pregnant"),
        ("my husband takes warfarin and has a headache", "blood-thinners"),
        ("my 84 year old father, on blood thinners, has a stiff neck", "blood-thinners"),
    ],
)
def test_a_fact_counts_for_whoever_may_have_the_complaint(query: str, answer: str, ask: Ask) -> None:
    """In doubt it counts."""
    found = ask(query)
    assert answer in found.says_of_person
    assert not found.held_back


@pytest.mark.parametrize(
    "query",
    [
        "hay fever",
        "seasonal hay fever and sneezing",
        "fever blister on my lip, stressed",
        "cabin fever and stress",
        "dengue fever two years ago, joint pain",
        "scarlet fever as a child, headache",
        "I was pregnant last year, back pain",
        "pregnancy test negative, nausea",
        "negative pregnancy test and nausea",
        "two years ago I had surgery, back pain",
    ],
)
def test_longer_names_and_what_is_long_over_are_no_fact(query: str, ask: Ask) -> None:
    """Hay fever is no fever, and what was so years ago is so no more."""
    found = ask(query)
    assert found.conditions
    assert found.says_of_person == ()


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("positive pregnancy test, nausea", "pregnant"),
        ("pregnant with my first, back ache", "pregnant"),
        ("fever and headache", "fever"),
        ("had a clot two years ago, sore knee", "clot"),
        ("pregnant again after two years, nausea", "pregnant"),
        ("gave birth three weeks ago, back pain", "postpartum"),
    ],
)
def test_what_is_so_now_or_lasts_counts(query: str, answer: str, ask: Ask) -> None:
    """A clot of years ago is still a clot."""
    assert answer in ask(query).says_of_person


@pytest.mark.parametrize(
    "query",
    [
        "30 weeks and itching",
        "I'm 30 weeks and itching like mad on my palms",
        "20 weeks, back ache",
        "I am 12 weeks and feel sick",
        "at 20 weeks, heartburn every night",
        "bump is getting big, heartburn at night",
    ],
)
def test_weeks_of_oneself_are_a_pregnancy(query: str, ask: Ask) -> None:
    """Where no "for", "ago" or "old" makes them a span of time."""
    assert "pregnant" in ask(query).says_of_person


@pytest.mark.parametrize(
    "query",
    [
        "back pain for 6 weeks",
        "back pain 6 weeks",
        "6 weeks of headaches",
        "6 weeks and still coughing",
        "headache 6 weeks ago",
        "I am 12 weeks into a new job and feel sick",
        "2 weeks and itching",
    ],
)
def test_a_span_of_time_is_no_pregnancy(query: str, ask: Ask) -> None:
    """How long something lasts, or when it was."""
    assert ask(query).says_of_person == ()


@pytest.mark.parametrize(
    "query",
    [
        "neck pain from breastfeeding my baby",
        "shoulder ache from carrying my baby",
        "sore wrists from lifting my son",
        "stressed about my son's exams",
        "worried about my daughter's wedding, cannot sleep",
        "anxious about my baby's birth",
        "baby on the way, back ache",
        "trying for a baby, headache",
        "my period comes with bad cramps",
        "headache whenever my period comes",
        "starting my period with a headache",
        "drowning in work",
        "knees are shot",
    ],
)
def test_a_complaint_of_ones_own_is_served(query: str, ask: Ask) -> None:
    """Whatever word stands beside it."""
    found = ask(query)
    assert found.conditions
    assert not found.stops


@pytest.mark.parametrize(
    ("query", "held"),
    [
        ("my son's cough", "children"),
        ("breastfeeding my baby, who has a fever", "children"),
        ("settle my baby", "children"),
        ("how to soothe my baby's cough", "children"),
        ("my baby has a cough", "children"),
        ("my son is 8 years old, cough", "children"),
        ("bring on my period", "pregnancy-intent"),
        ("make my period come faster", "pregnancy-intent"),
        ("how to start my period", "pregnancy-intent"),
        ("nearly drowned in the sea, cough", "first-aid"),
    ],
)
def test_what_is_asked_for_another_reason_is_still_held_back(query: str, held: str, ask: Ask) -> None:
    """The neighbours of what is served."""
    assert held in [item.id for item in ask(query).held_back]
