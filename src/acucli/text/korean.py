"""Korean in Latin letters: the Revised Romanisation of the year 2000, as it is spoken and letter by letter."""

from __future__ import annotations

from typing import NamedTuple

_FIRST = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
)  # fmt: skip
_LAST = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "p", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t",
    "t", "k", "t", "p", "t",
)  # fmt: skip
_BEFORE_VOWEL = {"k": "g", "t": "d", "p": "b", "l": "r"}
_BEFORE_NASAL = {"k": "ng", "t": "n", "p": "m"}
_FROM, _TO = 0xAC00, 0xD7A3


def romanised(name: str) -> tuple[str, ...]:
    """Return a name of Hangul syllables in Latin letters: as it is spoken, then letter by letter; () for any other.

    "족삼리" gives "joksamni" and "joksamri".
    """
    if not name or not all(_FROM <= ord(sign) <= _TO for sign in name):
        return ()
    parts = [_parted(sign) for sign in name]
    plain = "".join(f"{first}{vowel}{last}" for first, vowel, last in parts)
    return tuple(dict.fromkeys(("".join(_spoken(parts)), plain)))


class _Syllable(NamedTuple):
    """A syllable in Latin letters: what it begins with, its vowel, what it ends with."""

    first: str
    vowel: str
    last: str


def _parted(sign: str) -> _Syllable:
    number = ord(sign) - _FROM
    return _Syllable(_FIRST[number // 588], _VOWELS[number % 588 // 28], _LAST[number % 28])


def _spoken(parts: list[_Syllable]) -> list[str]:
    """Return the syllables as their neighbours change them."""
    spoken: list[str] = []
    for place, (first, vowel, last) in enumerate(parts):
        before = parts[place - 1].last if place else ""
        if first == "r" and before:
            first = "l" if before in {"l", "n"} else "n"
        if place + 1 < len(parts):
            last = _joined(last, parts[place + 1].first)
        spoken.append(f"{first}{vowel}{last}")
    return spoken


def _joined(last: str, following: str) -> str:
    """Return the end of a syllable before the beginning of the next one."""
    if not following:
        return _BEFORE_VOWEL.get(last, last)
    if following in {"n", "m", "r"}:
        last = _BEFORE_NASAL.get(last, last)
    return "l" if last == "n" and following == "r" else last
