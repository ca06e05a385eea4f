"""Shape: a plain value becomes a record, or every one of its faults is named."""

from __future__ import annotations

import ast
import re
from typing import Any

import msgspec

from acucli.library.problems import Problem
from acucli.library.reader import LineNumbers
from acucli.model import record
from acucli.text.nearness import closest

_PATH = re.compile(r"(.*) - at `(.*)`\Z", re.DOTALL)
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")
_MISSING_FIELD = re.compile(r"Object missing required field `(.+)`")
_UNKNOWN_FIELD = re.compile(r"Object contains unknown field `(.+)`")

_PATTERN = re.compile(r"Expected `str` matching regex (.+)", re.DOTALL)
_PATTERNS: dict[str, str] = {
    record.SLUG_PATTERN: "small letters, digits and dashes, such as neck-pain",
    record.POINT_PATTERN: "a code such as LI4, EX-HN3 or EX-Mine",
    record.LETTERS_PATTERN: "two or three capital letters, such as LI",
    record.LANGUAGE_PATTERN: "the code of a language, such as de or zh-Hans",
    record.NAME_PATTERN: "letters, spaces, apostrophes and hyphens alone",
}
"""What each pattern of the model wants, in words."""


def to_record(value: Any, kind: Any, *, name: str, file: str, lines: LineNumbers) -> tuple[Any | None, list[Problem]]:
    """Return the record, or None with every problem of its shape (code R...)."""
    try:
        return msgspec.convert(value, kind), []
    except msgspec.ValidationError:
        return None, _all_faults(value, kind, name, file, lines)


def _all_faults(value: Any, kind: Any, name: str, file: str, lines: LineNumbers) -> list[Problem]:
    if not isinstance(value, dict):
        return [
            Problem(
                "R003",
                file,
                lines.line,
                name,
                "",
                f"is {_kind_of(value)}, not a set of fields",
                "write `field: value` lines",
            )
        ]
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    problems = [_unknown(key, list(fields), name, file, lines) for key in value if key not in fields]
    for key, field in fields.items():
        if key in value:
            problems.extend(_fault_of_field(key, field.type, value[key], name, file, lines))
        elif field.required:
            fix = f"add the field `{key}`"
            problems.append(Problem("R002", file, lines.line, name, key, f"the field {key!r} is missing", fix))
    return problems


def _unknown(key: object, known: list[str], name: str, file: str, lines: LineNumbers) -> Problem:
    close = closest(str(key), known, most=1)
    fix = f"did you mean {close[0]!r}?" if close else f"known fields: {', '.join(known)}"
    return Problem("R001", file, lines.at(key), name, str(key), f"there is no field {key!r}", fix)


def _fault_of_field(key: str, kind: Any, value: Any, name: str, file: str, lines: LineNumbers) -> list[Problem]:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        reason, path = _said(str(error))
        here = lines.at(key, *path)
        dotted = ".".join(str(part) for part in (key, *path))
        code = "R004"
        if found := _MISSING_FIELD.match(reason):
            code, reason = "R002", f"the field {found.group(1)!r} is missing"
        elif found := _UNKNOWN_FIELD.match(reason):
            code, reason = "R001", f"there is no field {found.group(1)!r}"
        elif found := _PATTERN.match(reason):
            wanted = _PATTERNS.get(ast.literal_eval(found.group(1)), "letters, digits and dashes")
            return [
                Problem("R006", file, here, name, dotted, "holds characters that may not be there", f"write {wanted}")
            ]
        return [Problem(code, file, here, name, dotted, _plain(reason), _fix(reason))]
    return []


def _said(message: str) -> tuple[str, list[str | int]]:
    """Return the reason and the path inside the field that a validation message names."""
    found = _PATH.match(message)
    if not found:
        return message, []
    steps: list[str | int] = []
    for word, index in _STEP.findall(found.group(2)):
        steps.append(word if word else int(index) if index.isdigit() else 0)
    return found.group(1), steps


def _plain(reason: str) -> str:
    replacements = {
        "Expected `str`": "text is wanted",
        "Expected `int`": "a whole number is wanted",
        "Expected `float`": "a number is wanted",
        "Expected `bool`": "true or false is wanted",
        "Expected `array`": "a list is wanted",
        "Expected `object`": "a set of fields is wanted",
        "got `int`": "this is a number",
        "got `float`": "this is a number",
        "got `str`": "this is text",
        "got `bool`": "this is true or false",
        "got `null`": "this is empty",
        "got `array`": "this is a list",
        "got `object`": "this is a set of fields",
        "Invalid enum value": "not one of the allowed values:",
    }
    for said, plain in replacements.items():
        reason = reason.replace(said, plain)
    return reason


def _fix(reason: str) -> str:
    if reason.startswith("Expected `str`"):
        return "put it in quotes" if "null" not in reason else "fill it in, or remove the line"
    if reason.startswith("Expected `array`"):
        return "write it as [a, b] or as lines that begin with a dash"
    if "enum" in reason:
        return "use one of the words that data/README.md lists for this field"
    return "see data/README.md for this field"


def _kind_of(value: Any) -> str:
    if value is None:
        return "empty"
    return {str: "text", list: "a list", bool: "true or false"}.get(type(value), "a number")
