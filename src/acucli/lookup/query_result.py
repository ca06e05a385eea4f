"""What was understood of a query: warning signs, points, conditions, the person, and what else it could mean."""

from __future__ import annotations

from typing import Literal

import msgspec

from acucli.model.conditions import Basis, Role
from acucli.model.record import Value
from acucli.model.safety import HeldBackRequest, RedFlag

PointHow = Literal["notation", "name", "typo", "class", "region", "place"]
ConditionHow = Literal["name", "synonym", "word", "typo", "language", "body-part"]


MAY_NEED_HELP = "may-need-help"
"""The sign that the second net for danger raises: it names no disease, and stops points until somebody was asked."""


class PointReading(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One point the query names; the first of several is the usual reading."""

    code: str
    matched: str
    how: PointHow


class PointsAskedFor(msgspec.Struct, frozen=True):
    """The points that a class, a region or a place names, the likeliest first; `matched` is what was understood.

    `left` are words that no part of it covers, `note` says how surely it was read.
    """

    codes: tuple[str, ...]
    matched: str
    left: tuple[str, ...] = ()
    note: str = ""


class ConditionReading(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One condition the query speaks of; `matched` is what it was understood as."""

    slug: str
    matched: str
    how: ConditionHow


class TextReading(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One claim or article the query leads to; `whole` where the phrase is all of the query."""

    kind: str
    key: str
    matched: str
    whole: bool = False


class QueryResult(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Everything read in one query.

    When `red_flags` or `held_back` holds something the query gets advice only: no points, meridians or other records
    are read, and `conditions` (empty after words of crisis) only name what it spoke of. `watch_for` are signs of the
    level see-doctor; `of_signs` are the conditions that rest on the very words of such a sign. `language` is `en` or a
    lexicon's name.
    `texts` are claims and articles that the words lead to.
    `says_of_person` are answers of the profile that the sentence itself gives. `readings` say in words what else was
    possible; `suggestions` are near misses that were not taken; `not_understood` are words that no part of the reading
    covers.
    """

    query: str
    language: str = "en"
    red_flags: tuple[RedFlag, ...] = ()
    watch_for: tuple[RedFlag, ...] = ()
    held_back: tuple[HeldBackRequest, ...] = ()
    points: tuple[PointReading, ...] = ()
    meridians: tuple[str, ...] = ()
    conditions: tuple[ConditionReading, ...] = ()
    of_signs: tuple[str, ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    texts: tuple[TextReading, ...] = ()
    says_of_person: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()

    @property
    def stops(self) -> bool:
        """Tell whether the query may be answered with advice only."""
        return bool(self.red_flags or self.held_back)

    @property
    def found(self) -> bool:
        """Tell whether anything was read that can be answered."""
        return bool(self.stops or self.points or self.meridians or self.conditions or self.named or self.texts)


class RankedPoint(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One point chosen for one or several conditions; `why` is said in a few words."""

    code: str
    rank: int
    for_: tuple[str, ...]
    role: Role
    basis: Basis
    why: str
