"""`acu journal`: what was done, and how it felt."""

from __future__ import annotations

import codecs
import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, get_args

import typer

from acucli.cli.command_line import app_context, is_sure, read_input
from acucli.errors import MachineRefused, RecordNotFound, UsageError
from acucli.host.files import read_plain, reason
from acucli.host.outputs import write_output
from acucli.journal import export as exporting
from acucli.journal.amending import add_note, take_back
from acucli.journal.compact import compact as rewrite
from acucli.journal.erase import erase_all, erase_sessions
from acucli.journal.helped import helped as helped_counts
from acucli.journal.importing import MOST_BYTES, import_json
from acucli.journal.journal_answers import (
    CompactAnswer,
    HelpedAnswer,
    ImportAnswer,
    SessionList,
    SessionShown,
    StatisticsAnswer,
)
from acucli.journal.sessions import Session, sessions_of
from acucli.journal.stats import statistics
from acucli.journal.store import Journal
from acucli.model.command_answers import Done
from acucli.render.context import AppContext
from acucli.render.renderer import check_format, refuse_unless
from acucli.render.renderer import show as show_answer
from acucli.text.counting import counted

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_ExportFormat = Literal["csv", "json", "md", "html"]
_LAST = "last"


@app.callback(invoke_without_command=True)
def top(context: typer.Context) -> int:
    """What you did and how it felt; kept on this machine alone, readable by you alone.

    \b
    acu journal list
    acu journal stats
    acu journal note last "slept well"
    acu journal export --format csv -o mine.csv
    """
    return list_(context) if context.invoked_subcommand is None else 0


@app.command("list")
def list_(
    context: typer.Context,
    limit: Annotated[
        int, typer.Option("--limit", min=0, metavar="NUMBER", help="At most so many, newest first; 0 for all.")
    ] = 20,
    rehearsals: Annotated[bool, typer.Option("--rehearsals", help="Rehearsed sessions too.")] = False,
) -> int:
    """Your sessions, newest first.

    \b
    acu journal list
    acu journal list --limit 0 --json
    """
    run = app_context(context)
    newest = _newest(run, limit, rehearsals=rehearsals)
    return show_answer(SessionList(sessions=tuple(newest.sessions), older=newest.older), run)


@app.command()
def show(
    context: typer.Context,
    sid: Annotated[str, typer.Argument(metavar="SESSION", help="An id, its beginning, or last.")] = _LAST,
) -> int:
    """One session: what was pressed, for how long, scores and notes.

    \b
    acu journal show
    acu journal show 3f2a
    """
    run = app_context(context)
    return show_answer(SessionShown(session=_one(run, sid)), run)


@app.command()
def stats(
    context: typer.Context,
    since: Annotated[str, typer.Option("--since", metavar="DAY", help="From this day on: 2026-11-01.")] = "",
    condition: Annotated[str, typer.Option("--condition", metavar="CONDITION", help="One condition or routine.")] = "",
) -> int:
    """Minutes and sessions by week and by condition, numbers before and after.

    \b
    acu journal stats
    acu journal stats --since 2026-11-01 --condition headache
    """
    run = app_context(context)
    found = statistics(_sessions(run), since=_day(since), condition=condition)
    return show_answer(StatisticsAnswer(stats=found), run)


@app.command()
def helped(
    context: typer.Context,
    condition: Annotated[str, typer.Argument(metavar="CONDITION", help="A condition or routine.")] = "",
) -> int:
    """What went with relief and what did not, in counts. Most pains ease by themselves; this cannot tell why.

    \b
    acu journal helped
    acu journal helped headache
    """
    run = app_context(context)
    return show_answer(HelpedAnswer(helped=helped_counts(_sessions(run), condition=condition)), run)


@app.command()
def note(
    context: typer.Context,
    sid: Annotated[str, typer.Argument(metavar="SESSION", help="An id, its beginning, or last.")],
    text: Annotated[list[str], typer.Argument(metavar="TEXT...", help="The note.")],
) -> int:
    """Add a note to a session.

    \b
    acu journal note last "slept well"
    """
    run = app_context(context)
    check_format(run, Done)
    session = _one(run, sid)
    add_note(run.environment, session.sid, " ".join(text))
    return show_answer(Done(done=f"noted on {session.day} {session.name}"), run)


@app.command()
def undo(
    context: typer.Context,
    sid: Annotated[str, typer.Argument(metavar="SESSION", help="An id, its beginning, or last.")] = _LAST,
) -> int:
    """Take a session back; the same again brings it in again.

    \b
    acu journal undo
    acu journal undo 3f2a
    """
    run = app_context(context)
    check_format(run, Done)
    session = _one(run, sid, undone=sid != _LAST)
    take_back(run.environment, session.sid)
    again = f"acu journal undo {session.sid[:8]} brings it in again"
    return show_answer(Done(done=f"{session.day} {session.name} is taken back; {again}"), run)


@app.command()
def export(
    context: typer.Context,
    as_: Annotated[_ExportFormat | None, typer.Option("--as", hidden=True, help="The former name of --format.")] = None,
    file: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="A file; otherwise standard output.")
    ] = "",
    bom: Annotated[bool, typer.Option("--bom", help="CSV with the mark by which Excel reads letters rightly.")] = False,
) -> int:
    """Every session as CSV, JSON (which can be imported again), Markdown, or one page of HTML for a clinician.

    \b
    acu journal export -o mine.json                   can be imported again
    acu journal export --format csv --bom -o mine.csv a table for Excel
    acu journal export --format md | less
    acu journal export --format html -o mine.html     one page for a clinician
    """
    run = app_context(context)
    refuse_unless(run, get_args(_ExportFormat))
    if as_:
        run.output.note(f"note: --as is now --format: acu journal export --format {as_}")
    sessions = _sessions(run, rehearsals=True)
    chosen = as_ or (run.options.format if run.options.format in _EXPORTS else "") or _ending(file) or "json"
    if bom and chosen != "csv":
        raise UsageError("--bom is for CSV", hint="acu journal export --format csv --bom -o mine.csv")
    content = (codecs.BOM_UTF8 if bom else b"") + _EXPORTS[chosen](sessions, run)
    if file in {"", "-"}:
        run.output.export(content, json=chosen == "json")
        return 0
    write_output(Path(file), content, force=run.options.force, private=True)
    run.output.note(f"{counted(len(sessions), 'session')} written to {file}, readable by you alone")
    return 0


def _page_of(sessions: Sequence[Session], run: AppContext) -> bytes:
    from acucli.handout import journal_page  # the template engine, 40 ms that no other journal command needs

    return journal_page(sessions, day=run.today).encode()


_EXPORTS: dict[str, Callable[[Sequence[Session], AppContext], bytes]] = {
    "csv": lambda sessions, run: exporting.to_csv(sessions).encode(),
    "json": lambda sessions, run: exporting.to_json(sessions, Journal(run.environment).raw_lines()),
    "md": lambda sessions, run: exporting.to_markdown(sessions).encode(),
    "html": _page_of,
}


def _ending(file: str) -> str:
    ending = Path(file).suffix.removeprefix(".").lower()
    return ending if ending in _EXPORTS else ""


@app.command("import")
def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A JSON export; - is standard input.")],
) -> int:
    """Add the sessions of an export; those already there are recognised.

    \b
    acu journal import mine.json
    """
    run = app_context(context)
    check_format(run, ImportAnswer)
    try:
        content = read_input(run, MOST_BYTES) if str(file) == "-" else read_plain(file, MOST_BYTES, pipe=True)
    except OSError as error:
        raise MachineRefused(f"cannot read {file}: {reason(error)}") from error
    found = import_json(Journal(run.environment), content)
    if found.unreadable:
        run.output.warn(f"note: {counted(found.unreadable, 'line')} could not be read: left out")
    return show_answer(
        ImportAnswer(added=len(found.added), duplicates=len(found.duplicates), unreadable=found.unreadable), run
    )


@app.command()
def compact(context: typer.Context) -> int:
    """Write an old journal anew, each plan in it once; nothing of what was done changes.

    \b
    acu journal compact
    """
    run = app_context(context)
    check_format(run, CompactAnswer)
    found = rewrite(Journal(run.environment))
    return show_answer(CompactAnswer(bytes_before=found.before, bytes_after=found.after), run)


@app.command()
def delete(
    context: typer.Context,
    sids: Annotated[list[str] | None, typer.Argument(metavar="SESSION...", help="Ids, or their beginnings.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="The whole journal, damaged files and courses too.")] = False,
) -> int:
    """Really erase sessions, or everything with --all.

    \b
    acu journal delete 3f2a
    acu journal delete --all --yes
    """
    run = app_context(context)
    check_format(run, Done)
    if not all_ and not sids:
        raise UsageError("nothing to delete was named", hint="acu journal delete ID, or --all")
    chosen = [] if all_ else [_one(run, sid, undone=True, rehearsals=True) for sid in sids or []]
    what = "the whole journal and all courses" if all_ else counted(len(chosen), "session")
    if not is_sure(run, f"Erase {what} for good? Type yes:", "erasing is for good: add --yes"):
        run.output.warn("Nothing was erased.")
        return 5
    if all_:
        gone = erase_all(run.environment)
        named = ", ".join(run.environment.home_for(path) for path in gone) or "there was nothing"
        return show_answer(Done(done=f"erased: {named}"), run)
    erase_sessions(Journal(run.environment), [session.sid for session in chosen])
    return show_answer(Done(done=f"{what} erased"), run)


def _sessions(run: AppContext, *, rehearsals: bool = False, undone: bool = False) -> list[Session]:
    """Return the sessions; damaged lines are set aside and named."""
    journal = Journal(run.environment)
    found = sessions_of(journal.each_line(), rehearsals=rehearsals, undone=undone)
    moved = journal.mend() if journal.damaged else ()
    for aside in moved:
        place = run.environment.home_for(aside.path)
        run.output.warn(f"note: {aside.lines} damaged lines were set aside in {place}; all others are readable")
    if journal.damaged and not moved:
        run.output.warn(f"note: {journal.damaged} damaged lines are passed over")
    return found


class _Newest(NamedTuple):
    """The newest sessions, newest first, and whether there are older ones."""

    sessions: list[Session]
    older: bool


def _newest(run: AppContext, limit: int, *, rehearsals: bool = False) -> _Newest:
    """Return the newest sessions; 0 for all.

    They are read from the end of the journal; only where something there is damaged all of it is read and mended.
    """
    wanted = limit
    while limit:
        recent = Journal(run.environment).recent(wanted)
        if recent.damaged:
            break
        found = sessions_of(recent.lines, rehearsals=rehearsals)
        if recent.whole or len(found) >= limit:
            return _Newest(found[-limit:][::-1], not recent.whole or len(found) > limit)
        wanted *= 4  # so many of them were rehearsals, or taken back
    found = _sessions(run, rehearsals=rehearsals)[::-1]
    return _Newest(found[:limit], len(found) > limit) if limit else _Newest(found, False)


def _one(run: AppContext, sid: str, *, undone: bool = False, rehearsals: bool = True) -> Session:
    if sid == _LAST and not undone:
        newest = _newest(run, 1).sessions
        if not newest:
            raise RecordNotFound("session", "last", hint="acu journal list  names them")
        return newest[0]
    if not sid.strip():
        raise UsageError("an empty name names no session", hint="acu journal list  shows the ids")
    sessions = _sessions(run, rehearsals=rehearsals, undone=undone)
    if sid == _LAST and sessions:
        return sessions[-1]
    fitting = [session for session in sessions if session.sid.startswith(sid)]
    if not fitting:
        hint = "acu journal list  names them" if sessions else "none is kept yet: acu session stress  makes the first"
        raise RecordNotFound("session", sid, hint=hint)
    if len(fitting) > 1:
        raise UsageError(f"{sid!r} begins {len(fitting)} sessions", hint="write more of the id")
    return fitting[0]


def _day(text: str) -> str:
    if text:
        try:
            return datetime.date.fromisoformat(text).isoformat()
        except ValueError as error:
            raise UsageError(f"{text!r} is no day", hint="write it like 2026-11-20") from error
    return text
