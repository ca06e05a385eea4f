"""Indexes that lookup searches, worked out when the library is compiled.

They are decoded on every start, so they are flat: texts and numbers, taken apart only where a query touches them.
"""

import msgspec


class Phrases(msgspec.Struct, frozen=True, array_like=True):
    """Every English phrase of the conditions.

    `literal` maps its words as written to "name:slug,slug" or "synonym:slug". `loose` maps its rarest stem to lines of
    "stem stem<tab>slug<tab>text", the longest first: phrases whose loud words may come in any order.
    """

    literal: dict[str, str]
    loose: dict[str, str]


class WordPatterns(msgspec.Struct, frozen=True, array_like=True):
    """The signs of one language: `records` are (kind, id).

    Parts of groups are numbered through; group `n` has the parts from `starts[n]` to before `starts[n + 1]`, belongs
    to record `owners[n]`, and its parts must lie within `near[n]` words (or letters). `forms` and `idioms` map a first
    stem to lines of "rest of the stems<tab>numbers": parts that the form satisfies, or records that the idiom switches
    off. Where the language is written without blanks the key is the whole form.
    """

    records: tuple[tuple[str, str], ...]
    starts: tuple[int, ...]
    owners: tuple[int, ...]
    near: tuple[int, ...]
    forms: dict[str, str]
    idioms: dict[str, str]


class Tables(msgspec.Struct, frozen=True, array_like=True):
    """Tables of words by their first stem, as lines of "rest of the stems<tab>what it means".

    `parts` and `sensations` of the body, `figures` of speech that mean no body, `sayings` about the person, `idioms`
    that mean no complaint.
    """

    parts: dict[str, str]
    sensations: dict[str, str]
    figures: dict[str, str]
    sayings: dict[str, str]
    idioms: dict[str, str]


class Letters(msgspec.Struct, frozen=True, array_like=True):
    """What letters before a number may mean: the meridian, in which languages' books, and whether others differ."""

    meridian: str
    languages: tuple[str, ...]
    ambiguous: bool
    written: str


class Notation(msgspec.Struct, frozen=True, array_like=True):
    """Codes of every scheme: `letters` before numbers, whole `codes` of other schemes, points per meridian."""

    letters: dict[str, tuple[Letters, ...]]
    codes: dict[str, tuple[str, ...]]
    zones: dict[str, str]
    counts: dict[str, int]
    titles: dict[str, str]
