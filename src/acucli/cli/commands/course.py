"""`acu course`: a plan over weeks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from acucli.cli.command_line import app_context
from acucli.dialogue.preview import unasked
from acucli.errors import HeldBack, RecordNotFound, UsageError
from acucli.guide.preparing import prepare
from acucli.guide.request import Request
from acucli.guide.resolving import resolve
from acucli.host.outputs import write_output
from acucli.host.zones import local_zone
from acucli.journal.course_schedule import (
    OF_DAYS,
    SHORTEST_DAYS,
    STOP_DAYS,
    UNTESTED,
    Course,
    Standing,
    parse_rhythm,
    parse_time,
    rhythm_of,
    rhythm_of_days,
    standing,
)
from acucli.journal.course_store import add_course, drop_course, find_course, load_courses
from acucli.journal.journal_answers import CourseBegun, CourseDue, CourseList, CoursesDue
from acucli.journal.sessions import sessions_of
from acucli.journal.store import Journal
from acucli.model.answers import Flag
from acucli.model.command_answers import Done, TextAnswer
from acucli.model.conditions import Condition, TrialDose
from acucli.model.library import Library
from acucli.model.practice import Plan
from acucli.model.routines import Routine
from acucli.render.context import AppContext
from acucli.render.renderer import check_format
from acucli.render.renderer import show as show_answer

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_USUAL_MINUTES = 10


@app.callback(invoke_without_command=True)
def top(context: typer.Context) -> int:
    """A plan over weeks: in the rhythm of its trial where there is one, otherwise in the teachers', which is untested.

    \b
    acu course new low-back-pain
    acu course next
    acu course show
    acu course export -o course.ics
    """
    return show(context) if context.invoked_subcommand is None else 0


@app.command()
def new(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="CONDITION", help="A condition or routine.")],
    rhythm: Annotated[
        str,
        typer.Option(
            "--rhythm", metavar="RHYTHM", help="Your own: 4x2d,7x7d is four sessions two days apart, then seven weekly."
        ),
    ] = "",
    at: Annotated[str, typer.Option("--at", metavar="TIME", help="Time of day, such as 19:00.")] = "19:00",
) -> int:
    """Begin a course.

    \b
    acu course new low-back-pain
    acu course new headache --rhythm 4x2d,7x7d --at 19:30
    """
    run = app_context(context)
    check_format(run, CourseBegun)
    subject = _subject(run, what)
    evidence = _offered(run, subject.slug)
    course = add_course(
        run.environment,
        Course(
            id=subject.slug,
            what=subject.slug,
            name=subject.name,
            started=run.today,
            at=parse_time(at),
            zone=local_zone(),
            minutes=subject.minutes,
            stages=parse_rhythm(rhythm) if rhythm else rhythm_of(subject.tested) or rhythm_of_days(subject.stop_days),
            routine=subject.routine,
            stop_days=subject.stop_days,
            source=subject.tested.source if subject.tested and not rhythm and rhythm_of(subject.tested) else "",
        ),
    )
    says = (*_where_from(subject.tested, course), *([f"Evidence: {evidence}."] if evidence else []), *subject.ends)
    return show_answer(CourseBegun(course=course, says=says), run)


@app.command()
def show(context: typer.Context, which: Annotated[str, typer.Argument(metavar="COURSE", help="Its name.")] = "") -> int:
    """The weeks, with what was done.

    \b
    acu course show
    acu course show low-back-pain --json
    """
    run = app_context(context)
    return show_answer(CourseList(courses=tuple(_standings(run, which))), run)


@app.command("next")
def next_(
    context: typer.Context,
    start: Annotated[bool, typer.Option("--start", help="Start the session that is due.")] = False,
) -> int:
    """What is due, and with --start its session.

    \b
    acu course next
    acu course next --start
    """
    run = app_context(context)
    going = [item for item in _standings(run, "") if not item.ending]
    if start:
        return _start_due(run, going)
    due = tuple(
        CourseDue(
            course=item.course.id,
            appointment=item.next,
            name=item.course.name,
            start=f"acu session {item.course.what}",
        )
        for item in going
    )
    return show_answer(CoursesDue(next=due), run)


def _start_due(run: AppContext, going: list[Standing]) -> int:
    """Start the session of the first course that is due today.

    Raises:
        UsageError: none is.
    """
    from acucli.cli.sessions import start  # what runs a session, only where one is run

    due = [item.course.what for item in going if item.next is not None and item.next.state == "due"]
    if not due:
        raise UsageError("no session is due today", hint="acu course next  says when; acu session WHAT starts any")
    return start.start_named(run, due[0])


@app.command()
def drop(context: typer.Context, which: Annotated[str, typer.Argument(metavar="COURSE", help="Its name.")] = "") -> int:
    """End a course.

    \b
    acu course drop low-back-pain
    """
    run = app_context(context)
    check_format(run, Done)
    course = drop_course(run.environment, find_course(run.environment, which), today=run.today)
    return show_answer(Done(done=f"{course.name} is ended; what was done stays in the journal"), run)


@app.command()
def export(
    context: typer.Context,
    which: Annotated[str, typer.Argument(metavar="COURSE", help="Its name.")] = "",
    file: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="A file; otherwise standard output.")
    ] = "",
    with_name: Annotated[bool, typer.Option("--with-name", help="Name the complaint in the titles.")] = False,
) -> int:
    """The appointments as a calendar (RFC 5545); the title names no complaint unless asked.

    \b
    acu course export -o course.ics
    acu course export --with-name > course.ics
    """
    run = app_context(context)
    check_format(run, TextAnswer)
    course = find_course(run.environment, which)
    (standing,) = [item for item in _standings(run, course.id) if item.course.id == course.id]
    from acucli.journal.calendar import calendar_of  # 65 ms with what writes calendars: only an export needs it

    content = calendar_of(
        standing,
        now=run.environment.clock.now(),
        zone=course.zone or local_zone(),
        cautions=_cautions(run, course.what),
        with_name=with_name,
    )
    if file in {"", "-"}:
        run.output.export(content)
        return 0
    write_output(Path(file), content, force=run.options.force, private=True)
    run.output.note(f"written: {file}")
    return 0


class _CourseSubject(NamedTuple):
    """What a course is for: its slug and name, its routine where one is written, and the minutes of a session.

    `ends` are the sentences of its two rules of time, `stop_days` when it ends without change.
    """

    slug: str
    name: str
    routine: str
    minutes: int
    ends: tuple[str, ...]
    stop_days: int = STOP_DAYS
    tested: TrialDose | None = None


class _FittedCourse(NamedTuple):
    """The session of a course for this person, and its warning signs."""

    plan: Plan
    signs: tuple[Flag, ...]


def _subject(run: AppContext, what: str) -> _CourseSubject:
    """Return what a course is for.

    Raises:
        HeldBack: no session is offered for it.
        RecordNotFound: it is no condition and no routine, or was not said exactly.
    """
    library = run.library
    if what in library.conditions:
        condition = library.conditions[what]
        if not condition.offered:
            raise HeldBack(
                f"{condition.name}: no course is offered. {condition.session_reason}", hint=condition.way_out
            )
        return _of_condition(condition, library)
    if what in library.routines:
        return _of_routine(library.routines[what], library)
    found = resolve(what, library)
    if found.kind in {"condition", "routine"} and not found.guessed:
        return _subject(run, found.id)
    raise RecordNotFound("condition or routine", what, [found.id] if found.guessed else [])


def _of_condition(condition: Condition, library: Library) -> _CourseSubject:
    """Return a course for a condition: it ends by the condition's own rules of time."""
    routine = library.routines.get(condition.routine)
    stop, see = condition.stop_pressing, condition.see_somebody
    return _CourseSubject(
        condition.slug,
        condition.name,
        condition.routine,
        round(routine.target_minutes) if routine else _USUAL_MINUTES,
        (*([stop.say] if stop else []), *([f"See somebody: {see.say[:1].lower()}{see.say[1:]}"] if see else [])),
        stop.days if stop else STOP_DAYS,
        condition.tested,
    )


def _of_routine(routine: Routine, library: Library) -> _CourseSubject:
    """Return a course for a routine; one that serves a single condition has its rules of time and its trial."""
    minutes = round(routine.target_minutes)
    served = [library.conditions[slug] for slug in routine.for_ if slug in library.conditions]
    if len(served) == 1 and served[0].offered:
        return _of_condition(served[0], library)._replace(
            slug=routine.slug, name=routine.name, routine=routine.slug, minutes=minutes
        )
    words = library.safety_words
    return _CourseSubject(routine.slug, routine.name, routine.slug, minutes, (words.stop_pressing, words.see_somebody))


def _where_from(tested: TrialDose | None, course: Course) -> tuple[str, ...]:
    """Return where the rhythm comes from: the trial with what people in it did, or the teachers."""
    if not course.source or tested is None:
        return (UNTESTED if course.stop_days >= SHORTEST_DAYS else OF_DAYS,)
    says = [f"The rhythm is that of the trial [{course.source}]: {tested.in_words}"]
    if tested.times_a_day > 1:
        says.append("One session a day is planned; a second one counts with it. Our own limits stay.")
    if tested.days_a_cycle:
        says.append("A cycle is counted with 28 days, so begin on the day on which yours begins.")
    return tuple(says)


def _offered(run: AppContext, slug: str) -> str:
    """Return the evidence in words, once it is sure that a session may be made for this person.

    Raises:
        HeldBack: none may.
        UsageError: such a course is going on already.
    """
    evidence = _prepared(run, slug).plan.grade
    going = [item.id for item in load_courses(run.environment).courses if item.what == slug and not item.dropped]
    if going:
        raise UsageError(f"a course for {slug} is going on already", hint=f"acu course drop {going[0]}  ends it")
    return evidence


def _standings(run: AppContext, which: str) -> list[Standing]:
    kept = load_courses(run.environment)
    for note in kept.notes:
        run.output.warn(f"note: {note}")
    sessions = sessions_of(Journal(run.environment).each_line())
    courses = [find_course(run.environment, which)] if which else [item for item in kept.courses if not item.dropped]
    return [standing(course, sessions, today=run.today) for course in courses]


def _prepared(run: AppContext, what: str) -> _FittedCourse:
    """Return the session of a course as it is for this person, with its warning signs.

    Raises:
        HeldBack: there is none.
    """
    prepared = prepare(Request(what=what), run.library, run.profile, today=run.today)
    if prepared.plan is None:
        raise HeldBack(prepared.refusal, hint=prepared.hint)
    return _FittedCourse(prepared.plan, (*prepared.asked, *prepared.shown))


def _cautions(run: AppContext, what: str) -> list[str]:
    """Return the note of an appointment: what nobody can be asked then, and the plan's cautions for this person."""
    plan, signs = _prepared(run, what)
    changed = [item.message for item in plan.left_out]
    changed += [item.message for item in plan.stand_ins]
    flags = [flag.sentence for flag in signs if flag.level != "see-doctor"] if plan.open else []
    return [*unasked(run, plan), *plan.before, *changed, *flags[:3]]
