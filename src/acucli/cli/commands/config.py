"""`acu config`: the settings."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from acucli.cli.command_line import app_context
from acucli.errors import UsageError, did_you_mean
from acucli.host import settings
from acucli.model.command_answers import Done, SettingsAnswer
from acucli.render.context import AppContext
from acucli.render.renderer import check_format
from acucli.render.renderer import show as show_answer
from acucli.sound.cue_setup import cue_names
from acucli.text.nearness import closest

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(invoke_without_command=True)
def top(context: typer.Context) -> int:
    """Settings: defaults of your sessions and of what is drawn.

    \b
    acu config show
    acu config set hold 90
    acu config unset hold
    """
    return show(context) if context.invoked_subcommand is None else 0


@app.command()
def show(context: typer.Context) -> int:
    """Every setting with its value and meaning.

    \b
    acu config show
    acu config show --json
    """
    run = app_context(context)
    loaded = run.settings
    values = {field.name: getattr(loaded, field.name) for field in msgspec.structs.fields(settings.Settings)}
    return show_answer(SettingsAnswer(file=str(run.environment.paths.settings), settings=values), run)


@app.command("set")
def set_(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="SETTING", help="The setting.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="Its value.")],
) -> int:
    """Set one.

    \b
    acu config set hold 90
    acu config set cues chime,line
    """
    run = app_context(context)
    check_format(run, Done)
    _check_name(name)
    parsed = settings.parse(name, value)
    _check(run, name, value)
    settings.save(run.environment, {name: parsed})
    return show_answer(Done(done=f"{name} = {value} ({run.environment.home_for(run.environment.paths.settings)})"), run)


@app.command()
def unset(context: typer.Context, name: Annotated[str, typer.Argument(metavar="SETTING", help="The setting.")]) -> int:
    """Go back to the default of one.

    \b
    acu config unset hold
    """
    run = app_context(context)
    check_format(run, Done)
    _check_name(name)
    settings.save(run.environment, {name: None})
    return show_answer(Done(done=f"{name} is back at its default"), run)


def _check_name(name: str) -> None:
    """Refuse a name that no setting has.

    Raises:
        UsageError: with those that are near, or all there are.
    """
    if name not in settings.MEANINGS:
        near = closest(name.lower().replace("-", "_"), settings.MEANINGS, most=2)
        hint = did_you_mean(near, f"settings: {', '.join(settings.MEANINGS)}")
        raise UsageError(f"there is no setting {name!r}", hint=hint)


def _check(run: AppContext, name: str, value: str) -> None:
    """Refuse now what no session would take later.

    Raises:
        UsageError: a breathing pattern or a cue that does not exist.
    """
    if name == "breathing" and value and value not in run.library.breathing:
        hint = did_you_mean(closest(value, run.library.breathing), "acu list breathing  names them")
        raise UsageError(f"there is no breathing pattern {value!r}", hint=hint)
    if name == "cues":
        words = [word.strip() for word in value.split(",") if word.strip()]
        known = (*cue_names(), "auto", "none")
        if unknown := [word for word in words if word not in known]:
            raise UsageError(f"there is no cue {unknown[0]!r}", hint=f"cues: {', '.join(known)}")
