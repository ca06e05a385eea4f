"""`acu session --firm`: refused unless somebody is there, has answered lately, and has pressed before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Acu
from tests.cli.kept import put_sessions
from tests.conftest import FakeClock

FIRM = ("session", "--points", "ST36,LI4,PC6", "--firm")


def prepared(acu: Acu, home: Path, clock: FakeClock, *, done: bool = True) -> None:
    """Keep the answers of today, and a session that was done before."""
    (home / "config").mkdir(parents=True, exist_ok=True)
    day = clock.today()
    (home / "config" / "profile.toml").write_text(f'version = 1\nscreened = "{day}"\n', encoding="utf-8")
    if done:
        put_sessions(home, {"slug": "stress-quick"})


def test_it_shows_what_is_pressed_firmly_and_after_whom(acu: Acu, tmp_path: Path, clock: FakeClock) -> None:
    """ST36 and LI4; PC6 stays medium; the words and the sources are said."""
    prepared(acu, tmp_path / "home", clock)
    ran = acu(*FIRM, "--dry-run", "--json")
    assert ran.status == 0, ran.err
    assert {(step["code"], step["pressure"]) for step in ran.json["steps"]} == {("ST36", 3), ("LI4", 3), ("PC6", 2)}
    assert "a good ache, 4 of 10 at most" in ran.err
    assert "Roswell Park" in ran.err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--yes",), "at a terminal that you answer yourself"),
        (("--audio", "x.wav"), "at a terminal that you answer yourself"),
        (("--events", "jsonl"), "at a terminal that you answer yourself"),
        ((), "at a terminal that you answer yourself"),
        (("--dry-run", "--override", "pregnancy-points"), "lifted"),
        (("--dry-run", "--cues", "speech"), "never spoken"),
        (("--dry-run", "--gentle"), "do not go together"),
        (("--dry-run", "--yes"), "at a terminal that you answer yourself"),
    ],
)
def test_nothing_but_a_person_who_is_there_asks_for_it(
    acu: Acu, tmp_path: Path, clock: FakeClock, arguments: tuple[str, ...], reason: str
) -> None:
    """Not with --yes, in sound, without a terminal, or beside a lifted caution."""
    prepared(acu, tmp_path / "home", clock)
    ran = acu(*FIRM, *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert reason in ran.err


def test_never_in_a_first_session(acu: Acu, tmp_path: Path, clock: FakeClock) -> None:
    """Nobody begins with it."""
    prepared(acu, tmp_path / "home", clock, done=False)
    ran = acu(*FIRM, "--dry-run")
    assert ran.status == 2
    assert "not for a first session" in ran.err


def test_never_before_the_questions_are_answered(acu: Acu, tmp_path: Path) -> None:
    """May you press freely? was not asked."""
    put_sessions(tmp_path / "home", {"slug": "stress-quick"})
    ran = acu(*FIRM, "--dry-run")
    assert ran.status == 2
    assert "questions about pressing answered" in ran.err


def test_never_in_pregnancy(acu: Acu, tmp_path: Path, clock: FakeClock) -> None:
    """LI4 is left out, by whatever words it is asked for."""
    prepared(acu, tmp_path / "home", clock)
    acu("profile", "set", "--pregnant")
    ran = acu(*FIRM, "--dry-run", "--json")
    assert "LI4" not in {step["code"] for step in ran.json["steps"]}


@pytest.mark.parametrize("typed", ["y\n", "yes\n", "not sure\ny\n"])
def test_pregnancy_is_asked_each_time(acu: Acu, tmp_path: Path, clock: FakeClock, typed: str) -> None:
    """Whatever is kept; a yes, or not being sure, holds it back."""
    prepared(acu, tmp_path / "home", clock)
    ran = acu(*FIRM, typed=typed)
    assert ran.status == 4
    assert "never used in pregnancy" in ran.err


def test_an_empty_answer_about_pregnancy_is_no_answer(acu: Acu, tmp_path: Path, clock: FakeClock) -> None:
    """Habit does not pass it."""
    prepared(acu, tmp_path / "home", clock)
    ran = acu(*FIRM, typed="\n\n\n\n\n\n")
    assert ran.status != 0
    assert "ST36" not in ran.out


def test_cards_and_lists_never_offer_it(acu: Acu) -> None:
    """What is shown without asking is medium, as before."""
    assert "medium" in acu("show", "ST36").out
    assert "firm, with" not in acu("show", "LI4").out
