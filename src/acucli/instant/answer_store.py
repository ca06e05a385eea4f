"""The stored answers as they are written: pieces that answers share are kept once, and most stand in the library.

The file, read by `stored.py` and `lines.py`, has one line of text, then the sections that they number:

- the lines, sorted without regard to capitals: what a key does not share with the one before it, behind a byte that
  says how much it shares, and the texts that its templates leave open, with tabs between them;
- for each block of `IN_BLOCK` lines where it begins, how many sets came before it and how many of their low bytes,
  and the checksum of all that it holds, and once more where all of it ends;
- the set of each line, numbered by the first line that has it: one byte that says it is the next one, or that of the
  line before, or the high byte of its number; and the low bytes of these numbers;
- the templates of each set by format, as numbers above that of the set, as both grow together; the high bytes of
  `IN_GROUP` sets and their low bytes, format by format, and the checksum of that;
- where the operations of each template begin, and the checksum of each, two bytes;
- the operations, the high byte of each and then the low byte of each, which packs to half of both together: the words
  asked for, the end of the remarks, a text of the line, or a piece;
- where each piece of our own begins;
- where pieces begin that stand in the library, in three bytes, and how long each is, in two, the high ones first;
- the pieces of our own, sorted: what begins alike packs well.

Where things begin that follow one another is written as the place of every sixteenth, and the lengths of all in two
bytes, the high ones of all first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, takewhile

import msgspec

from acucli import __version__
from acucli.instant.lines import (
    IN_BLOCK,
    LONGEST_LINE,
    MOST_SHARED,
    NEXT_SET,
    NOTHING_SHARED,
    SAME_SET,
    SMALL,
    checksum,
)
from acucli.instant.stored import (
    END_OF_REMARKS,
    FIRST_FRAGMENT,
    FIRST_LITERAL,
    FORMS,
    HEAD_BYTES,
    IN_GROUP,
    KEY,
    NAME,
    NOT_STORED,
    PLACE_BYTES,
    STEP,
    short_checksum,
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
    """What was written for one key by format (json, tsv, codes): to standard output and to standard error.

    A format that is left out goes the long way.
    """

    key: str
    written: Mapping[str, tuple[bytes, bytes]]


class Store:
    """Stored answers in the making, for one compiled library."""

    def __init__(self, library: CompiledLibrary) -> None:
        self._library = library.sealed()
        self._texts = {found.group(1): found.start(1) for found in _TEXT.finditer(self._library)}
        self._texts.update(library.records())
        self._lines: dict[bytes, tuple[tuple[int, ...], list[bytes]]] = {}
        self._templates: dict[tuple[int, ...], int] = {(): NOT_STORED}
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
            out, remarks = answers.written.get(form, (b"", b""))
            template = [*self._cut(remarks, said, texts), END_OF_REMARKS] if remarks else []
            template += self._cut(out, said, texts)
            numbers.append(self._templates.setdefault(tuple(template), len(self._templates)))
        if len(texts) > FIRST_FRAGMENT - FIRST_LITERAL or len(key) + sum(map(len, texts)) > LONGEST_LINE // 2:
            return False
        self._lines[key] = tuple(numbers), texts
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
        by_number = {number: piece for piece, number in self._pieces.items()}
        templates = [[by_number.get(number, number) for number in template] for template in self._templates]
        pieces = {item for template in templates for item in template if isinstance(item, bytes)}
        own = sorted(piece for piece in pieces if not self._stands_in_library(piece))
        taken = sorted((piece for piece in pieces if self._stands_in_library(piece)), key=self._texts.__getitem__)
        numbers = {piece: FIRST_FRAGMENT + place for place, piece in enumerate((*own, *taken))}
        coded = [[item if isinstance(item, int) else numbers[item] for item in template] for template in templates]
        checks = b"".join(_check(*both) for both in zip(coded, templates, strict=True))
        operations = [number for numbers in coded for number in numbers]
        ordered = sorted(self._lines, key=_in_order)
        sets, firsts, rests = _sets_of([self._lines[key][0] for key in ordered])
        lines, blocks = _packed_lines([(key, self._lines[key][1]) for key in ordered], firsts, rests)
        begins = [self._texts[piece] for piece in taken]
        lengths = [len(piece) for piece in taken]
        places = b"".join(bytes(place >> bits & 0xFF for place in begins) for bits in (16, 8, 0))
        return self._headed(
            (len(coded), len(own)),
            lines,
            blocks,
            firsts,
            rests,
            sets,
            _begins([len(template) for template in coded]),
            checks,
            _high(operations),
            _low(operations),
            _begins([len(piece) for piece in own]),
            places + _high(lengths) + _low(lengths),
            b"".join(own),
        )

    def _stands_in_library(self, piece: bytes) -> bool:
        return len(piece) >= 40 and piece in self._texts

    def _headed(self, counts: tuple[int, int], *sections: bytes) -> bytes:
        """Return the sections behind the line with the counts of templates and pieces, and where each begins."""
        *begins, end = accumulate(map(len, sections), initial=HEAD_BYTES)
        numbers = (len(self._library), end, *counts, *begins)
        head = b" ".join((NAME, __version__.encode(), self._library[:_SEAL_BYTES], *(b"%d" % it for it in numbers)))
        return head.ljust(HEAD_BYTES - 1) + b"\n" + b"".join(sections)


def _check(coded: list[int], template: list[int | bytes]) -> bytes:
    """Return the checksum of a template and of all that it says."""
    said = b"".join(item for item in template if isinstance(item, bytes))
    return short_checksum(_high(coded) + _low(coded) + said).to_bytes(2, "big")


def _in_order(key: bytes) -> tuple[bytes, bytes]:
    """Return what keys are sorted by: the one in small letters comes behind the others."""
    return key.lower(), key


def _packed_lines(lines: Sequence[tuple[bytes, Sequence[bytes]]], firsts: bytes, rests: bytes) -> tuple[bytes, bytes]:
    """Return the lines of keys with their texts, and what is written of each block of them."""
    packed, blocks = bytearray(), bytearray()
    sets = rest = 0
    for start in range(0, len(lines), IN_BLOCK):
        here = lines[start : start + IN_BLOCK]
        befores = (b"", *(key for key, _ in here))
        block = b"\n".join(
            b"\t".join((_packed_key(before, key), *texts)) for before, (key, texts) in zip(befores, here, strict=False)
        )
        first = firsts[start : start + IN_BLOCK]
        new = first.count(NEXT_SET)
        last = rest + len(first) - new - first.count(SAME_SET)
        check = checksum(b"%d %d %b%b%b" % (sets, rest, block, first, rests[rest:last]))
        blocks += _entry(len(packed), sets, rest, check)
        packed += block
        sets, rest = sets + new, last
    return bytes(packed), bytes(blocks + _entry(len(packed), sets, rest, 0))


def _entry(begin: int, sets: int, rest: int, check: int) -> bytes:
    return begin.to_bytes(3, "big") + sets.to_bytes(2, "big") + rest.to_bytes(2, "big") + check.to_bytes(3, "big")


def _packed_key(before: bytes, key: bytes) -> bytes:
    if key != before and key == before.lower():
        return SMALL
    pairs = zip(before[:MOST_SHARED], key, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return bytes((NOTHING_SHARED + shared,)) + key[shared:]


def _sets_of(lines: Iterable[tuple[int, ...]]) -> tuple[bytes, bytes, bytes]:
    """Return the templates of each set, and which set each line has: first bytes, and the low bytes of numbers."""
    sets: dict[tuple[int, ...], int] = {}
    first, rest = bytearray(), bytearray()
    before: tuple[int, ...] = ()
    for place, templates in enumerate(lines):
        if templates not in sets:
            sets[templates] = len(sets)
            first.append(NEXT_SET)
        elif templates == before and place % IN_BLOCK:
            first.append(SAME_SET)
        else:
            first += (sets[templates] >> 8).to_bytes(1, "big")
            rest += (sets[templates] & 0xFF).to_bytes(1, "big")
        before = templates
    above = [[(template - number) & 0xFFFF for template in templates] for templates, number in sets.items()]
    groups = (above[start : start + IN_GROUP] for start in range(0, len(above), IN_GROUP))
    return b"".join(_packed_group(group) for group in groups), bytes(first), bytes(rest)


def _packed_group(group: list[list[int]]) -> bytes:
    """Return the templates of some sets by format, filled up to a whole group, with their checksum."""
    columns = zip(*group, *[[0] * len(FORMS)] * (IN_GROUP - len(group)), strict=True)
    content = b"".join(_high(column) + _low(column) for column in columns)
    return content + checksum(content).to_bytes(3, "big")


def _begins(lengths: Sequence[int]) -> bytes:
    """Return where things of these lengths begin that follow one another."""
    places = list(accumulate(lengths, initial=0))[:-1]
    known = b"".join(place.to_bytes(PLACE_BYTES, "big") for place in places[::STEP])
    return known + _high(lengths) + _low(lengths)


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
