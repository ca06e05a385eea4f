"""`acu pack`: written, checked with file, line and fix, laid over, listed, removed; it can add and never weaken."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from acucli.library import loader
from acucli.library.compiled import CompiledLibrary
from tests.cli.conftest import Acu
from tests.conftest import DATA

pytestmark = pytest.mark.long

ROUTINE = """\
routines:
  - slug: mine
    name: "My own minute"
    for: [stress]
    level: gentle
    target_minutes: 2
    positions: [seated]
    steps:
      - {point: LI10, side: both, seconds: 40, words: "Press slowly into the muscle, then let go slowly."}
"""

BROKEN: dict[str, tuple[bytes, int, str]] = {
    "broken YAML": (b"routines:\n  - slug: [\n", 3, "Y003"),
    "unknown point in a routine": (ROUTINE.replace("LI10", "LI99").encode(), 9, "T001"),
    "unknown key": (ROUTINE.replace("    level:", "    colour: red\n    level:").encode(), 5, "R001"),
    "wrong type": (ROUTINE.replace("target_minutes: 2", "target_minutes: soon").encode(), 6, "R004"),
    "missing key": (ROUTINE.replace("    level: gentle\n", "").encode(), 2, "R002"),
    "duplicate key": (ROUTINE.replace("    level:", "    name: again\n    level:").encode(), 5, "Y005"),
    "duplicate slug": ((ROUTINE + ROUTINE.split("routines:\n")[1]).encode(), 10, "R005"),
    "not UTF-8": (b"routines:\n  - slug: \xff\xfe\n", 2, "Y002"),
    "alias": (b"routines: &a []\nareas: *a\n", 1, "Y004"),
    "a tag": (b"routines: !!python/object:os.system []\n", 1, "Y004"),
    "100,000 nested brackets": (b"routines: " + b"[" * 100_000, 1, "Y008"),
    "100,000 nested dashes": (b"- " * 100_000, 1, "Y008"),
    "unknown shelf": (b"remedies:\n  - slug: x\n", 1, "R001"),
    "a list": (b"- 1\n- 2\n", 1, "Y009"),
    "no list": (b"routines: yes\n", 1, "Y009"),
    "nothing": (b"", 1, "Y009"),
    "only a comment": (b"# nothing\n", 1, "Y009"),
}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder of one's own."""
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.chdir(folder)


def write(text: str | bytes, name: str = "mine.yaml") -> str:
    """Write a pack and return its name."""
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


@pytest.mark.parametrize("kind", BROKEN)
def test_every_kind_of_bad_input_is_named_with_file_line_and_fix(acu: Acu, kind: str) -> None:
    """Status 3, one line a problem, never a traceback, nothing on standard output."""
    content, line, code = BROKEN[kind]
    ran = acu("pack", "check", write(content))
    assert ran.status == 3, ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err
    found = re.findall(r"mine\.yaml:(\d+): ([A-Z]\d{3}) .+; .+", ran.err)
    assert (str(line), code) in found, ran.err


@pytest.mark.parametrize("kind", ["broken YAML", "unknown point in a routine", "100,000 nested brackets"])
def test_a_broken_pack_is_not_added(acu: Acu, kind: str) -> None:
    """The library stays as it was."""
    assert acu("pack", "add", write(BROKEN[kind][0])).status == 3
    assert acu("pack", "list", "--json").json["packs"] == []
    assert acu("find", "headache", "--json").status == 0


def test_every_problem_is_named_at_once(acu: Acu) -> None:
    """Not one after the other; as JSON it is one value."""
    text = (
        ROUTINE.replace("LI10", "LI99").replace("target_minutes: 2", "target_minutes: soon").replace("gentle", "wild")
    )
    ran = acu("pack", "check", write(text), "--json")
    assert ran.status == 3
    problems = ran.json["problems"]
    assert len(problems) >= 2
    assert {"code", "file", "line", "record", "field", "reason", "fix"} == set(problems[0])


def test_a_new_pack_is_good_as_it_is_written(acu: Acu) -> None:
    """It explains itself, passes its own check, and is never written over another file."""
    assert acu("pack", "new", "mine").status == 0
    assert Path("mine.yaml").read_text(encoding="utf-8").startswith("# A pack:")
    assert acu("pack", "check", "mine.yaml").out == "no problems\n"
    assert acu("pack", "new", "mine").status == 2
    assert acu("pack", "new", "../mine").status == 2


def test_added_listed_used_and_removed(acu: Acu, tmp_path: Path) -> None:
    """The routine runs, survives in its own private file, and is gone again."""
    assert acu("pack", "add", write(ROUTINE)).status == 0
    assert acu("pack", "list").out == "mine\n"
    steps = acu("session", "mine", "--dry-run", "--json").json["steps"]
    assert {step["code"] for step in steps} == {"LI10"}
    assert "mine" in acu("list", "routines", "--format", "codes").out.split()
    kept = tmp_path / "home" / "data" / "packs" / "mine.yaml"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert acu("pack", "remove", "mine").status == 0
    assert acu("session", "mine", "--dry-run").status != 0
    assert acu("pack", "remove", "mine").status == 2
    assert "no packs are in use" in acu("pack").err


def test_what_was_compiled_for_adding_serves_the_next_command(acu: Acu, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person waits once."""
    acu("pack", "add", write(ROUTINE))
    monkeypatch.setattr(loader, "_laid_over", lambda *_: pytest.fail("compiled a second time"))
    assert acu("session", "mine", "--dry-run", "--json").status == 0


def test_a_pack_is_judged_like_everything_else(acu: Acu) -> None:
    """A routine of one's own with LI4 gives a pregnant person no LI4, and its words raise no cap."""
    acu("pack", "add", write(ROUTINE.replace("point: LI10", "point: LI4")))
    acu("profile", "set", "--pregnant", "-q")
    ran = acu("session", "mine", "--dry-run", "--json")
    assert ran.status == 4
    assert "because you said “pregnant”" in ran.err


def test_two_packs_are_checked_together(acu: Acu) -> None:
    """One that leans on another's record cannot come first; a broken one does not break the rest for ever."""
    acu("pack", "add", write(ROUTINE))
    assert acu("pack", "add", write(ROUTINE.replace("slug: mine", "slug: other"), "other.yaml")).status == 0
    assert acu("pack", "list").out == "mine\nother\n"


def test_a_pack_that_was_broken_by_hand_is_named_by_every_command_and_can_be_taken_away(
    acu: Acu, tmp_path: Path
) -> None:
    """With its file and line on standard error, once; everything else answers as without it."""
    acu("pack", "add", write(ROUTINE))
    (tmp_path / "home" / "data" / "packs" / "mine.yaml").write_bytes(BROKEN["unknown point in a routine"][0])
    ran = acu("find", "headache")
    assert ran.status == 0
    assert ran.err.count("mine.yaml:9: T001") == 1
    assert "acu pack remove mine" in ran.err
    assert "mine.yaml:9: T001" in acu("doctor").out
    assert acu("pack", "list").out == "mine\n"
    assert acu("pack", "remove", "mine").status == 0
    assert acu("find", "headache").status == 0


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_what_is_no_file_is_a_wrong_command_line(acu: Acu, name: str) -> None:
    """A missing file and a directory: status 2."""
    assert acu("pack", "check", name).status == 2
    assert acu("pack", "add", name).status == 2
    assert acu("pack", "remove", "../../x").status == 2


def test_a_data_directory_can_be_checked_too(acu: Acu) -> None:
    """The bundled one has no problems."""
    assert acu("pack", "check", str(DATA)).out == "no problems\n"


def _records(record: object, shelf: str, **changes: object) -> str:
    """Return a pack of one bundled record with changes, as JSON, which is YAML."""
    value = {**msgspec.to_builtins(record), **changes}
    return msgspec.json.encode({shelf: [value]}).decode()


def test_a_pack_can_make_a_point_stricter(acu: Acu, library: CompiledLibrary) -> None:
    """A lower limit holds against every wish."""
    point = library.points["LI10"]
    text = _records(point, "points", limit={"level": "light", "reason": "Mine hurts."},
                    press={**msgspec.to_builtins(point.press), "pressure": 1},
                    hold={"least_seconds": 10, "usual_seconds": 30, "most_seconds": 60}, cautions=[])  # fmt: skip
    assert acu("pack", "add", write(text)).status == 0, acu("pack", "check", "mine.yaml").err
    steps = acu("session", "--points", "LI10", "--full", "--dry-run", "--json").json["steps"]
    assert {(step["pressure"], step["seconds"]) for step in steps} == {(1, 60.0)}


def test_a_point_that_is_never_to_be_pressed_is_left_out_everywhere(acu: Acu, library: CompiledLibrary) -> None:
    """LI4 stands in bundled routines and conditions: they stay good, and leave it out."""
    text = _records(library.points["LI4"], "points", limit={"level": "avoid", "reason": "Mine was operated on."},
                    both_at_once="never", press=None)  # fmt: skip
    assert acu("pack", "check", write(text)).out == "no problems\n"
    assert acu("pack", "add", "mine.yaml").status == 0
    assert acu("find", "headache", "--json").status == 0
    assert acu("show", "LI4").status == 0
    for what in ("headache", "nausea", "desk-five"):
        ran = acu("session", what, "--dry-run", "--json")
        assert ran.status == 0, ran.err
        assert "LI4" not in {step["code"] for step in ran.json["steps"]}


def test_what_a_pack_breaks_in_the_bundled_library_is_said_before_it_is_added(
    acu: Acu, library: CompiledLibrary
) -> None:
    """Else every command would refuse afterwards."""
    text = _records(library.points["LI4"], "points", sides="midline")
    ran = acu("pack", "check", write(text))
    assert ran.status == 3
    assert "T011" in ran.err
    assert acu("pack", "add", "mine.yaml").status == 3
    assert acu("find", "headache", "--json").status == 0


@pytest.mark.parametrize(
    ("shelf", "key", "changes"),
    [
        ("points", "ST9", {"limit": {"level": "none"}}),
        ("points", "LU9", {"limit": {"level": "none"}}),
        ("points", "LI4", {"press_region": "forearm"}),
        ("points", "TE17", {"both_at_once": "yes"}),
        ("points", "TE17", {"hold": {"least_seconds": 30, "usual_seconds": 90, "most_seconds": 180}}),
        ("areas", "low-back", {"regions": ["hand"]}),
        ("areas", "calves", {"both_at_once": "yes"}),
        ("areas", "low-back", {"techniques": ["press", "percuss"]}),
        ("techniques", "knead", {"not_with": []}),
        ("techniques", "percuss", {"not_on": []}),
        ("techniques", "ball", {"tool": ""}),
        ("conditions", "headache", {"watch_for": []}),
        ("conditions", "high-blood-pressure", {"session": "offered"}),
    ],
)
def test_a_pack_never_weakens(
    acu: Acu, library: CompiledLibrary, shelf: str, key: str, changes: dict[str, object]
) -> None:
    """Limits, regions, lists that guard somebody: shorter or looser is a problem of the pack."""
    record = getattr(library, shelf)[key]
    ran = acu("pack", "check", write(_records(record, shelf, **changes)))
    assert ran.status == 3
    assert "K003" in ran.err, ran.err


@pytest.mark.parametrize(
    ("shelf", "key"), [("cautions", "pregnancy-points"), ("questions", "pregnant"), ("red_flags", "stroke-fast"),
                       ("held_back", ""), ("regions", "hand"), ("helplines", "US")]
)  # fmt: skip
def test_safety_records_cannot_be_replaced(acu: Acu, library: CompiledLibrary, shelf: str, key: str) -> None:
    """Cautions may be added under a name of one's own; the rest is the project's."""
    records = getattr(library, shelf)
    ran = acu("pack", "check", write(_records(records[key or next(iter(records))], shelf)))
    assert ran.status == 3
    assert "K002" in ran.err or "K001" in ran.err, ran.err


def test_a_caution_of_ones_own_is_obeyed(acu: Acu, library: CompiledLibrary) -> None:
    """A pack may add limits for everybody."""
    caution = library.cautions["hernia-stoma"]
    text = _records(caution, "cautions", id="my-thumb", title="My thumb", profile=["everyone"], regions=[],
                    points=["LI4"], techniques=[], tools=[], rule="LI4 hurts my thumb.", instead="TE5")  # fmt: skip
    assert acu("pack", "add", write(text)).status == 0, acu("pack", "check", "mine.yaml").err
    ran = acu("session", "headache", "--dry-run", "--json")
    assert "LI4" not in {step["code"] for step in ran.json["steps"]}
    assert "my-thumb" in {item["because"] for item in (*ran.json["left_out"], *ran.json["stand_ins"])}
