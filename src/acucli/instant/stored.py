"""The stored answers as they are read: a line is found by halving, and names the pieces that make the answer up.

It imports `os` alone, which every Python has loaded already: a lookup starts with it.
"""

import os

from acucli import __version__
from acucli.instant.lines import Lines, checksum

DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data")
FILE = "instant.bin"
LIBRARY = "library.json"

NAME = b"acu-instant-3"
HEAD_BYTES = 192
"""Length of the first line of the file; `answer_store.py` writes what is read here."""
KEY, END_OF_REMARKS, FIRST_LITERAL, FIRST_FRAGMENT = 0, 1, 2, 16
"""Operations of a template: the words asked for, the end of what goes to standard error, the texts of the line."""
IN_GROUP = 64
"""So many sets share a checksum."""
STEP = 16
"""So many pieces follow each place that is written down; the places between are sums of lengths."""
PLACE_BYTES = 3
SETS, TEMPLATES, CHECKS, OPERATIONS_HIGH, OPERATIONS_LOW, PIECES, TAKEN, TEXT = range(4, 12)
"""The sections behind those of the lines in their order, which `answer_store.py` explains."""
NOT_STORED = 0
"""The template of a form that goes the long way."""
FORMS = ("json", "tsv", "codes")
"""The formats that are stored, in the order in which a set names their templates."""


def short_checksum(content: bytes) -> int:
    """Return a checksum of two bytes."""
    return checksum(content) & 0xFFFF


class Stored:
    """The prepared answers of a folder, read where they lie.

    Raises:
        OSError, ValueError: there are none, or they belong to another version or another library.
    """

    def __init__(self, folder: str = "") -> None:
        folder = folder or DATA
        self._own = os.open(os.path.join(folder, FILE), os.O_RDONLY | os.O_CLOEXEC)
        self._library = -1
        self._sections: dict[int, bytes] = {}
        self._known: dict[int, bytes] = {}
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
        library_size, size, self._templates, self._pieces, *begins = map(int, numbers)
        self._begins = [*begins, size]
        self._lines = Lines(self._own, self._begins)
        if (name, version) != (NAME, __version__.encode()) or os.fstat(self._own).st_size != size:
            raise ValueError("the answers are of another version")
        if self.of_library(len(seal), 0) != seal or os.fstat(self._library).st_size != library_size:
            raise ValueError("the answers are of another library")

    def read(self, size: int, at: int) -> bytes:
        """Return bytes of the prepared answers."""
        return os.pread(self._own, size, at)

    def of_library(self, size: int, at: int) -> bytes:
        """Return bytes of the compiled library, in which the longer texts stand."""
        return os.pread(self._library, size, at)

    def _section(self, number: int) -> bytes:
        """Return a section that is read as a whole."""
        found = self._sections.get(number)
        if found is None:
            begin, end = self._begins[number : number + 2]
            found = self._sections[number] = self.read(end - begin, begin)
        return found

    def _span(self, section: int, count: int, number: int) -> tuple[int, int]:
        """Return where one of so many things that follow one another begins, and how long it is."""
        content = self._sections.get(section) or self._section(section)
        known, more = divmod(number, STEP)
        start = int.from_bytes(content[PLACE_BYTES * known : PLACE_BYTES * (known + 1)], "big")
        high = PLACE_BYTES * -(-count // STEP) + number
        low = high + count
        start += 256 * sum(content[high - more : high]) + sum(content[low - more : low])
        return start, 256 * content[high] + content[low]

    def answer(self, key: bytes, form: str) -> tuple[bytes, bytes] | None:
        """Return what was written to standard output and to standard error, None where nothing is stored.

        `key` is the command and what was asked, with a blank between, `form` json, tsv or codes.

        Raises:
            ValueError: what is stored was damaged.
        """
        found = self._lines.find(key)
        if found is None:
            return None
        number, texts = found
        template = self._template(number, FORMS.index(form))
        if template == NOT_STORED:
            return None
        said = key.partition(b" ")[2]
        pieces: list[bytes] = []
        fixed: list[bytes] = []
        remarks = b""
        start, length = self._span(TEMPLATES, self._templates, template)
        high = self.read(length, self._begins[OPERATIONS_HIGH] + start)
        low = self.read(length, self._begins[OPERATIONS_LOW] + start)
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
                pieces.append(said if number == KEY else texts[number - FIRST_LITERAL])
        check = self.read(2, self._begins[CHECKS] + 2 * template)
        if short_checksum(high + low + b"".join(fixed)).to_bytes(2, "big") != check:
            raise ValueError("a template was damaged")
        return b"".join(pieces), remarks

    def _template(self, number: int, form: int) -> int:
        """Return the number of the template in which a set answers in a form."""
        size = 2 * IN_GROUP * len(FORMS)
        known, more = divmod(number, IN_GROUP)
        group = self.read(size + 3, self._begins[SETS] + (size + 3) * known)
        if checksum(group[:size]) != int.from_bytes(group[size:], "big"):
            raise ValueError("a set was damaged")
        at = 2 * IN_GROUP * form + more
        return (256 * group[at] + group[at + IN_GROUP] + number) & 0xFFFF

    def _fragment(self, number: int) -> bytes:
        """Return a piece of text: those from the library come behind our own."""
        if number < self._pieces:
            start, length = self._span(PIECES, self._pieces, number)
            return self.read(length, self._begins[TEXT] + start)
        taken = self._sections.get(TAKEN) or self._section(TAKEN)
        count = len(taken) // 5
        high, middle, low, long, short = taken[number - self._pieces :: count]
        return self.of_library(256 * long + short, 65536 * high + 256 * middle + low)
