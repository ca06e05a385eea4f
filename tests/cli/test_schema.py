"""`acu schema`: every schema is one, and what is printed fits it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from acucli.cli.command_names import COMMANDS
from acucli.cli.group import LazyGroup
from acucli.cli.printed import PRINTED, formats_of_command, printed_by
from acucli.cli.schema_names import NAMES, schema_named
from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.journal.store import Journal
from acucli.library.compiled import CompiledLibrary
from acucli.model.kinds import KINDS
from tests.cli.conftest import Acu, as_builtins
from tests.cli.kept import put_sessions


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_schema_is_a_json_schema(acu: Acu, name: str) -> None:
    """Of draft 2020-12, with a description of every property."""
    schema = acu("schema", name).json
    assert schema["$schema"].endswith("2020-12/schema")
    jsonschema.Draft202012Validator.check_schema(schema)
    for definition in schema["$defs"].values():
        assert definition["description"]
        undescribed = [name for name, item in definition.get("properties", {}).items() if not item.get("description")]
        assert undescribed == [], definition["title"]


def test_the_names_are_listed_and_others_refused(acu: Acu) -> None:
    """Each with the commands that print it, so that nobody has to guess which is meant."""
    rows = dict(line.split("\t")[:2] for line in acu("schema").out.splitlines())
    assert rows["journal-stats"] == "journal stats"
    assert rows["done"].split(",")[0] == "favourite add"
    assert rows["error"] == "*"
    assert acu("schema", "--format", "codes").out.split() == list(NAMES)
    assert acu("schema", "nonsense").status == 2


@pytest.mark.parametrize("query", ["headache", "LI4", "worst headache of my life", "xyzzy", "lung meridian"])
def test_find_fits_its_schema(acu: Acu, query: str) -> None:
    """Points, points by name, red flags, nothing."""
    jsonschema.validate(acu("find", query, "--json").json, acu("schema", "find").json)


@pytest.mark.parametrize("arguments", [["headache"], ["--points", "TE17,EX-UE9"], ["stress", "--breathing", "4-7-8"]])
def test_a_timetable_fits_its_schema(acu: Acu, arguments: list[str]) -> None:
    """`session --dry-run --json`, with a profile that changes much."""
    acu("profile", "set", "--pregnant", "--skin-broken=hand:left", "-q")
    ran = acu("session", *arguments, "--dry-run", "--json")
    jsonschema.validate(ran.json, acu("schema", "session").json)


def test_the_profile_fits_its_schema(acu: Acu) -> None:
    """As it is shown."""
    acu("profile", "set", "--pregnant", "--varicose=calf:left", "--block", "LI4", "-q")
    jsonschema.validate(acu("profile", "show", "--json").json["profile"], acu("schema", "profile").json)


def test_events_of_the_journal_fit_their_schema(acu: Acu, tmp_path: Path) -> None:
    """Every event that is kept, with the whole plan that the file holds once."""
    put_sessions(tmp_path / "home", {"before": 5, "after": 3})
    acu("journal", "note", "last", "well")
    acu("journal", "undo")
    schema = acu("schema", "event").json
    variables = {"ACU_HOME": str(tmp_path / "home")}
    journal = Journal(Environment(variables=variables, paths=Paths.from_variables(variables)))
    events = [event for sid in {line.sid for line in journal.read().lines} for event in journal.events_of(sid)]
    assert len(events) >= 8
    assert any(event.plan is not None for event in events)
    for event in events:
        jsonschema.validate(json.loads(msgspec.json.encode(event)), schema)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.shelf)
def test_records_fit_their_schema(kind: object, library: CompiledLibrary) -> None:
    """The first, the last and some between of every shelf."""
    shelf = getattr(library, kind.shelf)  # type: ignore[attr-defined]
    validator = jsonschema.Draft202012Validator(schema_named(kind.schema))  # type: ignore[attr-defined]
    records = list(shelf.values()) if hasattr(shelf, "values") else [shelf]
    for record in [*records[:: max(1, len(records) // 4)], records[-1]]:
        validator.validate(as_builtins(record))


OUTPUTS: list[tuple[str, tuple[str, ...]]] = [
    ("home", ()),
    ("version", ("--version",)),
    ("find", ("find", "headache")),
    ("show", ("show", "LI4")),
    ("show", ("show", "headache")),
    ("show", ("show", "routine:stress")),
    ("show", ("show", "technique:press")),
    ("list", ("list", "points", "--meridian", "LU")),
    ("list", ("list", "conditions")),
    ("list", ("list", "references")),
    ("list", ("list", "helplines")),
    ("session", ("session", "stress", "--dry-run")),
    ("session-offers", ("session",)),
    ("session", ("again", "--dry-run")),
    ("proposal", ("plan", "headache")),
    ("map", ("map", "LI4")),
    ("show", ("learn", "how-to-press")),
    ("list", ("learn",)),
    ("favourite-list", ("favourite", "list")),
    ("done", ("favourite", "add", "evening", "headache")),
    ("done", ("favourite", "drop", "kept")),
    ("profile-show", ("profile", "show")),
    ("profile-show", ("profile", "set", "--fever")),
    ("done", ("profile", "clear", "--yes")),
    ("journal-list", ("journal", "list")),
    ("journal-show", ("journal", "show")),
    ("journal-stats", ("journal", "stats")),
    ("journal-helped", ("journal", "helped")),
    ("done", ("journal", "note", "last", "well")),
    ("done", ("journal", "undo")),
    ("journal-export", ("journal", "export")),
    ("journal-import", ("journal", "import", "mine.json")),
    ("journal-compact", ("journal", "compact")),
    ("done", ("journal", "delete", "--all", "--yes")),
    ("course-new", ("course", "new", "stress")),
    ("course-show", ("course", "show")),
    ("course-next", ("course", "next")),
    ("done", ("course", "drop", "low-back-pain")),
    ("helplines-answer", ("helplines", "GB")),
    ("doctor", ("doctor",)),
    ("config", ("config", "show")),
    ("done", ("config", "set", "hold", "60")),
    ("done", ("config", "unset", "hold")),
    ("schema-list", ("schema",)),
    ("schema", ("schema", "find")),
    ("stop", ("session", "chest pain")),
    ("error", ("find", "")),
    ("error", ("show", "nonsense-of-mine")),
    ("error", ("course", "show", "nonsense")),
]
"""A real command line for each answer, and the schema it is promised by."""
OF_PACKS: list[tuple[str, tuple[str, ...]]] = [
    ("done", ("pack", "new", "mine")),
    ("pack-check", ("pack", "check", "mine.yaml")),
    ("done", ("pack", "add", "mine.yaml")),
    ("pack-list", ("pack", "list")),
    ("done", ("pack", "remove", "mine")),
]
"""One after the other, for each lays the pack over the whole library."""
_AS_TEXT = {"course export", "completion"}
"""Commands whose answer is a text, and never JSON."""


@pytest.fixture
def lived_in(acu: Acu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Acu:
    """Return `acu` in a home with something of everything, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    put_sessions(tmp_path / "home", {"before": 6, "after": 3}, {"before": 5, "after": 5})
    acu("profile", "set", "--blood-thinners", "--block", "LU1", "-q")
    acu("favourite", "add", "kept", "stress")
    acu("course", "new", "low-back-pain")
    acu("journal", "export", "-o", "mine.json")
    return acu


@pytest.mark.parametrize(
    ("name", "command"), OUTPUTS, ids=lambda value: value if isinstance(value, str) else " ".join(value)
)
def test_a_real_output_of_every_command_fits_its_schema(lived_in: Acu, name: str, command: tuple[str, ...]) -> None:
    """And holds no key that the schema does not describe."""
    _check(lived_in, name, command)


@pytest.mark.long
def test_a_real_output_of_every_command_of_packs_fits_its_schema(
    acu: Acu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the first line of a pack to its last."""
    monkeypatch.chdir(tmp_path)
    for name, command in OF_PACKS:
        _check(acu, name, command)


def _check(acu: Acu, name: str, command: tuple[str, ...]) -> None:
    ran = acu(*command, "--json")
    assert ran.out, ran.err
    schema = schema_named(name)
    jsonschema.Draft202012Validator(schema).validate(ran.json)
    assert _unknown_keys(ran.json, schema) == set()


def test_every_command_has_a_real_output_among_them() -> None:
    """Whoever adds a command says which schema holds what it prints."""
    named = {
        words: {name for name, kind in NAMES.items() if kind.__name__ in kinds} for words, kinds in PRINTED.items()
    }
    tried: dict[str, set[str]] = {}
    for name, command in (*OUTPUTS, *OF_PACKS):
        words = next((words for words in (" ".join(command[:2]), " ".join(command[:1])) if words in PRINTED), "")
        tried.setdefault(words, set()).add(name)
    for words, names in named.items():
        if words not in _AS_TEXT:
            assert tried.get(words, set()) & (names | {"stop", "error"}), words


def test_every_answer_of_the_program_has_a_schema() -> None:
    """But texts, which are no data."""
    answers = {kind for kinds in PRINTED.values() for kind in kinds} - {kind.__name__ for kind in NAMES.values()}
    assert answers == {"TextAnswer"}


def test_a_batch_and_the_events_of_a_session_fit_theirs(acu: Acu) -> None:
    """Each line by itself; a batch carries the status of each query beside its answer."""
    lines = acu("find", "--batch", "-", stdin="headache\nLI4\n").out.splitlines()
    for line in map(json.loads, lines):
        assert line.pop("status") == 0
        jsonschema.validate(line, schema_named("find"))
    events = acu("session", "stress-quick", "--speed", "1000", "--yes", "--events", "jsonl", runs=True).out.splitlines()
    for line in map(json.loads, events):
        jsonschema.validate(line, schema_named("event"))
    assert len(events) > 3


def _unknown_keys(value: object, schema: dict[str, object]) -> set[str]:
    """Return the keys at the top of an answer that its schema does not name."""
    definitions = schema["$defs"]
    top = next(iter(definitions.values()), {}) if isinstance(definitions, dict) else {}
    reference = str(schema.get("$ref", "")).rpartition("/")[2]
    known = definitions.get(reference, top).get("properties") if isinstance(definitions, dict) else None
    return set(value) - set(known) if isinstance(value, dict) and known else set()


def test_every_command_says_what_it_prints() -> None:
    """But calm, which shows a minute of breath, and help; what writes pages by itself names its formats."""
    silent = {"calm", "help"}
    group = LazyGroup(name="acu")
    for name in set(COMMANDS) - silent:
        for sub in getattr(group.get_command(None, name), "commands", {}) or {"": None}:
            words = f"{name} {sub}".strip()
            assert printed_by(words) or formats_of_command(words), f"acu {words} has no row in cli/printed.py"
