"""Quoting: words of a person as one argument of a command line that can be pasted."""

from __future__ import annotations

import re

_SAFE = re.compile(r"[\w@%+=:,./-]+", re.ASCII)
_RAW_IN_DOUBLE = re.compile(r'["$`\\!]')


def quoted(text: str) -> str:
    """Return the text as one word of a shell: bare where that is safe, else in quotes.

    Double quotes, which every shell of every system knows, where nothing in the text means something inside them.
    """
    if _SAFE.fullmatch(text):
        return text
    if not _RAW_IN_DOUBLE.search(text):
        return f'"{text}"'
    return "'" + text.replace("'", "'\"'\"'") + "'"
