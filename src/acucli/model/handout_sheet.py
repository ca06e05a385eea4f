"""What stands on a handout: places, warning signs, who it is not for, rules of time, and the plan behind it."""

from typing import Literal

from acucli.model.evidence import Reference
from acucli.model.practice import Plan
from acucli.model.record import Value
from acucli.model.safety import FlagLevel


class HandoutPlace(Value, frozen=True, kw_only=True):
    """One place to press, in words for somebody who has only this sheet."""

    name: str
    """The name of the place. Example: Neiguan"""
    title: str
    """The place in lay words. Example: inner arm between two cords, three fingers above the wrist"""
    find: str
    """How untrained fingers find it.

    Example: "Lay three fingers on the wrist crease."
    """
    press: str
    """With what, in which way and how hard.

    Example: "Press with the thumb of the other hand. Medium pressure."
    """
    press_short: str
    """The same in a few words.

    Example: "Press with the thumb of the other hand, straight in. Medium pressure."
    """
    how_long: str
    """How long, and on which sides. Example: 90 seconds left, then 90 seconds right"""
    code: str = ""
    """The point; empty for an area. Example: PC6"""
    side: Literal["left", "right"] = "left"
    """The side that the picture shows. Example: left"""
    let_go: str = ""
    """The sign to let go of this place.

    Example: "It is sharp or burning."
    """
    care: tuple[str, ...] = ()
    """What to mind at this place. Example: ["over a pulse: light, one side at a time"]"""


class HandoutSign(Value, frozen=True, kw_only=True):
    """One warning sign: how soon, what it is, and what to do."""

    level: FlagLevel
    """How soon help is needed. Example: emergency"""
    brief: str
    """All its signs in a line. Example: sudden, terrible headache, or one after a blow to the head"""
    tell: str
    """What to do.

    Example: "Call your emergency number now."
    """


class Handout(Value, frozen=True, kw_only=True):
    """One sheet: a session to print and to run, a minute of breath, or a page of information without pressing.

    `plan` is None exactly for information. `mine` marks a sheet fitted to one person; their answers are not in it.
    """

    kind: Literal["session", "breath", "information"]
    """What it is. Example: session"""
    title: str
    """Its plain name.

    Example: "Feeling sick: the inner wrist"
    """
    day: str
    """The day it was made, ISO 8601.

    Example: "2026-11-30"
    """
    library: str
    """Year and month of the library. Example: 2026.11"""
    plan: Plan | None = None
    """The plan that the page runs; none for information. Example: null"""
    mine: bool = False
    """true where it was fitted to one person. Example: true"""
    places: tuple[HandoutPlace, ...] = ()
    """The places in their order, each once. Example: []"""
    danger: tuple[str, ...] = ()
    """The lines of the danger question. Example: ["fever with a stiff neck"]"""
    signs: tuple[HandoutSign, ...] = ()
    """Every warning sign, the most urgent first. Example: []"""
    not_if: tuple[str, ...] = ()
    """Whom it is not for, or only gentler, a line each. Example: ["blood thinners: light only"]"""
    stop: str = ""
    """When to let go of any place.

    Example: "A dull ache is usual. Sharp, electric, numb: let go."
    """
    needs: tuple[str, ...] = ()
    """What has to be at hand. Example: [a chair]"""
    how_often: str = ""
    """How often it is done.

    Example: "Two or three times a day."
    """
    keep_taking: str = ""
    """What to go on with.

    Example: "Keep your anti-sickness medicine."
    """
    advice: tuple[str, ...] = ()
    """What else to do. Example: ["Take small sips."]"""
    because: str = ""
    """For information: why nothing is pressed.

    Example: "Withdrawal can be dangerous."
    """
    way_out: str = ""
    """Whom to see, and when.

    Example: "See a doctor if it lasts for days."
    """
    see_somebody: str = ""
    """The rule of time for seeing somebody.

    Example: "After a week in any case."
    """
    stop_pressing: str = ""
    """The rule of time for stopping.

    Example: "Stop if a week has changed nothing."
    """
    evidence: str = ""
    """One honest sentence of evidence.

    Example: "Weak or conflicting: a fake band did as well."
    """
    evidence_in_full: str = ""
    """The evidence as its card tells it.

    Example: "In one trial with 500 people a fake band did as well."
    """
    evidence_date: str = ""
    """Year and month when the evidence was last gone through. Example: 2026-11"""
    references: tuple[Reference, ...] = ()
    """What the grade rests on. Example: []"""
    notes: tuple[str, ...] = ()
    """What whoever made the sheet should know; it is not on it. Example: ["also understood: Migraine"]"""

    def signs_of(self, *levels: FlagLevel) -> tuple[HandoutSign, ...]:
        """Return the signs of these levels, in their order."""
        return tuple(sign for sign in self.signs if sign.level in levels)
