"""The record types inside a record type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import inspect


def records_of(kind: Any) -> list[inspect.StructType]:
    """Return a record type and every record type inside it, each once, the outer ones first."""
    found: dict[type, inspect.StructType] = {}
    _collect(inspect.type_info(kind), found)
    return list(found.values())


def _collect(info: inspect.Type, found: dict[type, inspect.StructType]) -> None:
    if isinstance(info, inspect.StructType):
        if info.cls not in found:
            found[info.cls] = info
            for field in info.fields:
                _collect(field.type, found)
        return
    for inner in _inner(info):
        _collect(inner, found)


def _inner(info: inspect.Type) -> Iterator[inspect.Type]:
    if isinstance(info, inspect.UnionType):
        yield from info.types
    elif isinstance(info, inspect.VarTupleType):
        yield info.item_type
    elif isinstance(info, inspect.TupleType):
        yield from info.item_types
    elif isinstance(info, inspect.DictType):
        yield info.value_type
