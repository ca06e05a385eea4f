"""The machine: credited time is true, sides are equal, gaps and pauses are never counted."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from acucli.host.environment import Clock
from acucli.model.practice import Event
from acucli.session.announcements import key_reply
from acucli.session.machine import Command, SessionPosition, State, Tick, begin, place_after, step
from acucli.session.state import SessionStart, left_in_all, left_to_hold, until_next
from acucli.session.stepped_clock import SteppedClock, tick_of
from tests.session.plans import both_sides, make_plan, make_step, small_plan


class Session:
    """A machine with its clocks, for tests that read as a story."""

    def __init__(self, plan=None, **options) -> None:
        self.state, events = begin(plan or make_plan(), SessionStart(**options))
        self.events: list[Event] = list(events)
        self.mono, self.wall = 100.0, 1_000_000.0
        self.tick()

    def tick(self) -> tuple[Event, ...]:
        self.state, events = step(self.state, Tick(self.mono, self.wall))
        self.events += events
        return events

    def run(self, seconds: float, tick: float = 0.25) -> None:
        while seconds > 1e-9:
            part = min(tick, seconds)
            seconds -= part
            self.mono += part
            self.wall += part
            self.tick()

    def jump(self, mono: float, wall: float) -> tuple[Event, ...]:
        self.mono += mono
        self.wall += wall
        return self.tick()

    def do(self, name: str, value=None) -> tuple[Event, ...]:
        self.state, events = step(self.state, Command(name, value))
        self.events += events
        return events

    def kinds(self) -> list[str]:
        return [event.kind for event in self.events]


def test_uninterrupted_session_tells_every_moment_in_order():
    """The vocabulary of one place on both sides, from start to end."""
    session = Session()
    session.run(100)
    hold = ["half", "ten_seconds", "release"]
    assert session.kinds() == ["start", "step", *hold, "side", *hold, "end"]
    assert session.events[-1].why == "done"
    assert session.state.ended


def test_start_carries_the_whole_plan():
    """A journal line alone is enough to take the session up again."""
    plan = small_plan()
    session = Session(plan)
    assert session.events[0].plan == plan
    assert session.events[0].left == plan.hold_seconds


def test_short_holds_have_no_half_and_no_ten_seconds():
    """Half way is told from 30 s on, ten seconds from 25 s on."""
    session = Session(make_plan(make_step(seconds=20.0)))
    session.run(60)
    assert session.kinds() == ["start", "step", "release", "end"]
    session = Session(make_plan(make_step(seconds=25.0)))
    session.run(60)
    assert session.kinds() == ["start", "step", "ten_seconds", "release", "end"]


def test_waits_of_nothing_are_passed_at_once():
    """Every wait may be 0."""
    plan = make_plan(*both_sides(ready_seconds=0.0, release_seconds=0.0), settle_seconds=0.0, close_seconds=0.0)
    session = Session(plan)
    assert session.state.phase == "hold"
    session.run(60)
    assert session.state.ended
    assert session.state.credited == 60.0


def test_one_tick_ends_several_steps_at_speed():
    """A rehearsal multiplies what is credited, and one tick may end several steps."""
    session = Session(small_plan(), speed=1000.0)
    session.jump(0.5, 0.5)
    assert session.state.ended
    assert session.state.credited == small_plan().hold_seconds
    assert session.kinds().count("release") == 4


def test_surplus_of_a_tick_is_carried_over():
    """A tick that ends a phase gives the rest of its time to the next."""
    session = Session(make_plan(make_step(ready_seconds=1.0), settle_seconds=1.0))
    session.run(1.9, tick=0.95)
    assert session.state.phase == "ready"
    session.run(1.0, tick=1.0)
    assert session.state.phase == "hold"
    assert session.state.credited == pytest.approx(0.9)


@pytest.mark.parametrize("name", ["next", "back"])
def test_surplus_is_dropped_after_next_and_back(name):
    """A step chosen by key begins at its beginning."""
    session = Session()
    session.run(20.3)
    session.do(name)
    assert session.state.elapsed == 0.0
    assert session.state.phase == "ready"


@pytest.mark.parametrize(
    ("mono", "wall"),
    [(1.6, 1.6), (0.1, 600.0), (-1.0, 0.1)],
    ids=["the process stood still", "the machine slept", "the steady clock went back"],
)
def test_gap_pauses_and_credits_nothing(mono, wall):
    """More than 1.5 s of real time on either clock is lost time: named, paused, never credited."""
    session = Session()
    session.run(15)
    credited = session.state.credited
    assert [event.kind for event in session.jump(mono, wall)] == ["gap", "pause"]
    assert session.state.paused == "gap"
    assert session.state.credited == credited
    session.run(5)
    assert session.state.credited == credited
    session.do("toggle")
    session.run(1)
    assert session.state.credited == credited + 1


@pytest.mark.parametrize("seconds", [-3600.0, 5.0, 3600.0, 1e11])
def test_a_clock_on_the_wall_that_is_set_is_no_absence(seconds):
    """Nobody was away: the hold goes on, and every second of it counts."""
    session = Session()
    session.run(15)
    steady, wall = SteppedClock(session.mono, session.wall), [1_800_000_000.0]
    clock = Clock(mono=lambda: steady.tick().mono, wall=lambda: wall[0], boot=lambda: steady.tick().boot)
    credited = session.state.credited
    wall[0] += seconds
    steady.advance(0.5)
    session.state, events = step(session.state, tick_of(clock))
    assert not [event for event in events if event.kind in {"gap", "pause"}]
    assert session.state.credited == credited + 0.5


def test_a_clock_that_lags_is_ignored():
    """Only what one clock is ahead by was slept."""
    session = Session()
    session.run(10)
    credited = session.state.credited
    assert not session.jump(0.5, -3600)
    assert session.state.credited == credited + 0.5


def test_speed_does_not_hide_a_gap():
    """The gap is measured in real time, whatever the speed."""
    session = Session(small_plan(), speed=20.0)
    assert not any(event.kind == "gap" for event in session.jump(1.2, 1.2))
    assert [event.kind for event in session.jump(2.0, 2.0)] == ["gap", "pause"]


def test_more_and_less_keep_both_sides_equal():
    """Time added to the first side is added to the other."""
    session = Session()
    session.run(10)
    session.do("more")
    assert [item.seconds for item in session.state.steps] == [45.0, 45.0]
    session.do("less")
    session.do("less")
    session.do("less")
    assert session.state.steps[0].seconds == pytest.approx(max(5.0, session.state.held))
    session.run(200)
    releases = [event.seconds for event in session.events if event.kind == "release"]
    assert releases[0] == releases[1]


def test_more_stops_at_the_cap_of_the_hold():
    """No key lengthens a hold beyond 180 s, nor beyond the judge's own cap."""
    session = Session()
    for _ in range(20):
        session.do("more")
    assert session.state.steps[0].seconds == 180.0
    careful = Session(make_plan(make_step(seconds=30.0, most_seconds=30.0)))
    careful.do("more")
    assert careful.state.steps[0].seconds == 30.0


def test_less_never_goes_below_five_seconds():
    """A hold stays at least 5 s long."""
    session = Session()
    for _ in range(5):
        session.do("less")
    assert session.state.steps[0].seconds == 5.0


def test_less_below_what_was_held_ends_the_hold():
    """What was pressed stays credited."""
    session = Session()
    session.run(9 + 22)
    session.do("less")
    assert session.state.phase == "release"
    assert session.state.credited == 22.0


def test_ten_seconds_are_told_again_after_more():
    """Fifteen seconds more make the earlier announcement untrue."""
    session = Session(make_plan(make_step()))
    session.run(9 + 22)
    session.do("more")
    session.run(30)
    assert session.kinds().count("ten_seconds") == 2


def test_repeat_adds_this_side_once_at_the_end():
    """One side needs more: the same side comes again, and a second press adds nothing."""
    session = Session()
    session.run(15)
    session.do("repeat")
    session.do("repeat")
    assert [(item.side, item.turn) for item in session.state.steps] == [
        ("left", "first"),
        ("right", "other-side"),
        ("left", "again"),
    ]
    session.run(200)
    assert session.state.credited == 90.0


def test_repeats_stop_at_ten_minutes_a_day():
    """One place and side gets at most 10 minutes; what was pressed today before counts."""
    rounds = [make_step(n, seconds=180.0, turn="first" if n == 1 else "again") for n in (1, 2, 3)]
    session = Session(make_plan(*rounds))
    session.run(15)
    session.do("repeat")
    assert [item.seconds for item in session.state.steps] == [180.0, 180.0, 180.0, 60.0]
    full = Session(make_plan(*rounds), pressed_today={("LI4", "left"): 60.0})
    full.run(15)
    full.do("repeat")
    assert len(full.state.steps) == 3


def credited_of(session: Session, side: str) -> float:
    """Return the seconds that were held on a side, from the events."""
    released = sum(event.seconds for event in session.events if event.kind == "release" and event.side == side)
    return released + (session.state.held if session.state.step and session.state.step.side == side else 0.0)


def rounds_of(count: int, seconds: float) -> list:
    """Return so many rounds of one place, left and right."""
    steps = []
    for n in range(count):
        turn = "first" if n == 0 else "again"
        steps.append(make_step(2 * n + 1, side="left", turn=turn, seconds=seconds))
        steps.append(make_step(2 * n + 2, side="right", hand="left", turn="other-side", seconds=seconds))
    return steps


def test_repeats_stop_at_the_days_limit_of_a_caution():
    """A place that may be pressed for a minute a day comes again only while that minute lasts."""
    step = make_step(seconds=50.0, most_seconds_per_day=60.0)
    session = Session(make_plan(step))
    session.run(20)
    session.do("repeat")
    assert sum(one.seconds for one in session.state.steps) <= 60.0


def test_more_keeps_the_ten_minutes_of_the_day():
    """Five rounds of 110 s leave 50 s a side: pressing + in every round gives no more than that."""
    session = Session(make_plan(*rounds_of(5, 110.0)))
    while not session.state.ended:
        if session.state.phase == "hold":
            for _ in range(5):
                session.do("more")
        session.run(10, tick=1.0)
    assert credited_of(session, "left") == pytest.approx(600.0)
    assert credited_of(session, "right") == pytest.approx(600.0)


def test_back_keeps_the_three_minutes_of_the_round():
    """Near the end of a hold of 170 s, back leaves 10 s more, not another 170, and then nothing."""
    session = Session(make_plan(*rounds_of(1, 170.0)))
    session.run(9 + 165)
    for _ in range(5):
        session.do("back")
        session.run(5 + 14)
    session.run(600)
    assert 175 <= credited_of(session, "left") <= 180
    assert credited_of(session, "right") == 170.0


def test_back_is_refused_where_nothing_is_left_and_says_so():
    """A place that has had its three minutes is not gone back to."""
    session = Session(make_plan(*rounds_of(1, 180.0)))
    session.run(9 + 180 + 3 + 5 + 20)
    assert session.state.step.side == "right"
    before = session.state
    assert session.do("back") == ()
    assert session.state is before
    assert "has had its time" in key_reply(Command("back"), before, session.state)


def test_back_from_the_other_side_shortens_what_follows_too():
    """The side that is held again gets the rest of its own three minutes."""
    session = Session(make_plan(*rounds_of(1, 150.0)))
    session.run(9 + 150 + 3 + 5 + 120)
    session.do("back")
    session.run(900)
    assert credited_of(session, "left") == pytest.approx(180.0)
    assert credited_of(session, "right") == pytest.approx(180.0)


def test_a_lower_cap_of_the_judge_counts_for_the_round_too():
    """Behind the ear 30 s are 30 s, however often one goes back."""
    session = Session(make_plan(make_step(seconds=30.0, most_seconds=30.0)))
    for _ in range(6):
        session.run(9 + 18)
        session.do("back")
    session.run(200)
    assert credited_of(session, "left") <= 30.0


def test_all_sites_of_a_point_share_the_round():
    """Four webs of 45 s are 180 s: none of them gets more."""
    sites = [make_step(n, site=n, sites=4, seconds=45.0, turn="first" if n == 1 else "again") for n in (1, 2, 3, 4)]
    session = Session(make_plan(*sites))
    session.run(12)
    session.do("more")
    assert session.state.steps[0].seconds == 45.0


def test_both_sides_at_once_count_for_each_side():
    """Pressed on both shins together, the left one has had its time."""
    both = make_step(1, side="both", seconds=180.0)
    session = Session(make_plan(both), pressed_today={("LI4", "left"): 590.0})
    session.run(300)
    assert session.state.credited == pytest.approx(10.0)


def test_a_session_taken_up_counts_its_hold_once():
    """The seconds held before are part of what was pressed today, not twice."""
    plan = make_plan(make_step(seconds=60.0))
    session = Session(plan, at=SessionPosition(0, 40.0), resumes="abc", pressed_today={("LI4", "left"): 580.0})
    session.run(100)
    assert session.state.credited == pytest.approx(20.0)


def test_question_at_the_end_lasts_its_real_seconds_at_any_speed():
    """Nobody types a number in a fifth of a second."""
    session = Session(speed=100.0, ask_seconds=20.0)
    while session.state.phase != "asking":
        session.run(0.25)
    session.run(15)
    assert session.state.phase == "asking"
    session.run(6)
    assert session.state.ended


def test_breathing_and_mute_change_nothing_else():
    """Keys of comfort leave time and events alone."""
    session = Session()
    session.run(12)
    before = session.state.credited
    assert not session.do("breathing")
    assert not session.do("mute")
    assert session.state.breathing is False
    assert session.state.muted is True
    assert session.do("breathing", "on") == ()
    assert session.state.breathing is True
    assert session.state.credited == before


def test_quit_tells_how_far_it_came():
    """The end holds the step and second, so that it can be taken up."""
    session = Session()
    session.run(9 + 7)
    (end,) = session.do("quit", "SIGTERM")
    assert (end.kind, end.why, end.step, end.seconds, end.credited, end.left) == ("end", "SIGTERM", 1, 7, 7, 53)
    assert session.do("next") == ()
    assert session.tick() == ()


def test_score_before_and_after():
    """A number counts while settling in and at the end, not while hands are busy."""
    session = Session(ask_seconds=30.0)
    assert session.do("score", 7)[0].when == "before"
    session.run(15)
    assert session.do("score", 3) == ()
    session.run(75)
    assert session.state.phase == "asking"
    score, end = session.do("score", 2)
    assert (score.when, score.score, end.kind) == ("after", 2, "end")
    assert (session.state.before, session.state.after) == (7, 2)


def test_answer_from_before_the_session_is_its_second_event():
    """Asked beforehand or not: the journal holds it with the session."""
    session = Session(before=6)
    assert [(event.kind, event.score, event.when) for event in session.events[:2]] == [
        ("start", None, ""),
        ("score", 6, "before"),
    ]


def test_question_at_the_end_does_not_wait_for_ever():
    """Somebody who has fallen asleep is not kept waiting for."""
    session = Session(ask_seconds=30.0)
    session.run(200)
    assert session.state.ended
    assert session.events[-1].why == "done"


def test_unknown_command_is_ignored():
    """Only the commands of the table do anything."""
    session = Session()
    before = session.state
    assert session.do("dance") == ()
    assert session.state is before


def test_taken_up_at_step_and_second():
    """A resumed session credits only what is still missing, after the time to get there."""
    session = Session(at=SessionPosition(1, 12.0), resumes="abc")
    assert session.events[0].resumes == "abc"
    assert session.events[0].left == 18.0
    assert left_to_hold(session.state) == 18.0
    session.run(100)
    assert session.state.ended
    assert session.state.credited == 18.0
    assert [event.seconds for event in session.events if event.kind == "release"] == [30.0]


def test_taken_up_after_the_last_step_only_closes():
    """Nothing is pressed twice when everything was pressed."""
    session = Session(at=SessionPosition(9, 0.0))
    session.run(20)
    assert session.state.ended
    assert session.state.credited == 0


def test_place_after_any_end_is_where_it_was_left():
    """The events of a journal tell the step and second."""
    session = Session()
    session.run(9 + 12)
    session.do("quit")
    assert place_after(session.events) == SessionPosition(0, 12.0)
    session = Session()
    session.run(9 + 31)
    session.do("quit")
    assert place_after(session.events) == SessionPosition(1, 0.0)
    session = Session()
    session.run(9 + 16)
    assert place_after(session.events) == SessionPosition(0, 15.0), "killed outright: the last mark counts"
    session.do("next")
    assert place_after(session.events) == SessionPosition(1, 0.0)


def test_time_left_counts_every_wait():
    """The total shown is the total that passes."""
    plan = small_plan()
    session = Session(plan)
    assert left_in_all(session.state) == plan.total_seconds
    session.run(50)
    assert left_in_all(session.state) == pytest.approx(plan.total_seconds - 50)


def test_next_change_is_exact():
    """The loop may sleep until then."""
    session = Session()
    assert until_next(session.state) == 4.0
    session.run(9.0)
    assert until_next(session.state) == 15.0
    session.do("pause")
    assert until_next(session.state) == float("inf")


COMMANDS = ["toggle", "next", "back", "more", "less", "repeat", "breathing", "mute"]


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_credited_time_is_the_truth_within_one_tick(seed):
    """Random sessions with gaps, clock jumps, pauses and keys credit what was pressed, and nothing else."""
    assert_true_to_a_tick(seed)


def assert_true_to_a_tick(seed: int) -> int:
    """Run one random session against a second account of its time; returns the number of ticks."""
    chance = random.Random(seed)
    session = Session(small_plan(), speed=chance.choice([1.0, 1.0, 1.0, 3.0]))
    least = most = 0.0
    ticks = crossings = 0
    while not session.state.ended and ticks < 12_000:
        before = session.state
        ticks += 1
        delta, shift = _some_time(chance)
        session.jump(delta, delta + shift)
        credit = delta * before.speed
        lost = before.paused or delta > 1.5 or shift > 1.5 or delta < 0
        if not lost and _same_hold(before, session.state):
            least += credit
            most += credit
        elif not lost and "hold" in {before.phase, session.state.phase} | _passed(session.events, before):
            crossings += 1
            most += credit
        if chance.random() < 0.01:
            session.do(chance.choice(COMMANDS))
        elif session.state.paused and chance.random() < 0.2:
            session.do("toggle")
    credited = session.state.credited
    assert least - 1e-6 <= credited <= most + 1e-6
    released = sum(event.seconds for event in session.events if event.kind == "release")
    assert released + session.state.held == pytest.approx(credited)
    return ticks


def _some_time(chance: random.Random) -> tuple[float, float]:
    kind = chance.random()
    if kind < 0.002:
        return chance.uniform(1.51, 4000), 0.0
    if kind < 0.004:
        return chance.uniform(0, 0.2), chance.uniform(1.6, 90_000)
    if kind < 0.005:
        return -chance.uniform(0, 5), 0.0
    if kind < 0.01:
        return chance.uniform(0, 0.2), -chance.uniform(1, 90_000)
    return chance.uniform(0.0, 0.3), 0.0


def _same_hold(before: State, after: State) -> bool:
    return before.phase == after.phase == "hold" and before.at == after.at and not after.paused


def _passed(events: list[Event], before: State) -> set[str]:
    return {"hold"} if before.phase in {"ready", "settle"} and events[-1].kind == "release" else set()


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_sides_are_equal_and_nothing_drifts(seed):
    """Whatever the ticks: each hold gets its planned seconds, left equals right, the whole takes its planned time."""
    chance = random.Random(seed)
    plan = small_plan()
    session = Session(plan)
    lasted = 0.0
    while not session.state.ended:
        delta = chance.uniform(0.01, 1.4)
        session.jump(delta, delta)
        lasted += delta
    held = [event.seconds for event in session.events if event.kind == "release"]
    assert held == [item.seconds for item in plan.steps]
    assert held[0] == held[1]
    assert plan.total_seconds <= lasted <= plan.total_seconds + 1.4


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), rounds=st.integers(1, 3), today=st.sampled_from([0.0, 100.0, 400.0]))
def test_no_keys_press_a_place_beyond_its_round_and_day(seed, rounds, today):
    """Whatever is pressed on the keyboard: three minutes a side and round, ten a day."""
    chance = random.Random(seed)
    seconds = min(170.0, (600.0 - today) / rounds)
    session = Session(make_plan(*rounds_of(rounds, seconds)), pressed_today={("LI4", "left"): today})
    for _ in range(400):
        session.run(chance.choice([1, 5, 30, 90]), tick=1.0)
        session.do(chance.choice(["back", "back", "more", "more", "repeat", "next", "less"]))
        if session.state.ended:
            break
    for side, before in (("left", today), ("right", 0.0)):
        added = sum(item.n > 2 * rounds and item.side == side for item in session.state.steps)
        assert credited_of(session, side) <= min(180.0 * (rounds + added), 600.0 - before) + 1e-6
    assert max(session.state.pressed.values(), default=0.0) <= 180.0 + 1e-6


def test_my_finger_is_there_leaves_five_seconds_to_return_to_the_place():
    """Enter shortens the wait to five seconds, never below nothing, and once; while settling in it goes on."""
    session = Session(make_plan(*both_sides(ready_seconds=20.0), settle_seconds=30.0))
    session.do("there")
    assert session.state.phase == "ready"
    session.run(3)
    session.do("there")
    assert session.state.remaining == 5.0
    session.run(4)
    session.do("there")
    assert session.state.remaining == pytest.approx(1.0)
    session.run(1.5)
    assert session.state.phase == "hold"


def test_a_session_that_waits_stands_still_until_the_finger_is_there():
    """Somebody who has the screen read to them is never hurried: no place begins by the clock."""
    session = Session(make_plan(*both_sides(ready_seconds=8.0), settle_seconds=10.0), waits=True)
    session.run(120)
    assert session.state.phase == "settle"
    session.do("there")
    session.run(120)
    assert (session.state.phase, session.state.stands) == ("ready", True)
    session.do("there")
    assert key_reply(Command("there"), replace(session.state, there=False), session.state).startswith("Good. 5 seconds")
    session.run(5.5)
    assert session.state.phase == "hold"
    session.run(40)
    assert (session.state.phase, session.state.step.side) == ("ready", "right")
    session.run(60)
    assert session.state.phase == "ready"


@pytest.mark.parametrize("phase", ["ready", "hold", "release"])
def test_a_place_that_hurts_is_let_go_and_both_its_sides_are_left_out(phase):
    """The hold ends at once, nothing of the place comes again, whatever key asks for it; other places go on."""
    other = make_step(3, code="PC6", name="Neiguan, Inner Pass")
    session = Session(make_plan(*both_sides(ready_seconds=5.0), other, settle_seconds=0.0))
    while session.state.phase != phase:
        session.run(0.5)
    earlier = len(session.events)
    events = session.do("hurts")
    assert [(event.kind, event.why, event.code) for event in events] == [("release", "hurts", "LI4")]
    assert session.state.hurt == ("LI4",)
    assert session.state.following.code == "PC6"
    assert session.do("hurts") == ()
    session.do("repeat")
    session.run(4)
    assert session.state.step.code == "PC6"
    session.do("back")
    assert session.state.step.code == "PC6"
    session.run(60)
    assert session.state.ended
    assert {event.code for event in session.events[earlier:] if event.kind in {"half", "step", "side"}} == {"PC6"}


def test_what_is_left_counts_no_place_that_hurt():
    """The time on the screen is the time that is to come."""
    session = Session(make_plan(*both_sides(), make_step(3, code="PC6"), settle_seconds=0.0))
    before = left_to_hold(session.state)
    session.do("hurts")
    assert left_to_hold(session.state) == pytest.approx(before - 60.0)
    assert left_in_all(session.state) < before


def test_a_favourite_is_wished_for_at_the_end_alone():
    """The key says nothing while something is pressed; pressed twice it takes itself back."""
    session = Session(make_plan(settle_seconds=0.0), ask_seconds=300.0)
    session.do("favourite")
    assert not session.state.favourite
    while session.state.phase != "asking":
        session.run(1)
    session.do("favourite")
    assert session.state.favourite
    session.do("favourite")
    assert not session.state.favourite
