"""The way to a start: danger first, then what could change the session, then ready; one screen at every later start."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from acucli.dialogue.danger import NUDGE, ask_danger, tell_help
from acucli.dialogue.desk import LEAVE, Desk, desk_for
from acucli.dialogue.keeping import keep_profile
from acucli.dialogue.pressing import ask_freely, ask_places, ask_still_so
from acucli.dialogue.ready import ask_again_ready, ask_ready
from acucli.dialogue.sheets import Key, Row, Sheet
from acucli.errors import HeldBack
from acucli.guide.planning import Proposal
from acucli.model.answers import Prepared
from acucli.model.practice import Plan, Profile
from acucli.model.safety import RedFlag
from acucli.profile.danger_question import danger_signs, not_said
from acucli.profile.profile_answers import expired
from acucli.profile.screening import due_for, stops, with_no
from acucli.render.context import AppContext
from acucli.safety.messages import FACT_QUESTIONS

_ASK_THEM = "ask the person you press"
Maker = Callable[[Mapping[str, bool]], Proposal]
"""Makes the session that was asked for; it is given what was answered to the extra conditions of cautions."""


class Settled(NamedTuple):
    """A session after everything was asked: `status` where an answer stops it, `strength` how it was beforehand."""

    proposal: Proposal
    status: int | None = None
    strength: int | None = None


class Start(NamedTuple):
    """What is known of a start before anything is asked.

    `skips_ready` leaves out what only asks whether to begin, never a question about danger. `for_another` asks the
    same of somebody else, and keeps nothing. `fits` gives a plan room for the words of a voice.
    """

    make: Maker
    skips_ready: bool = False
    for_another: bool = False
    fits: Callable[[Plan], Plan] = lambda plan: plan


def ask_before(run: AppContext, start: Start, proposal: Proposal) -> Settled:
    """Ask what stands before this session, and return it as the answers have made it.

    Raises:
        HeldBack: with these answers it is not for this person.
        EndedEarly: the person left, or could not be understood.
    """
    with desk_for(run) as desk:
        if proposal.prepared.plan is None:
            proposal = _asked_anew(run, desk, start, proposal)
        plan = plan_of(proposal.prepared, run)
        if plan.open:
            return Settled(proposal)
        due = due_for(plan, run.library, run.profile, today=run.today)
        if due.groups or not run.profile.screened:
            settled = _first(run, desk, start, proposal)
        else:
            settled = _later(run, desk, start, proposal)
    return settled


def plan_of(prepared: Prepared, run: AppContext) -> Plan:
    """Return the plan, or raise the refusal, its warning signs said first."""
    if prepared.plan is not None:
        return prepared.plan
    for flag in prepared.shown:
        run.output.warn(flag.sentence)
    raise HeldBack(prepared.refusal, hint=prepared.hint)


def _first(run: AppContext, desk: Desk, start: Start, proposal: Proposal) -> Settled:
    """Ask the three screens: danger, may you press freely, ready."""
    plan = plan_of(proposal.prepared, run)
    first_time = not run.profile.screened
    signs = danger_signs(plan, run.library, run.profile, today=run.today)
    if ask_danger(run, desk, plan, signs, aside=_ASK_THEM if start.for_another else _about(plan)):
        return _stopped(run, desk, proposal, signs)
    said = {flag.id for flag in signs}
    before = run.profile
    _renew(run, desk, start)
    due = due_for(plan, run.library, run.profile, today=run.today)
    if due.groups:
        _take(run, start, ask_freely(run, desk, due.groups, for_another=start.for_another))
    _take(run, start, ask_places(run, desk, run.profile))
    if run.profile.answers != before.answers:
        proposal = start.make({})
    plan = plan_of(proposal.prepared, run)
    further = not_said(danger_signs(plan, run.library, run.profile, today=run.today), said)
    if ask_danger(run, desk, plan, further, aside="because of what you said"):
        return _stopped(run, desk, proposal, further)
    facts = _facts(run, desk, proposal, said.union(flag.id for flag in further))
    proposal = start.make(facts) if facts else proposal
    if start.skips_ready:
        return Settled(proposal)
    while True:
        plan = start.fits(plan_of(proposal.prepared, run))
        begun = ask_ready(run, desk, plan, proposal, offers_pace=first_time)
        if not begun.remake:
            return Settled(proposal, strength=begun.strength)
        proposal = start.make(facts)


def _later(run: AppContext, desk: Desk, start: Start, proposal: Proposal) -> Settled:
    """Ask the one screen of a later start; what is old or has no place is asked before it."""
    before = run.profile
    _renew(run, desk, start)
    _take(run, start, ask_places(run, desk, run.profile))
    if run.profile.answers != before.answers:
        proposal = start.make({})
    signs = danger_signs(plan_of(proposal.prepared, run), run.library, run.profile, today=run.today)
    facts = _facts(run, desk, proposal, {flag.id for flag in signs})
    proposal = start.make(facts) if facts else proposal
    plan = start.fits(plan_of(proposal.prepared, run))
    daily = due_for(plan, run.library, run.profile, today=run.today).daily
    begun = ask_again_ready(run, desk, plan, proposal, signs, daily)
    if begun.danger:
        desk.close()
        return Settled(proposal, tell_help(run, signs, daily))
    _take(run, start, with_no(run.profile, [question.slug for question in daily], today=run.today))
    return Settled(proposal, strength=begun.strength)


def _stopped(run: AppContext, desk: Desk, proposal: Proposal, signs: tuple[RedFlag, ...]) -> Settled:
    desk.close()
    return Settled(proposal, tell_help(run, signs))


def _asked_anew(run: AppContext, desk: Desk, start: Start, proposal: Proposal) -> Proposal:
    """Return the session after old answers were asked again where it was one of them that may stand in its way."""
    if not expired(run.profile, run.library.questions, run.today):
        return proposal
    _renew(run, desk, start)
    return start.make({})


def _renew(run: AppContext, desk: Desk, start: Start) -> None:
    old = expired(run.profile, run.library.questions, run.today)
    if old:
        _take(run, start, ask_still_so(run, desk, old))


def _take(run: AppContext, start: Start, profile: Profile) -> None:
    """Go on with these answers, and keep them unless they are another's."""
    if profile == run.profile:
        return
    if start.for_another:
        run.profile = profile
    else:
        keep_profile(run, profile)


def _facts(run: AppContext, desk: Desk, proposal: Proposal, denied: Collection[str]) -> dict[str, bool]:
    """Return the extra conditions of cautions, answered.

    One whose warning sign stands before this session cannot be so any more when it begins; each of the others is a
    question of its own.
    """
    facts: dict[str, bool] = {}
    for fact in proposal.prepared.wanted_facts:
        cautions = (caution for caution in run.library.cautions.values() if caution.applies_if == fact)
        stopping = {sign for caution in cautions for sign in caution.ask_flags if _stops(run, sign)}
        facts[fact] = False if stopping.intersection(denied) else _is_fact(desk, fact)
    return facts


def _stops(run: AppContext, sign: str) -> bool:
    return sign in run.library.red_flags and stops(run.library.red_flags[sign])


def _is_fact(desk: Desk, fact: str) -> bool:
    words = FACT_QUESTIONS.get(fact, fact.replace("-", " "))
    rows = (Row(f"{words[0].upper()}{words[1:]}?"),)
    keys = (Key("y", "yes, or not sure"), Key("n", "no"))
    return desk.choose(Sheet("One thing more", rows, keys, foot=(LEAVE,), nudge=NUDGE), {"y", "n"}) == "y"


def _about(plan: Plan) -> str:
    minutes = max(1, round(plan.total_seconds / 60))
    places = len({step.place for step in plan.steps})
    return f"{minutes} minute{'' if minutes == 1 else 's'}, {places} place{'' if places == 1 else 's'}"
