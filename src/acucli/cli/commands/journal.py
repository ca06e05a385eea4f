"""`acu journal`: what was done, and how it felt."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from acucli.cli.command_line import app_context
from acucli.errors import MachineRefused, RecordNotFound, UsageError
from acucli.host.files import read_plain, reason
from acucli.host.outputs import write_output
from acucli.render.context import AppContext

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_COLUMNS = ("day", "time", "session", "minutes", "before", "after", "ended", "id")
_LAST = "last"


@app.callback(invoke_without_command=True)
def top(context: typer.Context) -> int:
    """What you did and how it felt; kept on this machine alone, readable by you alone.

    \b
    acu journal list
    acu journal stats
    acu journal note last "slept well"
    acu journal export --as csv -o mine.csv
    """
    return list_(context) if context.invoked_subcommand is None else 0


@app.command("list")
def list_(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=0, help="At most so many, newest first; 0 for all.")] = 20,
    rehearsals: Annotated[bool, typer.Option("--rehearsals", help="Rehearsed sessions too.")] = False,
) -> int:
    """Your sessions, newest first."""
    run = app_context(context)
    shown, more = _newest(run, limit, rehearsals=rehearsals)
    format_ = run.output.format_for("list")
    if format_ in {"json", "jsonl"}:
        if format_ == "json":
            run.output.json({"schema_version": 1, "sessions": shown})
        else:
            run.output.json_lines(shown)
        return 0
    if not shown:
        run.output.note("The journal is empty. acu session stress-quick --now  begins it.")
        return 0
    rows = [_row(session) for session in shown]
    if format_ == "table":
        from acucli.render.tables import show_rows

        show_rows(run, rows, _COLUMNS)
        if more:
            run.output.note("older ones: acu journal list --limit 0")
    elif format_ == "codes":
        run.output.codes(str(row["id"]) for row in rows)
    elif format_ == "plain":
        for row in rows:
            run.output.text(_sentence(row))
    else:
        run.output.rows(rows, _COLUMNS, separator="\t" if format_ == "tsv" else ",")
    return 0


@app.command()
def show(
    context: typer.Context, sid: Annotated[str, typer.Argument(help="An id, its beginning, or last.")] = _LAST
) -> int:
    """One session: what was pressed, for how long, scores and notes."""
    run = app_context(context)
    session = _one(run, sid)
    if run.options.json:
        run.output.json({"schema_version": 1, "session": session})
        return 0
    run.output.text(_sentence(_row(session)))
    for place, side, seconds in session.pressed:
        run.output.text(f"  {place} {side}: {seconds:.0f} s")
    for note in session.notes:
        run.output.text(f"  note: {note.text}")
    return 0


@app.command()
def stats(
    context: typer.Context,
    since: Annotated[str, typer.Option(help="From this day on: 2026-11-01.")] = "",
    condition: Annotated[str, typer.Option(help="One condition or routine.")] = "",
) -> int:
    """Minutes and sessions by week and by condition, numbers before and after."""
    from acucli.journal.stats import statistics

    run = app_context(context)
    found = statistics(_sessions(run), since=_day(since), condition=condition)
    if run.options.json:
        run.output.json({"schema_version": 1, "stats": found})
        return 0
    from acucli.render.journal_views import statistics_lines

    for line in statistics_lines(found, run):
        run.output.text(line)
    return 0


@app.command()
def helped(
    context: typer.Context, condition: Annotated[str, typer.Argument(help="A condition or routine.")] = ""
) -> int:
    """What went with relief and what did not, in counts. Most pains ease by themselves; this cannot tell why."""
    from acucli.journal.helped import helped as counts

    run = app_context(context)
    found = counts(_sessions(run), condition=condition)
    if run.options.json:
        run.output.json({"schema_version": 1, "helped": found})
        return 0
    from acucli.render.journal_views import helped_lines

    for line in helped_lines(found):
        run.output.text(line)
    return 0


@app.command()
def note(
    context: typer.Context,
    sid: Annotated[str, typer.Argument(help="An id, its beginning, or last.")],
    text: Annotated[list[str], typer.Argument(help="The note.")],
) -> int:
    """Add a note to a session."""
    from acucli.journal.amending import add_note

    run = app_context(context)
    session = _one(run, sid)
    add_note(run.environment, session.sid, " ".join(text))
    run.output.note(f"noted on {session.day} {session.name}")
    return 0


@app.command()
def undo(
    context: typer.Context, sid: Annotated[str, typer.Argument(help="An id, its beginning, or last.")] = _LAST
) -> int:
    """Take a session back; the same again brings it in again."""
    from acucli.journal.amending import take_back

    run = app_context(context)
    session = _one(run, sid, undone=sid != _LAST)
    take_back(run.environment, session.sid)
    run.output.note(
        f"{session.day} {session.name} is taken back; acu journal undo {session.sid[:8]} brings it in again"
    )
    return 0


@app.command()
def export(
    context: typer.Context,
    as_: Annotated[str, typer.Option("--as", help="csv, json (the default) or md.")] = "",
    file: Annotated[str, typer.Option("-o", "--output", help="A file; otherwise standard output.")] = "",
) -> int:
    """Every session as CSV, JSON (which can be imported again) or Markdown."""
    from acucli.journal import export as exporting
    from acucli.journal.store import Journal

    run = app_context(context)
    sessions = _sessions(run, rehearsals=True)
    ending = Path(file).suffix.removeprefix(".").lower()
    as_ = as_ or (ending if ending in {"csv", "json", "md"} else "")
    as_ = as_ or (run.options.format if run.options.format in {"csv", "json"} else "json")
    if as_ == "csv":
        content = exporting.to_csv(sessions).encode()
    elif as_ == "json":
        content = exporting.to_json(sessions, Journal(run.environment).raw_lines())
    elif as_ in {"md", "markdown"}:
        content = exporting.to_markdown(sessions).encode()
    else:
        raise UsageError(f"there is no export as {as_!r}", hint="csv, json or md")
    if file in {"", "-"}:
        run.output.export(content, json=as_ == "json")
        return 0
    write_output(Path(file), content, force=run.options.force, private=True)
    run.output.note(f"{len(sessions)} sessions written to {file}, readable by you alone")
    return 0


@app.command("import")
def import_(context: typer.Context, file: Annotated[Path, typer.Argument(help="A JSON export.")]) -> int:
    """Add the sessions of an export; those already there are recognised."""
    from acucli.journal.importing import MOST_BYTES, import_json
    from acucli.journal.store import Journal

    run = app_context(context)
    try:
        content = read_plain(file, MOST_BYTES, pipe=True)
    except OSError as error:
        raise MachineRefused(f"cannot read {file}: {reason(error)}") from error
    found = import_json(Journal(run.environment), content)
    run.output.text(f"{len(found.added)} sessions added, {len(found.duplicates)} were there already")
    if found.unreadable:
        run.output.warn(f"note: {found.unreadable} lines could not be read and were left out")
    return 0


@app.command()
def compact(context: typer.Context) -> int:
    """Write an old journal anew, each plan in it once; nothing of what was done changes."""
    from acucli.journal.compact import compact as rewrite
    from acucli.journal.store import Journal

    run = app_context(context)
    found = rewrite(Journal(run.environment))
    if run.options.json:
        run.output.json({"schema_version": 1, "bytes_before": found.before, "bytes_after": found.after})
    else:
        run.output.text(f"{found.before:,} bytes before, {found.after:,} after")
    return 0


@app.command()
def delete(
    context: typer.Context,
    sids: Annotated[list[str] | None, typer.Argument(help="Ids, or their beginnings.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="The whole journal, damaged files and courses too.")] = False,
) -> int:
    """Really erase sessions, or everything with --all."""
    from acucli.journal.erase import erase_all, erase_sessions
    from acucli.journal.store import Journal

    run = app_context(context)
    if not all_ and not sids:
        raise UsageError("nothing to delete was named", hint="acu journal delete ID, or --all")
    chosen = [] if all_ else [_one(run, sid, undone=True, rehearsals=True) for sid in sids or []]
    what = "the whole journal and all courses" if all_ else f"{len(chosen)} sessions"
    if not _sure(run, f"Erase {what} for good? Type yes:"):
        run.output.warn("Nothing was erased.")
        return 5
    if all_:
        gone = erase_all(run.environment)
        run.output.note(f"erased: {', '.join(run.environment.home_for(path) for path in gone) or 'there was nothing'}")
    else:
        erase_sessions(Journal(run.environment), [session.sid for session in chosen])
        run.output.note(f"{what} erased")
    return 0


def _sure(run: AppContext, question: str) -> bool:
    if run.options.yes:
        return True
    if not run.may_ask:
        raise UsageError("erasing wants a yes", hint="add --yes")
    from acucli.dialogue.asking import ask

    return ask(run, question) == "yes"


def _sessions(run: AppContext, *, rehearsals: bool = False, undone: bool = False) -> list[Any]:
    """Return the sessions; damaged lines are set aside and named."""
    from acucli.journal.sessions import sessions_of
    from acucli.journal.store import Journal

    contents = Journal(run.environment).read()
    for aside in contents.set_aside:
        place = run.environment.home_for(aside.path)
        run.output.warn(f"note: {aside.lines} damaged lines were set aside in {place}; all others are readable")
    if contents.damaged:
        run.output.warn(f"note: {contents.damaged} damaged lines are passed over")
    return sessions_of(contents.lines, rehearsals=rehearsals, undone=undone)


def _newest(run: AppContext, limit: int, *, rehearsals: bool = False) -> tuple[list[Any], bool]:
    """Return the newest sessions, newest first, and whether there are older ones; 0 for all.

    They are read from the end of the journal; only where something there is damaged all of it is read and mended.
    """
    from acucli.journal.sessions import sessions_of
    from acucli.journal.store import Journal

    wanted = limit
    while limit:
        recent = Journal(run.environment).recent(wanted)
        if recent.damaged:
            break
        found = sessions_of(recent.lines, rehearsals=rehearsals)
        if recent.whole or len(found) >= limit:
            return found[-limit:][::-1], not recent.whole or len(found) > limit
        wanted *= 4  # so many of them were rehearsals, or taken back
    found = _sessions(run, rehearsals=rehearsals)[::-1]
    return (found[:limit], len(found) > limit) if limit else (found, False)


def _one(run: AppContext, sid: str, *, undone: bool = False, rehearsals: bool = True) -> Any:
    if sid == _LAST and not undone:
        newest, _ = _newest(run, 1)
        if not newest:
            raise RecordNotFound("session", "last")
        return newest[0]
    if not sid.strip():
        raise UsageError("an empty name names no session", hint="acu journal list  shows the ids")
    sessions = _sessions(run, rehearsals=rehearsals, undone=undone)
    if sid == _LAST and sessions:
        return sessions[-1]
    fitting = [session for session in sessions if session.sid.startswith(sid)]
    if not fitting:
        raise RecordNotFound("session", sid, [session.sid[:8] for session in sessions[-2:]])
    if len(fitting) > 1:
        raise UsageError(f"{sid!r} begins {len(fitting)} sessions", hint="write more of the id")
    return fitting[0]


def _row(session: Any) -> dict[str, Any]:
    ended = {"": "broke off", "done": "done", "quit": "ended early"}.get(session.why, session.why)
    return {
        "day": session.day,
        "time": _local_time(session),
        "session": session.name,
        "minutes": round(session.credited_seconds / 60, 1),
        "before": session.before,
        "after": session.after,
        "ended": ended + (" (rehearsal)" if session.rehearsal else ""),
        "id": session.sid[:8],
        "slug": session.slug,
        "planned_minutes": round(session.planned_seconds / 60, 1),
    }


def _local_time(session: Any) -> str:
    """Return the time of day where it was done; lines keep UTC and the offset."""
    from acucli.journal.sessions import local_moment

    moment = local_moment(session.at, session.offset_minutes)
    return moment.strftime("%H:%M") if moment is not None else ""


def _sentence(row: dict[str, Any]) -> str:
    scores = f", {row['before']} before and {row['after']} after" if row["after"] is not None else ""
    return f"{row['day']} {row['time']} {row['session']}: {row['minutes']} minutes, {row['ended']}{scores}. {row['id']}"


def _day(text: str) -> str:
    from datetime import date

    if text:
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError as error:
            raise UsageError(f"{text!r} is no day", hint="write it like 2026-11-20") from error
    return text
