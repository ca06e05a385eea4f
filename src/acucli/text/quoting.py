"""Quoting: words of a person as one argument of a command line that can be pasted."""

from __future__ import annotations

_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")
_RAW_IN_DOUBLE = frozenset('"$`\\!')


def quoted(text: str) -> str:
    """Return the text as one word of a shell: bare where that is safe, else in quotes.

    Double quotes, which every shell of every system knows, where nothing in the text means something inside them.
    """
    if text and _SAFE.issuperset(text):
        return text
    if _RAW_IN_DOUBLE.isdisjoint(text):
        return f'"{text}"'
    return "'" + text.replace("'", "'\"'\"'") + "'"
