"""The facts carried in as tables (tests/facts), and the ids of the bundled records at collection time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from tests.conftest import DATA, ROOT

FACTS = ROOT / "tests" / "facts"
_FIRST_LINES = {
    "points": ("points/*.yaml", r"^- code: \"?([\w,-]+)"),
    "conditions": ("conditions/*.yaml", r"^- slug: \"?([\w-]+)"),
    "routines": ("routines/*.yaml", r"^slug: \"?([\w-]+)"),
    "articles": ("articles/*.md", r"^slug: \"?([\w-]+)"),
}


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of one table; the line with # says what it holds."""
    lines = [line for line in _lines(f"{name}.tsv") if not line.startswith("#")]
    head = lines[0].split("\t")
    return tuple(dict(zip(head, line.split("\t"), strict=True)) for line in lines[1:])


@cache
def keyed(name: str) -> dict[str, dict[str, str]]:
    """Return the rows of one table by their first column."""
    return {next(iter(row.values())): row for row in table(name)}


@cache
def ids(shelf: str) -> tuple[str, ...]:
    """Return the ids of one shelf in the order of the files, without reading the records.

    `test_every_record_is_collected` holds that none is missed.
    """
    pattern, first = _FIRST_LINES[shelf]
    texts = (path.read_text(encoding="utf-8") for path in sorted(DATA.glob(pattern)))
    return tuple(name for text in texts for name in re.findall(first, text, re.MULTILINE))


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text inside a record with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from texts(part, f"{path}.{index}")
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from texts(getattr(value, field), f"{path}.{field}".lstrip("."))


def _lines(name: str) -> list[str]:
    return (FACTS / name).read_text(encoding="utf-8").splitlines()
