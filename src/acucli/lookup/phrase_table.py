"""Word tables: phrases by their first stem, taken apart only where a query touches them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from acucli.text.packed_words import WordTable

BLOCK_LETTERS = 2
"""First letters of a stem by which the blocks of a large table are found."""

_SHORT_LETTERS = 40
"""A text without blanks of at most so many letters has fewer parts than the tables have forms."""


_Entry = tuple[tuple[str, ...], str]
"""A phrase in a table: its stems but the first one, and its meaning."""


class Found(msgspec.Struct, frozen=True):
    """A phrase found in a query: the places it covers (end not included) and what the table says of it."""

    start: int
    end: int
    meaning: str


class PhraseTable:
    """A table of phrases; `lines` hold "rest of the stems<tab>meaning" under the first stem."""

    def __init__(self, lines: dict[str, str]) -> None:
        self._lines = lines
        self._parsed: dict[str, tuple[_Entry, ...]] = {}

    def __contains__(self, stem: object) -> bool:
        return stem in self._lines

    def entries(self, stem: str) -> tuple[_Entry, ...]:
        """Return the rest and the meaning of every phrase that begins with the stem, the longest first."""
        known = self._parsed.get(stem)
        if known is None:
            known = self._parsed[stem] = _parsed(self._lines.get(stem, ""))
        return known

    def at(self, stems: Sequence[str], place: int) -> Iterator[Found]:
        """Yield the phrases that begin at this place of a query's stems, the longest first."""
        if stems[place] not in self._lines:
            return
        for rest, meaning in self.entries(stems[place]):
            end = place + 1 + len(rest)
            if not rest or tuple(stems[place + 1 : end]) == rest:
                yield Found(place, end, meaning)

    def all_in(self, stems: Sequence[str], closed: Collection[int] = ()) -> Iterator[Found]:
        """Yield every phrase in a query's stems; those that begin at a closed place are left out."""
        lines = self._lines
        for place, stem in enumerate(stems):
            if stem in lines and place not in closed:
                yield from self.at(stems, place)

    def within(self, text: str) -> Iterator[Found]:
        """Yield every phrase in a text without blanks; places are those of letters."""
        for form in self._forms_in(text):
            place = text.find(form)
            while place >= 0:
                for _, meaning in self.entries(form):
                    yield Found(place, place + len(form), meaning)
                place = text.find(form, place + 1)

    def _forms_in(self, text: str) -> Iterable[str]:
        """Return the forms that may stand in a text, in the order of the table.

        Of a short text every part is looked up: that is less than looking for every form of the table in it.
        """
        if len(text) > _SHORT_LETTERS:
            return self._lines
        ends = range(1, len(text) + 1)
        there = self._lines.keys() & {text[start:end] for end in ends for start in range(end)}
        return there if len(there) < 2 else [form for form in self._lines if form in there]

    def longest_in(self, stems: Sequence[str], closed: Collection[int] = ()) -> Iterator[Found]:
        """Yield phrases from left to right, the longest at each place, none over another."""
        place = 0
        while place < len(stems):
            found = None if place in closed or stems[place] not in self._lines else next(self.at(stems, place), None)
            if found is not None:
                yield found
            place = found.end if found is not None else place + 1

    def places_in(self, stems: Sequence[str]) -> frozenset[int]:
        """Return every place that a phrase of the table covers."""
        return frozenset(place for found in self.all_in(stems) for place in range(found.start, found.end))


class BlockTable(PhraseTable):
    """A phrase table whose lines lie in blocks by the first two letters, ";stem:rest=meaning|rest=meaning;".

    A block is one text, so that a large table costs little to decode, and is searched only where a query needs it.
    """

    def __init__(self, blocks: dict[str, str]) -> None:
        super().__init__({})
        self._blocks = blocks
        self._by_next: dict[str, dict[str, list[_Entry]]] = {}

    def __contains__(self, stem: object) -> bool:
        return isinstance(stem, str) and bool(self.entries(stem))

    def entries(self, stem: str) -> tuple[_Entry, ...]:
        """Return the rest and the meaning of every phrase that begins with the stem."""
        known = self._parsed.get(stem)
        if known is None:
            known = self._parsed[stem] = tuple(self._search(stem))
        return known

    def at(self, stems: Sequence[str], place: int) -> Iterator[Found]:
        """Yield the phrases that begin at this place of a query's stems."""
        entries = self.entries(stems[place])
        if not entries:
            return
        after = stems[place + 1] if place + 1 < len(stems) else ""
        for rest, meaning in self._going_on(stems[place], after) if len(entries) > 1 else entries:
            if not rest:
                yield Found(place, place + 1, meaning)
            elif rest[0] == after:
                end = place + 1 + len(rest)
                if len(rest) == 1 or tuple(stems[place + 1 : end]) == rest:
                    yield Found(place, end, meaning)

    def all_in(self, stems: Sequence[str], closed: Collection[int] = ()) -> Iterator[Found]:
        """Yield every phrase in a query's stems; those that begin at a closed place are left out."""
        for place, stem in enumerate(stems):
            if self.entries(stem) and place not in closed:
                yield from self.at(stems, place)

    def _going_on(self, stem: str, after: str) -> Sequence[_Entry]:
        """Return the phrases that begin with one stem alone, or with two: hundreds begin with a common first one."""
        known = self._by_next.get(stem)
        if known is None:
            known = self._by_next[stem] = _by_next(self.entries(stem))
        return known.get(after) or known[""]

    def _search(self, stem: str) -> Iterator[_Entry]:
        block = self._blocks.get(stem[:BLOCK_LETTERS], "")
        start = block.find(f";{stem}:")
        if start < 0:
            return
        for line in block[start + len(stem) + 2 : block.index(";", start + 1)].split("|"):
            yield _entry(line)


class PackedTable(BlockTable):
    """A phrase table by words of a packed one, "rest=meaning|rest=meaning": of tens of thousands a query needs few."""

    def __init__(self, words: WordTable) -> None:
        super().__init__({})
        self._words = words

    def within(self, text: str) -> Iterator[Found]:
        """Yield every form in a text without blanks, in the order of the table."""
        found = [(form, start) for start in range(len(text)) for form in self._words.beginnings_of(text[start:])]
        for form, start in sorted(found):
            for _, meaning in self.entries(form):
                yield Found(start, start + len(form), meaning)

    def _search(self, stem: str) -> Iterator[_Entry]:
        return ((tuple(rest.split()), meaning) for rest, meaning in self._words.parts_of(stem))


def _by_next(entries: Iterable[_Entry]) -> dict[str, list[_Entry]]:
    """Return phrases of one first stem by their second one, in order; those of one stem are in each, and under ""."""
    found: dict[str, list[_Entry]] = {"": []}
    for entry in entries:
        if entry[0]:
            found.setdefault(entry[0][0], [*found[""]]).append(entry)
        else:
            for own in found.values():
                own.append(entry)
    return found


def _entry(line: str) -> _Entry:
    rest, _, meaning = line.partition("=")
    return tuple(rest.split()), meaning


def _parsed(lines: str) -> tuple[_Entry, ...]:
    entries = []
    for line in lines.split("\n") if lines else ():
        rest, _, meaning = line.partition("\t")
        entries.append((tuple(rest.split()), meaning))
    return tuple(entries)
