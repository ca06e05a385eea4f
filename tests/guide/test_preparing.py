"""Preparing: a request becomes a plan for this person, or a refusal with its reason; every change is named."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from acucli.errors import RecordNotFound, UsageError
from acucli.guide import Prepared, Request, judging, prepare
from acucli.guide.person import Person
from acucli.guide.plan_options import PlanOptions
from acucli.guide.preparing import pace_of
from acucli.guide.step_requests import StepRequest
from acucli.library.compiled import CompiledLibrary
from acucli.model.practice import Plan, Profile
from tests.fakes import WithShelf
from tests.guide.oracle import TODAY, profile_of


def prepared(library: CompiledLibrary, what: str = "", *told: str, **request: object) -> Prepared:
    """Return what the guide makes of a request of somebody who answered `told`."""
    return prepare(Request(what=what, **request), library, profile_of(*told), today=TODAY)  # type: ignore[arg-type]


def plan_of(library: CompiledLibrary, what: str = "", *told: str, **request: object) -> Plan:
    """Return the plan of a request that has one."""
    found = prepared(library, what, *told, **request)
    assert found.plan is not None, found.refusal
    return found.plan


def places(plan: Plan) -> list[str]:
    """Return the places of a plan in order, each once."""
    return list(dict.fromkeys(step.code or step.area for step in plan.steps))


# ------------------------------------------------------------------------------------------------ what is meant


def test_a_routine_comes_before_a_condition_of_the_same_name(library: CompiledLibrary) -> None:
    """`headache` is the routine; the condition it is for gives its evidence and its grade in words."""
    plan = plan_of(library, "headache")
    assert (plan.slug, plan.kind) == ("headache", "routine")
    assert plan.conditions == ("headache",)
    assert plan.grade == library.conditions["headache"].grade_words
    assert plan.evidence == library.conditions["headache"].evidence


def test_a_condition_means_its_routine_and_without_one_a_composed_session(library: CompiledLibrary) -> None:
    """Vomiting has the routine for nausea and its own evidence; heartburn has no routine, so its points are taken."""
    plan = plan_of(library, "vomiting")
    assert (plan.slug, plan.conditions) == ("nausea", ("vomiting",))
    composed = plan_of(library, "belly-ache")
    assert (composed.slug, composed.kind) == ("belly-ache", "condition")
    assert set(places(composed)) <= {choice.code for choice in library.conditions["belly-ache"].points}


def test_composed_on_request_even_where_a_routine_is_written(library: CompiledLibrary) -> None:
    """`acu plan` takes the condition's points: near and far, each with its reason."""
    plan = plan_of(library, "headache", composed=True)
    assert plan.kind == "condition"
    assert all(step.why for step in plan.steps)


def test_free_words_mean_a_condition_and_other_readings_are_named(library: CompiledLibrary) -> None:
    """The first complaint is taken; the others are said."""
    found = prepared(library, "headache and nausea")
    assert found.plan is not None
    assert found.plan.slug == "headache"
    assert found.other_readings == (library.conditions["nausea"].name,)


def test_a_slip_in_the_name_of_a_routine_is_asked_about_as_that_routine(library: CompiledLibrary) -> None:
    """It is never read as a complaint that begins alike."""
    found = prepared(library, "stres-quick")
    assert found.plan is not None
    assert (found.plan.slug, found.guessed) == ("stress-quick", "stress-quick")


def test_a_setting_leaves_only_what_fits(library: CompiledLibrary) -> None:
    """At a desk: a condition is composed anew, a routine gets stand-ins, and what has none is left out by name."""
    desk = PlanOptions(setting="desk")
    composed = plan_of(library, "vomiting", wishes=desk)
    assert composed.kind == "condition"
    for plan in (composed, plan_of(library, "nausea", wishes=desk), plan_of(library, "sleep", wishes=desk)):
        assert all("desk" in library.points[step.code].settings for step in plan.steps if step.code)
        assert {step.position for step in plan.steps if step.area} <= {"seated"}
    sleep = plan_of(library, "sleep", wishes=desk)
    wanted = {step.point or step.area for step in library.routines["sleep"].steps}
    changed = {item.code or item.area for item in sleep.left_out} | {item.instead_of for item in sleep.stand_ins}
    assert wanted - set(places(sleep)) <= changed
    assert {item.because for item in (*sleep.left_out, *sleep.stand_ins)} == {"setting"}


def test_points_by_code_in_any_notation_in_the_order_given(library: CompiledLibrary) -> None:
    """Codes, small letters, names; the same point twice is pressed once."""
    plan = plan_of(library, codes=("PC6", "li4", "he gu", "St-36"))
    assert places(plan) == ["PC6", "LI4", "ST36"]
    assert plan.kind == "choice"


@pytest.mark.parametrize("codes", [("LI44",), ("LI4", "nonsense")])
def test_a_point_that_is_none_is_not_found(library: CompiledLibrary, codes: tuple[str, ...]) -> None:
    """One wrong code refuses the whole choice: nobody presses half of what was meant."""
    with pytest.raises(RecordNotFound):
        prepared(library, codes=codes)


def test_words_that_mean_nothing_are_not_found(library: CompiledLibrary) -> None:
    """With the nearest names as the hint."""
    with pytest.raises(RecordNotFound):
        prepared(library, "xyzzy")
    with pytest.raises(RecordNotFound, match="breathing pattern"):
        prepared(library, "stress", wishes=PlanOptions(breathing="fire"))


# ------------------------------------------------------------------------------------------------ what is left


def test_a_stand_in_comes_before_leaving_out(library: CompiledLibrary) -> None:
    """Pregnant with a headache: GV20 stands in for LI4, and the caution is named."""
    plan = plan_of(library, "headache", "pregnant")
    assert "LI4" not in places(plan)
    assert [(item.code, item.instead_of, item.because) for item in plan.stand_ins] == [
        ("GV20", "LI4", "pregnancy-points")
    ]
    assert {step.stand_in_for for step in plan.steps if step.code == "GV20"} == {"LI4"}
    assert not plan.left_out


def test_a_stand_in_is_judged_too(library: CompiledLibrary) -> None:
    """Whoever may not press the stand-in either gets the next one, or the place is left out with its reason."""
    profile = replace(profile_of("pregnant"), blocked_points=("GV20",))
    found = prepare(Request(what="headache"), library, profile, today=TODAY)
    assert found.plan is not None
    assert not {"LI4", "GV20"} & set(places(found.plan))
    (item,) = [*found.plan.left_out, *found.plan.stand_ins]
    assert item.because == "pregnancy-points"


def test_no_point_stands_in_twice(library: CompiledLibrary) -> None:
    """What is in the plan already, or stood in before, is no stand-in again."""
    for slug in library.routines:
        found = prepared(library, slug, "pregnant")
        if found.plan is not None:
            codes = [item.code for item in found.plan.stand_ins]
            assert len(codes) == len(set(codes)), slug


def test_sides_are_judged_apart_and_one_is_left(library: CompiledLibrary) -> None:
    """A wound on the left hand leaves the right one, with the reason; points of the forearm keep both."""
    plan = plan_of(library, "hands-wrists", "skin-broken:hand:left")
    assert {step.side for step in plan.steps if step.code == "SI4"} == {"right"}
    assert {step.side for step in plan.steps if step.area == "palms"} == {"right"}
    assert {step.side for step in plan.steps if step.code == "TE5"} == {"left", "right"}
    gone = next(item for item in plan.left_out if item.code == "SI4")
    assert gone.because == "skin"
    assert "the right side only" in gone.message
    assert "you said" in gone.message


def test_what_is_pressed_on_both_sides_at_once_is_parted_where_one_may_not(library: CompiledLibrary) -> None:
    """Both shoulder tops are kneaded together; with a wound on the left one the right one is kneaded alone."""
    plan = plan_of(library, "tension-headache", "skin-broken:shoulder-top:left")
    (step,) = [step for step in plan.steps if step.area == "shoulder-tops"]
    assert (step.side, step.technique) == ("right", "knead")


def test_a_technique_that_is_left_out_becomes_a_press(library: CompiledLibrary) -> None:
    """Bruising easily: no kneading of the shoulders, they are pressed lightly, and that is said."""
    plan = plan_of(library, "shoulders-upper-back", "bleeds-easily")
    pressed = [step for step in plan.steps if (step.area, step.technique) == ("shoulder-tops", "press")]
    assert pressed
    assert {step.pressure for step in plan.steps} == {1}
    assert max(step.seconds for step in plan.steps) <= 60
    (said,) = [item for item in plan.left_out if item.area == "shoulder-tops"]
    assert said.because == "bleeding"
    assert "knead" in said.message
    assert "simply pressed" in said.message
    assert not {"knead", "percuss", "ball"} & {step.technique for step in plan.steps}


def test_an_area_that_nobody_presses_gets_a_stand_in_instead(library: CompiledLibrary) -> None:
    """The upper back is rolled on a ball or stretched; without the ball no thumb reaches it."""
    plan = plan_of(library, "shoulders-upper-back", "bleeds-easily")
    assert not [step for step in plan.steps if (step.area, step.technique) == ("upper-back", "press")]
    assert "Upper back" in {item.instead_of for item in plan.stand_ins}


def test_every_step_carries_the_cap_that_no_key_lengthens(library: CompiledLibrary) -> None:
    """Behind the ear 30 s stay 30 s; a light point one minute; others three."""
    plan = plan_of(library, codes=("TE17", "LI10"))
    caps = {step.code: step.most_seconds for step in plan.steps}
    assert caps == {"TE17": 30.0, "LI10": 180.0}
    light = plan_of(library, codes=("LI10",), wishes=PlanOptions(full=True))
    assert {step.most_seconds for step in light.steps} == {180.0}
    thin = plan_of(library, "", "low-platelets", codes=("LI10",))
    assert {step.most_seconds for step in thin.steps} == {60.0}


def test_every_step_carries_its_cautions(library: CompiledLibrary) -> None:
    """Scripts and the screen read them from the step."""
    plan = plan_of(library, "", "carpal-tunnel", codes=("PC6",))
    assert all("carpal-tunnel-wrist" in step.cautions for step in plan.steps)
    assert {(step.pressure, step.seconds) for step in plan.steps} == {(1, 30.0)}


def test_a_side_that_is_lost_is_told_of_what_is_simply_pressed_and_of_stand_ins(library: CompiledLibrary) -> None:
    """A wound on the left shoulder: kneading becomes pressing on the right side only, and both are said."""
    plan = plan_of(library, "shoulders-upper-back", "bleeds-easily", "skin-broken:shoulder-top:left")
    said = " ".join(item.message for item in plan.left_out if item.area == "shoulder-tops")
    assert {step.side for step in plan.steps if step.area == "shoulder-tops"} == {"right"}
    assert "simply pressed" in said
    assert "the right side only" in said
    person = Person(library, profile_of("skin-broken:hand:left"), today=TODAY)
    wanted = StepRequest(code="ST9", stand_in=("LI4",))
    found = judging.judged((wanted,), library, person, PlanOptions())
    assert [item.code for item in found.stand_ins] == ["LI4"]
    assert found.kept[0][0].side == "right"
    assert any(item.code == "LI4" and "the right side only" in item.message for item in found.left_out)


def test_places_without_time_are_named_and_their_cautions_are_not(library: CompiledLibrary) -> None:
    """Two minutes of stress: each place that is dropped says so, and no caution speaks of it."""
    whole, short = plan_of(library, "stress"), plan_of(library, "stress", wishes=PlanOptions(minutes=2))
    dropped = set(places(whole)) - set(places(short))
    assert dropped
    late = {item.code or item.area: item.message for item in short.left_out if item.because == "time"}
    assert set(late) == dropped
    assert all(message.endswith(": no time for it in 2 minutes.") for message in late.values())
    assert set(short.cautions) == {name for step in short.steps for name in step.cautions}
    one = plan_of(library, "headache", "pregnant", wishes=PlanOptions(minutes=1))
    assert {item.code for item in one.stand_ins} <= set(places(one))


def test_patterns_that_follow_each_other_in_a_ring_end(library: CompiledLibrary) -> None:
    """A pack may write a ring of patterns: each is paced once."""
    one = replace(library.breathing["4-7-8"], slug="one", then="two")
    two = replace(library.breathing["4-7-8"], slug="two", then="one")
    ring = SimpleNamespace(breathing={"one": one, "two": two, "gone": replace(one, slug="gone", then="nowhere")})
    person = SimpleNamespace(judge=SimpleNamespace(breathing=lambda slug: (slug, "")))
    pace = pace_of(one, ring, person)  # type: ignore[arg-type]
    assert pace.then is not None
    assert (pace.then.slug, pace.then.then) == ("two", None)
    assert pace_of(ring.breathing["gone"], ring, person).then is None  # type: ignore[arg-type]


def test_points_the_person_left_out_stay_out(library: CompiledLibrary) -> None:
    """Own choice counts like a caution, even for points asked for by code."""
    profile = Profile(blocked_points=("PC6",))
    plan = prepare(Request(what="nausea"), library, profile, today=TODAY).plan
    assert plan is not None
    assert "PC6" not in places(plan)
    refused = prepare(Request(codes=("PC6",)), library, profile, today=TODAY)
    assert refused.plan is None
    assert "you asked for that" in refused.refusal


@pytest.mark.parametrize("code", ["ST9", "CV22", "BL1", "CV8", "ST17"])
def test_avoid_points_are_never_in_a_plan(library: CompiledLibrary, code: str) -> None:
    """By no flag and no override; beside others they are left out by name."""
    everything = frozenset(library.cautions)
    assert prepared(library, codes=(code,), overrides=everything).plan is None
    plan = plan_of(library, codes=("LI10", code), overrides=everything)
    assert places(plan) == ["LI10"]
    assert [item.code for item in plan.left_out] == [code]


def test_an_override_lifts_what_may_be_lifted_and_is_told(library: CompiledLibrary) -> None:
    """LI4 in pregnancy after a typed yes: pressed, its caution said first; a possible clot is never lifted."""
    lifted = frozenset({"pregnancy-points"})
    plan = plan_of(library, "headache", "pregnant", overrides=lifted)
    assert "LI4" in places(plan)
    assert "pregnancy-points" in plan.cautions
    assert prepared(library, "", "clot", codes=("ST36",), overrides=frozenset({"clot"})).plan is None


def test_a_place_that_is_not_known_keeps_everything_waiting(library: CompiledLibrary) -> None:
    """Hurt skin somewhere: nothing is pressed until the place is told, and that is what is said."""
    found = prepared(library, "headache", "skin-broken")
    assert found.plan is None
    assert found.refusal.count("place and side") == 1
    assert "acu profile set" in found.hint


def test_an_emptied_plan_is_a_refusal_with_its_reasons(library: CompiledLibrary) -> None:
    """Nothing left is never a session of nothing."""
    found = prepared(library, "", "pregnant", codes=("LI4", "SP6"))
    assert found.plan is None
    assert "LI4" in found.refusal
    assert "SP6" in found.refusal
    assert found.hint


# ------------------------------------------------------------------------------------------------ refusals and caps


def test_conditions_for_information_only_are_refused_with_the_reason(library: CompiledLibrary) -> None:
    """Each has its own sentence and way out."""
    held = [condition for condition in library.conditions.values() if not condition.offered]
    assert len(held) >= 15
    for condition in held:
        found = prepared(library, condition.slug)
        assert found.plan is None, condition.slug
        if not (found.red_flags or found.held_back or "No session" in found.refusal):
            assert condition.session_reason in found.refusal
            assert found.hint == condition.way_out


@pytest.mark.parametrize(
    "words", ["worst headache of my life", "my husband has chest pain", "acupressure to start labour"]
)
def test_red_flags_and_held_back_requests_have_no_plan(library: CompiledLibrary, words: str) -> None:
    """Whatever else was asked for with them."""
    found = prepared(library, words)
    assert found.plan is None
    assert found.red_flags or found.held_back


@pytest.mark.parametrize(
    "wishes", [PlanOptions(hold_seconds=181), PlanOptions(hold_seconds=-1), PlanOptions(minutes=-1)]
)
def test_holds_beyond_three_minutes_are_refused(library: CompiledLibrary, wishes: PlanOptions) -> None:
    """180 s is the most for one place and side in a round."""
    with pytest.raises(UsageError):
        prepared(library, "stress", wishes=wishes)


def test_nothing_asked_for_is_refused(library: CompiledLibrary) -> None:
    """A request needs words or points."""
    with pytest.raises(UsageError):
        prepared(library)


def test_ten_minutes_a_day_are_the_most_for_one_point_and_side(library: CompiledLibrary) -> None:
    """What was pressed today counts with what is planned, side by side."""
    hold = PlanOptions(hold_seconds=180)
    plan_of(library, codes=("LI10",), wishes=hold, pressed_today={("LI10", "left"): 420.0})
    with pytest.raises(UsageError, match=r"LI10 \(right\).*7 minutes are done"):
        prepared(library, codes=("LI10",), wishes=hold, pressed_today={("LI10", "right"): 430.0})
    with pytest.raises(UsageError, match="ten a day"):
        prepared(library, codes=("LI10",), wishes=PlanOptions(hold_seconds=180, rounds=4))
    plan_of(library, codes=("LI11",), wishes=hold, pressed_today={("LI10", "right"): 600.0})


def test_a_cautions_limit_of_a_day_is_kept_by_the_plan(library: CompiledLibrary) -> None:
    """What was pressed today and what is planned stay below it, and the refusal names it."""
    caution = replace(library.cautions["time-limit"], id="own", points=("LI10",), max_seconds_per_day=120)
    own = WithShelf(library, cautions={**library.cautions, "own": caution})
    plan = prepare(Request(codes=("LI10",), wishes=PlanOptions(hold_seconds=90)), own, Profile(), today=TODAY).plan
    assert plan is not None
    assert {step.most_seconds_per_day for step in plan.steps} == {120.0}
    with pytest.raises(UsageError, match="2 minutes a day are the most"):
        prepare(Request(codes=("LI10",), wishes=PlanOptions(hold_seconds=150)), own, Profile(), today=TODAY)


def test_a_pattern_done_seated_is_not_used_lying(library: CompiledLibrary) -> None:
    """Pursed lips are for sitting; in a session that lies down its stand-in comes, and the reason is said."""
    lying = next(
        slug for slug, item in library.routines.items() if any(place.startswith("lying") for place in item.positions)
    )
    seated = next(slug for slug, item in library.routines.items() if set(item.positions) == {"seated"})
    wishes = PlanOptions(breathing="pursed-lip")
    found = prepared(library, lying, wishes=wishes)
    assert found.plan is not None
    assert found.plan.pace.slug == "off"
    assert any("it is done seated" in note for note in found.notes)
    assert plan_of(library, seated, wishes=wishes).pace.slug == "pursed-lip"


def test_both_sides_at_once_count_for_each(library: CompiledLibrary) -> None:
    """A point pressed on both shins together is pressed on the left one."""
    assert {step.side for step in plan_of(library, codes=("ST36",)).steps} == {"both"}
    with pytest.raises(UsageError, match="ST36"):
        prepared(library, codes=("ST36",), pressed_today={("ST36", "left"): 590.0})


# ------------------------------------------------------------------------------------------------ what is said


def test_a_grade_of_n_is_said_in_words_before_the_session(library: CompiledLibrary) -> None:
    """Tested, no benefit seen: the first thing said, with what it was compared with."""
    for condition in library.conditions.values():
        if condition.grade == "N" and condition.offered:
            plan = plan_of(library, condition.slug)
            assert plan.prepare[0].startswith("Tested, and no benefit seen")
            assert condition.sham_note in plan.prepare[0]
    assert not plan_of(library, "stress").prepare[0].startswith("Tested")


def test_what_the_person_is_told_comes_first(library: CompiledLibrary) -> None:
    """Treated high blood pressure: its caution stands before those of the places."""
    plan = plan_of(library, "headache", "blood-pressure-high")
    assert plan.cautions[0] == "blood-pressure-high"
    assert plan.before[0].startswith("Pressing points does not treat blood pressure")
    assert "neck-handling" in plan.cautions


def test_every_caution_that_counts_is_said_before_the_session(library: CompiledLibrary) -> None:
    """Ids and sentences side by side, in the same order."""
    for slug in ("headache", "sleep", "nausea"):
        plan = plan_of(library, slug, "pregnant", "varicose:calf:left")
        assert len(plan.before) == len(plan.cautions) > 0
        for name, sentence in zip(plan.cautions, plan.before, strict=True):
            assert library.cautions[name].rule.startswith(sentence[:40])


def test_open_routines_ask_nothing(library: CompiledLibrary) -> None:
    """Their signs are shown; others ask theirs."""
    opened = [slug for slug, routine in library.routines.items() if routine.open]
    assert "stress-quick" in opened
    for slug in opened:
        found = prepared(library, slug)
        assert found.plan is not None
        assert found.plan.open
        assert found.asked == ()
    assert prepared(library, "headache").asked


def test_the_settling_words_and_the_words_of_every_hold_are_in_every_plan(library: CompiledLibrary) -> None:
    """Not while driving; sharp, electric, burning, numb: let go; and what is usual afterwards."""
    words = library.safety_words
    for slug in library.routines:
        plan = plan_of(library, slug)
        assert {words.settle_in, words.every_hold} <= set(plan.prepare)
        assert plan.close[-1] == words.every_close


def test_words_that_say_something_of_the_person_count_for_once(library: CompiledLibrary) -> None:
    """ "I am pregnant" in the words takes LI4 out of this session, and says how to keep it."""
    found = prepared(library, "headache and I am pregnant")
    assert found.plan is not None
    assert "LI4" not in places(found.plan)
    assert any("acu profile set --pregnant" in note for note in found.notes)
    assert "LI4" in places(plan_of(library, "headache"))


def test_a_complaint_can_tell_the_answer_itself(library: CompiledLibrary) -> None:
    """Who asks for morning sickness is pregnant; with chemotherapy, in treatment for cancer."""
    plan = plan_of(library, "nausea-pregnancy")
    assert not set(places(plan)) & set(library.cautions["pregnancy-points"].points)
    assert {step.pressure for step in plan_of(library, "nausea-chemotherapy").steps} == {1}


def test_a_gentle_person_gets_everything_gently(library: CompiledLibrary) -> None:
    """Set once in the profile."""
    found = prepare(Request(what="headache"), library, Profile(gentle=True), today=TODAY)
    assert found.plan is not None
    assert found.plan.level == "gentle"
    assert {step.pressure for step in found.plan.steps} == {1}


def test_a_breath_hold_is_never_a_default(library: CompiledLibrary) -> None:
    """Of any routine or composed session; count to five where nothing is written."""
    for request in [Request(what=slug) for slug in library.routines] + [Request(codes=("LI10",))]:
        plan = prepare(request, library, Profile(), today=TODAY).plan
        assert plan is not None
        assert not any(phase.do == "hold" for phase in plan.pace.phases), request
    assert plan_of(library, codes=("LI10",)).pace.slug == "count-to-five"


def test_a_pattern_of_few_breaths_goes_over_into_another(library: CompiledLibrary) -> None:
    """4-7-8 ends after its cycles; what follows is in the plan."""
    pace = plan_of(library, "stress", wishes=PlanOptions(breathing="4-7-8")).pace
    pattern = library.breathing["4-7-8"]
    assert pace.max_seconds == (pattern.max_cycles or 0) * pattern.cycle_seconds > 0
    assert pace.then is not None
    assert pace.then.slug == pattern.then


def test_the_total_is_the_sum_of_what_happens(library: CompiledLibrary) -> None:
    """Settling in, every step with its waits, closing."""
    for slug in ("headache", "stress", "hands-wrists"):
        plan = plan_of(library, slug)
        inside = sum(step.ready_seconds + step.seconds + step.release_seconds for step in plan.steps)
        assert plan.total_seconds == pytest.approx(plan.settle_seconds + inside + plan.close_seconds)


def test_routines_last_about_what_they_say(library: CompiledLibrary) -> None:
    """Within a third or a minute of their target."""
    for slug, routine in library.routines.items():
        minutes = plan_of(library, slug).total_seconds / 60
        assert abs(minutes - routine.target_minutes) <= max(1.0, routine.target_minutes / 3), slug
