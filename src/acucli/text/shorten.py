"""Shortening: a text cut between words, with a mark where something is missing."""

from __future__ import annotations

ELLIPSIS = "…"


def shortened(text: str, most: int) -> str:
    """Return the text in at most so many characters, cut between words; where one word is longer, within it."""
    plain = " ".join(text.split()).rstrip(".")
    if len(plain) <= most:
        return plain
    head = plain[: most - 1]
    cut = head if plain[most - 1] == " " else head.rpartition(" ")[0] or head
    return cut.rstrip(" ,;:-") + ELLIPSIS


def first_clauses(text: str, most: int) -> str:
    """Return as many of the clauses that commas part as fit into so many characters; the first one cut where needed."""
    clauses = " ".join(text.split()).rstrip(".").split(", ")
    fitting = [", ".join(clauses[:count]) for count in range(len(clauses), 0, -1)]
    return next((text for text in fitting if len(text) <= most), shortened(clauses[0], most))


def joined_within(parts: tuple[str, ...], most: int, separator: str = "; ", more: str = "and {} more") -> str:
    """Return as many parts as fit into so many characters, and how many are missing; the first always."""
    for count in range(len(parts), 0, -1):
        left = len(parts) - count
        text = separator.join((*parts[:count], *((more.format(left),) if left else ())))
        if len(text) <= most or count == 1:
            return text
    return ""
