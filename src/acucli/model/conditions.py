"""Conditions: what somebody looks up, the points chosen for it, and how sure that is."""

from typing import Literal

import msgspec

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


class TimeRule(Record, frozen=True, kw_only=True):
    """A rule of time: so many days, and the sentence that says so. It never counts sessions."""

    days: int
    """Days from the beginning; 0 is at once. Example: 28"""
    say: str
    """The sentence; where it names a time, it is the same.

    Example: "Stop if nothing has changed after four weeks, or if it gets worse."
    """


class TrialDose(Record, frozen=True, kw_only=True):
    """What people in the trial did that carries the grade, and who they were. It is told, and never lifts a limit."""

    who: str
    """Who took part, with their number.

    Example: "200 adults with insomnia"
    """
    what: str
    """What they did, a phrase that goes on after `who`.

    Example: "learned to press their own points in two lessons"
    """
    minutes: str
    """How long, with what the minutes are of, or that they are not stated. Example: 3 minutes a point"""
    source: str
    """The reference or source of evidence.yaml where the dose was read. Example: yeung-2022-insomnia"""
    times_a_day: int = 0
    """How often on a day of pressing; 0 where it is not stated, or was as needed. Example: 2"""
    weeks: float = 0
    """How long it went on; 0 for a single time, or where that was not seen. Example: 8"""
    read_at: tuple[float, ...] = ()
    """The weeks after which the result was read, the end where nothing else was seen. Example: [4, 8]"""
    days_a_week: int = 7
    """On how many days of a week. Example: 3"""
    days_a_cycle: int = 0
    """For what comes with a period: on how many days of each cycle. Example: 3"""

    @property
    def in_words(self) -> str:
        """Return in one sentence who they were, what they did, how often, how long, and when the result was read."""
        lasted = f"for {_weeks_in_words(self.weeks)}" if self.weeks else ""
        dose = ", ".join(part for part in (self._often, self.minutes, lasted) if part)
        weeks = " and ".join(f"{week:g}" for week in self.read_at)
        unit = "week" if self.read_at == (1,) else "weeks"
        who = f"{self.who[:1].upper()}{self.who[1:]}"
        return f"{who} {self.what}: {dose}{f'; read after {weeks} {unit}' if weeks else ''}."

    @property
    def _often(self) -> str:
        times = _TIMES.get(self.times_a_day, f"{self.times_a_day} times")
        if self.days_a_cycle:
            days = f"on {self.days_a_cycle} days of each cycle"
            return f"{times} a day {days}" if self.times_a_day else days
        if not self.times_a_day:
            return ""
        if self.days_a_week == 7:
            return f"{times} a day"
        weekly = self.times_a_day * self.days_a_week
        return f"{_TIMES.get(weekly, f'{weekly} times')} a week"


_TIMES = {1: "once", 2: "twice", 3: "three times", 4: "four times"}


def _weeks_in_words(weeks: float) -> str:
    if weeks != int(weeks):
        return f"{weeks * 7:.0f} days"
    return "one week" if weeks == 1 else f"{weeks:g} weeks"


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
    keep_treatment: str
    """What to go on with.

    Example: "Keep the exercises you were given."
    """
    way_out: str
    """Whom to see, and when. Every condition has one.

    Example: "See a doctor when it lasts longer than four weeks."
    """
    see_somebody: TimeRule | None = None
    """When to see somebody: the complaint's own time, at once or within days where it is acute, after four weeks at the
    latest, see Time rule.

    Example: {days: 28, say: "At once with a weak arm; after four weeks at the latest."}
    """
    stop_pressing: TimeRule | None = None
    """When to stop pressing: no change when the trial read its result, or after four weeks where there is none, and
    never sooner than `frequency` allows, see Time rule. Where no session is offered it has no days, or is left out.

    Example: {days: 28, say: "Stop if nothing has changed after four weeks, or if it gets worse."}
    """
    tested: TrialDose | None = None
    """What people in the trial did that carries the grade, see Trial dose.

    Example: {who: "200 adults with insomnia", what: "pressed their own points", times_a_day: 1, minutes: not stated,
    weeks: 8, read_at: [4, 8], source: yeung-2022-insomnia}
    """
    topics: tuple[str, ...] = ()
    """The topics of evidence.yaml that belong to it. Example: [neck-pain]"""
    session_reason: str = ""
    """For `information`: why there is no session, and what to do instead.

    Example: "Withdrawal can be dangerous; ask for medical help first."
    """
    press_meanwhile: bool = False
    """For `information`: true where a gentle session for another complaint is fine beside it. Elsewhere the name of the
    illness means a question before any points. Example: true
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
    sources: tuple[str, ...] = ()
    """Ids of the `sources` in evidence.yaml that were read for the advice, beside the references.

    Example: [nidirect-neuropathy]
    """
    claims: tuple[str, ...] = ()
    """Ids of claims.yaml that are about it. Worked out at build from the claims. Example: [fertility]"""
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
    stop_rule: str = msgspec.field(default_factory=str)
    """Gone: `see_somebody` and `stop_pressing` stand in its place. Packs that hold it are read, with a note.

    Example: ""
    """

    @property
    def offered(self) -> bool:
        """Tell whether a session may be made for it."""
        return self.session == "offered"

    @property
    def grade_words(self) -> str:
        """Return the grade with its words; a letter is never shown alone."""
        note = self.sham_note or GRADE_WORDS[self.grade]
        return f"{self.grade}, {GRADE_WORDS[self.grade]}: {note}"
