"""The stored answers as they are read: a line is found by halving, and names the pieces that make the answer up.

It imports `os` alone, which every Python has loaded already: a lookup starts with it.
"""

import os

from acucli import __version__

DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data")
FILE = "instant.bin"
LIBRARY = "library.json"

HEAD_BYTES = 160
"""Length of the first line of the file; `store.py` writes what is read here."""
LONGEST_LINE = 1024
KEY, END_OF_REMARKS, FIRST_LITERAL, FIRST_FRAGMENT = 0, 1, 2, 16
"""Operations of a template: the words asked for, the end of what goes to standard error, the texts of the line."""
STEP = 16
"""So many pieces of our own follow each place that is written down; the places between are sums of lengths."""
_BLOCK = 2048
_PRIME = 16_777_213
FORMS = ("json", "tsv", "codes")
"""The formats that are stored, in the order in which a set names their templates."""


def checksum(content: bytes) -> int:
    """Return what tells damaged bytes from those that were written: the remainder by a prime below three bytes."""
    return int.from_bytes(content, "big") % _PRIME


def form_of_line(key: bytes, number: int, texts: list[bytes]) -> bytes:
    """Return the line of a key: the number of its set of templates, and the texts that they leave open."""
    line = [key, b"", b"%d" % number, *texts]
    line[1] = _check(line)
    return b"\t".join(line) + b"\n"


def _check(line: list[bytes]) -> bytes:
    """Return the checksum of a line, its own field left out, in two letters."""
    total = checksum(b"\t".join((line[0], *line[2:])))
    return b"%c%c" % (35 + total // 90 % 90, 35 + total % 90)


class Stored:
    """The prepared answers of a folder, read where they lie.

    Raises:
        OSError, ValueError: there are none, or they belong to another version or another library.
    """

    def __init__(self, folder: str = "") -> None:
        folder = folder or DATA
        self._own = os.open(os.path.join(folder, FILE), os.O_RDONLY | os.O_CLOEXEC)
        self._library = -1
        self._lengths = b""
        self._known: dict[int, bytes] = {}
        self._looked_at: dict[int, tuple[int, bytes]] = {}
        try:
            self._library = os.open(os.path.join(folder, LIBRARY), os.O_RDONLY | os.O_CLOEXEC)
            self._read_head()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the files."""
        for descriptor in (self._own, self._library):
            if descriptor >= 0:
                os.close(descriptor)

    def _read_head(self) -> None:
        head = self.read(HEAD_BYTES, 0)
        name, version, seal, *numbers = head.split()
        library_size, size, self._sets, self._templates, *places = map(int, numbers)
        self._high, self._low, self._places, self._long, self._short, self._ranges, self._data = places
        if (name, version) != (b"acu-instant-2", __version__.encode()) or os.fstat(self._own).st_size != size:
            raise ValueError("the answers are of another version")
        if self.of_library(len(seal), 0) != seal or os.fstat(self._library).st_size != library_size:
            raise ValueError("the answers are of another library")

    def read(self, size: int, at: int) -> bytes:
        """Return bytes of the prepared answers."""
        return os.pread(self._own, size, at)

    def of_library(self, size: int, at: int) -> bytes:
        """Return bytes of the compiled library, in which the longer texts stand."""
        return os.pread(self._library, size, at)

    def answer(self, key: bytes, form: str) -> tuple[bytes, bytes] | None:
        """Return what was written to standard output and to standard error, None where nothing is stored.

        `key` is the command and what was asked, with a blank between, `form` json, tsv or codes.

        Raises:
            ValueError: what is stored was damaged.
        """
        line = self._line(key)
        if line is None:
            return None
        said = key.partition(b" ")[2]
        pieces: list[bytes] = []
        fixed: list[bytes] = []
        remarks = b""
        template = self.read(2, self._sets + 2 * (len(FORMS) * int(line[2]) + FORMS.index(form)))
        here = self.read(9, self._templates + 6 * int.from_bytes(template, "big"))
        start, end = int.from_bytes(here[:3], "big"), int.from_bytes(here[6:], "big")
        high, low = self.read(end - start, self._high + start), self.read(end - start, self._low + start)
        for number in [256 * big + small for big, small in zip(high, low)]:  # noqa: B905 - as long as one another
            if number >= FIRST_FRAGMENT:
                piece = self._known.get(number)
                if piece is None:
                    piece = self._known[number] = self._fragment(number - FIRST_FRAGMENT)
                fixed.append(piece)
                pieces.append(piece)
            elif number == END_OF_REMARKS:
                remarks = b"".join(pieces)
                pieces.clear()
            else:
                pieces.append(said if number == KEY else line[3 + number - FIRST_LITERAL])
        if checksum(high + low + b"".join(fixed)) != int.from_bytes(here[3:6], "big"):
            raise ValueError("a template was damaged")
        return b"".join(pieces), remarks

    def _line(self, key: bytes) -> list[bytes] | None:
        """Return the fields of the line of a key: the lines are sorted, so each look halves what is left."""
        low, high = HEAD_BYTES, self._sets
        while high - low > _BLOCK:
            middle = (low + high) // 2
            start, there = self._next_line(middle)
            if there <= key:
                low = start
            else:
                high = middle
        block = b"\n" + self.read(min(high + LONGEST_LINE, self._sets) - low, low)
        start = block.find(b"\n%b\t" % key)
        if start < 0:
            return None
        line = block[start + 1 : block.index(b"\n", start + 1)].split(b"\t")
        if line[1] != _check(line):
            raise ValueError("a line was damaged")
        return line

    def _next_line(self, place: int) -> tuple[int, bytes]:
        """Return where the next line behind a place begins, and its key; remembered, as each search begins alike."""
        known = self._looked_at.get(place)
        if known is None:
            part = self.read(LONGEST_LINE, place)
            start = part.index(b"\n") + 1
            known = self._looked_at[place] = place + start, part[start : part.index(b"\t", start)]
        return known

    def _fragment(self, number: int) -> bytes:
        """Return a piece of text: those from the library come behind our own."""
        own = self._ranges - self._short
        if number >= own:
            place = self.read(6, self._ranges + 6 * (number - own))
            return self.of_library(int.from_bytes(place[4:], "big"), int.from_bytes(place[:4], "big"))
        if not self._lengths:
            self._lengths = self.read(self._ranges - self._places, self._places)
        long, short = self._long - self._places + number, self._short - self._places + number
        known, more = divmod(number, STEP)
        start = int.from_bytes(self._lengths[3 * known : 3 * known + 3], "big")
        start += 256 * sum(self._lengths[long - more : long]) + sum(self._lengths[short - more : short])
        return self.read(256 * self._lengths[long] + self._lengths[short], self._data + start)
