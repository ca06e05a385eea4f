"""The danger question: which warning signs stand before a session, and the few lines that say all of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from acucli.model.library import Library
from acucli.model.practice import Plan, Profile
from acucli.model.safety import DangerLine, RedFlag
from acucli.profile.screening import called_for, denied, is_the_complaint, parents_of, stops, told_about

MOST_LINES = 7
_ANY = "any"
_LEAST_JOINED = 2


class DangerText(NamedTuple):
    """One line of the question, and the ids of the signs it says."""

    says: str
    signs: tuple[str, ...]


def danger_signs(plan: Plan, library: Library, profile: Profile, *, today: str) -> tuple[RedFlag, ...]:
    """Return every sign that stops a session for this complaint and person, and the general ones that fit it.

    A sign for certain people (`only_if`) stands there when the profile says so, and also while that was not answered
    where it belongs to this very complaint. Emergencies of everybody always stand there; a crisis of everybody where
    the complaint names it. A sign that is the complaint itself is not asked.
    """
    own = {*plan.conditions, *parents_of(plan.conditions, library)}
    listed = {sign for slug in plan.conditions for sign in library.conditions[slug].watch_for}
    given = {answer.slug for answer in profile.answers} | {*plan.says, *told_about(plan.conditions)}
    refused = denied(profile, library, today=today)
    called = set(called_for(library, given))

    def stands(flag: RedFlag) -> bool:
        if flag.id in called:
            return True
        fits = flag.id in listed or (flag.asked not in {"words-only", "net"} and not own.isdisjoint(flag.applies_to))
        general = _ANY in flag.applies_to and flag.asked in {"first-screen", "before-session"}
        if flag.only_if:
            if not given.isdisjoint(flag.only_if):
                return fits or general
            return fits and not refused.issuperset(flag.only_if)
        return fits or (general and flag.level == "emergency")

    found = (flag for flag in library.red_flags.values() if stops(flag) and stands(flag))
    return tuple(flag for flag in found if not is_the_complaint(flag, plan.conditions, library))


def danger_lines(signs: Sequence[RedFlag], library: Library) -> tuple[DangerText, ...]:
    """Return at most seven lines that say all these signs, in their order; several may share a line."""
    open_signs = {flag.id: flag for flag in signs}
    made: list[DangerText] = []
    while (line := _best_line(open_signs, library)) is not None:
        made.append(DangerText(line.says, tuple(sign for sign in line.signs if sign in library.red_flags)))
        for sign in line.signs:
            open_signs.pop(sign, None)
    made += [DangerText(flag.brief or flag.ask, (flag.id,)) for flag in open_signs.values()]
    place = {flag.id: number for number, flag in enumerate(signs)}
    made.sort(key=lambda line: min(place.get(sign, len(place)) for sign in line.signs))
    while len(made) > MOST_LINES:
        _join_shortest(made)
    return tuple(made)


def covered(lines: Sequence[DangerText]) -> frozenset[str]:
    """Return the signs that these lines say."""
    return frozenset(sign for line in lines for sign in line.signs)


def not_said(signs: Sequence[RedFlag], said: Collection[str]) -> tuple[RedFlag, ...]:
    """Return the signs that have not been said yet."""
    return tuple(flag for flag in signs if flag.id not in said)


def _best_line(wanted: Collection[str], library: Library) -> DangerLine | None:
    """Return the line that joins most of these signs and says least besides; None where none joins two."""

    def worth(line: DangerLine) -> tuple[int, int]:
        hit = sum(sign in wanted for sign in line.signs)
        return hit, hit - len(line.signs)

    best = max(library.safety_words.danger_lines, key=worth, default=None)
    return best if best is not None and worth(best)[0] >= _LEAST_JOINED else None


def _join_shortest(lines: list[DangerText]) -> None:
    """Put the two neighbours that are shortest together on one line."""
    at = min(range(len(lines) - 1), key=lambda index: len(lines[index].says) + len(lines[index + 1].says))
    one, other = lines[at], lines[at + 1]
    lines[at : at + 2] = [DangerText(f"{one.says}; {other.says}", (*one.signs, *other.signs))]
