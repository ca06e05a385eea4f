"""`acu schema`: every schema is one, and what is printed fits it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.journal.store import Journal
from acucli.library.compiled import CompiledLibrary
from acucli.library.schemas import schema_of, schemas
from acucli.model.kinds import KINDS
from tests.cli.conftest import Acu, as_builtins
from tests.cli.kept import put_sessions


@pytest.mark.parametrize("name", sorted(schemas()))
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
    """One a line."""
    assert acu("schema").out.split() == list(schemas())
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
    validator = jsonschema.Draft202012Validator(schema_of(kind.type))  # type: ignore[attr-defined]
    records = list(shelf.values()) if hasattr(shelf, "values") else [shelf]
    for record in [*records[:: max(1, len(records) // 4)], records[-1]]:
        validator.validate(as_builtins(record))
