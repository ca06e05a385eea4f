"""`acu profile`: set, shown with what follows, cleared; private, dated, and obeyed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from acucli.library.compiled import CompiledLibrary
from tests.cli.conftest import Acu
from tests.conftest import FakeClock


def profile_file(home: Path) -> Path:
    """Return the file of the profile."""
    return home / "home" / "config" / "profile.toml"


def answers(acu: Acu) -> list[tuple[str, str, str]]:
    """Return the answers kept: slug, place, side."""
    kept = acu("profile", "show", "--json").json["profile"].get("answers", [])
    return [(item["slug"], item.get("region", ""), item.get("side", "")) for item in kept]


def test_every_answer_can_be_set_by_its_flag_and_says_what_follows(acu: Acu, library: CompiledLibrary) -> None:
    """All of them at once; each is kept and explained in a line of its own."""
    flags = [
        f"--{slug}=hand:left" if question.asks_place else f"--{slug}" for slug, question in library.questions.items()
    ]
    ran = acu("profile", "set", *flags, "-q")
    assert ran.status == 0, ran.err
    assert [slug for slug, _, _ in answers(acu)] == list(library.questions)
    shown = acu("profile", "show").out.splitlines()
    heads = [line for line in shown if not line.startswith(" ")]
    assert len(heads) >= len(library.questions)


def test_pregnant_says_what_is_left_out_and_when_it_is_asked_again(acu: Acu) -> None:
    """Points, positions, tools, breath, what is good instead, and the date."""
    said = " ".join(acu("profile", "set", "--pregnant").out.split())
    assert "82 points: left out" in said  # three of the 85 are never pressed by anybody
    assert "lying on back" in said
    assert "Breathing without holds" in said
    assert "PC6" in said
    assert "asked again from 2027-09-10" in said


def test_the_file_is_private_toml_with_a_version(acu: Acu, tmp_path: Path) -> None:
    """0600 in 0700, readable by a person."""
    acu("profile", "set", "--pregnant")
    path = profile_file(tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert table["version"] == 1
    assert table["answers"] == [{"slug": "pregnant", "given": "2026-11-20"}]


def test_places_and_sides_in_the_ways_people_write_them(acu: Acu) -> None:
    """`=place:side`, wide words become their regions, a second place is a second answer."""
    acu("profile", "set", "--varicose=calf:left", "--fracture=wrist:right", "--recent-surgery=belly")
    assert answers(acu) == [
        ("varicose", "calf", "left"),
        ("fracture", "wrist", "right"),
        ("recent-surgery", "belly-upper", ""),
        ("recent-surgery", "belly-lower", ""),
    ]
    acu("profile", "set", "--varicose=shin:right")
    assert ("varicose", "calf", "left") in answers(acu)
    assert ("varicose", "shin", "right") in answers(acu)


def test_an_answer_is_taken_away_by_no(acu: Acu) -> None:
    """`--no-fever` after a fever."""
    acu("profile", "set", "--fever", "--pregnant")
    assert acu("session", "stress", "--dry-run").status == 4
    acu("profile", "set", "--no-fever")
    assert answers(acu) == [("pregnant", "", "")]


@pytest.mark.parametrize(
    ("flag", "says"),
    [
        ("--pregnnt", "did you mean pregnant"),
        ("--varicose=moon", "no place or side"),
        ("--pregnant=hand", "asks for no place"),
        ("--99", "no number"),
        ("--country=XX", "country"),
        ("--block=LI44", "LI44"),
        ("--block=headache", "point"),
    ],
)
def test_what_does_not_exist_is_refused_and_nothing_is_kept(acu: Acu, tmp_path: Path, flag: str, says: str) -> None:
    """Status 1 or 2 with the nearest name; never half of it written."""
    ran = acu("profile", "set", "--over-50", flag)
    assert ran.status in {1, 2}
    assert says in ran.err
    assert ran.out == ""
    assert not profile_file(tmp_path).exists()


def test_own_points_numbers_and_country(acu: Acu) -> None:
    """Blocked points are never offered; own numbers come first; taken back by the same commands."""
    acu(
        "profile",
        "set",
        "--block",
        "pc6, he gu",
        "--emergency-number",
        "112 or Anna",
        "--crisis-number",
        "555",
        "--country",
        "gb",
    )
    kept = acu("profile", "show", "--json").json["profile"]
    assert kept["blocked_points"] == ["PC6", "LI4"]
    assert kept["country"] == "GB"
    assert "PC6" not in acu("find", "nausea", "--format", "codes").out.split()
    lines = acu("helplines").out
    assert lines.index("555") < lines.index("United")
    shown = acu("profile", "show").out
    assert "your emergency number: 112 or Anna" in shown
    acu("profile", "set", "--unblock", "PC6,LI4")
    assert "blocked_points" not in acu("profile", "show", "--json").json["profile"]


def test_always_gentle(acu: Acu) -> None:
    """Set once, lighter everywhere; taken back by `--no-gentle`."""
    acu("profile", "set", "--gentle")
    plan = acu("session", "headache", "--dry-run", "--json").json
    assert {step["pressure"] for step in plan["steps"]} == {1}
    acu("profile", "set", "--no-gentle")
    assert acu("session", "headache", "--dry-run", "--json").json["steps"][0]["pressure"] == 2


def test_the_screen_asks_by_numbers(acu: Acu) -> None:
    """Every answer in groups; several groups, each opened; said back; places are asked after it."""
    ran = acu("profile", "set", typed="1 3\n1\n3\ny\ncalf left\n")
    assert ran.status == 0, ran.err
    assert "May you press freely?" in ran.err
    assert "You said:" in ran.err
    assert answers(acu) == [("pregnant", "", ""), ("varicose", "calf", "left")]


def test_without_a_terminal_and_without_flags_it_asks_nobody(acu: Acu) -> None:
    """Status 2 and the way to do it."""
    ran = acu("profile", "set")
    assert ran.status == 2
    assert "--pregnant" in ran.err


def test_clear_wants_a_yes_and_then_nothing_is_left(acu: Acu, tmp_path: Path) -> None:
    """No terminal: `--yes`; at one: typed; damaged copies go too."""
    acu("profile", "set", "--pregnant")
    assert acu("profile", "clear").status == 2
    assert acu("profile", "clear", typed="no\n").status == 5
    assert profile_file(tmp_path).exists()
    profile_file(tmp_path).with_name("profile.damaged-20260101T000000Z.toml").write_text("x")
    assert acu("profile", "clear", typed="yes\n").status == 0
    assert list(profile_file(tmp_path).parent.iterdir()) == []
    assert acu("profile", "clear", "--yes").status == 0


def test_a_damaged_profile_is_named_obeyed_and_kept(acu: Acu, tmp_path: Path) -> None:
    """Answers that can still be made out count; the broken file is put beside the new one."""
    acu("profile", "set", "--pregnant")
    path = profile_file(tmp_path)
    path.write_bytes(path.read_bytes() + b"\n[[[broken")
    ran = acu("session", "headache", "--dry-run", "--json")
    assert "profile is damaged" in ran.err
    assert "LI4" not in {step["code"] for step in ran.json["steps"]}
    acu("profile", "set", "--over-50")
    assert len(list(path.parent.glob("profile.damaged-*.toml"))) == 1
    assert {slug for slug, _, _ in answers(acu)} == {"pregnant", "over-50"}


def test_an_unreadable_profile_stops_rather_than_guess(acu: Acu, tmp_path: Path) -> None:
    """Guessing an empty one would drop its cautions: status 6."""
    profile_file(tmp_path).parent.mkdir(parents=True)
    profile_file(tmp_path).mkdir()
    ran = acu("find", "headache")
    assert ran.status == 6
    assert ran.out == ""


def test_answers_expire_and_are_asked_again(acu: Acu, clock: FakeClock) -> None:
    """A fever of yesterday is asked about before the next session; it counts until it is answered."""
    acu("profile", "set", "--fever")
    clock.forward(2 * 86_400)
    assert "asked again before your next session" in acu("profile", "show").out
    assert acu("session", "stress", "--dry-run").status == 4


def test_quiet_says_nothing(acu: Acu) -> None:
    """For scripts."""
    ran = acu("profile", "set", "--pregnant", "-q")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
