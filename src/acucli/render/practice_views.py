"""Practice in words and rows: sessions, statistics, what went with relief, courses, and what may be started."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from acucli.journal.course_schedule import Appointment
from acucli.journal.helped import say_tally
from acucli.journal.journal_answers import (
    CompactAnswer,
    CourseBegun,
    CourseList,
    CoursesDue,
    HelpedAnswer,
    ImportAnswer,
    SessionList,
    SessionShown,
    StatisticsAnswer,
)
from acucli.journal.plots import bar, change_bar, sparkline
from acucli.journal.sessions import Session, local_moment
from acucli.journal.stats import Tally
from acucli.model.command_answers import SessionOffers
from acucli.render.context import AppContext
from acucli.render.formats import Format
from acucli.render.layout import wrapped
from acucli.render.writers import Rows
from acucli.text.counting import counted

_SESSION_COLUMNS = ("day", "time", "session", "minutes", "before", "after", "ended", "id")
_OFFER_COLUMNS = ("session", "name", "minutes", "start")
_TALLY_COLUMNS = ("of", "slug", "sessions", "scored", "lower", "same", "higher")
_APPOINTMENT_COLUMNS = ("course", "n", "day", "state", "moved")
_ENDED = {"": "broke off", "done": "done", "quit": "ended early"}
_STATE = {"done": "done", "due": "due today", "planned": ""}
_WEEKS = 16
NO_CLAIM = "Most pains ease by themselves; these counts cannot tell why."


def session_rows(answer: SessionList, run: AppContext) -> Rows:
    """Return a row for each session."""
    return Rows([_row(session) for session in answer.sessions], _SESSION_COLUMNS)


def session_sentences(answer: SessionList, run: AppContext) -> Iterator[str]:
    """Yield a sentence for each session."""
    return (_sentence(session) for session in answer.sessions)


def session_codes(answer: SessionList, run: AppContext) -> Iterator[str]:
    """Yield the beginning of each id, which is enough to name a session."""
    return (session.sid[:8] for session in answer.sessions)


def session_items(answer: SessionList, run: AppContext) -> tuple[Session, ...]:
    """Return the sessions."""
    return answer.sessions


def say_after_sessions(answer: SessionList, run: AppContext, chosen: Format) -> None:
    """Say how many are older, or that there are none."""
    if not answer.sessions:
        run.output.note("The journal is empty. acu session stress-quick --now  begins it.")
    elif answer.older and chosen == "table":
        run.output.note("older ones: acu journal list --limit 0")


def shown_rows(answer: SessionShown, run: AppContext) -> Rows:
    """Return the session as one row."""
    return Rows([_row(answer.session)], _SESSION_COLUMNS)


def shown_sentences(answer: SessionShown, run: AppContext) -> Iterator[str]:
    """Yield what was pressed, for how long, scores and notes."""
    yield _sentence(answer.session)
    for place, side, seconds in answer.session.pressed:
        yield f"  {place} {side}: {seconds:.0f} s"
    for note in answer.session.notes:
        yield f"  note: {note.text}"


def import_sentences(answer: ImportAnswer, run: AppContext) -> Iterator[str]:
    """Yield what came in."""
    yield f"{counted(answer.added, 'session')} added, {counted(answer.duplicates, 'was', 'were')} there already"


def compact_sentences(answer: CompactAnswer, run: AppContext) -> Iterator[str]:
    """Yield how long the journal was and is."""
    yield f"{answer.bytes_before:,} bytes before, {answer.bytes_after:,} after"


def statistics_rows(answer: StatisticsAnswer, run: AppContext) -> Rows:
    """Return a row for each week, then for each condition and routine."""
    weeks = [{"of": "week", "slug": week.monday, **msgspec.to_builtins(week)} for week in answer.stats.weeks]
    tallies = _tally_rows(condition=answer.stats.conditions, routine=answer.stats.routines)
    columns = ("of", "slug", "sessions", "credited_seconds", "mean_before", "mean_after")
    return Rows([{**dict.fromkeys(columns), **row} for row in (*weeks, *tallies)], columns)


def helped_rows(answer: HelpedAnswer, run: AppContext) -> Rows:
    """Return a row for each routine, condition and point."""
    found = answer.helped
    return Rows(_tally_rows(routine=found.routines, condition=found.conditions, point=found.points), _TALLY_COLUMNS)


def statistics_sentences(answer: StatisticsAnswer, run: AppContext) -> Iterator[str]:
    """Yield the statistics: totals, minutes by week, sessions and numbers by condition."""
    found = answer.stats
    if not found.sessions:
        yield "No sessions yet."
        return
    plain = run.output.abilities.sentences
    ascii_only = not run.output.abilities.unicode
    held = counted(round(found.credited_seconds / 60), "minute")
    span = f"{found.first_day} to {found.last_day}"
    yield f"{counted(found.sessions, 'session')} on {counted(found.days, 'day')}, {held} held, {span}"
    weeks = found.weeks[-_WEEKS:]
    most = max(week.credited_seconds for week in weeks)
    if not plain:
        line = sparkline([week.credited_seconds / 60 for week in weeks], ascii_only=ascii_only)
        yield f"Minutes by week  {line}"
    width = 0 if plain else max(10, min(30, run.output.abilities.width - 40))
    for week in weeks:
        drawn = bar(week.credited_seconds, most, width, ascii_only=ascii_only).ljust(width) + " " if width else ""
        count = counted(week.sessions, "session")
        yield f"  {week.monday}  {drawn}{week.credited_seconds / 60:.0f} min, {count}"
    yield "By condition"
    for item in found.conditions or found.routines:
        yield f"  {_tally(item, plain=plain, ascii_only=ascii_only)}"
    yield NO_CLAIM


def _tally(item: Tally, *, plain: bool, ascii_only: bool) -> str:
    line = f"{item.slug}: {counted(item.sessions, 'session')}, {item.credited_seconds / 60:.0f} min"
    if item.mean_before is None or item.mean_after is None:
        return line
    drawn = "" if plain else f"  0 {change_bar(item.mean_before, item.mean_after, ascii_only=ascii_only)} 10"
    return f"{line}, {item.mean_before:.1f} before, {item.mean_after:.1f} after ({item.scored}){drawn}"


def helped_sentences(answer: HelpedAnswer, run: AppContext) -> Iterator[str]:
    """Yield what went with relief and what did not, in counts."""
    found = answer.helped
    if not found.scored:
        count = counted(found.sessions, "session")
        yield f"{count}, none with a number before and after: give one (0 to 10) when a session asks."
        return
    for title, items in (("Routines", found.routines), ("Conditions", found.conditions), ("Points", found.points)):
        if items:
            yield title
            for item in items:
                yield f"  {say_tally(item)}"
    yield NO_CLAIM


def course_sentences(answer: CourseList, run: AppContext) -> Iterator[str]:
    """Yield the weeks of each course, with what was done."""
    for item in answer.courses:
        yield f"{item.course.name} ({item.course.id}), begun {item.course.started}, {item.done} done"
        for appointment in item.appointments:
            moved = ", moved" if appointment.moved else ""
            state = f"{_STATE[appointment.state]}{moved}"
            yield f"  {appointment.n:>2}  {appointment.day}  {state}".rstrip().rstrip(",")
        if item.advice:
            yield wrapped(run, item.advice)


def course_rows(answer: CourseList, run: AppContext) -> Rows:
    """Return a row for each appointment."""
    rows = [_appointment_row(item.course.id, one) for item in answer.courses for one in item.appointments]
    return Rows(rows, _APPOINTMENT_COLUMNS)


def course_codes(answer: CourseList, run: AppContext) -> Iterator[str]:
    """Yield the name of each course."""
    return (item.course.id for item in answer.courses)


def say_after_courses(answer: CourseList, run: AppContext, chosen: Format) -> None:
    """Say where there is no course."""
    if not answer.courses:
        run.output.note("There is no course. acu course new low-back-pain  begins one.")


def due_sentences(answer: CoursesDue, run: AppContext) -> Iterator[str]:
    """Yield when the next session of each course is."""
    for item in answer.next:
        if item.appointment is not None:
            when = "today" if item.appointment.state == "due" else f"on {item.appointment.day}"
            yield f"{item.name}: session {item.appointment.n} is {when}. {item.start}"


def due_rows(answer: CoursesDue, run: AppContext) -> Rows:
    """Return a row for the next session of each course."""
    rows = [_appointment_row(item.course, item.appointment) for item in answer.next if item.appointment is not None]
    return Rows(rows, _APPOINTMENT_COLUMNS)


def say_after_due(answer: CoursesDue, run: AppContext, chosen: Format) -> None:
    """Say where no course is going on."""
    if not answer.next:
        run.output.note("No course is going on. acu course new low-back-pain  begins one.")


def begun_sentences(answer: CourseBegun, run: AppContext) -> Iterator[str]:
    """Yield what must be known of a course, and when it begins."""
    yield from (wrapped(run, sentence) for sentence in answer.says)
    yield f"Begun: {answer.course.id}. First session today: acu session {answer.course.what}"


def offer_rows(answer: SessionOffers, run: AppContext) -> Rows:
    """Return a row for each session that may be started."""
    return Rows([msgspec.to_builtins(item) for item in answer.sessions], _OFFER_COLUMNS)


def offer_codes(answer: SessionOffers, run: AppContext) -> Iterator[str]:
    """Yield the name of each session."""
    return (item.session for item in answer.sessions)


def say_after_offers(answer: SessionOffers, run: AppContext, chosen: Format) -> None:
    """Say what else can be asked for."""
    if chosen == "table":
        run.output.note("acu list routines  names them all; acu session --points LI4,PC6  takes points")


def _tally_rows(**tallies: tuple[Tally, ...]) -> list[dict[str, Any]]:
    return [{"of": of, **msgspec.to_builtins(item)} for of, items in tallies.items() for item in items]


def _appointment_row(course: str, appointment: Appointment) -> dict[str, Any]:
    row: dict[str, Any] = {"course": course, **msgspec.to_builtins(appointment)}
    return row


def _row(session: Session) -> dict[str, Any]:
    return {
        "day": session.day,
        "time": _local_time(session),
        "session": session.name,
        "minutes": round(session.credited_seconds / 60, 1),
        "before": session.before,
        "after": session.after,
        "ended": _ENDED.get(session.why, session.why) + (" (rehearsal)" if session.rehearsal else ""),
        "id": session.sid[:8],
        "slug": session.slug,
        "planned_minutes": round(session.planned_seconds / 60, 1),
    }


def _local_time(session: Session) -> str:
    """Return the time of day where it was done; lines keep UTC and the offset."""
    moment = local_moment(session.at, session.offset_minutes)
    return moment.strftime("%H:%M") if moment is not None else ""


def _sentence(session: Session) -> str:
    row = _row(session)
    scores = f", {row['before']} before and {row['after']} after" if row["after"] is not None else ""
    return f"{row['day']} {row['time']} {row['session']}: {row['minutes']} minutes, {row['ended']}{scores}. {row['id']}"
