"""Meanings: what every field of every record is for, in plain words, with an example.

Each table is text: `field: meaning => example`, a line that begins with blanks goes on with the one before. The first
line, without a field, says what the record is. Allowed values are not written here: they come from the model itself.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from acucli.library.meanings import conditions, evidence, figures, points, practice, safety

TABLES: dict[str, str] = {
    **points.TABLES,
    **conditions.TABLES,
    **practice.TABLES,
    **evidence.TABLES,
    **safety.TABLES,
    **figures.TABLES,
}
"""The table of each record type, by the name of its class."""

_ENTRY = re.compile(r"(\w+): (.*) => (.*)")


class Meaning(NamedTuple):
    """What one field is for, and an example as one would write it."""

    words: str
    example: str


class Meanings(NamedTuple):
    """What one record is, and its fields in the order of the table."""

    about: str
    fields: dict[str, Meaning]


def meanings_of(name: str) -> Meanings:
    """Return the meanings of one record type.

    Raises:
        KeyError: nobody has written a table for it.
        ValueError: a line of its table is not `field: meaning => example`.
    """
    about, *entries = re.sub(r"\n\s+", " ", TABLES[name].strip()).split("\n")
    fields: dict[str, Meaning] = {}
    for line in entries:
        found = _ENTRY.fullmatch(line)
        if found is None:
            raise ValueError(f"{name}: not `field: meaning => example`: {line}")
        fields[found.group(1)] = Meaning(found.group(2), found.group(3))
    return Meanings(about, fields)
