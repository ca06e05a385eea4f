"""The stored answers as they are read: a line is found by halving, and names the pieces that make the answer up.

It imports `os` alone, which every Python has loaded already: a lookup starts with it.
"""

import os

from acucli import __version__

DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data")
FILE = "instant.bin"
LIBRARY = "library.json"

NAME = b"acu-instant-3"
HEAD_BYTES = 192
"""Length of the first line of the file; `answer_store.py` writes what is read here."""
LONGEST_LINE = 1024
KEY, END_OF_REMARKS, FIRST_LITERAL, FIRST_FRAGMENT = 0, 1, 2, 16
"""Operations of a template: the words asked for, the end of what goes to standard error, the texts of the line."""
IN_BLOCK = 64
"""So many lines are packed together, and share a checksum."""
BLOCK_BYTES = 10
IN_GROUP = 64
"""So many sets share a checksum."""
STEP = 16
"""So many pieces follow each place that is written down; the places between are sums of lengths."""
PLACE_BYTES = 3
SMALL = b'"'
"""Instead of a key: the one before it, in small letters."""
NOTHING_SHARED = 35
"""The byte before a key that shares nothing with the one before it; one more for each byte that is shared."""
MOST_SHARED = 200
NEXT_SET, SAME_SET = 255, 254
"""The set of a line: the first one that no line before it has, or that of the line before it."""
(
    LINES, BLOCKS, FIRST_OF_SET, REST_OF_SET, SETS, TEMPLATES, CHECKS, OPERATIONS_HIGH, OPERATIONS_LOW, PIECES, TAKEN,
    TEXT,
) = range(12)  # fmt: skip
"""The sections of the file in their order, which `answer_store.py` explains."""
NOT_STORED = 0
"""The template of a form that goes the long way."""
_PRIME = 16_777_213
FORMS = ("json", "tsv", "codes")
"""The formats that are stored, in the order in which a set names their templates."""


def checksum(content: bytes) -> int:
    """Return what tells damaged bytes from those that were written: the remainder by a prime below three bytes."""
    return int.from_bytes(content, "big") % _PRIME


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
        found = self._line(key)
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

    def _line(self, key: bytes) -> tuple[int, list[bytes]] | None:
        """Return the set of the line of a key and its texts; of the sorted blocks each look halves what is left."""
        wanted = (key.lower(), key)
        low, high = 0, len(self._section(BLOCKS)) // BLOCK_BYTES - 1
        while high - low > 1:
            middle = (low + high) // 2
            begin = self._begins[LINES] + self._of_block(middle)[0]
            line = self.read(min(LONGEST_LINE, self._begins[BLOCKS] - begin), begin).partition(b"\n")[0]
            first = line[1:].partition(b"\t")[0]
            if (first.lower(), first) <= wanted:
                low = middle
            else:
                high = middle
        begin, sets, rest, check = self._of_block(low)
        end, _, last, _ = self._of_block(low + 1)
        block = self.read(end - begin, self._begins[LINES] + begin)
        at = self._begins[FIRST_OF_SET] + IN_BLOCK * low
        firsts = self.read(min(IN_BLOCK, self._begins[REST_OF_SET] - at), at)
        rests = self.read(last - rest, self._begins[REST_OF_SET] + rest)
        if checksum(b"%d %d %b%b%b" % (sets, rest, block, firsts, rests)) != check:
            raise ValueError("a block was damaged")
        before = b""
        for number, line in enumerate(block.split(b"\n")):
            packed, *texts = line.split(b"\t")
            before = before.lower() if packed == SMALL else before[: packed[0] - NOTHING_SHARED] + packed[1:]
            if before == key:
                return _set_of(firsts[: number + 1], rests, sets), texts
        return None

    def _of_block(self, number: int) -> tuple[int, int, int, int]:
        """Return where a block begins, how many sets and how many of their low bytes come before, and its checksum."""
        at = BLOCK_BYTES * number
        entry = self._section(BLOCKS)[at : at + BLOCK_BYTES]
        begin, sets, rest, check = entry[:3], entry[3:5], entry[5:7], entry[7:]
        return tuple(int.from_bytes(part, "big") for part in (begin, sets, rest, check))  # type: ignore[return-value]

    def _fragment(self, number: int) -> bytes:
        """Return a piece of text: those from the library come behind our own."""
        if number < self._pieces:
            start, length = self._span(PIECES, self._pieces, number)
            return self.read(length, self._begins[TEXT] + start)
        taken = self._sections.get(TAKEN) or self._section(TAKEN)
        count = len(taken) // 5
        high, middle, low, long, short = taken[number - self._pieces :: count]
        return self.of_library(256 * long + short, 65536 * high + 256 * middle + low)


def _set_of(firsts: bytes, rests: bytes, before: int) -> int:
    """Return the set of the last of these lines of a block, before which there were so many sets."""
    said = firsts.rstrip(bytes((SAME_SET,)))
    new = said.count(NEXT_SET)
    if said[-1] == NEXT_SET:
        return before + new - 1
    return 256 * said[-1] + rests[len(said) - 1 - new - said.count(SAME_SET)]
