"""Aftermath: the way out when it got worse, and the two numbers in words."""

from __future__ import annotations

from acucli.model.library import Library
from acucli.model.practice import Plan

WORSE_BY = 2
"""Points of the score (0 to 10) after which the way out is said."""
BAD_FROM = 8
"""Score after a session from which the way out is said, whatever it was before."""


def is_worse(before: int | None, after: int | None) -> bool:
    """Tell whether the numbers call for the way out: worse by 2, or 8 and above."""
    if after is None:
        return False
    return after >= BAD_FROM or (before is not None and after - before >= WORSE_BY)


def way_out(plan: Plan, before: int | None, after: int | None, library: Library) -> str:
    """Return where to turn when the score got worse by 2 or is 8 and above, else ""."""
    if not is_worse(before, after):
        return ""
    own = plan.way_out or " ".join(
        library.conditions[slug].way_out for slug in plan.conditions if slug in library.conditions
    )
    head = "It is strong now." if before is None or after is None or after - before < WORSE_BY else "It got worse."
    return f"{head} {own or library.safety_words.see_somebody}"


def change_in_words(before: int | None, after: int | None) -> str:
    """Return the two numbers in one sentence without a claim, "" when either is missing."""
    if before is None or after is None:
        return ""
    if after == before:
        return f"{before} before and {after} after: no change."
    word = "lower" if after < before else "higher"
    change = abs(after - before)
    return f"{before} before, {after} after: {change} {word}. Most pains ease by themselves; this cannot tell why."
