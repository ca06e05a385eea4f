"""Which scripts a text is written in."""

from typing import Literal

Script = Literal["latin", "han", "kana", "hangul", "devanagari", "other"]


def scripts_of(text: str) -> frozenset[Script]:
    """Return the scripts of the text's letters."""
    if text.isascii():
        return frozenset({"latin"}) if any(map(str.isalpha, text)) else frozenset()
    return frozenset(_script_of(ord(letter)) for letter in text if letter.isalpha())


def _script_of(number: int) -> Script:
    if number < 0x0250 or 0x1E00 <= number <= 0x1EFF or 0xFF21 <= number <= 0xFF5A:
        return "latin"
    if 0x4E00 <= number <= 0x9FFF or 0x3400 <= number <= 0x4DBF or 0xF900 <= number <= 0xFAFF:
        return "han"
    if 0x3040 <= number <= 0x30FF or 0xFF66 <= number <= 0xFF9F:
        return "kana"
    if 0xAC00 <= number <= 0xD7AF or 0x1100 <= number <= 0x11FF or 0x3130 <= number <= 0x318F:
        return "hangul"
    return "devanagari" if 0x0900 <= number <= 0x097F else "other"
