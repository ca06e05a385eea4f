"""Sounds: a rough key under which words that are spoken alike in English are one."""

import re
from collections.abc import Iterable
from functools import lru_cache

_SILENT_FIRST = re.compile(r"^(?:[pkgm](?=n)|p(?=s)|w(?=r))", re.MULTILINE)
_RULES: tuple[tuple[str, str], ...] = (
    ("ough", "of"), ("ph", "f"), ("gh", ""), ("sch", "sk"), ("ck", "k"), ("sci", "si"), ("sce", "se"), ("cks", "x"),
        ("qu", "kw"),
    ("wh", "w"), ("rh", "r"), ("th", "t"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("q", "k"), ("z", "s"),
    ("y", "i"), ("oe", "e"), ("ae", "e"), ("ea", "e"), ("ee", "e"), ("ie", "i"), ("ei", "i"), ("ai", "a"), ("au", "o"),
    ("ou", "u"), ("oo", "u"), ("oa", "o"), ("aw", "o"), ("x", "ks"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_LAST_E = re.compile(r"(?<=\w{2})e$", re.MULTILINE)
_INNER_VOWELS = re.compile(r"(?<!^)[aeiou]+", re.MULTILINE)


@lru_cache(maxsize=8192)
def phonetic_key(word: str) -> str:
    """Return the sound of a folded word: "mygrain" and "migraine" are one, vowels inside count as one letter."""
    return phonetic_keys((word,))[0]


def phonetic_keys(words: Iterable[str]) -> list[str]:
    """Return the sound of every word, which are taken through the rules in one text, a word a line."""
    sound = _SILENT_FIRST.sub("", "\n".join(words))
    for letters, spoken in _RULES:
        sound = sound.replace(letters, spoken)
    return _INNER_VOWELS.sub("a", _LAST_E.sub("", _DOUBLED.sub(r"\1", sound))).split("\n")
