"""Cleaning: control characters and bidirectional overrides are shown as text, never obeyed."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import msgspec

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
_INVISIBLE = r"\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"


def clean(text: str) -> str:
    """Return the text with every character that steers a terminal written out, as in `\\x1b` or `\\u202e`.

    Line ends and tabs stay.
    """
    return text if text.isascii() and text.isprintable() else _unsafe().sub(_written_out, text)


@cache
def _unsafe() -> re.Pattern[str]:
    """Return what is written out: compiled when first needed, as most texts need none of it."""
    return re.compile(f"[{_CONTROLS}{_INVISIBLE}]")


@cache
def _unsafe_in_json() -> re.Pattern[str]:
    """Return what JSON does not escape itself."""
    return re.compile(f"[\\x7f-\\x9f\\ud800-\\udfff{_INVISIBLE}]")


def clean_line(text: str) -> str:
    """Return the text on one line, cleaned; line ends and tabs become spaces."""
    return clean(" ".join(text.split()))


def clean_value(value: Any) -> Any:
    """Return a value with every text in it cleaned, however deep it lies in structures and tuples."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(map(clean_value, value))
    if isinstance(value, msgspec.Struct):
        changed = {name: clean_value(getattr(value, name)) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **changed)
    return value


_LEADS = (b"\x7f", b"\xc2", b"\xd8", b"\xe2", b"\xef")
"""The first byte, in UTF-8, of every character that is escaped in JSON; few answers hold any of them."""


def json_text(encoded: bytes) -> str:
    """Return encoded JSON as text in which every character that steers a terminal is written as its escape."""
    text = encoded.decode()
    return json_safe(text) if any(lead in encoded for lead in _LEADS) else text


def json_safe(text: str) -> str:
    """Return JSON text in which every character that steers a terminal is written as its escape; it means the same."""
    if text.rstrip("\n").isprintable():
        return text
    return _unsafe_in_json().sub(lambda found: f"\\u{ord(found.group()):04x}", text)


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def formula_safe(text: str) -> str:
    """Return a cell's text with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _written_out(found: re.Match[str]) -> str:
    number = ord(found.group())
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
