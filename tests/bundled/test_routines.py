"""Every bundled routine: it lasts what it says, keeps every limit, and serves what it names."""

from __future__ import annotations

import pytest

from acucli.cli.group import COMMANDS
from acucli.guide.preparing import prepare
from acucli.guide.request import Request
from acucli.model.practice import Plan, Profile
from tests.bundled.carried import ids, keyed, table

ORDER = ("seated", "feet", "lying-on-side", "lying-on-back", "lying-face-down")
PREGNANT = ("pregnancy-nausea", "pregnancy-calm")
WALKS = {"lung-walk": "LU"}
"""Routines that follow one channel instead of a complaint."""
TODAY = "2026-11-20"

HOMES = {
    "S1": ("routine:ear-calm", "article:ear-protocol", "condition:cravings"),
    "S2": ("routine:stress-quick", "routine:stress", "article:chest-centre"),
    "S3": ("article:how-to-press", "technique:press", "technique:oil"),
    "S4": ("routine:headache", "routine:migraine", "routine:low-back", "article:head-and-back"),
    "S5": ("article:meridians", "meridian:LU", "meridian:LI", "meridian:HT", "meridian:SI", "meridian:SP",
           "meridian:KI", "meridian:LR", "meridian:PC"),
    "S6": ("article:techniques", "technique:knead", "technique:roll", "technique:tap", "technique:percuss",
           "technique:stretch", "technique:joint-circles", "routine:whole-body"),
    "S7": ("article:who-should-ask-first", "article:side-effects", "caution:bleeding", "caution:osteoporosis"),
    "S8": ("article:common-pains", "condition:text-neck", "condition:sciatica", "condition:jaw-pain",
           "condition:period-pain", "condition:joint-pain", "condition:sports-recovery"),
    "S9": ("article:local-and-distal",),
    "S10": ("article:first-talk", "command:plan"),
    "S11": ("article:rhythm-of-a-course", "command:course"),
    "S12": ("article:daily-life",),
    "S13": ("article:beside-acupressure",),
    "S14": ("article:tools", "technique:ball", "technique:roller", "technique:scraper", "technique:pen",
            "technique:massager"),
    "S15": ("article:how-it-may-work",),
    "S16": ("article:faq",),
    "S17": ("article:not-medical-advice",),
    "S18": ("article:what-people-use-it-for", "condition:stress", "condition:insomnia", "condition:brain-fog",
            "routine:focus"),
    "S19": ("article:guidelines-and-needles", "reference:acp-2017-back"),
    "S20": ("article:history",),
}  # fmt: skip
"""Where each of the twenty things of the documents lives."""

SHELVES = {
    "routine": "routines", "article": "articles", "condition": "conditions", "technique": "techniques",
    "meridian": "meridians", "caution": "cautions", "reference": "references",
}  # fmt: skip

each_routine = pytest.mark.parametrize("slug", ids("routines"))


def planned(library, slug: str) -> Plan:
    """Return the plan of the routine for somebody who answered nothing."""
    found = prepare(Request(what=slug), library, Profile(), today=TODAY)
    assert found.plan is not None, found.refusal
    return found.plan


@each_routine
def test_routine_lasts_what_it_says(library, slug):
    """With every wait, its session is within a fifth of its minutes."""
    wanted = library.routines[slug].target_minutes * 60
    made = planned(library, slug).total_seconds
    assert abs(made - wanted) <= 0.2 * wanted, f"says {wanted / 60:g} minutes, makes {made / 60:.1f}"


@each_routine
def test_nothing_of_it_is_left_out_for_somebody_without_answers(library, slug):
    """What stands in a routine can be pressed as it stands."""
    plan = planned(library, slug)
    assert (plan.left_out, plan.stand_ins) == ((), ())
    assert {step.code or step.area for step in plan.steps} == {
        step.point or step.area for step in library.routines[slug].steps
    }


@each_routine
def test_positions_come_in_order(library, slug):
    """All seated places, then the feet, then lying; nobody changes position twice."""
    routine = library.routines[slug]
    positions = list(dict.fromkeys(step.position for step in routine.steps))
    assert positions == sorted(positions, key=ORDER.index)
    assert list(routine.positions) == positions


@each_routine
def test_no_limit_is_broken(library, slug):
    """Pressure, seconds and techniques stay within the limits of points, areas and cautions for everyone."""
    routine = library.routines[slug]
    for step in routine.steps:
        technique = library.techniques[step.technique]
        if step.point:
            point = library.points[step.point]
            assert point.pressable, step.point
            assert "self" in point.reach, step.point
            assert (step.seconds or point.hold.usual_seconds) <= point.hold.most_seconds, step.point
            assert point.limit.level != "light" or (step.pressure or point.press.pressure) == 1, step.point
            assert (step.side == "midline") == (point.sides == "midline"), step.point
            regions, codes = point.regions, {point.code}
        else:
            area = library.areas[step.area]
            assert not area.techniques or step.technique in {*area.techniques, "breathe-and-rest"}, step.area
            regions, codes = frozenset(area.regions), set(area.points)
        assert not regions & set(technique.not_on), f"{step.technique} on {step.point or step.area}"
        for rule in keyed("cautions").values():
            mine = codes & set(rule["points"].split()) or regions & set(rule["regions"].split())
            if mine and "everyone" in rule["profile"].split() and rule["max_seconds"]:
                assert (step.seconds or 0) <= int(rule["max_seconds"]), f"{rule['id']}: {step.point or step.area}"


@each_routine
def test_what_stands_in_can_be_pressed_by_everybody(library, slug):
    """A stand-in is pressable with one's own hands and is no step of the routine already."""
    routine = library.routines[slug]
    steps = {step.point for step in routine.steps}
    for step in routine.steps:
        for code in step.stand_in:
            assert library.points[code].pressable, code
            assert "self" in library.points[code].reach, code
            assert code not in steps, code


@each_routine
def test_points_are_customary_for_what_it_is_for(library, slug):
    """It serves conditions that are offered, and most of its points are named for them in the table of uses."""
    routine = library.routines[slug]
    assert routine.for_
    assert all(library.conditions[name].offered for name in routine.for_)
    customary = {choice.code for name in routine.for_ for choice in library.conditions[name].points}
    customary |= {row["code"] for row in table("uses") if row["condition"] in routine.for_}
    points = [step.point for step in routine.steps if step.point]
    if slug in WALKS:
        assert {library.points[code].meridian for code in points} == {WALKS[slug]}
    elif customary:
        assert 2 * len(set(points) & customary) >= len(points), sorted(set(points) - customary)


@each_routine
def test_sources_breathing_and_words_are_there(library, slug):
    """Sources exist, the breath is never held, and something is said before, at each step and after."""
    routine = library.routines[slug]
    assert set(routine.sources) <= set(library.references) | set(library.sources)
    assert not library.breathing[routine.breathing].has_hold
    assert routine.summary
    assert routine.prepare
    assert routine.close
    assert all(step.words for step in routine.steps)
    assert set(routine.documents) <= set(HOMES)


def test_there_are_forty_routines_and_ten_open_ones(library):
    """At least ten may start without a question; stress-quick is one of them."""
    assert len(library.routines) >= 40
    assert set(library.routines) == set(ids("routines"))
    opened = {routine.slug for routine in library.routines.values() if routine.open}
    assert len(opened) >= 10
    assert "stress-quick" in opened


@pytest.mark.parametrize("slug", PREGNANT)
def test_pregnancy_routines_hold_nothing_that_is_left_alone(library, slug):
    """No point, stand-in or area of the two pregnancy lists, seated, at most medium pressure, no percussion or ball."""
    rules = [keyed("cautions")[name] for name in ("pregnancy-points", "pregnancy-minor", "pregnancy-legs")]
    points = {code for rule in rules for code in rule["points"].split()}
    regions = {region for rule in rules for region in rule["regions"].split()}
    techniques = {name for rule in rules for name in (*rule["techniques"].split(), *rule["tools"].split())}
    for step in library.routines[slug].steps:
        assert step.position == "seated"
        assert (step.pressure or 2) <= 2
        assert not {step.technique, step.tool} & techniques
        for code in (step.point, *step.stand_in):
            assert code not in points
            assert not code or not library.points[code].regions & regions
        if step.area:
            area = library.areas[step.area]
            assert not set(area.points) & points
            assert not {*area.regions, area.limb} & regions


def test_pregnancy_nausea_presses_pc6_alone(library):
    """The one point that guidelines name."""
    assert {step.point for step in library.routines["pregnancy-nausea"].steps if step.point} == {"PC6"}


def test_ear_calm_opens_with_what_it_does_not_treat(library):
    """The five points of the clinics, in turn; withdrawal is named before the first of them."""
    routine = library.routines["ear-calm"]
    assert [step.point for step in routine.steps] == [f"EAR-{code}" for code in ("AH6a", "TF4", "CO10", "CO12", "CO14")]
    assert "withdrawal" in routine.prepare[0]
    assert "not treat" in routine.prepare[0]


def test_stress_quick_is_the_chest_centre_for_seconds(library):
    """One point, lightly, for less than half a minute; the longer stress routine holds it too."""
    (step,) = library.routines["stress-quick"].steps
    assert (step.point, step.pressure) == ("CV17", 1)
    assert (step.seconds or 99) <= 30
    assert "CV17" in {step.point for step in library.routines["stress"].steps}


@pytest.mark.parametrize("slug", ["headache", "migraine", "low-back"])
def test_head_and_back_routines_hold_two_to_three_minutes(library, slug):
    """S4: two to three minutes on a place, and the hands come back to the lap."""
    routine = library.routines[slug]
    assert "S4" in routine.documents
    assert any(120 <= (step.seconds or 0) <= 180 for step in routine.steps)
    assert "lap" in " ".join(routine.close)


def test_techniques_of_the_documents_are_used(library):
    """S6: kneading, rolling, tapping, percussion, stretching and moving joints stand in routines, each with its cue."""
    used = {step.technique for routine in library.routines.values() for step in routine.steps}
    for slug in ("knead", "roll", "tap", "percuss", "stretch", "joint-circles"):
        assert slug in used
        assert library.techniques[slug].cue


@pytest.mark.parametrize("document", HOMES)
def test_each_document_has_its_named_home(library, document):
    """Everything the documents describe can be run, looked up or read; an article says so itself."""
    for home in HOMES[document]:
        kind, _, name = home.partition(":")
        if kind == "command":
            assert name in COMMANDS
            continue
        record = getattr(library, SHELVES[kind])[name]
        if kind == "article":
            assert document in record.documents, home
    carried = [*library.articles.values(), *library.routines.values(), *library.techniques.values()]
    assert any(document in record.documents for record in carried)
