"""What the commands of journal and courses answer, as values; their JSON is these values and nothing else."""

from __future__ import annotations

from typing import Any, Literal

from acucli.journal.course_schedule import Appointment, Course, Standing
from acucli.journal.helped import Helped
from acucli.journal.sessions import Session
from acucli.journal.stats import Statistics
from acucli.model.answers import SCHEMA_VERSION, Answer, Document


class SessionList(Document, frozen=True, kw_only=True):
    """The answer of `acu journal list`: sessions, newest first, and whether there are older ones."""

    sessions: tuple[Session, ...]
    """The sessions, newest first. Example: []"""
    older: bool = False
    """true where there are older ones that are not listed. Example: false"""


class SessionShown(Document, frozen=True, kw_only=True):
    """The answer of `acu journal show`: one session."""

    session: Session
    """The session. Example: {sid: 01HX3K, at: "2026-11-20T12:00:00Z", day: "2026-11-20"}"""


class StatisticsAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu journal stats`."""

    stats: Statistics
    """The statistics.

    Example: {sessions: 0, days: 0, credited_seconds: 0, first_day: "", last_day: "",
        weeks: [], conditions: [], routines: []}
    """


class HelpedAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu journal helped`."""

    helped: Helped
    """The counts. Example: {sessions: 0, scored: 0, routines: [], conditions: [], points: []}"""


class JournalExport(Answer, frozen=True, kw_only=True, tag_field="schema_version", tag=SCHEMA_VERSION):
    """What `acu journal export` writes as JSON, and `acu journal import` reads."""

    kind: Literal["journal"] = "journal"
    """What it is. Example: journal"""
    sessions: tuple[Session, ...] = ()
    """The sessions, oldest first. Example: []"""
    lines: tuple[Any, ...] = ()
    """Every line of them as it stands in the journal, so that nothing is lost on the way. Example: []"""


class ImportAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu journal import`: how many sessions came in, were there already, or could not be read."""

    added: int
    """Sessions that came in. Example: 3"""
    duplicates: int
    """Sessions that were there already. Example: 1"""
    unreadable: int
    """Lines that could not be read. Example: 0"""


class CompactAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu journal compact`: the length of the journal before and after."""

    bytes_before: int
    """The length of the journal before, in bytes. Example: 250000"""
    bytes_after: int
    """Its length after. Example: 40000"""


class CourseList(Document, frozen=True, kw_only=True):
    """The answer of `acu course show`: courses with their appointments."""

    courses: tuple[Standing, ...]
    """The courses, each with its appointments. Example: []"""


class CourseDue(Answer, frozen=True, kw_only=True):
    """The next appointment of a course, and the command that starts its session."""

    course: str
    """The course. Example: low-back-pain"""
    appointment: Appointment | None
    """The appointment that is due or comes next; null where none is left.

    Example: {n: 1, day: "2026-11-20", state: due}
    """
    name: str = ""
    """The name of the course. Example: Low back pain"""
    start: str = ""
    """The command that starts its session. Example: acu session low-back-pain"""


class CoursesDue(Document, frozen=True, kw_only=True):
    """The answer of `acu course next`."""

    next: tuple[CourseDue, ...]
    """What is due or comes next, of each course that is going on. Example: []"""


class CourseBegun(Document, frozen=True, kw_only=True):
    """The answer of `acu course new`: the course, and what must be known of it."""

    course: Course
    """The course. Example: {id: low-back-pain, what: low-back-pain, name: Low back pain, started: "2026-11-20"}"""
    says: tuple[str, ...]
    """What must be known of it, a sentence each. Example: ["No study has tested this rhythm."]"""
