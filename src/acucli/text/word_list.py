"""A general word list: lines of sorted words, each packed by itself, searched as they lie in their file."""

from __future__ import annotations

from collections.abc import Sequence

from acucli.text.packed_words import packed_block, words_of_block

EVERYDAY = ord("*")
"""The mark behind a word that everybody uses."""

REMARK = b"# "
"""The beginning of a line that is a remark; such lines come first."""

_UNMARKED = 0
_WORDS_IN_LINE = 64


def packed_list(words: Sequence[str]) -> str:
    """Return the lines of a list, from words in lower case; "*" behind a word marks it as everyday."""
    ordered = sorted(words, key=lambda word: word.removesuffix("*"))
    starts = range(0, len(ordered), _WORDS_IN_LINE)
    return "".join(f"{packed_block(ordered[start : start + _WORDS_IN_LINE])}\n" for start in starts)


def is_listed(word: str, content: bytes) -> bool:
    """Tell whether a word in lower case stands in the list."""
    return _mark_of(word, content) is not None


def is_everyday(word: str, content: bytes) -> bool:
    """Tell whether a word in lower case stands in the list as one that everybody uses."""
    return _mark_of(word, content) == EVERYDAY


def _mark_of(word: str, content: bytes) -> int | None:
    """Return the mark of a word, None where it is not listed; a set of all words would take 8 ms to build."""
    wanted = word.encode()
    for known in words_of_block(_line_of(wanted, content)) if wanted else ():
        if known.removesuffix(b"*") == wanted:
            return known[len(wanted)] if known.endswith(b"*") else _UNMARKED
    return None


def _line_of(wanted: bytes, content: bytes) -> bytes:
    """Return the line in which a word would stand: what is left is halved until one is."""
    line = REMARK
    first, last = 0, len(content)
    while first < last:
        middle = (first + last) // 2
        start = content.rfind(b"\n", first, middle) + 1 or first
        end = content.find(b"\n", middle)
        end = end if end >= 0 else len(content)
        begin = content[start : start + len(wanted) + 2].partition(b" ")[0].removesuffix(b"*")
        if content.startswith(REMARK, start) or begin[1:] <= wanted:
            line = content[start:end]
            first = end + 1
        else:
            last = start
    return b"#" if line.startswith(REMARK) else line
