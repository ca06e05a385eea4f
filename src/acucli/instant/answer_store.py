"""The stored answers as they are written: pieces that answers share are kept once, and most stand in the library.

The file, read by `stored.py`, has one line of text, then:

- lines `key<tab>check<tab>set<tab>text...`, sorted by key; the texts are those that the templates leave open;
- the sets: the numbers of the templates of one answer, two bytes a format;
- the templates: three bytes each of where its operations begin and of their checksum, and one more beginning;
- the operations, the high byte of each and then the low byte of each, which packs to half of both together: the words
  asked for, the end of the remarks, a text of the line, or a piece;
- where every sixteenth piece of our own begins, in three bytes, and how long each is, high bytes and low bytes apart;
- pieces that stand in the library, by their place: four bytes of where and two of how long;
- the pieces of our own, sorted: what begins alike packs well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

import msgspec

from acucli import __version__
from acucli.instant.stored import (
    END_OF_REMARKS,
    FIRST_FRAGMENT,
    FIRST_LITERAL,
    FORMS,
    HEAD_BYTES,
    KEY,
    LONGEST_LINE,
    STEP,
    checksum,
    form_of_line,
)
from acucli.library.compiled import CompiledLibrary

_SEAL_BYTES = 16
"""The beginning of the library, with its checksum, by which answers know that they belong to it."""
_OPEN = re.compile(rb'(?:(?<="query":")|(?<="matched":"))((?:[^"\\]|\\.)*)(?=")')
"""Where an answer quotes the query."""
_SHARED = re.compile(rb'("cautions":\[.*?\],"short":"(?:[^"\\]|\\.)*"\})')
"""What an answer says of a point whatever it was asked for."""
_CUTS = re.compile(
    rb'(?="rank":|"code":|"role":|"for":|"why":|\{"slug":|,"session":|"red_flags":|"watch_for":|"points":|"left_out":'
    rb'|"texts":|"notes":|"language":|"not_understood":|"suggestions":|\{"id":|\{"kind":)'
    rb"|(?<=\n)|(?<=\n[0-9]\t)|(?<=\n[0-9][0-9]\t)"
)
"""Where pieces begin: it decides how much answers share, never what they say."""
_LONG = re.compile(
    rb"(?<=\t)([^\"\\\t\n]{40,})(?=[\t\n])|(?<=\")((?:[^\"\\\t\n]|\\.){40,})(?=\")"
    rb"|(?<=')([^\"'\\\t\n]{40,})(?=')"
)
"""A longer text, which may stand in the library."""
_RECORD = re.compile(rb'(?<="record":)(\{.*\})(?=\}\n$)')
"""A whole record, which always stands there."""
_TEXT = re.compile(rb'"((?:[^"\\]|\\.)*)"')


class Answers(msgspec.Struct, frozen=True):
    """What was written for one key by format (json, tsv, codes): to standard output and to standard error."""

    key: str
    written: Mapping[str, tuple[bytes, bytes]]


class Store:
    """Stored answers in the making, for one compiled library."""

    def __init__(self, library: CompiledLibrary) -> None:
        self._library = library.sealed()
        self._texts = {found.group(1): found.start(1) for found in _TEXT.finditer(self._library)}
        self._texts.update(library.records())
        self._lines: dict[bytes, bytes] = {}
        self._sets: dict[tuple[int, ...], int] = {}
        self._templates: dict[tuple[int, ...], int] = {}
        self._pieces: dict[bytes, int] = {}
        self._seen: dict[bytes, tuple[int, ...]] = {}

    def add(self, answers: Answers) -> bool:
        """Add the answers to a key; False where its words cannot stand in a line, which leaves them to the long way."""
        key = answers.key.encode()
        said = key.partition(b" ")[2]
        if re.search(rb"[\x00-\x1f\x7f\"\\]", key):
            return False
        texts: list[bytes] = []
        numbers: list[int] = []
        for form in FORMS:
            out, remarks = answers.written[form]
            template = [*self._cut(remarks, said, texts), END_OF_REMARKS] if remarks else []
            template += self._cut(out, said, texts)
            numbers.append(self._templates.setdefault(tuple(template), len(self._templates)))
        line = form_of_line(key, self._sets.setdefault(tuple(numbers), len(self._sets)), texts)
        if len(texts) > FIRST_FRAGMENT - FIRST_LITERAL or len(line) > LONGEST_LINE:
            return False
        self._lines[key] = line
        return True

    def _cut(self, content: bytes, said: bytes, texts: list[bytes]) -> Iterator[int]:
        """Yield the operations that make this content; a text of the line is added to `texts`."""
        parts = _OPEN.split(content)
        for place, part in enumerate(parts):
            if place % 2 == 0:
                yield from self._pieces_of(part)
                continue
            if part == said:
                yield KEY
            else:
                if part not in texts:
                    texts.append(part)
                yield FIRST_LITERAL + texts.index(part)

    def _pieces_of(self, part: bytes) -> tuple[int, ...]:
        found = self._seen.get(part)
        if found is None:
            found = self._seen[part] = tuple(self._number(piece) for piece in _cut_up(part) if piece)
        return found

    def _number(self, piece: bytes) -> int:
        return self._pieces.setdefault(piece, FIRST_FRAGMENT + len(self._pieces))

    def content(self) -> bytes:
        """Return the file.

        Pieces that stand in the library come behind our own, and are numbered anew for that.
        """
        own = sorted(piece for piece in self._pieces if not self._stands_in_library(piece))
        taken = sorted((piece for piece in self._pieces if self._stands_in_library(piece)), key=self._texts.__getitem__)
        renamed = {self._pieces[piece]: FIRST_FRAGMENT + place for place, piece in enumerate((*own, *taken))}
        by_number = {number: piece for piece, number in self._pieces.items()}
        operations: list[int] = []
        marks = bytearray()
        for template in self._templates:
            coded = [renamed.get(number, number) for number in template]
            fixed = b"".join(by_number[number] for number in template if number >= FIRST_FRAGMENT)
            marks += len(operations).to_bytes(3, "big")
            marks += checksum(_high(coded) + _low(coded) + fixed).to_bytes(3, "big")
            operations += coded
        marks += len(operations).to_bytes(3, "big")
        lines = b"".join(line for _, line in sorted(self._lines.items()))
        ranges = b"".join(self._texts[piece].to_bytes(4, "big") + len(piece).to_bytes(2, "big") for piece in taken)
        sets = b"".join(number.to_bytes(2, "big") for numbers in self._sets for number in numbers)
        lengths = [len(piece) for piece in own]
        places = b"".join(place.to_bytes(3, "big") for place in list(accumulate(lengths, initial=0))[:-1:STEP])
        planes = (_high(operations), _low(operations), places, _high(lengths), _low(lengths))
        return self._headed(lines, sets, bytes(marks), *planes, ranges, b"".join(own))

    def _stands_in_library(self, piece: bytes) -> bool:
        return len(piece) >= 40 and piece in self._texts

    def _headed(self, *sections: bytes) -> bytes:
        """Return the sections behind the line that says where each begins."""
        begin = HEAD_BYTES
        begins = []
        for section in sections:
            begins.append(begin)
            begin += len(section)
        seal = self._library[:_SEAL_BYTES].decode()
        numbers = " ".join(map(str, (len(self._library), begin, *begins[1:])))
        head = f"acu-instant-2 {__version__} {seal} {numbers}".encode()
        return head.ljust(HEAD_BYTES - 1) + b"\n" + b"".join(sections)


def _high(numbers: Iterable[int]) -> bytes:
    """Return the high bytes; `ValueError` where there are more pieces than two bytes can number."""
    return bytes(number >> 8 for number in numbers)


def _low(numbers: Iterable[int]) -> bytes:
    return bytes(number & 0xFF for number in numbers)


def _cut_up(part: bytes) -> Iterator[bytes]:
    """Yield the pieces of a part between two quotations of the query."""
    for place, text in enumerate(_RECORD.split(part)):
        if place % 2:
            yield text
            continue
        for number, own in enumerate(_SHARED.split(text)):
            if number % 2:
                yield own
            else:
                yield from (small for big in _CUTS.split(own) for small in _LONG.split(big) if small)
