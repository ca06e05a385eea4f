"""Whatever cannot be read: a warning sign is heard, and a number can be looked up."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Acu

Breaks = Callable[[Path], None]


def broken_pack(home: Path) -> None:
    """Put a pack of no records in use."""
    (home / "data" / "packs").mkdir(parents=True)
    (home / "data" / "packs" / "p.yaml").write_text("points:\n", encoding="utf-8")


def dangling_profile(home: Path) -> None:
    """Make the profile a link to nowhere."""
    (home / "config").mkdir(parents=True)
    (home / "config" / "profile.toml").symlink_to(home / "nowhere")


def piped_profile(home: Path) -> None:
    """Make the profile a pipe that nobody writes to."""
    (home / "config").mkdir(parents=True)
    os.mkfifo(home / "config" / "profile.toml")


def damaged_profile(home: Path) -> None:
    """Write a profile that is no TOML."""
    (home / "config").mkdir(parents=True)
    (home / "config" / "profile.toml").write_bytes(b"\xff[[[")


BROKEN = [broken_pack, dangling_profile, piped_profile, damaged_profile]


@pytest.mark.parametrize("breaks", BROKEN, ids=lambda breaks: breaks.__name__)
def test_a_sign_in_the_words_is_heard(acu: Acu, tmp_path: Path, breaks: Breaks) -> None:
    """By every command that takes words."""
    breaks(tmp_path / "home")
    for command in (["find", "i want to die"], ["find", "crushing chest pain", "--json"], ["session", "chest pain"]):
        ran = acu(*command)
        assert ran.status == 4, command
        assert "call your emergency number" in ran.err.replace("\n", " ").replace("Call", "call"), command


@pytest.mark.parametrize("breaks", BROKEN, ids=lambda breaks: breaks.__name__)
def test_the_numbers_are_there(acu: Acu, tmp_path: Path, breaks: Breaks) -> None:
    """`acu helplines` needs no profile and no pack."""
    breaks(tmp_path / "home")
    ran = acu("helplines", "UK")
    assert ran.status == 0
    assert "999" in ran.out


@pytest.mark.parametrize("breaks", [dangling_profile, piped_profile])
def test_points_are_not_offered_behind_a_profile_that_cannot_be_read(acu: Acu, tmp_path: Path, breaks: Breaks) -> None:
    """Nobody knows which cautions were in it."""
    breaks(tmp_path / "home")
    for command in (["find", "headache"], ["session", "stress", "--dry-run"]):
        ran = acu(*command)
        assert (ran.status, ran.out) == (6, ""), command


def test_a_wrong_option_does_not_silence_a_sign(acu: Acu) -> None:
    """The sign first, then what was wrong."""
    ran = acu("session", "chest", "pain", "--setting", "office")
    assert ran.status == 4
    assert ran.err.index("mergency") < ran.err.index("--setting")


@pytest.mark.parametrize("speed", ["0.1", "0.99", "nan", "inf", "-1", "1001"])
def test_a_session_is_never_slower_than_life(acu: Acu, speed: str) -> None:
    """A hold at a tenth of the speed lasts ten times its limit."""
    ran = acu("session", "--points", "LI10", "--speed", speed, "--dry-run")
    assert ran.status == 2
    assert "--speed" in ran.err


LUMP = "a lump in breast, testicle, neck, armpit or groin"


@pytest.mark.parametrize(
    "command",
    [
        ["find"],
        ["session", "--dry-run"],
        ["session", "--dry-run", "--quiet"],
        ["session", "--yes", "--no-input", "--speed", "1000", "--cues", "none"],
        ["plan"],
        ["plan", "--json"],
        ["handout", "--format", "md", "-o", "-"],
    ],
    ids=" ".join,
)
def test_a_sign_to_see_a_doctor_about_is_said_and_the_rest_goes_on(acu: Acu, command: list[str]) -> None:
    """It stands beside a complaint: the complaint is served, and the sign is said first."""
    ran = acu(command[0], "armpit lump and headache", *command[1:], runs="--yes" in command)
    assert ran.status == 0
    said = " ".join((ran.err + ran.out).lower().split())
    assert LUMP in said or "doctor soon: lump in breast, testicle, neck, armpit, groin" in said


def test_what_makes_it_worse_is_heard_too(acu: Acu) -> None:
    """A sign in those words is said, and the complaint alone names the places."""
    ran = acu("plan", "headache", "--worse", "a lump in my armpit", "--json")
    assert ran.status == 0
    assert LUMP in ran.out.lower()


@pytest.mark.parametrize(
    ("words", "says", "number"),
    [
        ("he chokes me when he is angry", "It is not your fault and you are not alone", "0808 2000 247"),
        ("raped last night", "you decide what comes next", "247sexualabusesupport.org.uk"),
        ("I cut my arms with a razor", "You deserve care without blame", "116 123"),
    ],
)
@pytest.mark.parametrize("command", [["find"], ["session", "--no-input"], ["plan"]])
def test_a_crisis_that_somebody_else_makes_is_not_answered_as_ones_own_thoughts(acu, command, words, says, number):
    """What is said is the sign's own, with the lines for it; nothing of putting away what could hurt."""
    ran = acu(*command, words, LANG="en_GB.UTF-8")
    said = " ".join(ran.err.split())
    assert ran.status == 4
    assert says in said
    assert number in said
    assert "put away" not in said


def test_two_crises_are_both_answered(acu):
    """Thoughts of suicide come first, and who listens to violence follows."""
    said = " ".join(acu("find", "I want to die and my husband hits me", LANG="en_GB.UTF-8").err.split())
    assert (
        said.index("I am glad you wrote this down") < said.index("It is not your fault") < said.index("0808 2000 247")
    )
