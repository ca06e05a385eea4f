"""`acu plan`: a few questions, then a session made for you."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import msgspec
import typer

from acucli.cli.command_line import app_context
from acucli.cli.sessions import running
from acucli.cli.sessions.session_options import SessionOptions
from acucli.cli.sessions.start import make_sure, say_readings
from acucli.dialogue import preview
from acucli.dialogue.beginning import Start, ask_before, plan_of
from acucli.dialogue.first_talk import SinceWhen, TalkOptions, TalkSide, talk_from
from acucli.guide.planning import Proposal, Talk, propose
from acucli.model.record import Setting
from acucli.model.timetable_answer import ProposalAnswer, proposal_of
from acucli.render.context import AppContext
from acucli.render.layout import wrapped
from acucli.render.renderer import check_format, show

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def plan(
    context: typer.Context,
    what: Annotated[
        list[str] | None, typer.Argument(metavar="COMPLAINT...", help="What is the matter, in your own words.")
    ] = None,
    side: Annotated[TalkSide | None, typer.Option(help="The side it is on.")] = None,
    since: Annotated[SinceWhen | None, typer.Option(help="Since when.")] = None,
    strength: Annotated[
        int | None, typer.Option("--strength", min=0, max=10, metavar="NUMBER", help="How strong it is now, 0 to 10.")
    ] = None,
    worse: Annotated[str, typer.Option("--worse", metavar="TEXT", help="What makes it worse.")] = "",
    setting: Annotated[Setting | None, typer.Option(help="Where you are.")] = None,
    time: Annotated[str, typer.Option("--time", metavar="LENGTH", help="How long you have: 8m.")] = "",
    gentle: Annotated[bool, typer.Option("--gentle", help="Lighter and slower.")] = False,
    start: Annotated[bool, typer.Option("--start", help="Start it without asking.")] = False,
) -> int:
    """A few questions, then a session made for you: near and far points, each with its reason.

    \b
    acu plan
    acu plan "stiff neck" --side left --since weeks --time 8m
    acu plan "low back pain" --setting desk --json
    """
    run = app_context(context)
    given = TalkOptions(
        what=" ".join(what or []),
        side=side,
        since=since,
        strength=strength,
        worse=worse,
        setting=setting,
        time=time,
        gentle=gentle,
    )
    return _propose(run, talk_from(run, given), starts=start)


def _propose(run: AppContext, talk: Talk, *, starts: bool) -> int:
    """Make the session, ask what can change it, show it with its reasons, and start it where that is wanted."""

    def make(facts: Mapping[str, bool]) -> Proposal:
        return propose(msgspec.structs.replace(talk, facts=facts), run.library, run.profile, today=run.today)

    proposal = make({})
    if proposal.prepared.stop is not None:
        return show(proposal.prepared.stop, run)
    check_format(run, ProposalAnswer)
    make_sure(run, talk.what, proposal.prepared)
    say_readings(run, proposal.prepared)
    strength = talk.strength
    if run.may_ask:
        settled = ask_before(run, Start(make, skips_ready=starts), proposal)
        if settled.status is not None:
            return settled.status
        proposal = settled.proposal
        strength = settled.strength if settled.strength is not None else strength
    made = plan_of(proposal.prepared, run)
    if not run.may_ask and run.options.for_people:
        for sentence in preview.unasked(run, made):
            run.output.warn(wrapped(run, sentence, rest="  "))
        made = preview.with_unasked(run, made)
    show(_answer(run, proposal), run)
    if not run.options.for_people:
        return 0
    if not run.may_ask and not starts:
        run.output.note(f"start it: {_command(talk)}")
        return 0
    asked = SessionOptions(what=made.slug)
    return running.run_plan(run, asked, running.ready(run, asked, made), score_before=strength)


def _answer(run: AppContext, proposal: Proposal) -> ProposalAnswer:
    return proposal_of(
        plan_of(proposal.prepared, run),
        run.library,
        why=proposal.why,
        said=(*(flag.sentence for flag in proposal.prepared.said), *proposal.said),
        course=proposal.course,
        watch_for=proposal.prepared.shown,
    )


def _command(talk: Talk) -> str:
    """Return the command line that starts this plan as it was proposed."""
    side = f" --side {talk.side}" if talk.side != "both" else ""
    setting = f" --setting {talk.setting}" if talk.setting else ""
    return f'acu plan "{talk.what}"{side}{setting} --time {talk.minutes:g}m{" --gentle" if talk.gentle else ""} --start'
