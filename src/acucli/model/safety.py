"""Cautions, red flags, held-back requests, helplines and the words of every hold."""

from typing import Literal

from acucli.model.record import Record

CautionAction = Literal["block", "lighter", "warn", "inform"]
NO_HOLDS = "no-holds"
"""What an answer may imply beside other answers: no breathing pattern that holds the breath."""
FlagLevel = Literal["emergency", "crisis", "urgent", "see-doctor"]


class Citation(Record, frozen=True, kw_only=True):
    """Where a rule was read."""

    title: str
    url: str = ""
    doi: str = ""
    pmid: str = ""


class Caution(Record, frozen=True, kw_only=True):
    """One rule: for whom, what it touches, what it does, and what is left to do instead."""

    id: str
    title: str
    profile: tuple[str, ...]
    action: CautionAction
    rule: str
    strength: str
    regions: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    techniques: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    breathing: Literal["", "no-holds"] = ""
    max_pressure: Literal["", "light", "medium", "firm"] = ""
    max_seconds: int | None = None
    max_seconds_per_day: int | None = None
    both_at_once: Literal["", "no", "never"] = ""
    technique_limits: dict[str, str] = {}
    sided: bool = False
    look_first: bool = False
    applies_if: str = ""
    ask_flags: tuple[str, ...] = ()
    instead: str = ""
    expires: str = ""
    disputed: str = ""
    reassure: str = ""
    note: str = ""
    override: Literal["one-run", "never"] = "one-run"
    sources: tuple[Citation, ...] = ()

    @property
    def for_everyone(self) -> bool:
        """Tell whether it holds without any answer of the profile."""
        return "everyone" in self.profile


class RedFlag(Record, frozen=True, kw_only=True):
    """A sign that needs help now; `words` are groups of word forms a free query is tried against."""

    id: str
    level: FlagLevel
    asked: Literal["first-screen", "before-session", "shown", "words-only"]
    applies_to: tuple[str, ...]
    ask: str
    tell: str
    only_if: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    text: str = ""
    words: dict[str, tuple[str, ...]] = {}
    words_not: dict[str, tuple[str, ...]] = {}
    note: str = ""
    sources: tuple[Citation, ...] = ()


class HeldBackRequest(Record, frozen=True, kw_only=True):
    """A kind of request that is not served, with the answer it gets instead."""

    id: str
    tell: str
    words: dict[str, tuple[str, ...]]
    words_not: dict[str, tuple[str, ...]] = {}
    age_under: int | None = None
    note: str = ""
    sources: tuple[Citation, ...] = ()


class Question(Record, frozen=True, kw_only=True):
    """One answer a person can give about themselves; `asks_place` when place and side matter."""

    slug: str
    words: str
    screen: int
    ask_again: str
    implies: tuple[str, ...] = ()
    asks_place: bool = False


class Region(Record, frozen=True, kw_only=True):
    """A region of the body as the library names it."""

    slug: str
    means: str


class HelplineService(Record, frozen=True, kw_only=True):
    """One service somebody can ring or write to; `cost` says in words what `free` alone cannot."""

    name: str
    number: str
    how: str = ""
    hours: str = ""
    languages: tuple[str, ...] = ()
    free: bool | None = None
    cost: str = ""


class CountryHelplines(Record, frozen=True, kw_only=True):
    """The numbers of one country, dated."""

    country: str
    code: str
    emergency: tuple[str, ...]
    lines: tuple[HelplineService, ...]
    checked: str
    emergency_note: str = ""
    note: str = ""
    sources: tuple[Citation, ...] = ()


class SideEffect(Record, frozen=True, kw_only=True):
    """What may follow a session, in plain words, and where it is said."""

    id: str
    say: str
    at: tuple[str, ...] = ()


class StopSign(Record, frozen=True, kw_only=True):
    """A sign to let go, and what to do then."""

    id: str
    say: str
    do: str


class SafetyWords(Record, frozen=True, kw_only=True):
    """The words of every hold, close and settling-in."""

    every_hold: str
    every_close: str
    settle_in: str
    stop_rule: str
    resume: str
    signs: tuple[StopSign, ...]
    side_effects: tuple[SideEffect, ...]
