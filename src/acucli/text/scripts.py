"""Which scripts a text is written in."""

import unicodedata

_NAMED = {"cjk": "han", "hiragana": "kana", "katakana": "kana"}


def scripts_of(text: str) -> frozenset[str]:
    """Return the scripts of the text's letters: "latin", "han", "kana", "hangul", "devanagari", "cyrillic" ..."""
    if text.isascii():
        return frozenset({"latin"}) if any(map(str.isalpha, text)) else frozenset()
    return frozenset(_script_of(letter) for letter in set(text) if letter.isalpha())


def _script_of(letter: str) -> str:
    number = ord(letter)
    if number < 0x0250 or 0x1E00 <= number <= 0x1EFF or 0xFF21 <= number <= 0xFF5A:
        return "latin"
    if 0xFF66 <= number <= 0xFF9F:
        return "kana"
    first = unicodedata.name(letter, "other").split()[0].split("-")[0].casefold()
    return _NAMED.get(first, first)


def runs_right_to_left(text: str) -> bool:
    """Tell whether a text holds letters that are read from right to left, as in Arabic or Hebrew."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)
