"""The compiled library: one JSON file of which nothing is decoded, nor even passed over, until it is asked for."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar

import msgspec

from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.kinds import BY_SHELF, Kind
from acucli.model.library import Library

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 13
_SUM = b'{"sum":"'
_SUM_END = len(_SUM) + 8
_LONG = b'","long":"'
_LONG_DIGITS = 8
_HEAD = b'","head":'
_HEAD_AT = _SUM_END + len(_LONG) + _LONG_DIGITS + len(_HEAD)
_BODY = b',"body":'

T = TypeVar("T")


Place = tuple[int, int]
"""Where something stands in the body of the file: its first byte and the one behind its last."""


class Head(msgspec.Struct, frozen=True):
    """The head of the file: what is read of it when it is opened, and where the rest stands.

    `places` are those of the sections of the body: a shelf by its name, the places of its records as `rows:<shelf>`,
    the names as `names` and each index as `index:<name>`. `notes` are sentences that everybody who opens it must be
    told: a pack that is not used.
    """

    format: int
    version: str
    fingerprint: str
    notes: tuple[str, ...]
    places: dict[str, Place]


class Content(Protocol):
    """The bytes of a compiled library, in memory or on disk."""

    size: int

    def read(self, start: int, end: int) -> bytes:
        """Return what stands between two places."""

    def checksum(self, start: int) -> int:
        """Return the checksum of everything from a place on."""


class InMemory:
    """A compiled library that was just made."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.size = len(content)

    def read(self, start: int, end: int) -> bytes:
        """Return what stands between two places."""
        return self._content[start:end]

    def checksum(self, start: int) -> int:
        """Return the checksum of everything from a place on."""
        return zlib.crc32(memoryview(self._content)[start:])


class OnDisk:
    """A compiled library that is read where it lies, piece by piece.

    The file stays open: one that is put in its place while a session runs changes nothing of what this one says.

    Raises:
        OSError: it cannot be opened.
    """

    def __init__(self, path: str | Path) -> None:
        self._descriptor = os.open(path, os.O_RDONLY)
        self.size = os.fstat(self._descriptor).st_size

    def __del__(self) -> None:
        """Close the file; there is none where it could not be opened."""
        if hasattr(self, "_descriptor"):
            os.close(self._descriptor)

    def read(self, start: int, end: int) -> bytes:
        """Return what stands between two places."""
        return os.pread(self._descriptor, end - start, start)

    def checksum(self, start: int) -> int:
        """Return the checksum of everything from a place on, of which no more than a piece is kept at a time."""
        total = 0
        while piece := os.pread(self._descriptor, _PIECE, start):
            total = zlib.crc32(piece, total)
            start += len(piece)
        return total


_PIECE = 1 << 16


class Body(NamedTuple):
    """The body of the file, of which sections and records are cut out when they are asked for."""

    content: Content
    start: int

    def cut(self, place: Place) -> bytes:
        """Return what stands at a place."""
        return self.content.read(self.start + place[0], self.start + place[1])


class Indexes(Mapping[str, bytes]):
    """The indexes of a library, undecoded."""

    def __init__(self, body: Body, places: dict[str, Place]) -> None:
        self._body = body
        self._places = {name.partition(":")[2]: at for name, at in places.items() if name.startswith("index:")}

    def __getitem__(self, key: str) -> bytes:
        return self._body.cut(self._places[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class Shelf(Mapping[str, T], Generic[T]):
    """A mapping from id to record; each record is decoded once, when it is first asked for."""

    def __init__(self, decoder: Callable[[], Callable[[bytes], T]], body: Body, rows: dict[str, Place]) -> None:
        self._decode: Callable[[bytes], T] | None = None
        self._decoder = decoder
        self._body = body
        self._rows = rows
        self._decoded: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        found = self._decoded.get(key)
        if found is None:
            raw = self._body.cut(self._rows[key])
            if self._decode is None:
                self._decode = self._decoder()
            found = self._decoded[key] = self._decode(raw)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: object) -> bool:
        return key in self._rows


FILES = {"words": f"words/{DEFAULT_LANGUAGE}.txt", "danger_weights": "danger/weights.bin"}
"""Files that lie beside the records in `data/`, by the name the library gives them."""


def _no_file(_: str) -> bytes:
    return b""


class CompiledLibrary(Library):
    """The library read from its compiled form; shelves, names and indexes are read when they are first asked for.

    `read_file` returns the content of a file that lies beside the records, by its name in `FILES`: each is read once,
    by the first query that needs it.
    """

    def __init__(self, head: Head, body: Body, read_file: Callable[[str], bytes] = _no_file) -> None:
        self._head = head
        self._body = body
        self._read_file = read_file
        self._shelves: dict[str, Shelf[Any]] = {}
        self.version = head.version
        self.fingerprint = head.fingerprint
        self.indexes = Indexes(body, head.places)
        self.notes = head.notes

    def __getattr__(self, name: str) -> Any:
        """Return a shelf, the words of safety, the names or a file beside them, and keep it: called once for each."""
        if name == "names":
            found: Any = msgspec.json.decode(self._section("names"), type=dict[str, tuple[str, ...]])
        elif name in FILES:
            found = self._read_file(name)
        elif name in BY_SHELF:
            found = self.shelf(name) if BY_SHELF[name].key else self.shelf(name)[BY_SHELF[name].schema]
        else:
            raise AttributeError(f"a library has no {name!r}")
        self.__dict__[name] = found
        return found

    def _section(self, name: str) -> bytes:
        place = self._head.places.get(name)
        return b"{}" if place is None else self._body.cut(place)

    def sealed(self) -> bytes:
        """Return the library as its file."""
        return _written(self._head, self._body.cut((0, self._body.content.size - self._body.start - 1)))

    def records(self) -> Iterator[tuple[bytes, int]]:
        """Yield every record as it stands in `sealed()`, and at which byte."""
        start = len(self.sealed()) - self._body.content.size + self._body.start
        for name in BY_SHELF:
            for place in self._rows(name).values():
                yield self._body.cut(place), start + place[0]

    def with_notes(self, notes: tuple[str, ...]) -> CompiledLibrary:
        """Return this library with further sentences that everybody who opens it must be told."""
        if not notes:
            return self
        told = msgspec.structs.replace(self._head, notes=(*self._head.notes, *notes))
        return CompiledLibrary(told, self._body, self._read_file)

    def with_files(self, read_file: Callable[[str], bytes]) -> CompiledLibrary:
        """Return this library with the files beside its records, each of which is read when it is first needed."""
        return CompiledLibrary(self._head, self._body, read_file)

    def shelf(self, name: str) -> Shelf[Any]:
        """Return one shelf by its name.

        Raises:
            KeyError: there is no such shelf.
        """
        found = self._shelves.get(name)
        if found is None:
            found = Shelf(partial(_decoder_of, BY_SHELF[name]), self._body, self._rows(name))
            self._shelves[name] = found
        return found

    def _rows(self, shelf: str) -> dict[str, Place]:
        return msgspec.json.decode(self._section(f"rows:{shelf}"), type=dict[str, Place])


def _decoder_of(kind: Kind) -> Callable[[bytes], Any]:
    """Return what reads the records of a kind."""
    if kind.shelf == _FIGURES:
        from acucli.library.packed_figures import unpacked_figure  # 2 ms: only where a picture is drawn

        return unpacked_figure
    return msgspec.json.Decoder(kind.type).decode


_FIGURES = "figures"
"""The shelf whose records the build packs."""


class Contents(msgspec.Struct, frozen=True):
    """What a library is compiled to: shelves of records, the names, and the indexes."""

    shelves: Mapping[str, Mapping[str, Any]]
    names: Mapping[str, Any]
    indexes: Mapping[str, Any]


def compiled(version: str, fingerprint: str, notes: tuple[str, ...], contents: Contents) -> bytes:
    """Return the file of a compiled library; an index that is encoded already is taken as it is."""
    body = bytearray(b"{")
    places: dict[str, Place] = {}
    for name, shelf in contents.shelves.items():
        rows: dict[str, Place] = {}
        with_key = _begun(name, body)
        body += b"{"
        for key, record in shelf.items():
            start = _begun(key, body)
            body += msgspec.json.encode(record)
            rows[key] = (start, len(body))
        body += b"}"
        places[name] = (with_key, len(body))
        _add(f"rows:{name}", msgspec.json.encode(rows), body, places)
    _add("names", msgspec.json.encode(contents.names), body, places)
    for name, index in contents.indexes.items():
        _add(f"index:{name}", index if isinstance(index, bytes) else msgspec.json.encode(index), body, places)
    body += b"}"
    return _written(Head(FORMAT, version, fingerprint, notes, places), bytes(body))


def _begun(key: str, body: bytearray) -> int:
    """Write a key of an object, behind a comma where it is not the first, and return where its value begins."""
    body += b"" if body.endswith(b"{") else b","
    body += msgspec.json.encode(key) + b":"
    return len(body)


def _add(name: str, section: bytes, body: bytearray, places: dict[str, Place]) -> None:
    start = _begun(name, body)
    body += section
    places[name] = (start, len(body))


def _written(head: Head, body: bytes) -> bytes:
    encoded = msgspec.json.encode(head)
    return sealed(b'{"long":"%08d"%b%b%b%b}' % (len(encoded), _HEAD[1:], encoded, _BODY, body))


def sealed(content: bytes) -> bytes:
    """Return a JSON object with a checksum of everything behind it as its first key."""
    rest = b'",' + content.lstrip()[1:]
    return _SUM + b"%08x" % zlib.crc32(rest) + rest


def from_bytes(content: bytes) -> CompiledLibrary:
    """Return the library in these bytes; see `opened`."""
    return _library_in(InMemory(content))


def opened(path: str | Path) -> CompiledLibrary:
    """Return the library in a file, of which nothing is kept in memory but what is asked for.

    Raises:
        OSError: it cannot be read.
        ValueError: it is not a compiled library of this format, or not as it was written (it is built anew).
    """
    on_disk = hasattr(os, "pread")  # Windows has none, and lets nobody replace a file that is open
    return _library_in(OnDisk(path)) if on_disk else from_bytes(content_of(path))


def content_of(path: str | Path) -> bytes:
    """Return what a file holds."""
    with open(path, "rb") as file:
        return file.read()


def _library_in(content: Content) -> CompiledLibrary:
    """Return the library in its file.

    The checksum (0.25 ms a megabyte, a third of what a cryptographic one takes) tells a file that was damaged or
    altered: a caution with another point in it would be an answer of nobody.
    """
    begin = content.read(0, _HEAD_AT)
    if begin[:_SUM_END] != _SUM + b"%08x" % content.checksum(_SUM_END):
        raise ValueError("it is not as it was written")
    long = begin[_SUM_END + len(_LONG) : _HEAD_AT - len(_HEAD)]
    if begin[_SUM_END : _SUM_END + len(_LONG)] != _LONG or not long.isdigit():
        raise ValueError("it has another form")
    end = _HEAD_AT + int(long)
    try:
        head = msgspec.json.decode(content.read(_HEAD_AT, end), type=Head)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(f"not a compiled library: {error}") from error
    if head.format != FORMAT:
        raise ValueError(f"format {head.format}, not {FORMAT}")
    return CompiledLibrary(head, Body(content, end + len(_BODY)))
