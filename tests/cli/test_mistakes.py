"""People's mistakes: each gets what was meant, or a sentence that helps; nothing is ever started by one."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Acu


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (["headache"], "acu find headache"),
        (["my", "neck", "hurts"], 'acu find "my neck hurts"'),
        (["knee", "pain"], 'acu find "knee pain"'),
        (["sleep"], "acu find sleep"),
        (["LI4"], "acu find LI4"),
        (["Kopfschmerzen"], "acu find Kopfschmerzen"),
        (["fnd", "headache"], "acu find headache"),
        (["fidn", "my", "knee", "hurts"], "acu find my knee hurts"),
        (["shwo", "LI4"], "acu show LI4"),
        (["lst", "routines"], "acu list routines"),
        (["lern", "how-to-press"], "acu learn how-to-press"),
        (["helpline"], "acu helplines"),
    ],
)
def test_a_word_that_is_no_command_is_looked_up_and_said(acu: Acu, words: list[str], read: str) -> None:
    """A complaint without `find`, a slip in the name of a lookup: answered, with what it was read as."""
    ran = acu(*words)
    assert ran.status == 0
    assert f"read as: {read}" in ran.err
    assert ran.out


@pytest.mark.parametrize(
    ("words", "way"),
    [
        (["sesion", "headache"], "acu session headache"),
        (["pan", "stiff", "neck"], "acu plan stiff neck"),
        (["jornal", "list"], "acu journal list"),
        (["profil", "set"], "acu profile set"),
        (["calmm"], "acu calm"),
        (["pain"], "acu find pain"),
        (["help", "headache"], "acu find headache"),
        (["help", "fnd"], "acu find"),
    ],
)
def test_what_does_more_than_answer_is_only_suggested(acu: Acu, words: list[str], way: str) -> None:
    """Status 2, and the command line that may have been meant."""
    ran = acu(*words)
    assert (ran.status, ran.out) == (2, "")
    assert way in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["find", "x", "--limt", "3"], "hint: did you mean --limit?"),
        (["find", "x", "--jsn"], "hint: did you mean --json?"),
        (["session", "stress", "--genle"], "hint: did you mean --gentle?"),
        (["journal", "export", "--formt", "csv"], "--format"),
        (["find", "x", "--bogus"], "hint: see acu find --help"),
        (["find", "x", "--limit"], "hint: see acu find --help"),
        (["find", "x", "--limit", "many"], "'many' is no number"),
        (["session", "stress", "--rounds", "9"], "9 is not from 0 to 5"),
        (["session", "xyzzy"], "acu list routines"),
        (["help", "find", "--json"], "formats here: table, plain"),
    ],
)
def test_a_slip_in_an_option_is_told_what_was_meant(acu: Acu, words: list[str], said: str) -> None:
    """Of the command's own options and of those of all; and never in the words of a programmer."""
    ran = acu(*words)
    assert ran.status in {1, 2}
    assert said in ran.err
    assert "range" not in ran.err
    assert "Possible" not in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["crushing", "chest", "pain"],
        ["i", "want", "to", "die"],
        ["fnd", "crushing", "chest", "pain"],
        ["sesion", "crushing", "chest", "pain"],
        ["help", "crushing", "chest", "pain"],
        ["worst", "headache", "of", "my", "life", "--setting", "desk"],
    ],
)
def test_danger_is_heard_without_a_command(acu: Acu, words: list[str]) -> None:
    """Before anything is read into the words."""
    ran = acu(*words)
    assert (ran.status, ran.out) == (4, "")
    assert "mergency number" in ran.err or "988" in ran.err


@pytest.mark.parametrize("words", [["help"], ["help", "find"], ["help", "journal", "export"], ["help", "panic"]])
def test_help_is_a_command(acu: Acu, words: list[str]) -> None:
    """`acu help find` is `acu find --help`."""
    asked = acu(*words)
    assert asked.status == 0
    assert asked.out.startswith("Usage: acu")
    assert asked == acu(*words[1:], "--help")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["GB", "20"], ["GB20"]),
        (["gb", "20", "LI", "4"], ["GB20", "LI4"]),
        (["ST", "36", "PC6"], ["ST36", "PC6"]),
        (["he", "gu"], ["LI4"]),
        (["LI4", "GB", "20"], ["LI4", "GB20"]),
        (["headach"], ["headache"]),
        (["headahce"], ["headache"]),
        (["insomia"], ["insomnia"]),
        (["migrain"], ["migraine"]),
        (["siatica"], ["sciatica"]),
    ],
)
def test_show_understands_what_find_does(acu: Acu, words: list[str], codes: list[str]) -> None:
    """A code in two words, a complaint with a slip."""
    ran = acu("show", *words, "--format", "codes")
    assert ran.out.split() == codes
    assert ran.status == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["show", "LI44"], "LI1 to LI20"),
        (["show", "GB99"], "GB1 to GB44"),
        (["learn", "press"], "how-to-press"),
        (["learn", "breathe"], "breathing"),
        (["list", "pints"], "did you mean points"),
        (["list", "rutines"], "did you mean routines"),
        (["list", "points", "--region", "wrst"], "did you mean wrist"),
        (["list", "points", "--class", "nonsense"], "choose from"),
        (["list", "points", "--meridian", "Nile"], "choose from: LU"),
        (["find", "headache", "--region", "kne"], "knee"),
        (["config", "set", "huge", "maybe"], "yes or no"),
        (["config", "set", "gentle", "perhaps"], "yes or no"),
        (["completion"], "acu completion bash"),
        (["find", ""], "acu find headache"),
        (["journal", "show", "99"], "acu session stress"),
    ],
)
def test_an_error_names_the_way_on(acu: Acu, words: list[str], said: str) -> None:
    """Status 1 or 2, and a hint that is about these very words."""
    ran = acu(*words)
    assert ran.status in {1, 2}
    assert ran.out == ""
    assert said in ran.err


@pytest.mark.parametrize("name", ["Lung", "lung", "LU", "lung channel", "lung meridian", "lu"])
def test_a_meridian_has_many_names(acu: Acu, name: str) -> None:
    """In lists and in lookups."""
    listed = acu("list", "points", "--meridian", name, "--format", "codes").out.split()
    assert listed
    assert {code[:2] for code in listed} == {"LU"}
    found = acu("find", "cough", "--meridian", name, "--format", "codes").out.split()
    assert {code[:2] for code in found} == {"LU"}


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["LI4", "PC6"], ["LI4", "PC6"]),
        (["GB20", "LI4", "ST36"], ["GB20", "LI4", "ST36"]),
        (["--points", "LI4 PC6"], ["LI4", "PC6"]),
        (["--points", "LI4;PC6"], ["LI4", "PC6"]),
        (["--points", "LI 4, GB 20"], ["LI4", "GB20"]),
        (["--points", "LI4，PC6"], ["LI4", "PC6"]),
    ],
)
def test_no_point_is_dropped_in_silence(acu: Acu, words: list[str], codes: list[str]) -> None:
    """Whatever parts them."""
    steps = acu("session", *words, "--dry-run", "--json").json["steps"]
    assert list(dict.fromkeys(step["code"] for step in steps)) == codes


def test_what_a_session_does_not_take_is_said(acu: Acu) -> None:
    """Words beside points are refused, points beside words are named."""
    ran = acu("session", "--points", "LI4,PC6", "headache", "--dry-run")
    assert (ran.status, ran.out) == (2, "")
    assert "acu session headache" in ran.err
    assert "also understood: PC6" in acu("session", "PC6", "headache", "--dry-run").err


@pytest.mark.parametrize("value", ["yes", "y", "true", "on", "YES"])
def test_an_answer_may_be_said_yes_to(acu: Acu, value: str) -> None:
    """And no to, which takes it away."""
    assert acu("profile", "set", f"--pregnant={value}", "-q").status == 0
    assert [item["slug"] for item in acu("profile", "--json").json["profile"]["answers"]] == ["pregnant"]
    assert acu("profile", "set", "--pregnant=no", "-q").status == 0
    assert acu("profile", "--json").json["profile"].get("answers", []) == []


@pytest.mark.parametrize("words", ["warfarin", "blood thinners", "cancer", "pregnant", "osteoporosis", "pacemaker"])
def test_a_fact_alone_is_told_what_it_is_for(acu: Acu, words: str) -> None:
    """It is no complaint, but it is not "nothing" either."""
    ran = acu("find", words)
    assert (ran.status, ran.out) == (1, "")
    assert "acu profile set --" in ran.err
    assert f'acu find "headache, {words}"' in ran.err


@pytest.mark.parametrize("words", ["pain", "ache", "hurts", "sore", "a pain", "stiffness"])
def test_a_complaint_without_a_place_is_asked_where(acu: Acu, words: str) -> None:
    """With complaints that exist."""
    ran = acu("find", words)
    if ran.status == 0:
        return  # some word of it is a complaint of its own
    assert "did you mean" in ran.err
    for near in ran.err.split("did you mean ")[1].rstrip("?\n").split(", "):
        assert acu("find", near).status == 0, near
