"""Nesting: how deep a YAML text goes, counted on its characters, for the case that a parser refuses it first."""

from __future__ import annotations

import re

_MARKS = re.compile(r"""\n|(?:^|(?<=[\s,\[\]{}:]))(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|\#[^\n]*)|[\[\]{}]""")
_DASHES = re.compile(r"(?:-[ \t]+)*")
_KEY = re.compile(r"""[^\s#'"\[{&*!|>%@`-][^\n#]*?:(?:[ \t]|$)""")


def line_beyond(text: str, most: int) -> int:
    """Return the first line (from 1) on which `text` is nested more than `most` levels deep, 0 where none is.

    Brackets and braces are counted outside quotes and comments; mappings and dashes by their columns. It is an
    estimate for texts that no parser reads to the end: what a parser does read is counted by its own events.
    """
    lines = [line for line in (_flow_line(text, most), _block_line(text, most)) if line]
    return min(lines, default=0)


def _flow_line(text: str, most: int) -> int:
    depth, line = 0, 1
    for mark in _MARKS.finditer(text):
        sign = mark[0]
        if sign in "[{":
            depth += 1
            if depth > most:
                return line
        elif sign in "]}":
            depth = max(0, depth - 1)
        else:
            line += sign.count("\n")
    return 0


def _block_line(text: str, most: int) -> int:
    columns: list[int] = []
    for number, line in enumerate(text.split("\n"), start=1):
        start = len(line) - len(line.lstrip(" "))
        dashes = _DASHES.match(line, start)
        if start == len(line) or dashes is None:
            continue
        opened = [start + place for place, sign in enumerate(dashes[0]) if sign == "-"]
        if _KEY.match(line, dashes.end()):
            opened.append(dashes.end())
        columns = [column for column in columns if column < start] + opened
        if len(columns) > most:
            return number
    return 0
