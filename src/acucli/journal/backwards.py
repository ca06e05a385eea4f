"""Reading a file of lines from its end: what is needed today stands there, however long the file has grown."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_BLOCK = 65_536
_SEARCHED_BLOCK = 4_000_000

LONGEST_LINE = 4_000_000
"""Bytes of the longest line that is held whole; the plan of a session takes some ten thousand."""
TOO_LONG = b"\0"
"""What stands for a line that is longer: nobody reads it as one of the journal's."""


def lines_backwards(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file from its last to its first, without their ends; a half line at the end comes first.

    Blank lines are passed over, and for one that is longer than `LONGEST_LINE` comes `TOO_LONG`. A file that grows
    meanwhile is read up to where it ended when this began.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as stream:
        at = stream.seek(0, os.SEEK_END)
        parts: list[bytes] = []
        while at:
            size = min(_BLOCK, at)
            at -= size
            stream.seek(at)
            block = stream.read(size)
            if b"\n" not in block:
                if len(parts) * _BLOCK > LONGEST_LINE:
                    parts = [TOO_LONG * LONGEST_LINE]
                parts.append(block)  # joined once: a line of many blocks must not be copied for each of them
                continue
            first, *lines = (block + b"".join(reversed(parts))).split(b"\n")
            parts = [first]
            yield from map(_within_reason, (line for line in reversed(lines) if line.strip()))
        last = b"".join(reversed(parts))
        if last.strip():
            yield _within_reason(last)


def _within_reason(line: bytes) -> bytes:
    return line if len(line) <= LONGEST_LINE else TOO_LONG


def tail_of(path: Path, size: int) -> bytes:
    """Return the last `size` bytes of a file, nothing where there is none."""
    try:
        with path.open("rb") as stream:
            end = stream.seek(0, os.SEEK_END)
            stream.seek(max(0, end - size))
            return stream.read(size)
    except OSError:
        return b""


def lines_with(path: Path, needle: bytes) -> Iterator[bytes]:
    """Yield the lines of a file that hold these bytes, from the last to the first.

    Blocks are searched as they are and not taken apart into lines: 400 MB take a third of a second.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as stream:
        at = stream.seek(0, os.SEEK_END)
        while at:
            size = min(_SEARCHED_BLOCK, at)
            at -= size
            stream.seek(at)
            block = stream.read(size + len(needle) - 1)  # a needle may lie across the border
            found = block.rfind(needle)
            while found >= 0:
                yield _line_at(stream, at + found)
                found = block.rfind(needle, 0, found)


def _line_at(stream: BinaryIO, position: int) -> bytes:
    """Return the line that this byte is in, without its end; one that is too long only in part."""
    start = position
    while start and position - start <= LONGEST_LINE:
        size = min(_BLOCK, start)
        stream.seek(start - size)
        end = stream.read(size).rfind(b"\n")
        start -= size
        if end >= 0:
            start += end + 1
            break
    stream.seek(start)
    return stream.readline(LONGEST_LINE).rstrip(b"\n")
