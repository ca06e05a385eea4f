"""Statistics, plots and what went with relief: counts, weeks without gaps, no claims."""

from __future__ import annotations

from datetime import timedelta

import pytest

from acucli.journal import plots
from acucli.journal.helped import helped, say_tally
from acucli.journal.sessions import sessions_of
from acucli.journal.stats import statistics
from tests.journal.factories import START, keep, make_session


@pytest.fixture
def sessions(journal):
    """Five sessions over three weeks: two headache, three stress; one of them unscored, one worse."""
    day = timedelta(days=1)
    headache = {"slug": "headache", "conditions": ("headache",), "codes": ("GB20",)}
    keep(journal, make_session("a", START, before=6, after=3))
    keep(journal, make_session("b", START + day, before=4, after=4))
    keep(journal, make_session("c", START + 14 * day))
    keep(journal, make_session("d", START + 15 * day, before=5, after=6, **headache))
    keep(journal, make_session("e", START + 16 * day, before=7, after=2, holds=0, **headache))
    return sessions_of(journal.read().lines)


def test_weeks_begin_on_monday_and_have_no_gaps(sessions):
    """A week without a session is a week with nothing."""
    found = statistics(sessions)
    assert [(week.monday, week.sessions) for week in found.weeks] == [
        ("2026-11-16", 2),
        ("2026-11-23", 0),
        ("2026-11-30", 3),
    ]
    assert (found.sessions, found.days, found.first_day, found.last_day) == (5, 5, "2026-11-20", "2026-12-06")


def test_only_credited_seconds_count(sessions):
    """What was planned and not held is not counted."""
    found = statistics(sessions)
    assert found.credited_seconds == 60 + 60 + 60 + 30 + 0


def test_conditions_are_tallied_with_both_numbers(sessions):
    """Lower, the same and higher stand side by side; means are of sessions with both numbers."""
    stress, headache = statistics(sessions).conditions
    assert (stress.slug, stress.sessions, stress.scored, stress.lower, stress.same, stress.higher) == (
        "stress", 3, 2, 1, 1, 0,
    )  # fmt: skip
    assert (stress.mean_before, stress.mean_after) == (5.0, 3.5)
    assert (headache.lower, headache.higher) == (1, 1)


def test_a_span_and_a_condition_can_be_chosen(sessions):
    """Days are inclusive."""
    assert statistics(sessions, since="2026-11-21", until="2026-12-04").sessions == 2
    assert statistics(sessions, condition="headache").sessions == 2
    assert statistics([]).weeks == ()


def test_what_helped_stands_beside_what_did_not(sessions):
    """Points count where they were really pressed, in sessions with both numbers."""
    found = helped(sessions)
    assert (found.sessions, found.scored) == (5, 4)
    assert {item.slug: (item.lower, item.same, item.higher) for item in found.points} == {
        "LI4": (1, 1, 0),
        "PC6": (1, 1, 0),
        "GB20": (0, 0, 1),
    }
    line = say_tally(found.points[0])
    assert "1 lower, 1 the same, 0 higher" in line
    assert "too few to say anything" in line
    for claim in ("helps", "works", "cure", "proven"):
        assert claim not in line.lower()


@pytest.mark.parametrize(
    ("value", "most", "width", "expected"),
    [(0, 10, 8, ""), (10, 10, 4, "████"), (5, 10, 4, "██"), (0.001, 10, 4, "▏"), (20, 10, 4, "████"), (1, 0, 4, "")],
)
def test_bars_keep_their_width_and_show_whatever_is_above_nothing(value, most, width, expected):
    """Nothing is told by colour."""
    assert plots.bar(value, most, width) == expected


def test_bars_and_rows_have_an_ascii_form():
    """A terminal without block characters reads the same."""
    assert plots.bar(5, 10, 4, ascii_only=True) == "##"
    assert plots.sparkline([0, 1, 2], ascii_only=True) == ".+@"


def test_a_row_of_bars_runs_from_the_least_to_the_most():
    """A gap is a blank, all the same is the lowest mark."""
    assert plots.sparkline([0, 7, None, 3.5]) == "▁█ ▅"
    assert plots.sparkline([0, 0]) == "▁▁"
    assert plots.sparkline([]) == ""


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [(6, 3, "···a<<b····"), (3, 6, "···b>>a····"), (4, 4, "····=······"), (0, 10, "b>>>>>>>>>a")],
)
def test_two_numbers_are_drawn_with_letters_and_arrows(before, after, line):
    """b before, a after; the arrow shows the way."""
    assert plots.change_bar(before, after) == line
