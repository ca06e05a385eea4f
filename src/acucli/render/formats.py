"""The formats: how each is written, and which form of an answer it is written from. A new format is a row here."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

Format = Literal["auto", "table", "plain", "json", "jsonl", "tsv", "csv", "codes", "md", "svg", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)


class Writer(msgspec.Struct, frozen=True):
    """How a format is written: by a function `module:name` of this room, from the first of these forms there is."""

    forms: tuple[str, ...]
    write: str


WRITERS: dict[Format, Writer] = {
    "table": Writer(("drawn", "rows", "sentences", "spoken"), "writers:write_table"),
    "plain": Writer(("spoken", "sentences", "rows"), "writers:write_plain"),
    "json": Writer(("data",), "writers:write_json"),
    "jsonl": Writer(("data",), "writers:write_json_lines"),
    "tsv": Writer(("rows",), "separated:write_tsv"),
    "csv": Writer(("rows",), "separated:write_csv"),
    "codes": Writer(("codes",), "writers:write_codes"),
    "md": Writer(("markdown", "rows"), "separated:write_markdown"),
    "svg": Writer(("svg",), "writers:write_svg"),
}
PAGES: frozenset[Format] = frozenset({"html"})
"""No form of an answer: whole pages, made by the room above this one and written by their commands."""
FOR_PEOPLE: frozenset[Format] = frozenset({"auto", "table", "plain"})
"""What a person reads; the others are for programs, and nobody is asked anything while they are written."""
AS_JSON: frozenset[Format] = frozenset({"json", "jsonl"})
