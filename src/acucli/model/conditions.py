"""Conditions: what somebody looks up, the points chosen for it, and how sure that is."""

from typing import Literal

from acucli.model.record import Record, Slug

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
    """One point chosen for a condition. Custom is not effect: a point may be customary and untested."""

    code: str
    """The point. Example: GB20"""
    role: Role
    """`local` is near the trouble, `distal` away from it, `general` where the trouble has no place. Example: local"""
    basis: Basis
    """The best kind of source that names it; `tradition` is chosen by the traditional rules alone. Example: trial"""
    why: str
    """Why it is here, in a few words of its own; say "needle" where the trial used needles.

    Example: "under the skull, where the neck muscles fasten"
    """


class Condition(Record, frozen=True, kw_only=True):
    """What somebody looks up: a complaint, the points customarily chosen for it, and how sure that is."""

    slug: Slug
    """Its short name in small letters and dashes; other records point to it. Example: neck-pain"""
    name: str
    """Its plain name. Example: Neck pain"""
    theme: str
    """The theme it is listed under, the name of its file. Example: neck-shoulder-back"""
    also: tuple[str, ...]
    """At least eight ways people say it, in small letters. No phrase may stand under two conditions.

    Example: [sore neck, neck ache, crick in the neck]
    """
    session: Literal["offered", "information"]
    """`offered`, or `information` where pressing is no answer: then there are no points and no session.

    Example: offered
    """
    grade: Grade
    """How sure it is that pressing helps: A good, B promising, C weak or conflicting, D very little, N tested without
    benefit. The rules are in the article evidence-grades.

    Example: N
    """
    sham: Sham
    """Whether pressing did better than a fake one. Example: untested"""
    sham_note: str
    """The words said with the letter, always.

    Example: "did no better than usual care, so no fake was compared"
    """
    pressed_by: str
    """Who pressed in the best data: self, other, band, staff, ear, needles, none ... Example: self"""
    best_design: str
    """The best kind of study there is. Example: one randomised trial"""
    entries: int
    """How many references it names; the number is checked. Example: 2"""
    evidence_date: str
    """Year and month when the evidence was last gone through.

    Example: "2026-11"
    """
    evidence: str
    """One or two honest sentences: who pressed, what was seen, whether a fake did as well.

    Example: "In a trial with 160 people who pressed at home, the gain over usual care was too small to count."
    """
    side_rule: Literal["either", "both", "painful-side-first", "opposite-allowed"]
    """Which side comes first. Example: painful-side-first"""
    advice: tuple[str, ...]
    """Two to four short sentences of what else to do. Example: ["Move the neck gently within what is comfortable."]"""
    frequency: str
    """How often and how long.

    Example: "Once or twice a day, for two to four weeks."
    """
    stop_rule: str
    """When to stop.

    Example: "No change after five sessions, or worse: stop and see a clinician."
    """
    keep_treatment: str
    """What to go on with.

    Example: "Keep the exercises you were given."
    """
    way_out: str
    """Whom to see, and when. Every condition has one.

    Example: "See a doctor when it lasts longer than six weeks."
    """
    topics: tuple[str, ...] = ()
    """The topics of evidence.yaml that belong to it. Example: [neck-pain]"""
    session_reason: str = ""
    """For `information`: why there is no session, and what to do instead.

    Example: "Withdrawal can be dangerous; ask for medical help first."
    """
    parent: str = ""
    """The wider condition it belongs to. It has the parent's warning signs, and without evidence of its own at most its
    grade.

    Example: neck-pain
    """
    general_of: tuple[str, ...] = ()
    """For a general word: the conditions it covers. It takes the lowest letter of them.

    Example: [tension-headache, migraine]
    """
    points: tuple[Choice, ...] = ()
    """The points, best first, see Choice.

    Example: [{code: GB20, role: local, basis: trial, why: "under the skull, pressed in the home trial"}]
    """
    references: tuple[str, ...] = ()
    """Ids of evidence.yaml that the grade rests on, the negative ones too. Example: [edido-2021-neck]"""
    watch_for: tuple[str, ...] = ()
    """Ids of red_flags.yaml: signs that need help first. Example: [headache-emergency]"""
    no_watch_for: str = ""
    """The reason, where there are no such signs.

    Example: "A general routine: the signs of the first screen are enough."
    """
    routine: str = ""
    """The routine that serves it. Example: neck-shoulder"""
    breath_first: bool = False
    """Whether its session is a minute of breath alone, as acu calm is; its routine is for afterwards. Example: true"""

    @property
    def offered(self) -> bool:
        """Tell whether a session may be made for it."""
        return self.session == "offered"

    @property
    def grade_words(self) -> str:
        """Return the grade with its words; a letter is never shown alone."""
        note = self.sham_note or GRADE_WORDS[self.grade]
        return f"{self.grade}, {GRADE_WORDS[self.grade]}: {note}"
