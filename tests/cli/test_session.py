"""`acu session`: refused where it must be, the timetable, the questions, a rehearsed run."""

from __future__ import annotations

import json
from types import SimpleNamespace

import jsonschema
import pytest

from acucli.cli.schema_names import schema_named
from acucli.cli.sessions import running
from acucli.errors import UsageError
from acucli.guide.plan_options import minutes_of
from acucli.journal.store import Journal
from tests.cli.conftest import Acu


def test_the_timetable_as_json(acu: Acu) -> None:
    """Plan, steps, what was left out and stand-ins, with left and right alike."""
    answer = acu("session", "headache", "--dry-run", "--json").json
    assert answer["plan"]["slug"] == "headache"
    steps = answer["steps"]
    assert {"n", "code", "area", "side", "hand", "technique", "seconds", "words"} <= set(steps[0])
    assert [step["n"] for step in steps] == list(range(1, len(steps) + 1))
    left = sum(step["seconds"] for step in steps if step["side"] == "left")
    right = sum(step["seconds"] for step in steps if step["side"] == "right")
    assert left == right > 0
    inside = sum(step["ready_seconds"] + step["seconds"] + step["release_seconds"] for step in steps)
    plan = answer["plan"]
    assert plan["total_seconds"] == pytest.approx(inside + plan["settle_seconds"] + plan["close_seconds"])


def test_pregnant_means_no_li4_no_sp6_and_no_belly(acu: Acu) -> None:
    """A profile set once is obeyed by every session, and says so each time."""
    acu("profile", "set", "--pregnant")
    for slug in ("headache", "nausea", "period-pain", "constipation", "bloating", "low-back", "sleep"):
        ran = acu("session", slug, "--dry-run", "--json")
        if ran.status == 4:
            continue
        codes = {step["code"] for step in ran.json["steps"]}
        areas = {step["area"] for step in ran.json["steps"]}
        assert not codes & {"LI4", "SP6", "CV12", "CV6", "CV4", "ST25", "BL23"}
        assert not areas & {"belly", "low-back", "sacrum"}
        assert ran.json["left_out"] or ran.json["stand_ins"] or slug == "nausea"


@pytest.mark.parametrize("points", ["ST9", "LI10,CV22", "st9"])
def test_avoid_points_are_refused_even_by_points(acu: Acu, points: str) -> None:
    """A point marked avoid is never offered, by no flag."""
    ran = acu("session", "--points", points, "--dry-run", "--json", "--yes")
    assert ran.status == 4 or all(step["code"] in {"LI10"} for step in ran.json["steps"])


def test_information_only_conditions_answer_with_the_reason(acu: Acu) -> None:
    """High blood pressure gets its reason and status 4, never a session."""
    ran = acu("session", "high blood pressure")
    assert (ran.status, ran.out) == (4, "")
    assert "no session is offered" in ran.err


def test_a_red_flag_in_the_words_stops_a_session(acu: Acu) -> None:
    """`--yes` answers "shall I start", never a health question."""
    ran = acu("session", "sudden worst headache of my life", "--yes", "--no-input")
    assert ran.status == 4
    assert "emergency number" in ran.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["stress", "--hold", "200"], "too long"),
        (["stress", "--time", "soon"], "no time"),
        (["stress", "--side", "up"], "--side"),
        (["stress", "--breathing", "fire"], "breathing pattern"),
        (["headache", "--now"], "cannot start at once"),
        (["--points", "LI10", "--rounds", "5", "--hold", "180"], "ten a day"),
        (["--points", "LI44"], "point"),
        (["stress", "--events", "xml"], "--events"),
    ],
)
def test_wishes_beyond_the_limits_are_refused_with_a_sentence(acu: Acu, arguments: list[str], says: str) -> None:
    """Status 2 (or 1 for a name that does not exist), the reason, and nothing on standard output."""
    ran = acu("session", *arguments)
    assert ran.status in {1, 2}
    assert ran.out == ""
    assert says in ran.err


def test_time_scales_the_session(acu: Acu) -> None:
    """`--time` comes within ten per cent and some seconds of what was asked for."""
    for minutes in (4, 8, 12):
        plan = acu("session", "stress", "--time", f"{minutes}m", "--dry-run", "--json").json["plan"]
        assert abs(plan["total_seconds"] - minutes * 60) <= minutes * 6 + 30


def test_holds_are_whole_breaths(acu: Acu) -> None:
    """Planned seconds are credited seconds: each hold is a whole number of breaths."""
    steps = acu("session", "headache", "--dry-run", "--json", "--hold", "47").json["steps"]
    assert all(step["seconds"] % 10 == 0 for step in steps)


def test_a_breath_hold_is_replaced_where_it_is_unwanted(acu: Acu) -> None:
    """Box breathing becomes its stand-in in pregnancy, and that is said."""
    acu("profile", "set", "--pregnant")
    ran = acu("session", "stress", "--breathing", "box", "--dry-run", "--json")
    assert ran.json["plan"]["pace"]["slug"] == "even-4"
    assert "instead of" in ran.err


def test_one_side_only(acu: Acu) -> None:
    """`--side left` presses nothing on the right alone."""
    steps = acu("session", "headache", "--side", "left", "--dry-run", "--json").json["steps"]
    assert "right" not in {step["side"] for step in steps}
    assert "left" in {step["side"] for step in steps}


def test_a_rehearsed_session_without_a_terminal_runs_to_the_end(acu: Acu) -> None:
    """Cautions come first, then plain lines; it is journaled as a rehearsal and left out of the list."""
    ran = acu("session", "stress-quick", "--speed", "500", "--cues", "none", "--yes", runs=True)
    assert ran.status == 0
    assert "rehearsed. Nothing was pressed." in " ".join(ran.err.split())
    assert acu("journal", "list", "--json").json["sessions"] == []
    (session,) = acu("journal", "list", "--rehearsals", "--json").json["sessions"]
    assert session["slug"] == "stress-quick"


def test_events_are_json_lines_of_the_schema(acu: Acu) -> None:
    """Every event of `--events jsonl` fits `acu schema event`."""
    ran = acu("session", "stress-quick", "--speed", "500", "--events", "jsonl", runs=True)
    schema = schema_named("event")
    events = [json.loads(line) for line in ran.out.splitlines()]
    for event in events:
        jsonschema.validate(event, schema)
    assert events[0]["kind"] == "start"
    assert events[-1]["kind"] == "end"
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))


def test_without_a_name_the_common_sessions_are_offered(acu: Acu) -> None:
    """`acu session` alone names what one can start."""
    out = acu("session").out
    assert "stress-quick" in out
    assert "--now" in out


def test_danger_is_asked_first_and_may_you_press_freely_only_once(acu: Acu) -> None:
    """Danger, what would change the session, ready; the second start of the day has the danger lines on one screen."""
    first = acu("session", "stress", typed="n\nn\nq\n")
    assert first.status == 5
    questions = ("Is any of this so, now?", "May you press freely?", "Ready.")
    assert [first.err.count(question) for question in questions] == [1, 1, 1]
    assert [first.err.index(question) for question in questions] == sorted(map(first.err.index, questions))
    second = acu("session", "stress", typed="q\n")
    assert [second.err.count(question) for question in questions] == [1, 0, 1]


def test_an_answer_changes_the_plan_at_once(acu: Acu) -> None:
    """Answering "pregnant" takes LI4 out of the very session that asked; the reason is said in words, not by a rule."""
    ran = acu("session", "headache", typed="n\n2\n1\ny\nn\nq\n")
    ready = ran.err.split("Ready.")[1]
    assert "instead of LI4, because you said “pregnant”" in ready
    assert "pregnancy-points" not in ran.err
    assert "Hegu" not in ready


def test_a_warning_sign_that_is_so_stops_the_session(acu: Acu) -> None:
    """A yes gets what to do, the emergencies first, and status 4; nothing is journaled."""
    ran = acu("session", "headache", typed="y\n")
    assert ran.status == 4
    assert "Nothing is pressed now." in ran.err
    assert ran.err.index("Call now if:") < ran.err.index("Today if:")
    assert acu("journal", "list", "--json").json["sessions"] == []


def test_minutes_are_read_in_the_common_ways() -> None:
    """`5m`, `90s`, `4m30s` and a bare number."""
    assert minutes_of("5m") == 5
    assert minutes_of("90s") == 1.5
    assert minutes_of("4m30s") == 4.5
    assert minutes_of("7.5") == minutes_of("7,5") == minutes_of("7,5 min") == 7.5
    assert minutes_of("1:30") == 1.5
    assert minutes_of("1h") == minutes_of("1 hour") == 60
    assert minutes_of("10 minutes") == minutes_of("10mins") == 10
    for wrong in ("", "0", "-3", "two", "99h", "90m", "1:75", "7,5,5", "٣", "1h30m", "h"):
        with pytest.raises(UsageError):
            minutes_of(wrong)


@pytest.mark.parametrize(("answer", "status"), [("n", 5), ("y", 4)])
def test_a_tender_temple_stops_somebody_over_fifty(acu: Acu, answer: str, status: int) -> None:
    """It is a sign of danger: a yes stops; a no brings the temple points back."""
    acu("profile", "set", "--over-50")
    ran = acu("session", "headache", typed=f"{answer}\nn\nq\n")
    assert "headache over 50" in ran.err
    assert ran.status == status
    assert ("shallow dip" in ran.err) is (answer == "n")


@pytest.mark.parametrize("typed", ["", "one", "help", "99", "1", "?"])
def test_what_is_not_understood_never_means_no_sign(acu: Acu, typed: str) -> None:
    """Enter and what cannot be read are asked again, and after three times nothing starts."""
    ran = acu("session", "headache", typed=f"{typed}\n{typed}\n{typed}\nn\nn\n\n")
    assert ran.status == 5
    assert "y or n, please" in ran.err
    assert "Not started" in ran.err
    assert acu("journal", "list", "--json").json["sessions"] == []


def test_yes_answers_no_question_about_health(acu: Acu) -> None:
    """It begins without asking whether to begin; danger and what changes the session are asked all the same."""
    ran = acu("session", "headache", "--yes", typed="\n\n\n")
    assert ran.status == 5
    assert "Is any of this so, now?" in ran.err
    again = acu("session", "headache", "--yes", typed="n\n\n\n\n")
    assert again.status == 5
    assert "May you press freely?" in again.err


@pytest.mark.parametrize("typed", ["q\n", "", "\nq\n", "n\nq\n", "n\nn\nq\n", "n\nn\n"])
def test_q_and_the_end_of_input_leave_at_any_question(acu: Acu, typed: str) -> None:
    """Wherever one leaves, nothing starts and the status is 5."""
    assert acu("session", "headache", typed=typed).status == 5


@pytest.mark.parametrize("typed", ["²", "11", "-1", "maybe"])
def test_starting_wants_an_answer_it_knows(acu: Acu, typed: str) -> None:
    """Enter begins, a number from 0 to 10 says how strong it is; anything else is asked again."""
    ran = acu("session", "stress", typed=f"n\nn\n{typed}\n{typed}\n{typed}\n\n")
    assert ran.status == 5


@pytest.mark.usefixtures("warm_home")
def test_a_full_disk_under_standard_output_is_status_6() -> None:
    """`acu find headache >/dev/full` is the machine's refusal, not an internal error."""
    import subprocess
    import sys

    command = f"{sys.executable} -m acucli find headache --json > /dev/full"
    process = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert process.returncode == 6
    assert "cannot be written" in process.stderr


@pytest.mark.usefixtures("warm_home")
def test_arguments_that_are_no_utf8_are_read_all_the_same() -> None:
    """Bytes that are no text get a mark in their place, in arguments and in a batch."""
    import subprocess
    import sys

    acu_find = [sys.executable, "-m", "acucli", "find"]
    single = subprocess.run([*acu_find, b"caf\xe9", "--json"], capture_output=True, timeout=60)
    assert single.returncode == 1
    batch = subprocess.run([*acu_find, "--batch", "-"], input=b"caf\xe9\nheadache\n", capture_output=True, timeout=60)
    assert [json.loads(line)["status"] for line in batch.stdout.splitlines()] == [1, 0]


def test_a_session_reads_the_journal_once(acu: Acu, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was pressed today is asked for by the plan and by the run; it is read one time, from the end."""
    read, reads, given = Journal.recent, [], []
    monkeypatch.setattr(Journal, "recent", lambda self, *what, **how: reads.append(1) or read(self, *what, **how))
    monkeypatch.setattr(Journal, "read", lambda self, **how: pytest.fail("all of it was read"))
    monkeypatch.setattr(running, "run_session", lambda _plan, **how: given.append(how) or SimpleNamespace(why="done"))
    assert acu("session", "stress-quick", "--now").status == 0
    assert given[0]["start"].pressed_today == {}
    assert len(reads) == 1
