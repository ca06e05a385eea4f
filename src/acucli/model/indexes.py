"""Indexes that lookup searches, worked out when the library is compiled."""

import msgspec


class Phrase(msgspec.Struct, frozen=True, array_like=True):
    """One phrase of people: its words without those that say nothing, and the conditions it means.

    `words` are the stems of its loud words; `whole` phrases are taken word for word only; `synonym` is false for names.
    """

    text: str
    words: tuple[str, ...]
    slugs: tuple[str, ...]
    whole: bool = False
    synonym: bool = True


class Phrases(msgspec.Struct, frozen=True, array_like=True):
    """Every phrase: `literal` by its words as written, `loose` under its rarest loud word, longest first."""

    literal: dict[str, Phrase]
    loose: dict[str, tuple[Phrase, ...]]


class Form(msgspec.Struct, frozen=True, array_like=True):
    """One form of words of a sign: the words after its first one, and the parts of groups it satisfies."""

    rest: tuple[str, ...]
    parts: tuple[int, ...]


class Group(msgspec.Struct, frozen=True, array_like=True):
    """A group of parts that must all be there; `record` is an index into the records of the signs."""

    record: int
    parts: tuple[int, ...]


class Signs(msgspec.Struct, frozen=True, array_like=True):
    """The signs of one language: `records` are (kind, id), idioms name the records they switch off.

    `forms` and `idioms` are keyed by their first stem; where the language is written without blanks the key is the
    whole form and `rest` is empty.
    """

    records: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    forms: dict[str, tuple[Form, ...]]
    idioms: dict[str, tuple[Form, ...]]


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
