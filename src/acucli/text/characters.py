"""Characters: a text without what nobody sees, every apostrophe and every width in one form."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

APOSTROPHE = "'"

_UNSEEN = frozenset({"Cf", "Cc", "Cs"})
"""Unicode categories of characters that are not seen: format (soft hyphen, zero width), control, half a pair."""

_UNSEEN_MARKS = ("VARIATION SELECTOR", "COMBINING GRAPHEME JOINER")
_MARKS = frozenset({"Po", "Pi", "Pf", "Sk", "Lm"})
"""Unicode categories in which apostrophes, and what is typed for one, stand."""

_LIKE_APOSTROPHE = ("APOSTROPHE", "SINGLE", "PRIME", "GRAVE ACCENT", "ACUTE ACCENT", "TURNED COMMA")
_NOT_LIKE = ("ANGLE", "LOW-9", "DOUBLE", "TRIPLE", "QUADRUPLE")


def plain_characters(text: str, unseen: str = "") -> str:
    """Return the text as it is read: full-width forms are plain ones, every apostrophe is the plain one.

    `unseen` stands for each character that nobody sees; blanks, tabs and line ends stay.
    """
    if text.isascii() and text.isprintable():
        return text.replace("`", APOSTROPHE)
    seen = text.translate({ord(character): _plain(character, unseen) for character in set(text)})
    return seen if seen.isascii() else unicodedata.normalize("NFKC", seen)


@lru_cache(maxsize=2048)
def _plain(character: str, unseen: str) -> str:
    if character.isspace():
        return character
    category, name = unicodedata.category(character), unicodedata.name(character, "")
    if category in _UNSEEN or name.startswith(_UNSEEN_MARKS):
        return unseen
    if category not in _MARKS or any(word in name for word in _NOT_LIKE):
        return character
    return APOSTROPHE if any(word in name for word in _LIKE_APOSTROPHE) else character
