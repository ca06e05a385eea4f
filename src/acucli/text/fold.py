"""Folding: the forms under which names and phrases are compared."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from acucli.text.characters import APOSTROPHE, plain_characters

_LETTERS = str.maketrans({"đ": "d", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", APOSTROPHE: ""})
_NOT_A_WORD = re.compile(r"[^\w]+|_+")
_NOT_A_WORD_OR_LINE = re.compile(r"[^\w\n]+|_+")
_TONE_DIGIT = re.compile(r"(?<=[a-z])[1-5](?=[a-z]|$|\s|-)")
_LATIN_MARKS = re.compile("[\\u0300-\\u036f]+")
"""The marks of Latin letters; the voicing marks of kana and the vowel signs of Indic scripts stay."""

_SEPARATORS = str.maketrans("", "", "-_.·・,;:/()&")


@lru_cache(maxsize=4096)
def fold_phrase(text: str) -> str:
    """Return the text in lower case without accents or punctuation, words parted by one space.

    Full-width forms become plain ones, apostrophes vanish ("can't" -> "cant"), other marks part words.
    """
    return _NOT_A_WORD.sub(" ", fold_marks(text)).strip()


@lru_cache(maxsize=4096)
def fold_name(text: str) -> str:
    """Return a name's folded form: no case, tones, tone digits, spaces, hyphens or apostrophes.

    "Hé Gǔ", "he2 gu3", "He-Gu" and "hegu" all become "hegu".
    """
    plain = fold_marks(text).replace("u:", "u")
    return _joined(_TONE_DIGIT.sub("", plain))


@lru_cache(maxsize=4096)
def fold_code(text: str) -> str:
    """Return a code's folded form: as a name, with every digit kept ("M-HN-3" -> "mhn3")."""
    return _joined(fold_marks(text))


def fold_marks(text: str) -> str:
    """Return the text in lower case without accents or apostrophes; punctuation stays."""
    return _without_accents(plain_characters(text).casefold()).translate(_LETTERS)


def fold_script(text: str) -> str:
    """Return text of any script in lower case and one form, every vowel sign kept, blanks made single."""
    return " ".join(plain_characters(text).casefold().split())


def fold_words(text: str, foldings: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words of a text as `fold_phrase` makes them, with a language's own foldings ("ue": "u")."""
    plain = fold_phrase(text)
    for written, folded in foldings.items():
        plain = plain.replace(written, folded)
    return tuple(plain.split())


def fold_each(texts: Iterable[str], foldings: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return the words of many texts of one line, each as `fold_words` makes them; they are folded in one pass."""
    plain = _NOT_A_WORD_OR_LINE.sub(" ", fold_marks("\n".join(texts)))
    for written, folded in foldings.items():
        plain = plain.replace(written, folded)
    return [tuple(line.split()) for line in plain.split("\n")]


def fold_letters(text: str, without: Iterable[str] = ()) -> str:
    """Return text of a language that is compared letter by letter: no blanks, and none of the words `without`."""
    plain = fold_script(text).replace(" ", "")
    for word in without:
        plain = plain.replace(word, "")
    return plain


def _joined(text: str) -> str:
    """Return a text without blanks and without what parts words of a name."""
    return "".join(text.translate(_SEPARATORS).split())


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _LATIN_MARKS.sub("", unicodedata.normalize("NFD", text)))
