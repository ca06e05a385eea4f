"""`acu course`: a plan over weeks."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Annotated, Any

import typer

from acucli.cli.command_line import app_context
from acucli.errors import HeldBack, RecordNotFound, UsageError
from acucli.host.outputs import write_output
from acucli.render.context import AppContext

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(invoke_without_command=True)
def top(context: typer.Context) -> int:
    """A plan over weeks, after the teachers' rhythm; no study has tested it.

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
    what: Annotated[str, typer.Argument(help="A condition or routine.")],
    rhythm: Annotated[
        str, typer.Option(help="Your own: 4x2d,7x7d is four sessions two days apart, then seven weekly.")
    ] = "",
    at: Annotated[str, typer.Option(help="Time of day, such as 19:00.")] = "19:00",
) -> int:
    """Begin a course."""
    from acucli.journal.calendar import local_zone
    from acucli.journal.course_schedule import RHYTHM, UNTESTED, Course, parse_rhythm, parse_time
    from acucli.journal.course_store import add_course

    run = app_context(context)
    slug, name, routine, minutes = _subject(run, what)
    evidence = _offered(run, slug)
    course = add_course(
        run.environment,
        Course(
            id=slug,
            what=slug,
            name=name,
            started=run.today,
            at=parse_time(at),
            zone=local_zone(),
            minutes=minutes,
            stages=parse_rhythm(rhythm) if rhythm else RHYTHM,
            routine=routine,
        ),
    )
    _say(run, UNTESTED)
    if evidence:
        _say(run, f"Evidence: {evidence}.")
    _say(run, "No change after five sessions, or worse at any time: it ends, and a clinician should look at it.")
    run.output.text(f"Begun: {course.id}. First session today: acu session {course.what}")
    return 0


@app.command()
def show(context: typer.Context, which: Annotated[str, typer.Argument(help="Its name.")] = "") -> int:
    """The weeks, with what was done."""
    run = app_context(context)
    found = _standings(run, which)
    if run.options.json:
        run.output.json({"schema_version": 1, "courses": found})
        return 0
    if not found:
        run.output.note("There is no course. acu course new low-back-pain  begins one.")
    for item in found:
        run.output.text(f"{item.course.name} ({item.course.id}), begun {item.course.started}, {item.done} done")
        for appointment in item.appointments:
            mark = {"done": "done", "due": "due today", "planned": ""}[appointment.state]
            moved = ", moved" if appointment.moved else ""
            run.output.text(f"  {appointment.n:>2}  {appointment.day}  {mark}{moved}".rstrip().rstrip(","))
        if item.advice:
            _say(run, item.advice)
    return 0


@app.command("next")
def next_(context: typer.Context) -> int:
    """What is due."""
    run = app_context(context)
    found = [item for item in _standings(run, "") if not item.ending]
    if run.options.json:
        run.output.json({"schema_version": 1, "next": [{"course": s.course.id, "appointment": s.next} for s in found]})
        return 0
    if not found:
        run.output.note("No course is going on. acu course new low-back-pain  begins one.")
    for item in found:
        coming = item.next
        if coming is not None:
            when = "today" if coming.state == "due" else f"on {coming.day}"
            run.output.text(f"{item.course.name}: session {coming.n} is {when}. acu session {item.course.what}")
    return 0


@app.command()
def drop(context: typer.Context, which: Annotated[str, typer.Argument(help="Its name.")] = "") -> int:
    """End a course."""
    from acucli.journal.course_store import drop_course, find_course

    run = app_context(context)
    course = drop_course(run.environment, find_course(run.environment, which), today=run.today)
    run.output.note(f"{course.name} is ended; what was done stays in the journal")
    return 0


@app.command()
def export(
    context: typer.Context,
    which: Annotated[str, typer.Argument(help="Its name.")] = "",
    file: Annotated[str, typer.Option("-o", "--output", help="A file; otherwise standard output.")] = "",
    with_name: Annotated[bool, typer.Option("--with-name", help="Name the complaint in the titles.")] = False,
) -> int:
    """The appointments as a calendar (RFC 5545); the title names no complaint unless asked."""
    from acucli.journal.calendar import calendar_of, local_zone
    from acucli.journal.course_store import find_course

    run = app_context(context)
    course = find_course(run.environment, which)
    (standing,) = [item for item in _standings(run, course.id) if item.course.id == course.id]
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


def _subject(run: AppContext, what: str) -> tuple[str, str, str, int]:
    """Return slug, name, routine and minutes of what a course is for.

    Raises:
        HeldBack: no session is offered for it.
    """
    library = run.library
    if what in library.conditions:
        condition = library.conditions[what]
        if not condition.offered:
            raise HeldBack(
                f"{condition.name}: no course is offered. {condition.session_reason}", hint=condition.way_out
            )
        routine = library.routines.get(condition.routine)
        return what, condition.name, condition.routine, round(routine.target_minutes) if routine else 10
    if what in library.routines:
        return what, library.routines[what].name, what, round(library.routines[what].target_minutes)
    from acucli.guide.resolving import resolve

    found = resolve(what, library)
    if found.kind in {"condition", "routine"}:
        return _subject(run, found.id)
    raise RecordNotFound("condition or routine", what)


def _offered(run: AppContext, slug: str) -> str:
    """Return the evidence in words, once it is sure that a session may be made for this person.

    Raises:
        HeldBack: none may.
        UsageError: such a course is going on already.
    """
    from acucli.guide import Request, prepare
    from acucli.journal.course_store import load_courses

    prepared = prepare(Request(what=slug), run.library, run.profile, today=run.today)
    if prepared.plan is None:
        raise HeldBack(prepared.refusal, hint=prepared.hint)
    going = [item.id for item in load_courses(run.environment).courses if item.what == slug and not item.dropped]
    if going:
        raise UsageError(f"a course for {slug} is going on already", hint=f"acu course drop {going[0]}  ends it")
    return prepared.plan.grade


def _standings(run: AppContext, which: str) -> list[Any]:
    from acucli.journal.course_schedule import standing
    from acucli.journal.course_store import find_course, load_courses
    from acucli.journal.sessions import sessions_of
    from acucli.journal.store import Journal

    kept = load_courses(run.environment)
    for note in kept.notes:
        run.output.warn(f"note: {note}")
    sessions = sessions_of(Journal(run.environment).read().lines)
    courses = [find_course(run.environment, which)] if which else [item for item in kept.courses if not item.dropped]
    return [standing(course, sessions, today=run.today) for course in courses]


def _cautions(run: AppContext, what: str) -> list[str]:
    """Return what stands in the note of an appointment: the cautions of the plan as it is for this person."""
    from acucli.guide import Request, prepare

    prepared = prepare(Request(what=what), run.library, run.profile, today=run.today)
    if prepared.plan is None:
        raise HeldBack(prepared.refusal, hint=prepared.hint)
    plan = prepared.plan
    changed = [item.message for item in plan.left_out]
    changed += [f"{item.code} instead of {item.instead_of} ({item.because})." for item in plan.stand_ins]
    flags = [flag.sentence for flag in (*prepared.asked, *prepared.shown) if flag.level != "see-doctor"]
    return [*plan.before, *changed, *flags[:3]]


def _say(run: AppContext, text: str) -> None:
    run.output.text(textwrap.fill(text, min(run.output.abilities.width, 100)))
