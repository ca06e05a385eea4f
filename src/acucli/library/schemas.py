"""JSON Schemas of what is printed and of what packs hold, every property with its meaning."""

from __future__ import annotations

from typing import Any

import msgspec

from acucli.library.field_docs import fields_of
from acucli.library.reader import read_text
from acucli.library.record_types import records_of
from acucli.model.answers import VERSION_MEANING, ErrorAnswer, FindAnswer, RecordAnswer, Stop
from acucli.model.kinds import KINDS
from acucli.model.practice import Event, Plan, Profile
from acucli.model.timetable_answer import ProposalAnswer, Timetable

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, Any]:
    """Return every schema's name with the type it is made from."""
    answers = {
        "find": FindAnswer,
        "show": RecordAnswer,
        "session": Timetable,
        "proposal": ProposalAnswer,
        "stop": Stop,
        "error": ErrorAnswer,
        "event": Event,
        "plan": Plan,
        "profile": Profile,
    }
    return {**answers, **{kind.schema: kind.type for kind in KINDS}}


def schema_of(kind: Any) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a type; each property carries what it means, and an example."""
    schema = msgspec.json.schema(kind)
    definitions = schema.get("$defs", {})
    for record in records_of(kind):
        properties = definitions.get(record.cls.__name__, {}).get("properties", {})
        if record.tag_field in properties:  # the version stands before the fields of every answer
            properties[record.tag_field]["description"] = VERSION_MEANING
        for name, doc in fields_of(record.cls).items():
            if name in properties:
                properties[name] = _described(properties[name], doc.meaning, doc.example)
    return {"$schema": DIALECT, **schema}


def _described(schema: dict[str, Any], meaning: str, example: str) -> dict[str, Any]:
    described = {**schema, "description": meaning}
    return described | {"examples": [read_text(f"x: {example}", "example").value["x"]]} if example else described
