"""The lines of the stored answers as they are read: a line is found by halving, and names a set of answers.

The keys are sorted and stand in blocks; `answer_store.py` explains the sections and writes what is read here.
"""

import os

LONGEST_LINE = 1024
IN_BLOCK = 64
"""So many lines are packed together, and share a checksum."""
BLOCK_BYTES = 10
SMALL = b'"'
"""Instead of a key: the one before it, in small letters."""
NOTHING_SHARED = 35
"""The byte before a key that shares nothing with the one before it; one more for each byte that is shared."""
MOST_SHARED = 200
NEXT_SET, SAME_SET = 255, 254
"""The set of a line: the first one that no line before it has, or that of the line before it."""
LINES, BLOCKS, FIRST_OF_SET, REST_OF_SET = range(4)
"""The sections in their order, the first ones of the file."""
_PRIME = 16_777_213


def checksum(content: bytes) -> int:
    """Return what tells damaged bytes from those that were written: the remainder by a prime below three bytes."""
    return int.from_bytes(content, "big") % _PRIME


class Lines:
    """The sorted lines of an open file, of which `begins` says where each section begins.

    First keys of blocks are remembered, as every search begins alike.
    """

    def __init__(self, descriptor: int, begins: list[int]) -> None:
        self._descriptor, self._begins = descriptor, begins
        self._blocks = self._read(begins[BLOCKS + 1] - begins[BLOCKS], begins[BLOCKS])
        self._firsts: dict[int, tuple[bytes, bytes]] = {}

    def _read(self, size: int, at: int) -> bytes:
        return os.pread(self._descriptor, size, at)

    def find(self, key: bytes) -> tuple[int, list[bytes]] | None:
        """Return the number of the set of a key's line, and the texts of the line; None where there is none.

        Raises:
            ValueError: the block in which it would stand was damaged.
        """
        wanted = (key.lower(), key)
        low, high = 0, len(self._blocks) // BLOCK_BYTES - 1
        while high - low > 1:
            middle = (low + high) // 2
            if self._first_of(middle) <= wanted:
                low = middle
            else:
                high = middle
        block, firsts, rests, sets = self._block(low)
        before = b""
        for number, line in enumerate(block.split(b"\n")):
            packed, *texts = line.split(b"\t")
            before = before.lower() if packed == SMALL else before[: packed[0] - NOTHING_SHARED] + packed[1:]
            if before == key:
                return _set_of(firsts[: number + 1], rests, sets), texts
        return None

    def _first_of(self, number: int) -> tuple[bytes, bytes]:
        """Return the first key of a block as it is compared: without regard to capitals, then as it is."""
        known = self._firsts.get(number)
        if known is None:
            begin = self._begins[LINES] + self._place(number)[0]
            line = self._read(min(LONGEST_LINE, self._begins[BLOCKS] - begin), begin).partition(b"\n")[0]
            first = line[1:].partition(b"\t")[0]
            known = self._firsts[number] = first.lower(), first
        return known

    def _block(self, number: int) -> tuple[bytes, bytes, bytes, int]:
        """Return a block's lines, the two columns of their sets, and how many sets came before it."""
        begin, sets, rest, check = self._place(number)
        end, _, last, _ = self._place(number + 1)
        block = self._read(end - begin, self._begins[LINES] + begin)
        at = self._begins[FIRST_OF_SET] + IN_BLOCK * number
        firsts = self._read(min(IN_BLOCK, self._begins[REST_OF_SET] - at), at)
        rests = self._read(last - rest, self._begins[REST_OF_SET] + rest)
        if checksum(b"%d %d %b%b%b" % (sets, rest, block, firsts, rests)) != check:
            raise ValueError("a block was damaged")
        return block, firsts, rests, sets

    def _place(self, number: int) -> tuple[int, int, int, int]:
        """Return where a block begins, how many sets and how many of their low bytes come before, and its checksum."""
        at = BLOCK_BYTES * number
        entry = self._blocks[at : at + BLOCK_BYTES]
        begin, sets, rest, check = entry[:3], entry[3:5], entry[5:7], entry[7:]
        return tuple(int.from_bytes(part, "big") for part in (begin, sets, rest, check))  # type: ignore[return-value]


def _set_of(firsts: bytes, rests: bytes, before: int) -> int:
    """Return the set of the last of these lines of a block, before which there were so many sets."""
    said = firsts.rstrip(bytes((SAME_SET,)))
    new = said.count(NEXT_SET)
    if said[-1] == NEXT_SET:
        return before + new - 1
    return 256 * said[-1] + rests[len(said) - 1 - new - said.count(SAME_SET)]
