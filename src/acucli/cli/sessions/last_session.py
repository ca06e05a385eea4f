"""The last session once more: what it was about comes from the journal, everything else from today's rules."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from acucli.cli.home import last_session
from acucli.cli.sessions.calming import CalmOptions, run_calm
from acucli.cli.sessions.session_options import SessionOptions
from acucli.cli.sessions.start import start
from acucli.errors import NothingFound
from acucli.guide.calm_plan import SLUG as CALM
from acucli.guide.calm_plan import USUAL_SECONDS
from acucli.guide.plan_options import PlanOptions
from acucli.guide.planning import Proposal
from acucli.guide.preparing import prepare
from acucli.guide.request import Request
from acucli.journal.store import Journal
from acucli.model.practice import Plan
from acucli.model.record import Side
from acucli.render.context import AppContext

_AS_LONG = 0.15
"""A session that lasted by more than this share longer or shorter than it would today was asked to."""


def run_again(run: AppContext, asked: SessionOptions) -> int:
    """Start the last session once more, asked about and judged as on any day; return the status.

    Raises:
        NothingFound: there is none, or what it was about is in the library no more.
    """
    last = last_session(run)
    if last is None:
        raise NothingFound("no session is kept yet", hint='acu calm   or   acu find "in your words"')
    if last.slug == CALM:
        return run_calm(run, USUAL_SECONDS, CalmOptions(speed=asked.speed, cues=asked.cues, events=asked.events))
    plan = _plan_of(run, last.sid)
    request = _request(run, asked, plan)
    run.output.note(f"again: {plan.name}")

    def make(facts: Mapping[str, bool]) -> Proposal:
        wanted = msgspec.structs.replace(request, facts=facts)
        return Proposal(prepared=prepare(wanted, run.library, run.profile, today=run.today))

    return start(run, asked, make)


def _plan_of(run: AppContext, sid: str) -> Plan:
    for event in Journal(run.environment).events_of(sid):
        if event.kind == "start" and event.plan is not None:
            return event.plan
    raise NothingFound("the plan of the last session cannot be read", hint="acu journal show last")


def _request(run: AppContext, asked: SessionOptions, plan: Plan) -> Request:
    """Return the request that would make such a plan today: its subject, side and length, and what was said with it.

    Its words are not taken: a journal is a file that anybody may have written.
    """
    library = run.library
    what = ""
    codes: tuple[str, ...] = ()
    if (plan.slug in library.routines and plan.kind == "routine") or plan.slug in library.conditions:
        what = plan.slug
    else:
        codes = tuple(dict.fromkeys(step.code for step in plan.steps if step.code in library.points))
    if not what and not codes:
        raise NothingFound(f"what {plan.name!r} was about is in the library no more", hint="acu session stress")
    request = Request(
        what=what,
        codes=codes,
        wishes=_with_side(asked.plan_options(run.settings), plan),
        pressed_today={} if asked.rehearsal else run.pressed_today,
        composed=plan.kind == "condition",
        says=tuple(slug for slug in plan.says if slug in library.questions),
    )
    return request if asked.time else _as_long(run, request, plan)


def _with_side(wishes: PlanOptions, plan: Plan) -> PlanOptions:
    sides: set[Side] = {step.side for step in plan.steps} - {"midline"}
    (only,) = sides if len(sides) == 1 else ("both",)
    return msgspec.structs.replace(wishes, side=only)


def _as_long(run: AppContext, request: Request, plan: Plan) -> Request:
    """Return the request with the minutes of the plan, where it would not last as long by itself."""
    usual = prepare(request, run.library, run.profile, today=run.today).plan
    if usual is None or not usual.total_seconds:
        return request
    share = plan.total_seconds / usual.total_seconds
    if abs(share - 1) <= _AS_LONG:
        return request
    wishes = msgspec.structs.replace(request.wishes, minutes=min(60.0, round(plan.total_seconds / 60, 1)))
    return msgspec.structs.replace(request, wishes=wishes)
