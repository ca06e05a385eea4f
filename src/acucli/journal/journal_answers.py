"""What the commands of journal and courses answer, as values; their JSON is these values and nothing else."""

from __future__ import annotations

from acucli.journal.course_schedule import Appointment, Course, Standing
from acucli.journal.helped import Helped
from acucli.journal.sessions import Session
from acucli.journal.stats import Statistics
from acucli.model.answers import Answer, Document


class SessionList(Document, frozen=True, kw_only=True):
    """The answer of `acu journal list`: sessions, newest first, and whether there are older ones."""

    sessions: tuple[Session, ...]
    older: bool = False


class SessionShown(Document, frozen=True, kw_only=True):
    """The answer of `acu journal show`: one session."""

    session: Session


class StatisticsAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu journal stats`."""

    stats: Statistics


class HelpedAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu journal helped`."""

    helped: Helped


class ImportAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu journal import`: how many sessions came in, were there already, or could not be read."""

    added: int
    duplicates: int
    unreadable: int


class CompactAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu journal compact`: the length of the journal before and after."""

    bytes_before: int
    bytes_after: int


class CourseList(Document, frozen=True, kw_only=True):
    """The answer of `acu course show`: courses with their appointments."""

    courses: tuple[Standing, ...]


class CourseDue(Answer, frozen=True, kw_only=True):
    """The next appointment of a course, and the command that starts its session."""

    course: str
    appointment: Appointment | None
    name: str = ""
    start: str = ""


class CoursesDue(Document, frozen=True, kw_only=True):
    """The answer of `acu course next`."""

    next: tuple[CourseDue, ...]


class CourseBegun(Document, frozen=True, kw_only=True):
    """The answer of `acu course new`: the course, and what must be known of it."""

    course: Course
    says: tuple[str, ...]
