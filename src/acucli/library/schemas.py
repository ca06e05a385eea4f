"""JSON Schemas of types, every property with its meaning."""

from __future__ import annotations

from typing import Any

import msgspec

from acucli.library.field_docs import fields_of
from acucli.library.reader import read_text
from acucli.library.record_types import records_of
from acucli.model.answers import VERSION_MEANING

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(*kinds: Any) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a type; each property carries what it means, and an example.

    Further types are among its definitions, for those of its properties that may be any of them.
    """
    (schema, *_), definitions = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    for record in (record for kind in kinds for record in records_of(kind)):
        properties = definitions.get(record.cls.__name__, {}).get("properties", {})
        if record.tag_field in properties:  # the version stands before the fields of every answer
            properties[record.tag_field]["description"] = VERSION_MEANING
        for name, doc in fields_of(record.cls).items():
            if name in properties:
                properties[name] = _described(properties[name], doc.meaning, doc.example)
    return {"$schema": DIALECT, **schema, "$defs": definitions}


def _described(schema: dict[str, Any], meaning: str, example: str) -> dict[str, Any]:
    described = {**schema, "description": meaning}
    return described | {"examples": [read_text(f"x: {example}", "example").value["x"]]} if example else described
