"""Every bundled condition: its grade to the letter of the guide, its points as they are customary, its way out."""

from __future__ import annotations

import re

import pytest

from acucli.guide.offering import PlaceOffer
from acucli.library.time_spans import spans_in_days
from acucli.render.card_inputs import CardInputs
from acucli.render.records import condition_card
from acucli.text.fold import fold_phrase
from tests.bundled.carried import ids, keyed, table

LADDER = "DCBA"
NEGATIVE = {"no-effect", "no-better-than-sham", "no-lasting-effect", "not-recommended", "equivalent", "neutral"}
"""Directions of a reference that show no benefit."""
HELP = re.compile(
    r"doctor|clinician|midwife|maternity|GP|dentist|pharmacist|nurse|team|optician|optometrist|therapist|physio|help|clinic"
    r"|service|number|hospital"
)

each_condition = pytest.mark.parametrize("slug", ids("conditions"))
each_carried = pytest.mark.parametrize("slug", [slug for slug in ids("conditions") if slug in keyed("conditions")])


@each_carried
def test_grade_is_the_guides_to_the_letter(library, slug):
    """Where the evidence guide has a line, its letter and its word about shams stand; no condition earns an A."""
    condition, row = library.conditions[slug], keyed("conditions")[slug]
    assert condition.grade != "A"
    if row["grade"]:
        assert (condition.grade, condition.sham) == (row["grade"], row["sham"])
    elif condition.parent:
        parent = library.conditions[condition.parent]
        most = "D" if parent.grade == "N" else parent.grade
        assert condition.grade == "N" == parent.grade or LADDER.index(condition.grade) <= LADDER.index(most)
    else:
        assert condition.grade == "D"


@each_condition
def test_grade_rests_on_references_that_may_carry_it(library, slug):
    """B and C need pressing that was tested, needle studies raise nothing above D, and N shows what was negative."""
    condition = library.conditions[slug]
    shown = [library.references[name] for name in condition.references]
    assert condition.entries == len(shown) == len({reference.id for reference in shown})
    if condition.grade in "BC":
        assert any(reference.usable_for_claims and not reference.indirect for reference in shown)
    if condition.grade == "N":
        assert any(reference.direction in NEGATIVE for reference in shown)
        assert re.search(r"\bno\b|\bnot\b|nothing|did as well", condition.sham_note + condition.evidence)
    if shown and all(reference.indirect for reference in shown):
        assert condition.grade in "DN"
        assert re.search(r"needle|electric|massage", condition.evidence), "what was tested was not pressing"


@each_condition
def test_letter_is_never_shown_alone(library, slug):
    """Words about the fake, who pressed, the best design, a date and one honest sentence go with every letter."""
    condition = library.conditions[slug]
    assert condition.sham_note
    assert condition.pressed_by
    assert condition.best_design
    assert re.fullmatch(r"20\d\d-\d\d", condition.evidence_date)
    assert condition.evidence.endswith(".")
    if condition.sham == "no":
        assert re.search(r"fake|sham|placebo", condition.sham_note), (
            "no better than a fake must be said with the letter"
        )


@each_carried
def test_session_is_offered_only_where_it_may_be(library, slug):
    """Information only: the reason says what to do instead, and no point or routine stands there."""
    condition, row = library.conditions[slug], keyed("conditions")[slug]
    assert condition.session == row["session"]
    assert (condition.parent, " ".join(condition.general_of)) == (row["parent"], row["general_of"])
    if condition.offered:
        assert condition.points
        assert not condition.session_reason
    else:
        assert condition.session_reason
        assert not condition.points
        assert not condition.routine
        assert not any(slug in routine.for_ for routine in library.routines.values())


@each_condition
def test_points_are_the_customary_ones_in_their_order(library, slug):
    """Rank, role and basis are those of the table of uses; what else is there is marked as tradition."""
    condition = library.conditions[slug]
    wanted = [(row["code"], row["role"], row["basis"]) for row in table("uses") if row["condition"] == slug]
    found = [(choice.code, choice.role, choice.basis) for choice in condition.points]
    if condition.offered and wanted:
        assert [choice for choice in found if choice[2] != "tradition"] == wanted


FIRST_SIX = {
    "headache": "GB20 EX-HN5 EX-HN3 GV20 BL2 LI4",
    "tension-headache": "GB20 EX-HN5 EX-HN3 GV20 BL2 LI4",
    "migraine": "GB20 GB8 EX-HN5 LI4 PC6 TE5",
    "low-back-pain": "BL23 GB30 BL25 BL52 BL40 BL60",
    "neck-pain": "GB20 GB21 BL10 SI14 LI4 TE3",
    "blocked-nose": "LI20 EX-HN8 EX-HN3 BL2 ST2 LI4",
    "carpal-tunnel": "LI5 PC6 TE5 LI4 TE4 LI11",
    "hay-fever": "LI20 EX-HN8 EX-HN3 LI4 GB20 LI11",
    "heel-pain": "KI3 BL60 ST41 KI6 KI1 BL61",
    "hangover": "PC6 ST36 LI4 LR3 GB34 ST3",
}
"""What a reader sees first, as handouts and trials have it."""


@pytest.mark.parametrize("slug", FIRST_SIX)
def test_points_stand_where_handouts_and_trials_have_them(library, slug):
    """Of the first six those where it hurts come before those far away; what needs a ball or a partner comes last."""
    choices = library.conditions[slug].points
    assert [choice.code for choice in choices[:6]] == FIRST_SIX[slug].split()
    first = [choice.role for choice in choices[:6] if choice.role != "general"]
    assert first == sorted(first, reverse=True), "local before distal"
    alone = ["self" in library.points[choice.code].reach for choice in choices]
    assert alone == sorted(alone, reverse=True), "what one cannot reach alone stands last"


@each_condition
def test_every_point_says_why_it_is_there(library, slug):
    """Each reason is a few words of its own, and needles are called needles."""
    condition = library.conditions[slug]
    needles = {row["code"] for row in table("uses") if row["condition"] == slug and row["needle"] == "true"}
    reasons = [choice.why for choice in condition.points]
    assert all(3 <= len(why.split()) <= 18 for why in reasons)
    for choice in condition.points:
        if choice.code in needles:
            assert "needle" in choice.why, f"{choice.code}: {choice.why}"


@each_condition
def test_people_find_it_by_eight_or_more_ways_of_saying_it(library, slug):
    """At least eight phrases that differ, in lower case."""
    also = library.conditions[slug].also
    assert len({fold_phrase(phrase) for phrase in also}) >= 8
    assert all(phrase == phrase.lower() for phrase in also)


@each_condition
def test_warning_signs_are_all_there(library, slug):
    """Every sign of the condition or its parent is watched for; where there is none, the reason is given."""
    condition = library.conditions[slug]
    wanted = {flag.id for flag in library.red_flags.values() if {slug, condition.parent} & set(flag.applies_to) - {""}}
    assert wanted <= set(condition.watch_for)
    assert set(condition.watch_for) <= set(library.red_flags)
    assert bool(condition.watch_for) != bool(condition.no_watch_for)


@each_condition
def test_there_is_a_way_out(library, slug):
    """Frequency, when to stop, keeping one's treatment and whom to see are said, each in a sentence."""
    condition = library.conditions[slug]
    for text in (
        condition.way_out,
        condition.see_somebody.say,
        *([condition.stop_pressing.say] if condition.stop_pressing else []),
        condition.keep_treatment,
        condition.frequency,
        *condition.advice,
    ):
        assert re.search(r"\w{3,}.*[.!?]$", text), text
    assert 2 <= len(condition.advice) <= 4
    assert HELP.search(condition.way_out)


@each_condition
def test_rules_of_time_agree_with_the_rhythm_and_the_trial(library, slug):
    """Somebody is seen after four weeks at the latest; pressing stops when the trial was read, else by four weeks."""
    condition = library.conditions[slug]
    assert condition.stop_rule == ""
    assert condition.see_somebody.days <= 28
    assert condition.stop_pressing or not condition.offered
    assert condition.offered or condition.stop_pressing is None or condition.stop_pressing.days == 0
    for rule in filter(None, (condition.see_somebody, condition.stop_pressing)):
        assert not re.search(r"\bsessions?\b", rule.say), rule.say
    if condition.stop_pressing:
        read = [round(7 * week) for week in condition.tested.read_at] if condition.tested else []
        assert condition.stop_pressing.days in read if read else condition.stop_pressing.days <= 28
        assert condition.stop_pressing.days >= max(spans_in_days(condition.frequency), default=0)


@each_condition
def test_a_grade_that_rests_on_trials_tells_what_people_in_them_did(library, slug):
    """Who they were, what they did, and where that was read; a guideline alone has no dose to tell."""
    condition = library.conditions[slug]
    trials = {"rct", "meta-analysis", "systematic-review", "cochrane-review"}
    shown = [library.references[name] for name in condition.references]
    tried = any(item.kind in trials and item.usable_for_claims and not item.indirect for item in shown)
    if condition.offered and condition.grade != "D" and tried:
        assert condition.tested.who
        assert condition.tested.what
        assert condition.tested.source in {*condition.references, *library.sources}


@each_condition
def test_the_card_tells_the_trial_beside_our_own_rhythm(library, slug):
    """In one line who they were, what they did and when it was read; then ours, when to stop, whom to see."""
    condition = library.conditions[slug]
    offers = tuple(PlaceOffer(place=choice.code, action="allowed") for choice in condition.points)
    lines = dict(condition_card(condition, CardInputs(library, offers, "2026-11-30")))
    assert ("In the trial" in lines) == bool(condition.tested)
    assert lines["How often"] == condition.frequency
    assert lines["See somebody"] == condition.see_somebody.say
    assert ("When to stop" in lines) == bool(condition.stop_pressing)
    if condition.tested:
        told = lines["In the trial"]
        assert told.lower().startswith(f"{condition.tested.who} {condition.tested.what}".lower())
        assert told.endswith(f". [{condition.tested.source}]")
        assert all(f"{week:g}" in told for week in condition.tested.read_at)
        assert any(name.startswith("How") for name in list(lines)[list(lines).index("In the trial") + 1 :])


@each_condition
def test_times_of_a_trial_never_lift_our_own_limits(library, slug):
    """Twenty minutes in a clinic stay a story: no point of the condition is held for more than three."""
    for choice in library.conditions[slug].points:
        assert library.points[choice.code].hold.most_seconds <= 180


@each_condition
def test_no_grade_stands_above_d_without_an_entry_of_its_own(library, slug):
    """A borrowed letter is no letter: what was found for a neighbour is told in words."""
    condition = library.conditions[slug]
    if condition.grade in "ABC":
        own = [library.references[name] for name in condition.references]
        assert any(set(item.conditions) & set(condition.topics) and not item.indirect for item in own)


@each_condition
def test_routine_serves_it(library, slug):
    """The routine exists."""
    condition = library.conditions[slug]
    assert not condition.routine or condition.routine in library.routines


def test_all_conditions_are_there(library):
    """At least a hundred; none of the table is missing."""
    assert len(library.conditions) >= 100
    assert set(keyed("conditions")) <= set(library.conditions) == set(ids("conditions"))


def test_no_phrase_means_two_conditions(library):
    """A name, slug or phrase leads to one condition, unless it is declared general."""
    meanings: dict[str, set[str]] = {}
    for condition in library.conditions.values():
        for phrase in (condition.name, condition.slug, *condition.also):
            meanings.setdefault(fold_phrase(phrase), set()).add(condition.slug)
    assert {phrase: slugs for phrase, slugs in meanings.items() if len(slugs) > 1} == {}


def test_general_conditions_take_the_lowest_letter_of_their_children(library):
    """Better is said in words; N is not a rung of that ladder."""
    for condition in library.conditions.values():
        letters = [library.conditions[slug].grade for slug in condition.general_of]
        rungs = [LADDER.index(letter) for letter in letters if letter != "N"]
        if rungs:
            assert LADDER.index(condition.grade) <= min(rungs), condition.slug


def test_children_labour_withdrawal_and_breathlessness_are_never_offered(library):
    """Where delay or a wrong press is dangerous there is no session."""
    never = (
        "labour-pain", "nausea-labour", "induction-overdue-breech", "withdrawal", "high-blood-pressure", "asthma",
        "asthma-cough", "breathlessness", "palpitations", "fainting", "bed-wetting", "short-sight-children",
        "recovery-after-surgery", "nosebleed",
    )  # fmt: skip
    assert [slug for slug in never if library.conditions[slug].offered] == []


def test_negative_results_are_shown(library):
    """The credibility of the library: what was tested without benefit stands with its condition."""
    shown = {
        "nausea-chemotherapy": "molassiotis-2013-anchor",
        "knee-pain": "li-2018-knee-sham",
        "period-pain": "kafaei-2013-lr3",
        "migraine": "xu-2017-migraine",
        "motion-sickness": "miller-2004-motion",
        "neck-pain": "edido-2021-neck",
        "smoking": "white-2014-smoking-cochrane",
    }
    for slug, reference in shown.items():
        assert reference in library.conditions[slug].references, slug


@pytest.mark.parametrize(("one", "other"), [("fatigue", "low-energy")])
def test_two_names_of_one_complaint_have_the_same_points(library, one, other):
    """Whoever says it in the other words gets the same places in the same order, for the same reasons."""
    assert library.conditions[one].points == library.conditions[other].points
