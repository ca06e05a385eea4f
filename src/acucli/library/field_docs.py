"""What every field of the model is for: the strings that stand under the fields, read from the source.

A string under a field says its meaning in plain words and, after "Example: ", how one would write it. Nothing reads
them while a library is looked up; the documents, the schemas and the commented pack do.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

_EXAMPLE = re.compile(r"\s*\bExample: ")


class FieldDoc(NamedTuple):
    """What one field is for, and an example as one would write it; empty where there is none."""

    meaning: str
    example: str


def summary_of(kind: type) -> str:
    """Return in one paragraph what a type is."""
    return " ".join((inspect.getdoc(kind) or "").split("\n\n")[0].split())


def fields_of(kind: type) -> dict[str, FieldDoc]:
    """Return what each field of a type is for, by the name it is written with; fields without a string are left out."""
    strings: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        strings |= _strings(base.__module__).get(base.__name__, {}) if base.__module__.startswith("acucli.") else {}
    whole = getattr(kind, "fields_from", None)  # a type made of some fields of another
    strings |= _strings(whole.__module__).get(whole.__name__, {}) if whole is not None else {}
    return {
        field.encode_name: _parted(strings[field.name])
        for field in msgspec.structs.fields(kind)
        if field.name in strings
    }


def _parted(text: str) -> FieldDoc:
    meaning, *example = _EXAMPLE.split(" ".join(text.split()), maxsplit=1)
    return FieldDoc(meaning, example[0] if example else "")


@cache
def _strings(module: str) -> dict[str, dict[str, str]]:
    """Return the string under each field of each class of a module that is loaded."""
    source = Path(sys.modules[module].__file__ or "").read_text(encoding="utf-8")
    classes = (node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    return {node.name: dict(_under_fields(node)) for node in classes}


def _under_fields(node: ast.ClassDef) -> list[tuple[str, str]]:
    pairs = zip(node.body, node.body[1:], strict=False)
    return [(name, text) for field, after in pairs if (name := _name(field)) and (text := _text(after))]


def _name(node: ast.stmt) -> str:
    return node.target.id if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) else ""


def _text(node: ast.stmt) -> str:
    value: Any = node.value.value if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) else ""
    return value if isinstance(value, str) else ""
