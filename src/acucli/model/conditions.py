"""Conditions: what somebody looks up, the points chosen for it, and how sure that is."""

from typing import Literal

from acucli.model.record import Record

Grade = Literal["A", "B", "C", "D", "N"]
Sham = Literal["yes", "no", "mixed", "untested"]
Basis = Literal["trial", "guideline", "handout", "textbook", "dataset", "tradition"]
Role = Literal["local", "distal", "general"]

GRADE_WORDS: dict[str, str] = {
    "A": "good evidence",
    "B": "promising",
    "C": "weak or conflicting",
    "D": "very little",
    "N": "tested, no benefit seen",
}

BASIS_WORDS: dict[str, str] = {
    "trial": "named in a trial",
    "guideline": "named in a guideline",
    "handout": "named in patient handouts",
    "textbook": "named in textbooks",
    "dataset": "named in collections",
    "tradition": "chosen by the traditional rules",
}


class Choice(Record, frozen=True, kw_only=True):
    """A point chosen for a condition: its role, on what that rests, and why in a few words."""

    code: str
    role: Role
    basis: Basis
    why: str


class Condition(Record, frozen=True, kw_only=True):
    """One condition; `points` stand in rank order, best first."""

    slug: str
    name: str
    theme: str
    also: tuple[str, ...]
    session: Literal["offered", "information"]
    grade: Grade
    sham: Sham
    sham_note: str
    pressed_by: str
    best_design: str
    entries: int
    evidence_date: str
    evidence: str
    side_rule: Literal["either", "both", "painful-side-first", "opposite-allowed"]
    advice: tuple[str, ...]
    frequency: str
    stop_rule: str
    keep_treatment: str
    way_out: str
    topics: tuple[str, ...] = ()
    session_reason: str = ""
    parent: str = ""
    general_of: tuple[str, ...] = ()
    points: tuple[Choice, ...] = ()
    references: tuple[str, ...] = ()
    watch_for: tuple[str, ...] = ()
    no_watch_for: str = ""
    routine: str = ""

    @property
    def offered(self) -> bool:
        """Tell whether a session may be made for it."""
        return self.session == "offered"

    @property
    def grade_words(self) -> str:
        """Return the grade with its words; a letter is never shown alone."""
        note = self.sham_note or GRADE_WORDS[self.grade]
        return f"{self.grade}, {GRADE_WORDS[self.grade]}: {note}"
