"""Wade-Giles: the spelling of older English books, made from pinyin by its table of sounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

_INITIALS = {
    "zh": "ch", "ch": "ch", "sh": "sh", "b": "p", "p": "p", "m": "m", "f": "f", "d": "t", "t": "t", "n": "n",
    "l": "l", "g": "k", "k": "k", "h": "h", "j": "ch", "q": "ch", "x": "hs", "r": "j", "z": "ts", "c": "ts",
    "s": "s", "y": "y", "w": "w", "": "",
}  # fmt: skip
_FINALS = [
    "iang",
    "iong",
    "uang",
    "ueng",
    "iao",
    "ian",
    "ing",
    "ang",
    "eng",
    "ong",
    "uai",
    "uan",
    "ai",
    "ei",
    "ao",
    "ou",
    "an",
    "en",
    "er",
    "ia",
    "ie",
    "iu",
    "in",
    "ua",
    "uo",
    "ue",
    "ui",
    "un",
    "a",
    "e",
    "i",
    "o",
    "u",
]
_SYLLABLE = re.compile(f"({'|'.join(sorted(_INITIALS, key=len, reverse=True))})({'|'.join(_FINALS)})")
_WHOLE = {
    "zi": "tzu", "ci": "tzu", "si": "ssu", "yi": "i", "you": "yu", "yan": "yen", "ye": "yeh", "er": "erh",
    "ge": "ko", "ke": "ko", "he": "ho", "gui": "kuei", "kui": "kuei", "guo": "kuo", "kuo": "kuo", "huo": "huo",
    "shuo": "shuo",
}  # fmt: skip
_CHANGED = {"ong": "ung", "iong": "iung", "ian": "ien", "ie": "ieh", "ue": "ueh", "uo": "o"}


def wade_giles(pinyin: str, syllables: int) -> str:
    """Return folded pinyin of that many syllables in Wade-Giles, folded too (no apostrophes or dots); "" where none is.

    "zusanli", 3 gives "tsusanli". The rules are those of the published table of both spellings.
    """
    return "".join(_spelled(part) for part in syllables_of(pinyin, syllables))


def syllables_of(pinyin: str, syllables: int) -> tuple[str, ...]:
    """Return folded pinyin parted into that many syllables, () where it cannot be."""
    return min(_split(pinyin, syllables), key=_bare_vowels, default=())


def _bare_vowels(parts: tuple[str, ...]) -> int:
    """Return how many syllables but the first begin with a vowel: pinyin would write an apostrophe before them."""
    return sum(part[0] in "aeo" for part in parts[1:])


def _is_syllable(text: str) -> bool:
    """Tell whether a text is a syllable; without a consonant none begins with i or u (they are yi and wu)."""
    return text[0] not in "iu" and _SYLLABLE.fullmatch(text) is not None


def _split(text: str, syllables: int) -> Iterator[tuple[str, ...]]:
    """Yield the ways to part the text into so many syllables, longer ones first."""
    if syllables == 0:
        if not text:
            yield ()
        return
    for length in range(min(6, len(text)), 0, -1):
        if _is_syllable(text[:length]):
            for rest in _split(text[length:], syllables - 1):
                yield (text[:length], *rest)


def _spelled(syllable: str) -> str:
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    found = _SYLLABLE.fullmatch(syllable)
    assert found is not None, syllable
    initial, final = found.groups()
    if initial in {"zh", "ch", "sh", "r"} and final == "i":
        final = "ih"
    return _INITIALS[initial] + _CHANGED.get(final, final)
