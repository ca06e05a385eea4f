"""`acu plan`: a few questions, then a session made for you."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from acucli.cli.command_line import app_context
from acucli.errors import UsageError
from acucli.render.context import AppContext

if TYPE_CHECKING:
    from acucli.guide.planning import Talk
    from acucli.model.practice import Plan

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_SINCE = ("", "today", "days", "weeks", "months")
_SETTINGS = ("", "desk", "public", "shoes-on", "lying")


@app.command()
def plan(
    context: typer.Context,
    what: Annotated[list[str] | None, typer.Argument(help="What is the matter, in your own words.")] = None,
    side: Annotated[str, typer.Option(help="left, right or both.")] = "",
    since: Annotated[str, typer.Option(help="today, days, weeks or months.")] = "",
    strength: Annotated[int, typer.Option(help="How strong it is now, 0 to 10; -1: not said.")] = -1,
    worse: Annotated[str, typer.Option(help="What makes it worse.")] = "",
    setting: Annotated[str, typer.Option(help="Where you are: desk, public, shoes-on, lying.")] = "",
    time: Annotated[str, typer.Option(help="How long you have: 8m.")] = "",
    gentle: Annotated[bool, typer.Option("--gentle", help="Lighter and slower.")] = False,
    start: Annotated[bool, typer.Option("--start", help="Start it without asking.")] = False,
) -> int:
    """A few questions, then a session made for you: near and far points, each with its reason.

    \b
    acu plan
    acu plan "stiff neck" --side left --since weeks --time 8m
    acu plan "low back pain" --setting desk --json
    """
    from acucli.dialogue.first_talk import talk_from

    run = app_context(context)
    _check(side, ("", "left", "right", "both"), "--side")
    _check(since, _SINCE, "--since")
    _check(setting, _SETTINGS, "--setting")
    talk = talk_from(
        run, what=" ".join(what or []), side=side, since=since, strength=strength, worse=worse, setting=setting,
        time=time, gentle=gentle,
    )  # fmt: skip
    return _propose(run, talk, start=start)


def _check(value: str, allowed: tuple[str, ...], option: str) -> None:
    if value not in allowed:
        raise UsageError(
            f"{option} cannot be {value!r}", hint=f"choose from: {', '.join(word for word in allowed if word)}"
        )


def _command(made: Plan, talk: Talk) -> str:
    """Return the command line that starts this plan as it was proposed."""
    side = f" --side {talk.side}" if talk.side != "both" else ""
    setting = f" --setting {talk.setting}" if talk.setting else ""
    return f'acu plan "{talk.what}"{side}{setting} --time {talk.minutes:g}m{" --gentle" if talk.gentle else ""} --start'


def _propose(run: AppContext, talk: Talk, *, start: bool) -> int:
    from acucli.cli.sessions import running
    from acucli.cli.sessions.session_options import SessionOptions
    from acucli.cli.sessions.start import plan_of
    from acucli.dialogue import preview
    from acucli.dialogue import questions as dialogue
    from acucli.guide.planning import propose

    proposal = propose(talk, run.library, run.profile, today=run.today)
    prepared = proposal.prepared
    if prepared.red_flags or prepared.held_back:
        from acucli.render.urgent import show_urgent

        if run.options.json:
            run.output.json({"schema_version": 1, "red_flags": prepared.red_flags, "held_back": prepared.held_back})
        show_urgent(run, prepared.red_flags, prepared.held_back, prepared.language)
        return 4
    made = plan_of(prepared, run)
    if run.options.json:
        whole = preview.as_json(run, made)
        run.output.json({**whole, "why": proposal.why, "said": proposal.said, "course": proposal.course})
        return 0
    if run.may_ask:
        changed, said = dialogue.screen(run, made)
        if changed:
            return _propose(run, talk, start=start)
        stopped = dialogue.signs(run, prepared, said)
        if stopped is not None:
            return stopped
    else:
        preview.say_signs(run, prepared)
    for sentence in proposal.said:
        run.output.text(sentence)
    for line in preview.lines(made, prepared, run):
        run.output.text(line)
    for reason in proposal.why:
        run.output.text(f"  {reason}")
    if proposal.course:
        run.output.text(f"A course over weeks: acu course new {proposal.course}")
    if not run.may_ask and not start:
        run.output.note(f"start it: {_command(made, talk)}")
        return 0
    before = None if start else dialogue.shall_i_start(run)
    strength = before if before is not None else talk.strength
    asked = SessionOptions(what=made.slug)
    return running.run_plan(run, asked, running.ready(run, asked, made), score_before=strength)
