"""Time to read: how long words stand before a thing happens."""

from __future__ import annotations

from collections.abc import Sequence

WORDS_A_SECOND = 3.3
"""About 200 a minute: what people read when they want to understand."""
LEAST_SECONDS = 6.0


def wait_for_words(seconds: float, sentences: Sequence[str], *, slowly: float = 1.0) -> float:
    """Return a wait that is long enough for these words, `slowly` times that where it is to be gentle.

    A wait of 0 was wished for and stays.
    """
    return max(seconds, round(reading_seconds(" ".join(sentences)) * slowly, 1)) if seconds else 0.0


def reading_seconds(text: str, *, least: float = LEAST_SECONDS) -> float:
    """Return how long these words stand, at least `least`; 0 for none."""
    count = len(text.split())
    return max(least, round(count / WORDS_A_SECOND, 1)) if count else 0.0
