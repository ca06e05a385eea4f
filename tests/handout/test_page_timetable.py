"""The timetable in a page: the same words at the same seconds as the terminal, and limits that no button passes."""

from __future__ import annotations

import pytest

from acucli.guide.handouts import handout_of
from acucli.guide.request import Request
from acucli.handout.page_timetable import PageTimetable, page_timetable_of
from acucli.model.handout_sheet import Handout
from acucli.model.library import Library
from acucli.model.practice import Plan, Profile
from acucli.session.timetable import moments
from tests.handout.conftest import TODAY

HALF_FROM, TEN_FROM = 30.0, 25.0


def plan_of(what: str, library: Library) -> Plan:
    """Return the plan of a handout."""
    found = handout_of(Request(what=what), library, Profile(), today=TODAY)
    assert isinstance(found, Handout)
    assert found.plan is not None
    return found.plan


def told(table: PageTimetable) -> list[tuple[float, str]]:
    """Return everything that a page says of a timetable, each with its second."""
    found = [(0.0, table.settle)]
    at = table.settle_seconds
    for step in table.steps:
        found.append((at, step.ready))
        at += step.ready_seconds
        found.append((at, step.hold))
        marks = [(at + step.seconds / 2, step.half)] if step.seconds >= HALF_FROM else []
        marks += [(at + step.seconds - 10, step.ten_seconds)] if step.seconds >= TEN_FROM else []
        at += step.seconds
        found += sorted(marks)
        found.append((at, step.release))
        at += step.release_seconds
    return [*found, (at, table.close)]


@pytest.mark.parametrize("what", ["nausea", "headache", "sleep", "whole-body", "panic", "hiccups"])
def test_a_page_says_what_the_terminal_says_at_the_same_second(what: str, library: Library) -> None:
    """Nothing is lost and nothing moves between the timetable of the session and that of the page."""
    plan = plan_of(what, library)
    expected = [
        (pytest.approx(moment.at, abs=1e-6), moment.announcement.text)
        for moment in moments(plan, breaths=False)
        if moment.announcement.kind not in {"end", "ask"}
    ]
    assert told(page_timetable_of(plan)) == expected


def test_by_touch_the_whole_way_to_a_place_is_said(library: Library) -> None:
    """Somebody who sees nothing hears each sentence of the way by touch before the hold, in its order."""
    for what in ("nausea", "headache", "stress", "sleep"):
        plan = plan_of(what, library)
        for step, of_page in zip(plan.steps, page_timetable_of(plan).steps, strict=True):
            if step.turn == "first" and step.by_touch:
                assert step.by_touch in of_page.ready_by_touch, step.code
            else:
                assert of_page.ready_by_touch == ""


def test_the_breath_is_told_in_words(library: Library) -> None:
    """The circle alone would tell nothing to somebody who does not see it."""
    assert page_timetable_of(plan_of("headache", library)).breath == "Breathe in for five, breathe out for five."


def test_a_page_names_no_key_of_the_terminal(library: Library) -> None:
    """The letter that turns the breath off in the terminal does nothing in a page."""
    assert "pacer" not in page_timetable_of(plan_of("headache", library)).settle


def test_both_sides_at_once_count_for_each(library: Library) -> None:
    """The limit of a side holds for each of two sides that are pressed together."""
    steps = page_timetable_of(plan_of("headache", library)).steps
    assert [step.sides for step in steps] == [("left", "right"), ("left", "right"), ("left",), ("right",)]
