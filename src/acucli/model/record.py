"""The base of every value of the model, with the few words that many of them share."""

from typing import Annotated, Literal

import msgspec

Level = Literal["none", "light", "avoid"]
Side = Literal["left", "right", "both", "midline"]
Reach = Literal["self", "tool", "partner"]
Pressure = Literal[1, 2, 3]
Setting = Literal["desk", "public", "shoes-on", "lying"]


def sides_of(side: Side) -> tuple[Side, ...]:
    """Return each side that is pressed: `both` at once is left and right."""
    return ("left", "right") if side == "both" else (side,)


_END = r"$(?!\n)"  # a bare `$` would let a line end pass
SLUG_PATTERN = r"^[a-z0-9]+([.-][a-z0-9]+)*" + _END
POINT_PATTERN = r"^([A-Z]{2}[0-9]+|[A-Z]{2,3}-[A-Za-z0-9]+(,[A-Za-z0-9]+)*)" + _END
LETTERS_PATTERN = r"^[A-Z]{2,3}" + _END
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z]+)*" + _END
NAME_PATTERN = (
    r"^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff][A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff '\u2019-]*" + _END
)

Slug = Annotated[str, msgspec.Meta(pattern=SLUG_PATTERN)]
"""A short name in small letters, digits and dashes: it is typed, completed by shells and written into files."""
PointCode = Annotated[str, msgspec.Meta(pattern=POINT_PATTERN)]
Letters = Annotated[str, msgspec.Meta(pattern=LETTERS_PATTERN)]
LanguageCode = Annotated[str, msgspec.Meta(pattern=LANGUAGE_PATTERN)]
PlainName = Annotated[str, msgspec.Meta(pattern=NAME_PATTERN)]

PRESSURE_WORDS: dict[int, str] = {1: "light", 2: "medium", 3: "firm"}


class DigitWords(msgspec.Struct, frozen=True):
    """What presses, in words: of one hand, and of two."""

    one: str
    two: str


DIGIT_WORDS = {
    "thumb": DigitWords("thumb", "thumbs"),
    "index": DigitWords("index finger", "index fingers"),
    "middle": DigitWords("middle finger", "middle fingers"),
    "index-and-middle": DigitWords("index and middle fingers", "index and middle fingers"),
    "fingers": DigitWords("fingers", "fingers"),
    "palm": DigitWords("palm", "palms"),
    "fingertip": DigitWords("fingertip", "fingertips"),
    "ball": DigitWords("hand", "hands"),
    "": DigitWords("hand", "hands"),
}
"""By the part of the hand that presses, as points name it; a ball lies in the hand."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A value of the library: frozen, by keyword, refusing fields it does not know."""


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A value the program makes itself; fields of later versions are let pass when it is read."""
