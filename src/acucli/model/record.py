"""The base of every value of the model, with the few words that many of them share."""

from typing import Literal

import msgspec

Level = Literal["none", "light", "avoid"]
Side = Literal["left", "right", "both", "midline"]
Reach = Literal["self", "tool", "partner"]
Pressure = Literal[1, 2, 3]

PRESSURE_WORDS: dict[int, str] = {1: "light", 2: "medium", 3: "firm"}


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A value of the library: frozen, by keyword, refusing fields it does not know."""


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A value the program makes itself; fields of later versions are let pass when it is read."""
