"""Records as they were written, before the build worked on them: what packs are laid over.

A compiled library keeps of each record what the build changed. So a pack needs no YAML but its own, and is laid over an
installed library in a fraction of the time that reading the source form takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from acucli.library.compiled import CompiledLibrary
from acucli.library.reader import LineNumbers
from acucli.library.sign_building import ANY
from acucli.library.source import Located, Sources
from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.kinds import KINDS, Kind
from acucli.model.lexicon import Lexicon

INDEX = "as_written"
"""The name of the index that holds what records say in the source form, by shelf, name and field."""

_LANGUAGES = "lexicons"
Shelves = Mapping[str, Mapping[str, Any]]
Changes = dict[str, dict[str, dict[str, Any]]]

_SPOKEN = frozenset({"words", "words_not", "classes", "red_flags", "held_back"})
"""Fields with words that raise something, of which only the lines of every language are kept, and the keys."""


def as_written(before: Shelves, after: Shelves) -> Changes:
    """Return each field that the build changed, as it was before.

    Of further languages it is the names of points alone: no pack can replace a language, and what is checked against
    one is English.
    """
    found: Changes = {}
    for shelf, records in before.items():
        for name, record in records.items():
            changed = _changed(record, after[shelf][name])
            if shelf == _LANGUAGES and name != DEFAULT_LANGUAGE:
                changed = {field: value for field, value in changed.items() if field == "points"}
            if changed:
                found.setdefault(shelf, {})[name] = changed
    return found


def _changed(before: Any, after: Any) -> dict[str, Any]:
    fields = (field for field in before.__struct_fields__ if getattr(before, field) != getattr(after, field))
    return {field: _kept(field, getattr(before, field)) for field in fields}


def _kept(field: str, value: Any) -> Any:
    """Return a value; of words the lines of every language, from which a pack's own language makes its signs."""
    if field not in _SPOKEN:
        return value
    return {language: lines if language == ANY else () for language, lines in value.items()}


def written_in(library: CompiledLibrary) -> Sources:
    """Return the records of a compiled library as they were written; a problem in one names no line of its file."""
    changes = msgspec.json.decode(library.indexes[INDEX], type=Changes)
    records = {}
    for kind in KINDS:
        changed = changes.get(kind.shelf, {})
        records[kind.shelf] = {
            name: Located(
                kind.shelf, name, _with(record, changed.get(name, {})), _file_of(kind, name), LineNumbers(1, {})
            )
            for name, record in library.shelf(kind.shelf).items()
        }
    return Sources(records, [])


def _with(record: Any, changed: Mapping[str, Any]) -> Any:
    if not changed:
        return record
    if isinstance(record, Lexicon):
        said = msgspec.convert({"language": record.language, "name": record.name, **changed}, Lexicon)
        return msgspec.structs.replace(record, **{field: getattr(said, field) for field in changed})
    return msgspec.structs.replace(record, **{field: _frozen(value) for field, value in changed.items()})


def _frozen(value: Any) -> Any:
    """Return a decoded value as records hold it, with tuples for lists."""
    if isinstance(value, dict):
        return {key: _frozen(inner) for key, inner in value.items()}
    return tuple(value) if isinstance(value, list) else value


def _file_of(kind: Kind, name: str) -> str:
    """Return the file that a record stands in, or the folder of its file."""
    return f"data/{kind.pattern.replace('*', name) if kind.single else kind.pattern.partition('/*')[0]}"
