"""The bundled cautions, questions, regions, words and helplines, as facts carried in."""

from __future__ import annotations

import pytest

from acucli.model.practice import Profile, ProfileAnswer
from acucli.safety.judge import Judge

_BLOCKED = """
LI4 ST19 ST20 ST21 ST22 ST23 ST24 ST25 ST26 ST27 ST28 ST29 ST30 SP6 SP12 SP13 SP14 SP15 SP16 BL22 BL23 BL24 BL25 BL26
BL27 BL28 BL29 BL30 BL31 BL32 BL33 BL34 BL35 BL51 BL52 BL60 BL67 KI11 KI12 KI13 KI14 KI15 KI16 KI17 KI18 KI19 KI20 KI21
GB21 GB25 GB26 GB27 GB28 LR12 LR13 GV1 GV2 GV3 GV4 GV5 CV1 CV2 CV3 CV4 CV5 CV6 CV7 CV8 CV9 CV10 CV11 CV12 CV13 CV14
CV15 EX-CA1 EX-B2 EX-B4 EX-B5 EX-B6 EX-B7 EX-B8 EX-B9 EX-Tituo EAR-TF2
"""
PREGNANCY_BLOCKED = _BLOCKED.split()
PREGNANCY_MINOR = ["LU4", "LU7", "LI11", "ST12", "ST17", "SP4", "BL40", "LR3"]
NEVER_OVERRIDDEN = {
    "front-of-neck", "eye-socket", "inside-mouth-nose", "nipple-navel-perineum", "electric-devices", "clot",
    "bone-cancer", "cancer-sites", "line-port", "dialysis-fistula", "blood-pressure-severe", "aneurysm",
    "neck-trouble", "under-18", "swollen-glands", "rheumatoid-arthritis", "spinal-injury", "fragile-tissue",
}  # fmt: skip


def test_the_blocked_list_of_pregnancy_is_exact(library):
    """75 points of the channels, nine extra points and the one ear zone this library holds: no more, no fewer."""
    caution = library.cautions["pregnancy-points"]
    assert list(caution.points) == PREGNANCY_BLOCKED
    assert (len(PREGNANCY_BLOCKED), len(set(PREGNANCY_BLOCKED))) == (85, 85)
    assert set(caution.regions) == {"belly-upper", "belly-lower", "groin", "back-lower", "sacrum", "perineum"}
    assert list(library.cautions["pregnancy-minor"].points) == PREGNANCY_MINOR


def test_a_pregnant_person_is_kept_from_exactly_that_list(library, person):
    """Regions add no point that the list does not hold, and PC6 is not among them."""
    judge = Judge(library, person("pregnant"), today="2026-11-20")
    kept_from = {code for code in library.points if "pregnancy-points" in judge.point(code).cautions}
    assert kept_from == set(PREGNANCY_BLOCKED)


def test_every_code_answer_and_region_of_a_caution_exists(library):
    """No caution speaks of something the library does not hold."""
    for caution in library.cautions.values():
        assert set(caution.points) <= set(library.points), caution.id
        assert set(caution.regions) <= set(library.regions), caution.id
        assert set(caution.profile) <= {"everyone", *library.questions}, caution.id


def test_what_can_never_be_overridden_is_exact(library):
    """The override of each caution is as decided."""
    assert {item.id for item in library.cautions.values() if item.override == "never"} == NEVER_OVERRIDDEN


def test_the_records_are_all_there_in_their_order(library):
    """78 cautions, 61 questions on seven screens, 45 regions, 38 helplines."""
    assert (len(library.cautions), len(library.questions), len(library.regions)) == (78, 61, 45)
    assert len(library.helplines) == 38
    screens = [question.screen for question in library.questions.values()]
    assert screens == sorted(screens)
    assert next(iter(library.questions)) == "pregnant"


def test_the_rule_of_pulses_follows_from_what_lies_below(library):
    """Every point over an artery is light and one side at a time, or another rule for everybody limits it already."""
    rule = library.cautions["artery-points"]
    for code, point in library.points.items():
        if "artery" not in point.tissue:
            assert code not in rule.points or code == "KI10", code
            continue
        others = (library.cautions[name] for name in point.cautions if name != rule.id)
        limits = [item for item in others if item.for_everyone and code in item.points]
        assert (code in rule.points) is not any(item.max_pressure or item.action == "block" for item in limits), code
    assert {"GB2", "GB8", "HT4", "HT7", "KI3", "KI8", "SI19", "TE21", "EX-UE2"} <= set(rule.points)
    assert len(rule.points) == 37


@pytest.mark.parametrize(
    ("answer", "left_out", "kept"),
    [
        ("rheumatoid-arthritis", "GB20", "SI3"), ("spinal-injury", "BL23", "SI3"), ("spinal-injury", "GV14", "LI11"),
        ("fragile-tissue", "BL10", "LI4"), ("panic-or-trauma", "CV17", "PC6"), ("panic-or-trauma", "KI27", "HT7"),
    ],
)  # fmt: skip
def test_new_answers_leave_out_what_their_rules_say(library, person, answer, left_out, kept):
    """And leave something to press."""
    judge = Judge(library, person(answer), today="2026-11-20")
    assert judge.point(left_out).action == "left_out"
    assert judge.point(kept).action in {"allowed", "lighter"}


@pytest.mark.parametrize("answer", ["rheumatoid-arthritis", "spinal-injury", "fragile-tissue", "weak-immunity"])
def test_new_answers_are_light_everywhere(library, person, answer):
    """A hand point that may be pressed medium otherwise."""
    assert Judge(library, person(answer), today="2026-11-20").point("LI11").max_pressure == 1
    assert Judge(library, person(), today="2026-11-20").point("LI11").max_pressure > 1


@pytest.mark.parametrize("answer", ["swollen-glands", "recent-injection"])
def test_the_place_that_was_named_is_left_alone(library, answer):
    """On its side alone; the other cheek stays."""
    told = ProfileAnswer(slug=answer, given="2026-11-20", region="jaw", side="left")
    judge = Judge(library, Profile(answers=(told,)), today="2026-11-20")
    assert judge.point("ST6", "left").action == "left_out"
    assert judge.point("ST6", "right").action != "left_out"


def test_rules_for_everybody_on_glands_and_meals_are_said_where_they_matter(library):
    """Belly points name the meal; jaw, armpit and groin points name lumps and glands."""
    assert "full-stomach" in library.points["CV12"].cautions
    assert "lumps-and-glands" in library.points["HT1"].cautions


def test_one_side_at_a_time_stays_a_word(library):
    """`no` is text and not a truth value."""
    assert library.cautions["artery-points"].both_at_once == "no"
    assert library.cautions["behind-ear"].both_at_once == "never"


def test_rules_of_the_project_alone_say_so(library):
    """A rule without a source has the strength `precaution` and says it is our own."""
    for caution in library.cautions.values():
        if caution.strength == "precaution":
            assert "project's own precaution" in caution.rule, caution.id


@pytest.mark.parametrize(
    ("code", "emergency", "first"),
    [("US", ("911",), "988"), ("GB", ("999", "112"), "116 123"), ("DE", ("112",), "0800 1110111 or 0800 1110222")],
)
def test_helplines_are_dated_and_carry_their_numbers(library, code, emergency, first):
    """Numbers are text, each record says when it was read."""
    helpline = library.helplines[code]
    assert helpline.emergency == emergency
    assert helpline.lines[0].number == first
    assert helpline.checked == "2026-11-30"


def test_the_words_of_every_hold_name_the_sensations_that_stop_it(library):
    """Sharp, electric, burning and numb mean: let go."""
    words = library.safety_words
    assert all(word in words.every_hold for word in ("Sharp", "electric", "burning", "numb"))
    assert [sign.id for sign in words.signs][:3] == ["sharp-pain", "electric", "numb"]
    assert len(words.side_effects) == 7


def test_every_answer_that_implies_no_holds_is_obeyed_by_a_caution(library):
    """What is said to the person names a caution: each such answer has one with `breathing: no-holds`."""
    implying = {slug for slug, question in library.questions.items() if "no-holds" in question.implies}
    assert implying
    for slug in implying:
        profile = Profile(answers=(ProfileAnswer(slug=slug, given="2026-11-20"),))
        assert Judge(library, profile, today="2026-11-20").no_holds_because, slug
    assert {name for question in library.questions.values() for name in question.implies} == {"no-holds"}
