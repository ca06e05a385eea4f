"""`acu profile`: what applies to this person."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from acucli.cli.command_line import app_context
from acucli.errors import RecordNotFound, UsageError
from acucli.model.practice import Profile
from acucli.render.context import AppContext

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_EXTRA = {"allow_extra_args": True, "ignore_unknown_options": True}


@app.callback(invoke_without_command=True)
def top(context: typer.Context) -> int:
    """What applies to you: set once, obeyed by every command, kept on this machine alone.

    \b
    acu profile set --pregnant
    acu profile set --blood-thinners --skin-broken=hand:left
    acu profile show
    acu profile clear
    """
    return show(context) if context.invoked_subcommand is None else 0


@app.command()
def show(context: typer.Context) -> int:
    """Your answers, and what follows from each."""
    run = app_context(context)
    if run.options.json:
        run.output.json({"schema_version": 1, "profile": run.profile})
        return 0
    if not run.profile.answers:
        run.output.text("No answers are kept. acu profile set  asks them on one screen.")
    _say_consequences(run, run.profile)
    for label, value in (
        ("points you left out yourself", ", ".join(run.profile.blocked_points)),
        ("your emergency number", run.profile.emergency_number),
        ("your crisis number", run.profile.crisis_number),
        ("your country", run.profile.country),
        ("always gentle", "yes" if run.profile.gentle else ""),
    ):
        if value:
            run.output.text(f"{label}: {value}")
    run.output.note(f"kept in {run.environment.home_for(run.environment.paths.profile)}")
    return 0


@app.command("set", context_settings=_EXTRA)
def set_(
    context: typer.Context,
    block: Annotated[str, typer.Option(help="Points never to offer you: LI4,SP6.")] = "",
    unblock: Annotated[str, typer.Option(help="Points to offer again.")] = "",
    emergency_number: Annotated[str | None, typer.Option(help="Your own emergency number.")] = None,
    crisis_number: Annotated[str | None, typer.Option(help="Somebody you would ring in a crisis.")] = None,
    country: Annotated[str | None, typer.Option(help="Two letters, such as GB: its numbers come first.")] = None,
    gentle: Annotated[bool | None, typer.Option("--gentle/--no-gentle", help="Always lighter and slower.")] = None,
) -> int:
    """Set answers: flags for scripts, one screen of numbers without any.

    \b
    acu profile set                                   one screen
    acu profile set --pregnant
    acu profile set --varicose=calf:left --no-fever   a place and side; takes an answer away
    acu list answers                                  every answer there is
    """
    run = app_context(context)
    changed = _with_settings(run, block, unblock, emergency_number, crisis_number, country, gentle)
    added, removed = _flags(run, context.args)
    named = block or unblock or gentle is not None or None not in (emergency_number, crisis_number, country)
    if not (named or added or removed or emergency_number or crisis_number or country):
        return _by_screen(run)
    from acucli.profile import profile_answers as answers

    new = answers.parse_answers(added, run.library.questions, run.library.regions, today=run.today)
    profile = answers.without_answers(changed, removed)
    profile = answers.with_answers(profile, new, today=run.today) if new or removed else profile
    return _keep(run, profile)


@app.command()
def clear(context: typer.Context) -> int:
    """Remove the profile from this machine."""
    run = app_context(context)
    from acucli.profile.file import clear_profile

    if not run.options.yes:
        if not run.may_ask:
            raise UsageError("clearing the profile wants a yes", hint="acu profile clear --yes")
        from acucli.dialogue.asking import ask

        if ask(run, "Remove all your answers? Type yes:") != "yes":
            run.output.warn("Nothing was removed.")
            return 5
    clear_profile(run.environment)
    run.output.note("The profile is removed. Nothing is known about you any more.")
    return 0


def _with_settings(
    run: AppContext,
    block: str,
    unblock: str,
    emergency_number: str | None,
    crisis_number: str | None,
    country: str | None,
    gentle: bool | None,
) -> Profile:
    profile = run.profile
    blocked = dict.fromkeys(profile.blocked_points)
    for code in _codes(run, block):
        blocked[code] = None
    for code in _codes(run, unblock):
        blocked.pop(code, None)
    if country and country.upper() not in run.library.helplines:
        raise RecordNotFound("country in our list", country, list(run.library.helplines)[:5])
    return msgspec.structs.replace(
        profile,
        blocked_points=tuple(blocked),
        emergency_number=profile.emergency_number if emergency_number is None else emergency_number,
        crisis_number=profile.crisis_number if crisis_number is None else crisis_number,
        country=profile.country if country is None else country.upper(),
        gentle=profile.gentle if gentle is None else gentle,
    )


def _codes(run: AppContext, text: str) -> list[str]:
    from acucli.guide.resolving import resolve

    found = []
    for word in text.split(",") if "," in text else text.split():
        if word.strip():
            item = resolve(word.strip(), run.library)
            if item.kind != "point":
                raise RecordNotFound("point", word)
            found.append(item.id)
    return found


def _flags(run: AppContext, words: list[str]) -> tuple[list[str], list[str]]:
    """Return the answers added and the slugs removed by `--slug`, `--slug=place:side`, `--no-slug` or bare words."""
    added: list[str] = []
    removed: list[str] = []
    for word in words:
        name, _, place = word.lstrip("-").partition("=")
        if name.startswith("no-") and name[3:] in run.library.questions:
            removed.append(name[3:])
        else:
            added.append(f"{name}:{place}" if place else name)
    return added, removed


def _by_screen(run: AppContext) -> int:
    if not run.may_ask:
        raise UsageError("nothing to set was named", hint="acu profile set --pregnant; acu list answers names them all")
    from acucli.dialogue.questions import whole_screen

    return _keep(run, whole_screen(run))


def _keep(run: AppContext, profile: Profile) -> int:
    from acucli.profile.file import save_profile

    save_profile(run.environment, profile)
    run.profile = profile
    run.output.note(f"kept in {run.environment.home_for(run.environment.paths.profile)}")
    if run.output.options.quiet:
        return 0
    _say_consequences(run, profile)
    return 0


def _say_consequences(run: AppContext, profile: Profile) -> None:
    """Say what follows from each answer, and when it is asked again."""
    import textwrap

    from acucli.profile.consequences import consequences

    width = min(run.output.abilities.width, 100)
    for item in consequences(profile, run.library, today=run.today):
        when = f" (asked again from {item.ask_again})" if item.ask_again and not item.expired else ""
        when = " (asked again before your next session)" if item.expired else when
        run.output.text(f"{item.words}{when}")
        for sentence in item.follows:
            run.output.text(textwrap.fill(sentence, width, initial_indent="  ", subsequent_indent="  "))
