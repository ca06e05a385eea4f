"""Properties of the judge over pairs of answers: nothing blocked is allowed, nothing is left out for no reason.

The rules are told here a second time, straight from the cautions, without the judge's own code.
"""

from __future__ import annotations

import itertools
import os
import random

import pytest

from acucli.model.practice import PlanStep
from acucli.safety.judge import Judge
from tests.safety.conftest import TODAY

NO_SESSION = {"fever", "contagious", "blood-pressure-severe", "under-18"}
PLACES = ("hand", "forearm", "knee", "shin", "foot", "scalp", "shoulder-top", "back-upper", "jaw", "neck-back")
LEVELS = {"light": 1, "medium": 2, "firm": 3}


def covering_profiles(questions, seed: int = 7):
    """Return sets of answers in which every two answers meet in all four ways (a covering array of strength two)."""
    slugs = [slug for slug in questions if slug not in NO_SESSION]
    luck = random.Random(seed)
    wanted = {
        (one, other, here, there)
        for one, other in itertools.combinations(slugs, 2)
        for here in (True, False)
        for there in (True, False)
    }
    rows = []
    while wanted:
        tries = [{slug: luck.random() < 0.5 for slug in slugs} for _ in range(20)]
        best = max(tries, key=lambda row: sum(row[a] == x and row[b] == y for a, b, x, y in wanted))
        wanted = {item for item in wanted if (best[item[0]], best[item[1]]) != item[2:]}
        rows.append([slug for slug in slugs if best[slug]])
    return rows


def told(slugs, questions, seed: int):
    """Return answers with a place and side where one is asked."""
    luck = random.Random(seed)
    made = []
    for slug in slugs:
        place = luck.choice(PLACES) if questions[slug].asks_place else ""
        side = luck.choice(("left", "right", "both")) if questions[slug].asks_place else ""
        made.append(f"{slug}:{place}:{side}")
    return made


def on(library, profile):
    """Return the cautions that an answer switched on, and those for everybody."""
    given = {answer.slug for answer in profile.answers}
    by_answer = [item for item in library.cautions.values() if given & set(item.profile)]
    everybody = [item for item in library.cautions.values() if "everyone" in item.profile]
    return by_answer, everybody


def must_be_left_out(library, profile, code: str, side: str) -> bool:
    """Tell from the records alone whether a point may not be pressed."""
    point = library.points[code]
    if point.limit.level == "avoid" or code in profile.blocked_points:
        return True
    by_answer, everybody = on(library, profile)
    for caution in (*by_answer, *everybody):
        if caution.action != "block" or caution.applies_if:
            continue
        if code in caution.points or point.regions & (set(caution.regions) - {"named", "whole-body"}):
            sides = {answer.side for answer in profile.answers if answer.slug in caution.profile}
            elsewhere = "named" not in caution.regions and caution.sided and sides <= {"left", "right"}
            if not elsewhere or code in caution.points or side in sides or side == "both" or not sides:
                return True
        if "named" in caution.regions:
            for answer in profile.answers:
                same_side = answer.side in {"", "both", side} or side == "both"
                if answer.slug in caution.profile and answer.region in point.regions and same_side:
                    return True
    return False


def test_the_profiles_hold_every_pair_of_answers(library):
    """The covering array covers, with few profiles."""
    rows = [set(row) for row in covering_profiles(library.questions)]
    slugs = [slug for slug in library.questions if slug not in NO_SESSION]
    for one, other in itertools.combinations(slugs, 2):
        assert {(one in row, other in row) for row in rows} == set(itertools.product((True, False), repeat=2))
    assert len(rows) < 30


def check_points(library, profile) -> None:
    judge = Judge(library, profile, today=TODAY)
    by_answer, _ = on(library, profile)
    lightest = min(
        (LEVELS[item.max_pressure] for item in by_answer if item.max_pressure and not (item.points or item.regions)),
        default=3,
    )
    for code, point in library.points.items():
        for side in ("left", "right") if point.sides == "both" else ("both",):
            verdict = judge.point(code, side)
            if must_be_left_out(library, profile, code, side):
                assert verdict.action == "left_out", (code, side, profile)
            if verdict.action == "left_out":
                assert verdict.cautions or point.limit.level == "avoid" or "never used there" in verdict.because
            else:
                assert verdict.max_pressure <= lightest, (code, side, profile)
            assert bool(verdict.because) == (verdict.action != "allowed"), (code, verdict)
            assert point.limit.level != "light" or verdict.max_pressure == 1


@pytest.mark.long
def test_no_answer_alone_allows_a_blocked_point(library, person):
    """Every answer by itself, with a place where one is asked, over every point and side."""
    for number, slug in enumerate(library.questions):
        check_points(library, person(*told([slug], library.questions, number)))


@pytest.mark.parametrize("which", range(4))
def test_no_pair_of_answers_allows_a_blocked_point(library, person, which):
    """All pairs of answers, four ways, over every point and side (a quarter of the profiles each)."""
    for number, row in enumerate(covering_profiles(library.questions)):
        if number % 4 == which:
            check_points(library, person(*told(row, library.questions, number)))


def test_no_pair_of_answers_allows_a_blocked_area_technique_tool_or_position(library, person):
    """Areas with their techniques, tools and positions: what an answered caution lists is left out everywhere."""
    for number, row in enumerate(covering_profiles(library.questions)):
        profile = person(*told(row, library.questions, number))
        judge = Judge(library, profile, today=TODAY)
        by_answer, _ = on(library, profile)
        techniques = {slug for caution in by_answer for slug in caution.techniques}
        tools = {slug for caution in by_answer for slug in caution.tools}
        for slug, area in library.areas.items():
            for technique in area.techniques:
                step = PlanStep(n=1, name=slug, seconds=30.0, area=slug, side="left", technique=technique)
                verdict = judge.step(step)
                blocked = technique in techniques or library.techniques[technique].tool in tools
                points = [code for code in area.points if code in library.points]
                # Points of the list are forbidden as such; a point's own `avoid` does not forbid resting a palm there.
                blocked = blocked or any(
                    must_be_left_out(library, profile, code, "left")
                    for code in points
                    if library.points[code].limit.level != "avoid"
                )
                assert not blocked or verdict.action == "left_out", (slug, technique, row)
        assert {name for name in tools if judge.technique("press", tool=name).action != "left_out"} == set()
        for caution in by_answer:
            if caution.id != "cannot-lie-or-reach":
                assert all(judge.position(name).action == "left_out" for name in caution.positions)
        no_holds = any(caution.breathing == "no-holds" for caution in by_answer)
        for slug, pattern in library.breathing.items():
            used = library.breathing[judge.breathing(slug)[0]]
            assert used.no_holds_ok or not no_holds, (slug, row)
            assert no_holds or used is pattern


@pytest.mark.soak
@pytest.mark.skipif(not os.environ.get("ACU_SOAK"), reason="long: set ACU_SOAK=1")
def test_every_two_answers_by_themselves(library, person):
    """Each pair alone, in case a third answer hid something."""
    for number, pair in enumerate(itertools.combinations(library.questions, 2)):
        check_points(library, person(*told(pair, library.questions, number)))


@pytest.mark.parametrize("where", ["", ":knee:left", ":neck-back:both"])
def test_what_an_answer_surely_does_not_change_is_unchanged(library, person, where: str) -> None:
    """`may_change` is False only where the verdict is that of somebody without answers."""
    without = Judge(library, person(), today=TODAY)
    before = {code: without.point(code) for code in library.points}
    spared = 0
    for slug in library.questions:
        judge = Judge(library, person(slug + where), today=TODAY)
        for code, verdict in before.items():
            if not judge.may_change(code):
                spared += 1
                now = judge.point(code)
                assert (now.action, now.only_side) == (verdict.action, verdict.only_side), (slug, code)
                assert (now.max_pressure, now.max_seconds, now.max_seconds_per_day) == (
                    verdict.max_pressure,
                    verdict.max_seconds,
                    verdict.max_seconds_per_day,
                ), (slug, code)
    assert spared > len(before) * 10
