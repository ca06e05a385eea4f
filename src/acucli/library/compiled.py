"""The compiled library: one JSON file whose records are decoded only when they are asked for."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from acucli.library.kinds import BY_SHELF

if TYPE_CHECKING:
    from acucli.model.conditions import Condition
    from acucli.model.evidence import Article, Reference, Source
    from acucli.model.figures import Figure
    from acucli.model.lexicon import Lexicon
    from acucli.model.points import Meridian, Point
    from acucli.model.routines import Area, BreathingPattern, Routine, Technique
    from acucli.model.safety import Caution, CountryHelplines, HeldBackRequest, Question, RedFlag, Region, SafetyWords

FORMAT = 5
_SUM = b'{"sum":"'
_SUM_END = len(_SUM) + 8

T = TypeVar("T")


class Compiled(msgspec.Struct, frozen=True):
    """The file as it lies on disk; `shelves` hold undecoded records by id, in the library's order.

    `notes` are sentences that everybody who opens it must be told: a pack that is not used.
    """

    format: int
    version: str
    fingerprint: str
    shelves: dict[str, dict[str, msgspec.Raw]]
    names: msgspec.Raw
    indexes: dict[str, msgspec.Raw] = {}
    notes: tuple[str, ...] = ()


class Shelf(Mapping[str, T], Generic[T]):
    """A mapping from id to record; each record is decoded once, when it is first asked for."""

    def __init__(self, kind: Any, raw: dict[str, msgspec.Raw]) -> None:
        self._decoder: msgspec.json.Decoder[T] | None = None
        self._kind = kind
        self._raw = raw
        self._decoded: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        found = self._decoded.get(key)
        if found is None:
            raw = self._raw[key]
            if self._decoder is None:
                self._decoder = msgspec.json.Decoder(self._kind)
            found = self._decoded[key] = self._decoder.decode(raw)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    def __contains__(self, key: object) -> bool:
        return key in self._raw


class CompiledLibrary:
    """The library read from its compiled form; fulfils `model.library.Library`."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._shelves: dict[str, Shelf[Any]] = {}
        self._names: dict[str, tuple[str, ...]] | None = None

    @property
    def version(self) -> str:
        """Return the version of the library's data."""
        return self._compiled.version

    @property
    def fingerprint(self) -> str:
        """Return the hash of the library's content: the same content has the same fingerprint anywhere."""
        return self._compiled.fingerprint

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what must be said of this library, such as a pack that could not be used."""
        return self._compiled.notes

    def sealed(self) -> bytes:
        """Return the library as its file."""
        return sealed(msgspec.json.encode(self._compiled))

    def with_notes(self, notes: tuple[str, ...]) -> CompiledLibrary:
        """Return this library with further sentences that everybody who opens it must be told."""
        if not notes:
            return self
        return CompiledLibrary(msgspec.structs.replace(self._compiled, notes=(*self._compiled.notes, *notes)))

    def shelf(self, name: str) -> Shelf[Any]:
        """Return one shelf by its name."""
        found = self._shelves.get(name)
        if found is None:
            found = Shelf(BY_SHELF[name].type, self._compiled.shelves.get(name, {}))
            self._shelves[name] = found
        return found

    @property
    def points(self) -> Mapping[str, Point]:
        return self.shelf("points")

    @property
    def meridians(self) -> Mapping[str, Meridian]:
        return self.shelf("meridians")

    @property
    def conditions(self) -> Mapping[str, Condition]:
        return self.shelf("conditions")

    @property
    def routines(self) -> Mapping[str, Routine]:
        return self.shelf("routines")

    @property
    def techniques(self) -> Mapping[str, Technique]:
        return self.shelf("techniques")

    @property
    def areas(self) -> Mapping[str, Area]:
        return self.shelf("areas")

    @property
    def breathing(self) -> Mapping[str, BreathingPattern]:
        return self.shelf("breathing")

    @property
    def cautions(self) -> Mapping[str, Caution]:
        return self.shelf("cautions")

    @property
    def questions(self) -> Mapping[str, Question]:
        return self.shelf("questions")

    @property
    def regions(self) -> Mapping[str, Region]:
        return self.shelf("regions")

    @property
    def safety_words(self) -> SafetyWords:
        words: SafetyWords = self.shelf("safety_words")["safety_words"]
        return words

    @property
    def red_flags(self) -> Mapping[str, RedFlag]:
        return self.shelf("red_flags")

    @property
    def held_back(self) -> Mapping[str, HeldBackRequest]:
        return self.shelf("held_back")

    @property
    def helplines(self) -> Mapping[str, CountryHelplines]:
        return self.shelf("helplines")

    @property
    def references(self) -> Mapping[str, Reference]:
        return self.shelf("references")

    @property
    def sources(self) -> Mapping[str, Source]:
        return self.shelf("sources")

    @property
    def articles(self) -> Mapping[str, Article]:
        return self.shelf("articles")

    @property
    def figures(self) -> Mapping[str, Figure]:
        return self.shelf("figures")

    @property
    def lexicons(self) -> Mapping[str, Lexicon]:
        return self.shelf("lexicons")

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Return what each folded name may mean, as `kind:id`."""
        if self._names is None:
            self._names = msgspec.json.decode(self._compiled.names, type=dict[str, tuple[str, ...]])
        return self._names

    @property
    def indexes(self) -> Mapping[str, msgspec.Raw]:
        """Return the indexes of lookup, undecoded, by name."""
        return self._compiled.indexes


def sealed(content: bytes) -> bytes:
    """Return a JSON object with a checksum of everything behind it as its first key."""
    rest = b'",' + content.lstrip()[1:]
    return _SUM + b"%08x" % zlib.crc32(rest) + rest


def from_bytes(content: bytes) -> CompiledLibrary:
    """Return the library in these bytes.

    The checksum (0.9 ms for 2.5 MB, a third of what a cryptographic one takes) tells a file that was damaged or
    altered: a caution with another point in it would be an answer of nobody.

    Raises:
        ValueError: they are not a compiled library of this format, or not as they were written (it is built anew).
    """
    start = _SUM + b"%08x" % zlib.crc32(memoryview(content)[_SUM_END:])
    if content[:_SUM_END] != start:
        raise ValueError("it is not as it was written")
    try:
        compiled = msgspec.json.decode(content, type=Compiled)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(f"not a compiled library: {error}") from error
    if compiled.format != FORMAT:
        raise ValueError(f"format {compiled.format}, not {FORMAT}")
    return CompiledLibrary(compiled)
