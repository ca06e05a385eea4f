"""`acu calm`: breath at once, danger words heard first, nothing kept but the time."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Acu


@pytest.mark.parametrize("words", [["calm"], ["panic"], ["session", "panic"], ["session", "panic", "attack"]])
def test_every_way_leads_to_the_breath(acu: Acu, words: list[str]) -> None:
    """Without a question, a place or a complaint; the danger stands beside the first breath."""
    ran = acu(*words, "--speed", "500", "--cues", "none", runs=True)
    assert ran.status == 0
    assert ran.out.startswith("Breathe in.")
    assert ran.out.splitlines()[1].startswith("Chest pressure, fainting, or no breath to speak: call")
    assert "First time, or not passing: speak to a clinician today." in ran.out
    assert "rehearsal" not in ran.out


@pytest.mark.parametrize(
    "words",
    [
        ["calm", "my", "chest", "hurts", "and", "my", "left", "arm"],
        ["panic", "i want to die"],
        ["calm", "3m", "crushing chest pain"],
        ["session", "panic and crushing chest pain"],
        ["calm", "--cues", "none", "crushing chest pain"],
        ["calm", "--nonsense", "crushing chest pain"],
    ],
)
def test_danger_in_the_words_comes_first(acu: Acu, words: list[str]) -> None:
    """Status 4, what to do, no breath."""
    ran = acu(*words)
    assert (ran.status, ran.out) == (4, "")
    assert "mergency number" in ran.err or "988" in ran.err


def test_other_words_are_no_hindrance(acu: Acu) -> None:
    """Nobody in a panic shall have to word it."""
    ran = acu("panic", "please", "help", "30s", "--speed", "500", "--cues", "none", runs=True)
    assert ran.status == 0
    assert ran.out.startswith("Breathe in.")


@pytest.mark.parametrize("words", [["calm", "5s"], ["calm", "3m", "4m"], ["calm", "--json"]])
def test_what_cannot_be_is_a_wrong_command_line(acu: Acu, words: list[str]) -> None:
    """A time out of bounds, two times, a format for programs."""
    ran = acu(*words)
    assert (ran.status, ran.out) == (2, "") or ran.json["error"]["status"] == 2


def test_the_profile_gives_the_number_and_is_asked_nothing(acu: Acu) -> None:
    """The person's own number stands in the line, and under 18 is no reason: nothing is pressed."""
    acu("profile", "set", "--emergency-number", "0118 999", "--under-18")
    ran = acu("calm", "30s", "--speed", "500", "--cues", "none", runs=True)
    assert ran.status == 0
    assert "call 0118 999 now" in ran.out


def test_a_profile_that_cannot_be_read_is_not_in_the_way(acu: Acu, tmp_path) -> None:
    """The breath comes all the same, with the advice of any country."""
    (tmp_path / "home" / "config").mkdir(parents=True)
    (tmp_path / "home" / "config" / "profile.toml").symlink_to(tmp_path / "nowhere")
    ran = acu("calm", "30s", "--speed", "500", "--cues", "none", runs=True)
    assert ran.status == 0
    assert "112 in many countries" in ran.out


def test_nothing_is_kept_but_the_time(acu: Acu, tmp_path) -> None:
    """One session called Calm, no place, no words, nothing to take up again."""
    ran = acu("panic", "about", "my", "exam", "30s", "--events", "jsonl", "--speed", "500", runs=True)
    assert ran.status == 0
    (kept,) = acu("journal", "list", "--rehearsals", "--json").json["sessions"]
    assert (kept["slug"], kept["credited_seconds"]) == ("calm", 30.0)
    written = (tmp_path / "home" / "state" / "journal.jsonl").read_text(encoding="utf-8")
    assert "exam" not in written
    assert "panic" not in written
    assert [line.split('"kind":"')[1].split('"')[0] for line in written.splitlines()] == ["plan", "start", "end"]
    assert acu("session", "--resume").status == 6


def test_the_timetable_of_panic_is_breath(acu: Acu) -> None:
    """`--dry-run` shows what would run."""
    answer = acu("session", "panic", "--time", "3m", "--dry-run", "--json").json
    assert answer["plan"]["slug"] == "calm"
    assert answer["plan"]["total_seconds"] == 180.0
    assert [step["code"] + step["area"] for step in answer["steps"]] == [""]
