"""The times that a sentence of the library names, in days."""

from __future__ import annotations

import re

from acucli.text.numbers import NUMBER_WORDS

DAYS_OF_A_CYCLE = 28
"""How a month or a cycle is counted where only weeks can be counted with."""

_DAYS = {"day": 1, "night": 1, "morning": 1, "week": 7, "month": 28, "cycle": 28, "period": 28}
_NUMBER = rf"(?:[0-9]{{1,3}}|{'|'.join(NUMBER_WORDS)})"
_UNIT = rf"({'|'.join(_DAYS)})s?\b"
_COUNTED = re.compile(rf"\b({_NUMBER})(?:\s+(?:to|or)\s+({_NUMBER}))?\s+{_UNIT}(?!\s+a\b)", re.IGNORECASE)
_SINGLE = re.compile(rf"\b(?:for|after|within|in|than|of|if)\s+(?:a|one)\s+{_UNIT}", re.IGNORECASE)
_SESSIONS = re.compile(rf"\b{_NUMBER}\s+sessions?\b", re.IGNORECASE)


def spans_in_days(text: str) -> tuple[int, ...]:
    """Return every span of time that a sentence names, in days; `four to eight weeks` is 28 and 56.

    How often something is done in a day or week (`three times a day`, `three days a week`) is no span.
    """
    found = [int(_DAYS[unit.lower()]) for unit in _SINGLE.findall(text)]
    for first, last, unit in _COUNTED.findall(text):
        found += [_number(word) * _DAYS[unit.lower()] for word in (first, last) if word]
    return tuple(found)


def counts_sessions(text: str) -> bool:
    """Tell whether a sentence counts sessions, which says nothing about time."""
    return bool(_SESSIONS.search(text))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS[word.lower()]
