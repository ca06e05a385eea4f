"""Packing: bytes that are seldom needed as a short text, so that a file which is read at every start stays small."""

from __future__ import annotations

import zlib
from binascii import a2b_base64, b2a_base64


def packed(content: bytes) -> str:
    """Return bytes as compressed text, about a quarter as long for a table of words; the same for the same bytes."""
    return b2a_base64(zlib.compress(content, 9), newline=False).decode("ascii")


def unpacked(text: str) -> bytes:
    """Return what was packed.

    Raises:
        ValueError: it is no packed text.
    """
    try:
        return zlib.decompress(a2b_base64(text))
    except zlib.error as error:
        raise ValueError(f"not packed: {error}") from error
