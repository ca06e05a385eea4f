"""What `acu find` answers, what stops a request, and what a request for a session becomes, as values.

Their JSON is these values alone.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from acucli.model.library import Library
from acucli.model.practice import Plan

SCHEMA_VERSION = 1
VERSION_MEANING = "The version of this form; keys are only added under one."


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The base of every answer: keys are only ever added."""


class Document(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema_version", tag=SCHEMA_VERSION):
    """The base of every whole answer: `schema_version` comes first in its JSON, and keys are only ever added."""

    @property
    def status(self) -> int:
        """Return the exit status of this answer."""
        return 0

    @property
    def stop(self) -> Stop | None:
        """Return what stops the request, None where nothing does."""
        return None

    def as_json(self) -> object:
        """Return what is written as JSON."""
        return self


class LibraryStamp(Answer, frozen=True, kw_only=True):
    """Which library answered."""

    version: str
    """Year and month of the library's evidence.

    Example: "2026.11"
    """
    fingerprint: str
    """A hash of its content. Example: 6f1c2a9b0d3e"""


def stamp_of(library: Library) -> LibraryStamp:
    """Return which library answers."""
    return LibraryStamp(version=library.version, fingerprint=library.fingerprint)


class FoundCondition(Answer, frozen=True, kw_only=True):
    """A condition the words may mean, with its grade; `minutes` is the length of its session, 0 without one."""

    slug: str
    """The condition. Example: headache"""
    name: str
    """Its name. Example: Headache"""
    matched: str
    """The words of the query that mean it. Example: headache"""
    how: Literal["name", "synonym", "word", "typo", "language", "body-part"]
    """By what it was found. Example: synonym"""
    session: Literal["offered", "information"]
    """Whether a session is offered. Example: offered"""
    routine: str
    """The routine that serves it; empty without one. Example: headache"""
    minutes: int
    """The minutes of its session, 0 without one. Example: 8"""
    grade: Literal["A", "B", "C", "D", "N"]
    """How sure it is that pressing helps. Example: D"""
    grade_words: str
    """The letter with its words.

    Example: "D, very little"
    """
    sham: Literal["yes", "no", "mixed", "untested"]
    """Whether pressing did better than a fake one. Example: untested"""
    evidence: str
    """One or two honest sentences.

    Example: "No trial tested it."
    """
    evidence_date: str
    """Year and month when the evidence was last gone through.

    Example: "2026-11"
    """
    session_reason: str = ""
    """Why there is no session, where there is none.

    Example: "Ask for medical help first."
    """
    way_out: str = ""
    """Whom to see, and when.

    Example: "See a doctor when it lasts."
    """


class Flag(Answer, frozen=True, kw_only=True):
    """A warning sign: what to ask and what to do."""

    id: str
    """The warning sign. Example: headache-emergency"""
    level: Literal["emergency", "crisis", "urgent", "see-doctor"]
    """How soon help is needed. Example: emergency"""
    ask: str
    """One plain question.

    Example: "Did it start suddenly?"
    """
    tell: str
    """What to do.

    Example: "Call your emergency number now."
    """
    brief: str = ""
    """All its signs, in at most 60 characters.

    Example: "sudden, extreme headache, or headache after a head blow"
    """

    @property
    def sentence(self) -> str:
        """Return the question and what to do where it is so."""
        return f"{self.ask} {self.tell}"


class Held(Answer, frozen=True, kw_only=True):
    """A request that is not served, and what it gets instead."""

    id: str
    """The kind of request. Example: children"""
    tell: str
    """What is answered instead.

    Example: "Please ask a nurse."
    """


class Stop(Document, frozen=True, kw_only=True):
    """Warning signs, a crisis or a request that is not served: what is said instead of an answer."""

    red_flags: tuple[Flag, ...] = ()
    """Warning signs in the words. Example: []"""
    held_back: tuple[Held, ...] = ()
    """Requests in the words that are not served. Example: []"""
    language: str = "en"
    """The language the words were read in. Example: en"""
    pages: tuple[str, ...] = ()
    """Conditions to read about once the sign is seen to: `acu show NAME`. Example: [gallstones]"""

    @property
    def status(self) -> int:
        """Return 4: held back."""
        return 4

    @property
    def stop(self) -> Stop:
        """Return itself."""
        return self


class Failure(Answer, frozen=True, kw_only=True):
    """Why a command failed."""

    status: int
    """The exit status. Example: 2"""
    sentence: str
    """What went wrong. Example: "nothing was asked for\""""
    hint: str
    """What may help; empty where nothing is known. Example: "try: acu find headache\""""


class ErrorAnswer(Document, frozen=True, kw_only=True):
    """The answer of a command that failed."""

    error: Failure
    """Why. Example: {status: 2, sentence: "nothing was asked for", hint: ""}"""


class FoundCaution(Answer, frozen=True, kw_only=True):
    """A caution on a point: what it does to this person, or would do to somebody it applies to."""

    id: str
    """The caution. Example: pregnancy-points"""
    action: Literal["block", "lighter", "warn", "inform", "ask"]
    """What it does. Example: block"""
    message: str
    """What is said of it.

    Example: "Left out: LI4."
    """
    applies: bool = False
    """true where it applies to this person. Example: true"""


class FoundPoint(Answer, frozen=True, kw_only=True):
    """A point of an answer; `cautions` stand in the order of their weight."""

    rank: int
    """Its place in the answer, from 1. Example: 1"""
    code: str
    """The point. Example: LI4"""
    name: str
    """Its romanised name. Example: Hegu"""
    hanzi: str
    """Its name in traditional characters. Example: 合谷"""
    english: str
    """Its English name. Example: Joining Valley"""
    meridian: str
    """The channel, `EX` or `EAR`. Example: LI"""
    where: str
    """The standard place.

    Example: "On the back of the hand."
    """
    find: str
    """How untrained fingers find it.

    Example: "Lay the thumb along the index finger."
    """
    hold_seconds: int
    """The usual hold of one side. Example: 90"""
    sides: Literal["left", "right", "both", "midline"]
    """On which sides it is. Example: both"""
    technique: str
    """A slug of techniques.yaml. Example: press"""
    pressure: int
    """1 light, 2 medium, 3 firm. Example: 2"""
    reach: tuple[Literal["self", "tool", "partner"], ...]
    """Who can press it, easiest first. Example: [self]"""
    pressable: bool
    """false where it is never pressed. Example: true"""
    role: Literal["", "local", "distal", "general"]
    """Near the trouble, away from it, or neither. Example: distal"""
    basis: Literal["", "trial", "guideline", "handout", "textbook", "dataset", "tradition"]
    """What kind of source names it for this. Example: handout"""
    for_: tuple[str, ...] = msgspec.field(name="for", default=())
    """The conditions it is named for. Example: [headache]"""
    why: str = ""
    """Why it is here.

    Example: "under the skull"
    """
    cautions: tuple[FoundCaution, ...] = ()
    """The cautions on it, in the order of their weight.

    Example: [{id: pregnancy-points, action: block, message: "Left out."}]
    """
    short: str = ""
    """The place in one line of lay words. Example: top of the bulge between thumb and index finger"""


class LeftOutPoint(Answer, frozen=True, kw_only=True):
    """A point that is kept from this person, and the caution that does so."""

    code: str
    """The point. Example: LI4"""
    because: str
    """The id of the caution that keeps it back. Example: pregnancy-points"""
    message: str = ""
    """The reason in one sentence.

    Example: "Left out: LI4."
    """


class FoundText(Answer, frozen=True, kw_only=True):
    """A claim or an article that the words lead to; of a claim with what is known of it."""

    kind: Literal["claim", "article"]
    """What it is. Example: claim"""
    id: str
    """Its short name. Example: endorphins"""
    name: str
    """Its name or title. Example: Endorphins"""
    says: str
    """What is claimed, or what the article is about.

    Example: "Pressing makes the body release endorphins."
    """
    known: str = ""
    """Of a claim: what is known of it.

    Example: "No study in our library measured them after pressing."
    """
    leave: str = ""
    """Of a claim: what not to press for, and what to do instead.

    Example: "A pain that lasts needs a look."
    """
    since: str = ""
    """Of a claim: the year of the newest source read for it. Example: "2007\""""
    matched: str = ""
    """The words of the query that it answers; empty where it is only near what was asked. Example: endorphins"""


class FindAnswer(Document, frozen=True, kw_only=True):
    """The whole answer of `acu find`; `notes` are readings and what was understood, in plain sentences."""

    library: LibraryStamp
    """Which library answered. Example: {version: "2026.11", fingerprint: 6f1c2a9b0d3e}"""
    query: str
    """The words that were asked. Example: headache"""
    conditions: tuple[FoundCondition, ...] = ()
    """What the words may mean. Example: []"""
    red_flags: tuple[Flag, ...] = ()
    """Warning signs in the words themselves; then there are no points. Example: []"""
    held_back: tuple[Held, ...] = ()
    """Requests in the words that are not served; then there are no points. Example: []"""
    watch_for: tuple[Flag, ...] = ()
    """The standing warning signs of the conditions. Example: []"""
    points: tuple[FoundPoint, ...] = ()
    """The points, best first. Example: []"""
    left_out: tuple[LeftOutPoint, ...] = ()
    """The points kept from this person. Example: []"""
    not_understood: tuple[str, ...] = ()
    """Words that no part of the answer takes into account. Example: [uveitis]"""
    suggestions: tuple[str, ...] = ()
    """What could have been meant. Example: [headache]"""
    texts: tuple[FoundText, ...] = ()
    """Claims and articles that the words, or the conditions they mean, lead to. Example: []"""
    notes: tuple[str, ...] = ()
    """Readings, and what was understood, in plain sentences. Example: ["headake is read as headache"]"""
    language: str = "en"
    """The language the words were read in. Example: en"""

    pages: tuple[str, ...] = ()
    """Conditions to read about once the sign is seen to: `acu show NAME`. Example: [gallstones]"""

    @property
    def said_signs(self) -> tuple[Flag, ...]:
        """Return the signs that the query itself speaks of; they stand among the notes, before the points."""
        return tuple(flag for flag in self.watch_for if flag.sentence in self.notes)

    @property
    def status(self) -> int:
        """Return the exit status of this answer: 4 held back, 1 nothing found, else 0."""
        if self.red_flags or self.held_back:
            return 4
        return 0 if self.points or self.conditions or self.texts else 1

    @property
    def stop(self) -> Stop | None:
        """Return what the query raises instead of points, None where it raises nothing."""
        return _stop(self.red_flags, self.held_back, self.language, self.pages)


def _stop(
    red_flags: tuple[Flag, ...], held_back: tuple[Held, ...], language: str, pages: tuple[str, ...]
) -> Stop | None:
    if not (red_flags or held_back):
        return None
    return Stop(red_flags=red_flags, held_back=held_back, language=language, pages=pages)


class RecordAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu show` and `acu learn`: one record, and what of it is kept from this person."""

    library: LibraryStamp
    """Which library answered. Example: {version: "2026.11", fingerprint: 6f1c2a9b0d3e}"""
    kind: str
    """What it is. Example: point"""
    record: Any
    """The record itself; its form is that of its kind. Example: {code: LI4}"""
    left_out: tuple[LeftOutPoint, ...] | msgspec.UnsetType = msgspec.UNSET
    """What of it is kept from this person; there only where they have a profile. Example: []"""


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """A plan fitted to a person, with all that must be said and asked before it.

    `plan` is None exactly when `refusal` says why. `asked` are questions before the session, `shown` signs that are
    only told, `said` those of them that the words themselves speak of. `wanted_facts` are questions whose answer could
    bring a place back. `other_readings` name what else the words could have meant.
    """

    plan: Plan | None = None
    """The plan; none exactly where `refusal` says why. Example: null"""
    refusal: str = ""
    """Why there is no plan.

    Example: "Nothing is left to press."
    """
    hint: str = ""
    """What to do instead.

    Example: "acu profile show"
    """
    red_flags: tuple[Flag, ...] = ()
    """Warning signs in the words themselves. Example: []"""
    held_back: tuple[Held, ...] = ()
    """Requests in the words that are not served. Example: []"""
    asked: tuple[Flag, ...] = ()
    """Signs that are asked before the session. Example: []"""
    shown: tuple[Flag, ...] = ()
    """Signs that are only told. Example: []"""
    said: tuple[Flag, ...] = ()
    """Signs to see a doctor about, of which the words speak: said first, and the session goes on. Example: []"""
    wanted_facts: tuple[str, ...] = ()
    """Questions whose answer could bring a place back. Example: [temple-or-scalp-tender]"""
    other_readings: tuple[str, ...] = ()
    """What else the words could have meant. Example: [routine headache]"""
    notes: tuple[str, ...] = ()
    """What was understood or changed, in plain sentences. Example: ["Breathing Count to five."]"""
    guessed: str = ""
    """What words with a slip in them were read as: nothing is started on it unasked. Example: headache"""
    language: str = "en"
    """The language the words were read in. Example: en"""
    pages: tuple[str, ...] = ()
    """Conditions to read about once the sign is seen to: `acu show NAME`. Example: [gallstones]"""

    @property
    def stop(self) -> Stop | None:
        """Return what the words raise instead of a plan, None where they raise nothing."""
        return _stop(self.red_flags, self.held_back, self.language, self.pages)
