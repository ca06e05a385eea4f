"""`acu profile`: what applies to this person."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from acucli.cli.command_line import app_context, is_sure
from acucli.dialogue.questions import whole_screen
from acucli.errors import NothingFound, RecordNotFound, UsageError
from acucli.guide.resolving import resolve
from acucli.model.command_answers import Done, ProfileFollows, ProfileShown
from acucli.model.practice import Profile
from acucli.profile.consequences import consequences
from acucli.profile.file import clear_profile, save_profile
from acucli.profile.profile_answers import parse_answers, with_answers, without_answers
from acucli.render.context import AppContext
from acucli.render.renderer import check_format
from acucli.render.renderer import show as show_answer
from acucli.safety.crisis_help import advice_without_numbers, code_of, record_for
from acucli.text.lists import split_list

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_YES_NO = {"yes": True, "y": True, "true": True, "on": True, "no": False, "n": False, "false": False, "off": False}

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
    """Your answers, and what follows from each.

    \b
    acu profile show
    acu profile show --json
    """
    run = app_context(context)
    return show_answer(_shown(run, run.profile), run)


@app.command("set", context_settings=_EXTRA)
def set_(
    context: typer.Context,
    block: Annotated[str, typer.Option("--block", metavar="CODES", help="Points never to offer you: LI4,SP6.")] = "",
    unblock: Annotated[str, typer.Option("--unblock", metavar="CODES", help="Points to offer again.")] = "",
    emergency_number: Annotated[
        str | None, typer.Option("--emergency-number", metavar="TEXT", help="Your own emergency number.")
    ] = None,
    crisis_number: Annotated[
        str | None, typer.Option("--crisis-number", metavar="TEXT", help="Somebody you would ring in a crisis.")
    ] = None,
    country: Annotated[
        str | None,
        typer.Option("--country", metavar="COUNTRY", help="Two letters, such as GB: its numbers come first."),
    ] = None,
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
    check_format(run, ProfileShown)
    changed = _with_settings(run, block, unblock, emergency_number, crisis_number, country, gentle)
    added, removed = _flags(run, context.args)
    named = block or unblock or gentle is not None or None not in (emergency_number, crisis_number, country)
    if not (named or added or removed or emergency_number or crisis_number or country):
        return _by_screen(run)
    new = parse_answers(added, run.library.questions, run.library.regions, today=run.today)
    profile = without_answers(changed, removed)
    profile = with_answers(profile, new, today=run.today) if new or removed else profile
    return _keep(run, profile)


@app.command()
def clear(context: typer.Context) -> int:
    """Remove the profile from this machine.

    \b
    acu profile clear
    acu profile clear --yes
    """
    run = app_context(context)
    check_format(run, Done)
    if not is_sure(
        run, "Remove all your answers? Type yes:", "clearing the profile wants a yes: acu profile clear --yes"
    ):
        run.output.warn("Nothing was removed.")
        return 5
    clear_profile(run.environment)
    return show_answer(Done(done="The profile is removed. Nothing is known about you any more."), run)


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
    if country and record_for(run.library, country) is None:
        raise NothingFound(f"no numbers of {country!r} are on our list", hint=advice_without_numbers(run.library))
    return msgspec.structs.replace(
        profile,
        blocked_points=tuple(blocked),
        emergency_number=profile.emergency_number if emergency_number is None else emergency_number,
        crisis_number=profile.crisis_number if crisis_number is None else crisis_number,
        country=profile.country if country is None else code_of(run.library, country),
        gentle=profile.gentle if gentle is None else gentle,
    )


def _codes(run: AppContext, text: str) -> list[str]:
    found = []
    for word in split_list(text):
        item = resolve(word, run.library)
        if item.kind != "point":
            raise RecordNotFound("point", word)
        found.append(item.id)
    return found


def _flags(run: AppContext, words: list[str]) -> tuple[list[str], list[str]]:
    """Return the answers added and the slugs removed by `--slug[=place:side]`, `--no-slug`, `--slug=no` or words."""
    added: list[str] = []
    removed: list[str] = []
    for word in words:
        name, _, place = word.lstrip("-").partition("=")
        meant = _YES_NO.get(place.strip().lower())
        if meant is not None:
            name, place = (name if meant else f"no-{name}"), ""
        if name.startswith("no-") and name[3:] in run.library.questions:
            removed.append(name[3:])
        else:
            added.append(f"{name}:{place}" if place else name)
    return added, removed


def _by_screen(run: AppContext) -> int:
    if not run.may_ask:
        raise UsageError("nothing to set was named", hint="acu profile set --pregnant; acu list answers names them all")
    return _keep(run, whole_screen(run))


def _keep(run: AppContext, profile: Profile) -> int:
    save_profile(run.environment, profile)
    run.profile = profile
    return 0 if run.options.quiet and run.options.for_people else show_answer(_shown(run, profile), run)


def _shown(run: AppContext, profile: Profile) -> ProfileShown:
    """Return the profile with what follows from each answer, and when it is asked again."""
    follows = tuple(
        ProfileFollows(
            answer=item.answer.slug,
            words=item.words,
            follows=item.follows,
            ask_again=item.ask_again,
            expired=item.expired,
        )
        for item in consequences(profile, run.library, today=run.today)
    )
    return ProfileShown(profile=profile, consequences=follows)
