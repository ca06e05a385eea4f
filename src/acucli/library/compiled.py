"""The compiled library: one JSON file whose records are decoded only when they are asked for."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

import msgspec

from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.kinds import BY_SHELF
from acucli.model.library import Library

FORMAT = 10
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


FILES = {"words": f"words/{DEFAULT_LANGUAGE}.txt", "danger_weights": "danger/weights.bin"}
"""Files that lie beside the records in `data/`, by the name the library gives them."""


def _no_file(_: str) -> bytes:
    return b""


class CompiledLibrary(Library):
    """The library read from its compiled form; shelves, names and indexes are read when they are first asked for.

    `read_file` returns the content of a file that lies beside the records, by its name in `FILES`: each is read once,
    by the first query that needs it.
    """

    def __init__(self, compiled: Compiled, read_file: Callable[[str], bytes] = _no_file) -> None:
        self._compiled = compiled
        self._read_file = read_file
        self._shelves: dict[str, Shelf[Any]] = {}
        self.version = compiled.version
        self.fingerprint = compiled.fingerprint
        self.indexes = compiled.indexes
        self.notes = compiled.notes

    def __getattr__(self, name: str) -> Any:
        """Return a shelf, the words of safety, the names or a file beside them, and keep it: called once for each."""
        if name == "names":
            found: Any = msgspec.json.decode(self._compiled.names, type=dict[str, tuple[str, ...]])
        elif name in FILES:
            found = self._read_file(name)
        elif name in BY_SHELF:
            found = self.shelf(name) if BY_SHELF[name].key else self.shelf(name)[BY_SHELF[name].schema]
        else:
            raise AttributeError(f"a library has no {name!r}")
        self.__dict__[name] = found
        return found

    def sealed(self) -> bytes:
        """Return the library as its file."""
        return sealed(msgspec.json.encode(self._compiled))

    def with_notes(self, notes: tuple[str, ...]) -> CompiledLibrary:
        """Return this library with further sentences that everybody who opens it must be told."""
        if not notes:
            return self
        told = msgspec.structs.replace(self._compiled, notes=(*self._compiled.notes, *notes))
        return CompiledLibrary(told, self._read_file)

    def with_files(self, read_file: Callable[[str], bytes]) -> CompiledLibrary:
        """Return this library with the files beside its records, each of which is read when it is first needed."""
        return CompiledLibrary(self._compiled, read_file)

    def shelf(self, name: str) -> Shelf[Any]:
        """Return one shelf by its name."""
        found = self._shelves.get(name)
        if found is None:
            found = Shelf(BY_SHELF[name].type, self._compiled.shelves.get(name, {}))
            self._shelves[name] = found
        return found


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
