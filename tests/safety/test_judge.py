"""The judge: who may press what, on which side, how hard, and why not."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from acucli.model.points import Limit
from acucli.model.practice import PlanStep
from acucli.model.safety import Caution
from acucli.safety.judge import Judge
from acucli.safety.verdicts import OWN_CHOICE
from tests.safety.conftest import TODAY


@pytest.fixture
def judge(library, person):
    """Return a factory of judges: `judge("pregnant", "fracture:wrist:left")`."""

    def make(*told: str, overrides: frozenset[str] = frozenset(), facts=None, **fields: object) -> Judge:
        return Judge(library, person(*told, **fields), today=TODAY, overrides=overrides, facts=facts)

    return make


def step(code: str = "", area: str = "", side: str = "left", **fields: object) -> PlanStep:
    return PlanStep(**({"n": 1, "name": code or area, "seconds": 60.0} | fields), code=code, area=area, side=side)


def test_without_answers_nothing_ordinary_changes(judge):
    """An empty profile leaves a plain point as its card says."""
    verdict = judge().point("LI4")
    assert (verdict.action, verdict.cautions, verdict.because) == ("allowed", (), "")
    assert (verdict.max_pressure, verdict.max_seconds) == (3, 180)


@pytest.mark.parametrize("code", ["ST9", "CV22", "SI17", "ST1", "GV28", "CV8"])
def test_points_that_are_never_pressed_are_left_out_for_everybody(judge, code):
    """No profile and no override brings them back."""
    overrides = frozenset({"front-of-neck", "eye-socket", "inside-mouth-nose", "nipple-navel-perineum"})
    verdict = judge(overrides=overrides).point(code)
    assert verdict.action == "left_out"
    assert verdict.because.startswith(("Left out", f"{code} is never pressed"))


def test_pregnancy_leaves_out_what_is_blocked_and_offers_pc6(judge):
    """LI4 and SP6 are left out with the reason, PC6 stays."""
    pregnant = judge("pregnant")
    verdict = pregnant.point("LI4")
    assert (verdict.action, verdict.cautions) == ("left_out", ("pregnancy-points",))
    assert verdict.because == "Left out: LI4, because you said “pregnant”."
    assert pregnant.point("SP6").action == "left_out"
    assert pregnant.point("PC6").action == "allowed"


def test_pregnancy_blocks_areas_that_hold_a_blocked_point_or_region(judge):
    """Belly, low back and sacrum by region; shoulder tops because GB21 lies in them."""
    pregnant = judge("pregnant")
    blocked = {slug for slug in pregnant.library.areas if pregnant.area(slug).action == "left_out"}
    assert {"belly", "low-back", "sacrum", "shoulder-tops", "ankles", "hands", "calves"} <= blocked
    assert "palms" not in blocked


def test_weaker_mentions_in_pregnancy_are_light(judge):
    """The minor points carry their warning and are pressed lightly if at all."""
    verdict = judge("pregnant").point("LI11")
    assert (verdict.action, verdict.max_pressure, verdict.cautions[0]) == ("lighter", 1, "pregnancy-minor")


def test_pregnancy_holds_no_breath_and_lies_neither_flat_nor_face_down(judge):
    """Holds get their stand-in; lying on the side stays."""
    pregnant = judge("pregnant")
    assert pregnant.breathing("box") == ("even-4", "pregnancy-points")
    assert pregnant.breathing("4-7-8") == ("long-exhale-4-6", "pregnancy-points")
    assert pregnant.breathing("count-to-five") == ("count-to-five", "")
    assert pregnant.position("lying-on-back").action == "left_out"
    assert pregnant.position("lying-on-side").action == "allowed"
    assert pregnant.step(step("PC6", position="lying-face-down")).action == "left_out"


def test_answers_about_heart_lungs_and_panic_hold_no_breath(judge):
    """Every answer whose question implies no holds has its caution."""
    library = judge().library
    for slug, question in library.questions.items():
        if "no-holds" in question.implies:
            assert judge(slug).breathing("box")[0] == "even-4", slug
    assert judge().breathing("box") == ("box", "")


def test_the_strictest_caution_wins_and_every_limit_holds(judge):
    """Blood thinners make it light and short; a point's own limit stays below that."""
    both = judge("blood-thinners", "reduced-feeling:hand:left")
    assert (both.point("LI4", "left").max_pressure, both.point("LI4", "left").max_seconds) == (1, 60)
    assert judge("blood-thinners").point("TE17").max_seconds == 30
    assert judge("blood-thinners", "pregnant").point("LI4").cautions[0] == "pregnancy-points"


def test_cautions_without_places_lighten_everything(judge):
    """Blood thinners are about pressing as such."""
    thin = judge("blood-thinners")
    for code in ("LI4", "GV20", "ST36"):
        assert thin.point(code).action == "lighter"
    assert thin.technique("knead").action == "left_out"
    assert thin.step(step("ST36", tool="ball")).action == "left_out"


def test_a_named_place_is_left_out_on_its_side_only(judge):
    """A hurt left hand: the right hand stays, and the verdict says so."""
    hurt = judge("skin-broken:hand:left")
    assert hurt.point("LI4", "left").action == "left_out"
    assert hurt.point("LI4", "right").action == "allowed"
    either = hurt.point("LI4")
    assert (either.action, either.only_side) == ("lighter", "right")
    assert either.because.startswith("Only the right side.")
    assert hurt.step(step("LI4", side="both")).action == "left_out"
    assert hurt.point("ST36").action == "allowed"
    assert hurt.area("hands", "left").action == "left_out"
    assert hurt.area("hands").only_side == "right"


def test_midline_points_touch_both_sides(judge):
    """A place named on the left belongs to the middle as well."""
    assert judge("recent-surgery:scalp:left").point("GV20").action == "left_out"


@pytest.mark.parametrize(
    ("told", "left_out", "stays"),
    [
        pytest.param("dialysis-fistula:forearm:left", ("LI4", "HT3", "LU5"), ("GB20",), id="fistula arm"),
        pytest.param("lymphoedema:breast:left", ("LI4", "PC6"), ("SP9",), id="nodes of the breast"),
        pytest.param("fracture:shin:left", ("LR3", "ST36"), ("LI4",), id="broken leg"),
        pytest.param("line-or-port:upper-arm:left", ("PC6",), ("ST36",), id="picc line"),
        pytest.param("reduced-feeling:foot:left", (), ("LI4",), id="numb foot"),
    ],
)
def test_a_limb_is_left_out_whole_where_its_caution_says_so(judge, told, left_out, stays):
    """A fistula, a line, lymphoedema or a break concerns the limb, not one region of it."""
    for code in left_out:
        assert judge(told).point(code, "left").action == "left_out", code
        assert judge(told).point(code, "right").action in {"allowed", "lighter"}, code
    for code in stays:
        assert judge(told).point(code, "left").action == "allowed", code


def test_numb_feet_include_soles_and_toes(judge):
    """Who says foot means the whole foot."""
    numb = judge("reduced-feeling:foot:both")
    for code in ("KI1", "LR3"):
        assert numb.point(code).max_pressure == 1
        assert numb.point(code).look_first


def test_operations_on_chest_or_belly_cover_all_of_it(judge):
    """After an operation the whole chest or the whole belly is left alone."""
    assert judge("recent-surgery:breast:left").point("KI27", "right").action == "left_out"
    assert judge("recent-surgery:belly-lower:left").point("CV12").action == "left_out"


def test_a_pacemaker_lies_below_the_collarbone_where_no_place_is_named(judge):
    """The whole side of the chest and the front of the shoulder count as named."""
    pacemaker = judge("pacemaker::left")
    assert pacemaker.point("LU2", "left").action == "left_out"
    assert pacemaker.point("LU2", "right").action != "left_out"
    assert pacemaker.point("LI4").action == "allowed"


def test_a_place_that_is_not_known_is_asked_for(judge):
    """Until somebody says where the tumour is, no point is simply allowed."""
    verdict = judge("cancer").point("LI4")
    assert (verdict.action, verdict.cautions) == ("ask", ("cancer-sites",))
    assert "which place and side" in verdict.because
    assert judge("cancer:foot:left").point("LI4").action == "allowed"


def test_an_extra_condition_is_asked_for_and_obeyed_both_ways(judge):
    """Over 50: the temple waits for the question about tenderness."""
    fact = "temple-or-scalp-tender"
    assert judge("over-50").point("EX-HN5").action == "ask"
    assert judge("over-50", facts={fact: False}).point("EX-HN5").action == "allowed"
    assert judge("over-50", facts={fact: True}).point("EX-HN5").action == "left_out"
    assert judge("over-50").point("LI4").action == "allowed"


def test_legs_are_left_out_with_a_possible_clot_and_never_overridden(judge):
    """Both legs, whatever the side."""
    clot = judge("swollen-leg", overrides=frozenset({"clot"}))
    assert clot.point("ST36").action == "left_out"
    assert clot.area("thighs").action == "left_out"
    assert clot.point("LI4").action == "allowed"


def test_a_sided_caution_on_a_limb_counts_on_its_side(judge):
    """Varicose veins on the right: look before pressing that leg."""
    veins = judge("varicose::right")
    assert veins.step(step("ST36", side="right")).look_first
    assert not veins.step(step("ST36", side="left")).look_first
    assert veins.point("ST36").said == ("varicose-veins",)


@pytest.mark.parametrize("answer", ["fever", "contagious", "blood-pressure-severe", "under-18"])
def test_some_answers_allow_no_session_at_all(judge, answer):
    """Fever, severe blood pressure and age end it before it starts."""
    verdict = judge(answer).session()
    assert verdict.action == "left_out"
    assert verdict.because.startswith("No session, because you said")
    assert judge(answer).point("LI4").action == "left_out"


def test_overrides_lift_what_may_be_lifted_for_one_run(judge):
    """A caution with override `one-run` is told instead of obeyed; the own limit of a point stays."""
    lifted = judge("pregnant", overrides=frozenset({"pregnancy-points", "under-18"}))
    verdict = lifted.point("LI4")
    assert verdict.action == "allowed"
    assert "pregnancy-points" in verdict.said
    assert lifted.lifted == ("pregnancy-points",)
    assert judge("under-18", overrides=frozenset({"under-18"})).session().action == "left_out"
    assert lifted.point("CV8").action == "left_out"


def test_weeks_and_old_answers_unlock_nothing(library, person):
    """An answer is obeyed until another one is given, however old it is."""
    old = Judge(library, person("pregnant"), today="2036-01-01")
    assert old.point("LI4").action == "left_out"


def test_own_blocked_points_are_left_out_with_the_areas_they_lie_in(judge):
    """What the person does not want pressed is not pressed."""
    own = judge(blocked_points=("GB21",))
    assert own.point("GB21").cautions == (OWN_CHOICE,)
    assert own.area("shoulder-tops").action == "left_out"
    assert own.point("GB20").action == "allowed"


def test_rules_for_everybody_about_a_place_do_not_forbid_the_technique_elsewhere(judge):
    """No circling of the neck; wrists may be circled."""
    assert judge().area("neck-back", technique="joint-circles").action == "left_out"
    assert judge().area("wrists", technique="joint-circles").action != "left_out"
    assert judge().area("low-back", technique="percuss").action == "left_out"
    assert judge().area("thighs", technique="percuss").action == "allowed"
    assert judge("osteoporosis").area("thighs", technique="percuss").action == "left_out"


def test_both_at_once_is_refused_where_the_place_forbids_it(judge):
    """A step on both sides at once becomes one side at a time."""
    verdict = judge().step(step("LI4", side="both", pressure=2))
    assert (verdict.action, verdict.both_at_once) == ("lighter", False)
    assert "one side at a time" in verdict.because


def test_a_step_is_judged_with_its_own_pressure_and_seconds(judge):
    """More than a point bears is `lighter`, with the limit in the verdict."""
    verdict = judge().step(step("LR3", pressure=3, seconds=120.0))
    assert (verdict.action, verdict.max_pressure, verdict.max_seconds) == ("lighter", 1, 60)
    assert judge().step(step("LR3", pressure=1, seconds=45.0)).action == "allowed"
    for code, seconds in (("LR3", 61.0), ("TE17", 31.0), ("LI4", 181.0)):
        verdict = judge().step(step(code, pressure=1, seconds=seconds))
        assert (verdict.action, verdict.max_seconds) == ("lighter", int(seconds) - 1), code


def test_a_point_marked_avoid_is_left_out_without_any_caution(library, person):
    """The limit of the point itself is enough, also for a point of a pack."""
    limit = Limit(level="avoid", reason="A sore place.")
    point = replace(library.points["LI4"], limit=limit)
    packed = SimpleNamespace(**(vars(library) | {"points": {**library.points, "LI4": point}}))
    verdict = Judge(packed, person(), today=TODAY).point("LI4")
    assert (verdict.action, verdict.cautions) == ("left_out", ())
    assert verdict.because == "LI4 is never pressed. A sore place."


def test_who_cannot_reach_the_feet_or_lie_down_keeps_what_they_can_do(judge):
    """One caution serves both answers; each takes away only what that person cannot do."""
    feet, lying = judge("cannot-reach-feet"), judge("cannot-lie")
    assert feet.point("KI1").action == "left_out"
    assert feet.position("feet").action == "left_out"
    assert feet.position("lying-on-back").action == "allowed"
    assert lying.position("lying-on-side").action == "left_out"
    assert lying.position("feet").action == "allowed"
    assert lying.point("KI1").action == "allowed"


def test_a_profile_of_a_later_version_judges_what_it_knows(judge):
    """Answers this library does not know are passed over."""
    assert judge("levitating").point("LI4").action == "allowed"


def test_what_is_told_before_a_session_is_named_once(judge):
    """General rules are said of the session, not of every step."""
    said = judge("panic-or-trauma").session().said
    assert {"keep-medicine", "where-and-when", "panic-trauma"} <= set(said)
    assert "panic-trauma" not in judge("panic-or-trauma").point("LI4").said
    answered = judge("panic-or-trauma", "blood-pressure-high", "hands-hurt", "pregnant")
    assert answered.told == ("blood-pressure-high", "panic-trauma", "hands-hurt")
    assert judge().told == ()


def with_caution(library, **fields: object) -> SimpleNamespace:
    """Return the library with one more caution."""
    own = {"id": "own", "title": "Own", "profile": ("over-50",), "action": "lighter", "rule": "R.", "strength": "x"}
    caution = Caution(**(own | fields))
    return SimpleNamespace(**(vars(library) | {"cautions": {**library.cautions, caution.id: caution}}))


def with_implied(library, slug: str, *implied: str) -> SimpleNamespace:
    """Return the library with an answer that implies others."""
    question = replace(library.questions[slug], implies=implied)
    return SimpleNamespace(**(vars(library) | {"questions": {**library.questions, slug: question}}))


def test_a_cautions_limit_of_a_day_lowers_the_day(library, person):
    """600 seconds for everybody; a caution with fewer binds the points it touches, and no other."""
    assert Judge(library, person(), today=TODAY).point("LI4").max_seconds_per_day == 600
    judge = Judge(with_caution(library, points=("LI4",), max_seconds_per_day=120), person("over-50"), today=TODAY)
    assert judge.point("LI4").max_seconds_per_day == 120
    assert judge.point("LI4", "left").max_seconds_per_day == 120
    assert judge.point("LI10").max_seconds_per_day == 600


def test_a_caution_cannot_lengthen_the_day(library, person):
    """Ten minutes stay the most."""
    judge = Judge(with_caution(library, points=("LI4",), max_seconds_per_day=900), person("over-50"), today=TODAY)
    assert judge.point("LI4").max_seconds_per_day == 600


def test_an_answer_that_implies_no_holds_needs_no_caution(library, person):
    """The pattern without holds takes the place of the other, and the answer is the reason."""
    judge = Judge(with_implied(library, "over-50", "no-holds"), person("over-50"), today=TODAY)
    assert judge.breathing("box") == ("even-4", "over-50")
    assert Judge(library, person("over-50"), today=TODAY).breathing("box") == ("box", "")


def test_an_answer_that_implies_another_is_obeyed_as_both(library, person):
    """Its cautions hold, those of what that one implies too, and a circle ends."""
    implied = with_implied(with_implied(library, "over-50", "pregnant"), "pregnant", "over-50", "no-holds")
    judge = Judge(implied, person("over-50"), today=TODAY)
    assert judge.point("LI4").cautions == ("pregnancy-points",)
    assert judge.breathing("4-7-8")[0] == "long-exhale-4-6"
