"""Home: what this person did last, keeps, has left unfinished and has due, each under its number."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from typing import NamedTuple

from acucli.errors import AcuError, MachineRefused, UsageError
from acucli.guide.calm_plan import SLUG as CALM
from acucli.journal.course_schedule import standing
from acucli.journal.course_store import load_courses
from acucli.journal.sessions import RESUME_HOURS, Session, last_unfinished, local_moment, moment_of, sessions_of
from acucli.journal.store import Journal
from acucli.model.command_answers import HomeAnswer, HomeChoice
from acucli.profile.favourites import load_favourites
from acucli.profile.profile_answers import say_answer
from acucli.render.context import AppContext
from acucli.render.renderer import show
from acucli.text.quoting import quoted

_LOOKED_THROUGH = 60
"""Sessions that are read for courses at least; older ones too, where a course began before them."""
_CALM = HomeChoice(number=0, kind="calm", name="Sixty seconds of calm", note="no questions", start="acu calm")


class _Found(NamedTuple):
    """A choice that has no number yet; without a command of its own it is started by that."""

    kind: str
    name: str
    start: str
    note: str = ""


def show_home(run: AppContext) -> int:
    """Show home; return the status."""
    return show(home_of(run), run)


def home_of(run: AppContext) -> HomeAnswer:
    """Return home as it is for this person; what cannot be read is left out, and named once where it is theirs."""
    found = [*_again(run), *_favourites(run), *_unfinished(run), *_due(run)]
    choices = tuple(
        HomeChoice(number=number, kind=item.kind, name=item.name, note=item.note, start=item.start or f"acu {number}")  # type: ignore[arg-type]
        for number, item in enumerate(found, start=1)
    )
    return HomeAnswer(choices=(_CALM, *choices), profile=_profile_line(run), known=bool(found))


def command_of(run: AppContext, number: int) -> list[str]:
    """Return the command that stands under a number at home, as its words; 0 is always calm.

    Raises:
        UsageError: nothing has that number.
    """
    if number == 0:
        return ["calm"]
    choices = {choice.number: choice for choice in home_of(run).choices}
    if number not in choices:
        last = max(choices)
        hint = f"acu shows what there is: 0 to {last}" if last else "acu 0 is calm; the others come with your sessions"
        raise UsageError(f"nothing has the number {number} at home", hint=hint)
    kind = choices[number].kind
    if kind == "favourite":
        return ["session", *_arguments(run, number)]
    commands = {"again": ["again"], "unfinished": ["session", "--resume"], "due": ["course", "next", "--start"]}
    return commands[kind]


def last_session(run: AppContext) -> Session | None:
    """Return the last session that pressed something, the last of calm where there is no other; None without any."""
    sessions = sessions_of(run.recent_lines)
    pressing = [session for session in sessions if session.slug and session.slug != CALM]
    found = pressing or [session for session in sessions if session.slug]
    return found[-1] if found else None


def unfinished_note(run: AppContext) -> str:
    """Return what is said of a session that can be taken up again; "" where there is none."""
    return next((f"{item.name}, {item.note}: {item.start}" for item in _unfinished(run)), "")


def _again(run: AppContext) -> Iterator[_Found]:
    last = last_session(run)
    if last is None:
        return
    discreet = run.settings.discreet
    told = [_day(last, run), f"{max(1, round(last.credited_seconds / 60))} min"]
    if last.change is not None and not discreet:
        told.append(f"{last.before} to {last.after}")
    name = "The last session again" if discreet else f"{_short(last.name)} again"
    yield _Found("again", name, "acu again", ", ".join(told))


def _favourites(run: AppContext) -> Iterator[_Found]:
    loaded = load_favourites(run.environment)
    for note in loaded.notes:
        run.output.warn(f"note: {note}")
    for number, item in enumerate(loaded.kept, start=1):
        start = " ".join(["acu session", *map(quoted, item.arguments)])
        if run.settings.discreet:
            yield _Found("favourite", f"Favourite {number}", "")
        else:
            yield _Found("favourite", item.name, start, "favourite")


def _arguments(run: AppContext, number: int) -> tuple[str, ...]:
    """Return what stands after `acu session` for the favourite of a number."""
    before = sum(1 for _ in _again(run))
    return load_favourites(run.environment).kept[number - 1 - before].arguments


def _unfinished(run: AppContext) -> Iterator[_Found]:
    host = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    now = run.environment.clock.now()
    try:
        session = last_unfinished(Journal(run.environment), now=now, host=host).session
    except MachineRefused:
        return
    minutes, seconds = divmod(round(session.left_seconds), 60)
    left = f"{minutes}:{seconds:02d} left"
    began = moment_of(session.at)
    until = f", until {(began + datetime.timedelta(hours=RESUME_HOURS)).astimezone(now.tzinfo):%H:%M}" if began else ""
    name = "An unfinished session" if run.settings.discreet else f"Unfinished: {_short(session.name)}"
    yield _Found("unfinished", name, "acu session --resume", f"{left}{until}")


def _due(run: AppContext) -> Iterator[_Found]:
    """Yield the first course whose session is due today."""
    try:
        courses = [course for course in load_courses(run.environment).courses if not course.dropped]
        if not courses:
            return
        first = min(datetime.date.fromisoformat(course.started) for course in courses)
        back_to = datetime.datetime(first.year, first.month, first.day, tzinfo=datetime.UTC).timestamp()
        lines = Journal(run.environment).recent(_LOOKED_THROUGH, back_to=back_to).lines
    except (AcuError, ValueError, OverflowError):
        return  # acu course names what is wrong with it
    sessions = sessions_of(lines)
    for course in courses:
        where = standing(course, sessions, today=run.today)
        if not where.ending and where.next is not None and where.next.state == "due":
            name = "A course" if run.settings.discreet else f"Due today: {course.name}"
            note = f"session {where.done + 1} of {len(where.appointments)}"
            yield _Found("due", name, "acu course next --start", note)
            return


def _profile_line(run: AppContext) -> str:
    """Return what applies to this person in a few words, "" where nothing is kept or it cannot be read."""
    try:
        profile = run.profile
    except MachineRefused as error:
        run.output.warn(f"note: {error.sentence} ({error.hint})")
        return ""
    words = [say_answer(answer, run.library.questions) for answer in profile.answers] if profile.answers else []
    if run.settings.discreet:
        return "kept" if words else ""
    words += ["gentle"] if profile.gentle else []
    words += [f"without {', '.join(profile.blocked_points)}"] if profile.blocked_points else []
    return "; ".join(words)


def _short(name: str) -> str:
    """Return the name of a session without what it is about: `Headache: find the tense spot` is `Headache`."""
    return name.split(":", 1)[0].strip() or "A session"


def _day(session: Session, run: AppContext) -> str:
    """Return the day of a session as it is said today."""
    moment = local_moment(session.at, session.offset_minutes)
    if moment is None:
        return session.day
    days = (datetime.date.fromisoformat(run.today) - moment.date()).days
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago" if 0 < days < 15 else session.day)
