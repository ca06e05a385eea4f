"""`acu favourite`: sessions kept under a name."""

from __future__ import annotations

from typing import Annotated

import typer

from acucli.cli.command_line import app_context
from acucli.errors import RecordNotFound, UsageError
from acucli.guide.warnings import stop_in
from acucli.lookup import interpret
from acucli.model.command_answers import Done, FavouriteList
from acucli.profile.favourites import drop_favourite, keep_favourite, load_favourites
from acucli.render.context import AppContext
from acucli.render.renderer import check_format
from acucli.render.renderer import show as show_answer
from acucli.text.nearness import closest
from acucli.text.quoting import quoted

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_EXTRA = {"allow_extra_args": True, "ignore_unknown_options": True}


@app.callback(invoke_without_command=True)
def top(context: typer.Context) -> int:
    """Sessions kept under a name: started by it, or by their number at home.

    \b
    acu favourite add evening headache --gentle
    acu session evening
    acu favourite drop evening
    """
    return list_(context) if context.invoked_subcommand is None else 0


@app.command("list")
def list_(context: typer.Context) -> int:
    """Every favourite, in the order they were kept.

    \b
    acu favourite list
    """
    run = app_context(context)
    loaded = load_favourites(run.environment)
    for note in loaded.notes:
        run.output.warn(f"note: {note}")
    return show_answer(FavouriteList(favourites=loaded.kept), run)


@app.command(context_settings=_EXTRA)
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name.")],
    what: Annotated[
        list[str] | None, typer.Argument(metavar="WHAT...", help="Words and options, as after acu session.")
    ] = None,
) -> int:
    """Keep a session under a name; one of that name is replaced.

    \b
    acu favourite add evening headache --gentle
    acu favourite add desk --points LI4,PC6
    """
    run = app_context(context)
    check_format(run, Done)
    arguments = [*(what or []), *context.args]
    words = " ".join(word for word in (what or []) if not word.startswith("-"))
    for text in (words, name):
        if text and (stop := stop_in(text, run.library)) is not None:
            return show_answer(stop, run)
    _check(run, name, words, arguments)
    kept = keep_favourite(run.environment, name, arguments)
    return show_answer(Done(done=f"kept: {kept.name}. Start it: acu session {quoted(kept.name)}"), run)


@app.command()
def drop(context: typer.Context, name: Annotated[str, typer.Argument(metavar="FAVOURITE", help="Its name.")]) -> int:
    """Forget one.

    \b
    acu favourite drop evening
    """
    run = app_context(context)
    check_format(run, Done)
    if not drop_favourite(run.environment, name):
        names = [item.name for item in load_favourites(run.environment).kept]
        raise RecordNotFound("favourite", name, closest(name, names), hint="" if names else "acu favourite list")
    return show_answer(Done(done=f"dropped: {name}"), run)


def _check(run: AppContext, name: str, words: str, arguments: list[str]) -> None:
    """Refuse what no session would start, and a name that starts another one.

    Raises:
        UsageError: the name is one of the library's own.
        RecordNotFound: the words mean nothing here, or were not said exactly.
    """
    folded = name.strip().casefold()
    if folded in run.library.routines or folded in run.library.conditions or folded.isdigit():
        raise UsageError(f"{name!r} is a name of the library's own", hint="choose another, such as: my evening")
    points = any(argument.partition("=")[0] == "--points" for argument in arguments)
    if not words or points or words in run.library.routines:
        return
    meaning = interpret(words, run.library)
    slips = [reading.slug for reading in meaning.conditions if reading.how == "typo"]
    if slips or not meaning.found:
        raise RecordNotFound("routine or condition", words, slips[:1] or meaning.suggestions[:3])
