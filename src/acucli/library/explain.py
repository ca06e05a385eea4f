"""The explanation of every field of the data, for people who do not program: `data/README.md`.

It is made from the model that validates, so that the two cannot part: python -m acucli.library.explain > data/README.md
"""

from __future__ import annotations

import re
import sys

import msgspec
from msgspec import inspect

from acucli.library.field_docs import fields_of, summary_of
from acucli.library.record_types import records_of
from acucli.model.kinds import KINDS, Kind

_HEAD = """\
<!-- Made by: python -m acucli.library.explain > data/README.md   Do not edit by hand. -->

# The library, field by field

Everything acucli knows stands in this folder, in plain text that anybody can read and mend. You need no programming:
find the file, change the words, and let `acu pack check data` tell you whether it still fits together. Each problem is
named with its file, its line and what to do about it.

## How the files are written

- A record begins with a dash. Below it stand its fields, one on a line: the name, a colon, a blank, the value.
- What belongs together is moved in by two blanks. Use blanks, never tabs.
- Text that holds a colon, a comma or a quote stands between double quotes: `"Sharp: let go."`
- A list stands in square brackets, `[LI4, PC6]`, or on lines of its own that begin with a dash.
- A set of fields stands in curly brackets, `{level: none}`, or on lines of its own, moved in.
- `true`, `false`, `null` and numbers mean what they say. All else is text: `no`, `on`, `12:30`. A number that is meant
  as text stands in quotes: `"999"`.
- A line that begins with `#` is a remark.

## What every sentence keeps to

- Own words, short sentences (25 words on average at most), British spelling, "you".
- What was seen, not what it does: nothing cures, heals or is proven. Lore begins with "tradition says".
- Tingling, numb and electric are signs to let go, never something to wait for.
- Every number and every reference has a source; none is completed from memory.

Want to begin? The head of `points/LI.yaml` explains one point from its first line to its last. Points, conditions,
routines, techniques, areas, breathing patterns, articles and cautions of your own can also live in a pack:
`acu pack new mine`.

## The files
"""


def explanation() -> str:
    """Return the whole text as Markdown.

    Raises:
        KeyError: a record type, or a field of one, that nobody has explained.
    """
    parts = [_HEAD, *(_file_line(kind) for kind in KINDS), ""]
    done: set[type] = set()
    for kind in KINDS:
        for position, record in enumerate(records_of(kind.type)):
            if record.cls not in done:
                done.add(record.cls)
                parts.append(_section(record, kind if position == 0 else None))
    return "\n".join(parts)


def _file_line(kind: Kind) -> str:
    where = f", below `{kind.section}:`" if kind.section else ""
    return f"- `{kind.pattern}`{where}: {_link(kind.type)}"


def _section(record: inspect.StructType, kind: Kind | None) -> str:
    docs = fields_of(record.cls)
    place = f" Stands in `{kind.pattern}`." if kind else ""
    rows = [_row(field, *docs[field.encode_name]) for field in record.fields]
    head = ["| field | what it is | what may stand there | example |", "| --- | --- | --- | --- |"]
    return "\n".join([f"## {_title(record.cls)}", "", summary_of(record.cls) + place, "", *head, *rows, ""])


def _title(record: type) -> str:
    """Return the name of a record type in plain words: `RoutineStep` is "Routine step"."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", record.__name__).capitalize()


def _link(record: type) -> str:
    title = _title(record)
    return f"[{title}](#{title.lower().replace(' ', '-')})"


def _row(field: inspect.Field, words: str, example: str) -> str:
    cells = (f"`{field.encode_name}`", words, f"{_allowed(field.type)}; {_needed(field)}", f"`{example}`")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _needed(field: inspect.Field) -> str:
    if field.required:
        return "**needed**"
    if isinstance(field.default, msgspec.Struct):
        return "may be left out"
    if field.default in (msgspec.NODEFAULT, None, "", ()):
        return "may be left out"
    said = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return f"left out it is {said}"


def _allowed(info: inspect.Type) -> str:
    """Return in plain words what the model lets stand in a field."""
    if isinstance(info, inspect.LiteralType):
        return "one of: " + ", ".join(str(value) for value in info.values if value != "")
    if isinstance(info, inspect.StructType):
        return f"a set of fields, see {_link(info.cls)}"
    if isinstance(info, inspect.UnionType):
        return " or ".join(_allowed(part) for part in info.types if not isinstance(part, inspect.NoneType))
    if isinstance(info, inspect.VarTupleType):
        return f"a list of {_many(info.item_type)}"
    if isinstance(info, inspect.TupleType):
        return f"a list of {len(info.item_types)} numbers"
    if isinstance(info, inspect.DictType):
        return f"names, each with {_allowed(info.value_type)}"
    plain = {inspect.StrType: "text", inspect.IntType: "a whole number", inspect.FloatType: "a number"}
    return plain.get(type(info), "true or false")


def _many(info: inspect.Type) -> str:
    """Return in plain words what stands in a list."""
    if isinstance(info, inspect.StrType):
        return "texts"
    if isinstance(info, inspect.LiteralType):
        return "these: " + ", ".join(str(value) for value in info.values)
    if isinstance(info, inspect.StructType):
        return _link(info.cls)
    return _allowed(info)


if __name__ == "__main__":
    sys.stdout.write(explanation())
