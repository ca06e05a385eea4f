"""Starting: whatever a session comes from, it is made, asked about, shown and run by one way, in that order."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from acucli.cli.sessions import running
from acucli.cli.sessions.running import TakenUp
from acucli.cli.sessions.session_options import SessionOptions
from acucli.dialogue import overrides as overriding
from acucli.dialogue import preview, questions
from acucli.dialogue.asking import answer, yes_or_no
from acucli.dialogue.beginning import Maker, Start, ask_before, plan_of
from acucli.errors import RecordNotFound, UsageError
from acucli.guide.other_readings import also_understood
from acucli.guide.planning import Proposal
from acucli.guide.preparing import prepare
from acucli.guide.request import Request
from acucli.guide.resume import without_held
from acucli.guide.warnings import asked_first
from acucli.model.answers import Prepared
from acucli.model.practice import Plan, Profile
from acucli.model.timetable_answer import timetable_of
from acucli.render.context import AppContext
from acucli.render.renderer import refuse_unless, show
from acucli.text.quoting import quoted


def start_asked(run: AppContext, asked: SessionOptions) -> int:
    """Start the session that was asked for by words or codes; return its exit status.

    Raises:
        HeldBack: it is not offered to this person, with the reason.
        UsageError: `--now` for a routine that asks first.
    """
    asked = msgspec.structs.replace(asked, overrides=overriding.confirmed(run, asked.overrides))
    request = Request(
        what=asked.what,
        codes=asked.codes,
        wishes=asked.plan_options(run.settings),
        overrides=asked.overrides,
        pressed_today={} if asked.rehearsal else run.pressed_today,
    )
    unsure = asked_first(asked.what, run.library) if asked.what and _may_ask_now(run, asked) else None
    if unsure is not None:
        if questions.is_so(run, unsure):
            return show(unsure, run)
        request = msgspec.structs.replace(request, cleared=True)

    def make(facts: Mapping[str, bool]) -> Proposal:
        wanted = msgspec.structs.replace(request, facts=facts, wishes=asked.plan_options(run.settings))
        return Proposal(prepared=prepare(wanted, run.library, run.profile, today=run.today))

    return start(run, asked, make)


def start_named(run: AppContext, what: str) -> int:
    """Start the session of these words, with nothing else asked for; see `start_asked`."""
    return start_asked(run, SessionOptions(what=what))


def _may_ask_now(run: AppContext, asked: SessionOptions) -> bool:
    """Tell whether somebody is there to be asked before this very session."""
    return run.may_ask and not (asked.dry_run or asked.audio or asked.now)


def start(run: AppContext, asked: SessionOptions, make: Maker, taken_up: TakenUp | None = None) -> int:
    """Make a session, ask what stands before it, and run it; return the exit status.

    Where nobody can be asked, all that would have been asked is said first, in the medium of the session.
    """
    proposal = make({})
    prepared = proposal.prepared
    if prepared.stop is not None:
        return show(prepared.stop, run)
    make_sure(run, asked.what, prepared)
    for flag in prepared.said:
        run.output.warn(f"note: {flag.sentence}")
    say_readings(run, prepared)
    if asked.dry_run:
        plan = plan_of(prepared, run)
        shown = without_held(plan, taken_up.at.seconds) if taken_up is not None else plan
        return show(timetable_of(shown, run.library), run)
    refuse_unless(
        run, ("table", "plain"), hint="--dry-run gives the timetable in every format, --events jsonl all events"
    )
    if _may_ask_now(run, asked):
        return _start_asking(run, asked, make, proposal, taken_up)
    plan = plan_of(prepared, run)
    if asked.audio:
        return running.write_audio(run, asked, preview.with_unasked(run, plan))
    if asked.now and not plan.open:
        hint = f"acu session {plan.slug}; these start at once: acu list routines --open"
        raise UsageError(f"{plan.name} asks something first and cannot start at once", hint=hint)
    if asked.now:
        return running.run_plan(run, asked, running.ready(run, asked, _brief(plan, run)))
    made = running.ready(run, asked, preview.with_unasked(run, plan))
    preview.show_preview(run, plan, prepared)
    return running.run_plan(run, asked, made, taken_up=taken_up)


def _start_asking(
    run: AppContext, asked: SessionOptions, make: Maker, proposal: Proposal, taken_up: TakenUp | None
) -> int:
    """Ask the person at the terminal, then run what their answers have left of it."""
    if asked.for_another:
        run.profile = Profile()
        proposal = make({})
    settled = ask_before(run, start_of(run, asked, make), proposal)
    if settled.status is not None:
        return settled.status
    prepared = settled.proposal.prepared
    plan = plan_of(prepared, run)
    made = running.ready(run, asked, plan)
    if plan.open:
        preview.show_preview(run, made.plan, prepared)
    return running.run_plan(run, asked, made, score_before=settled.strength, taken_up=taken_up)


def make_sure(run: AppContext, what: str, prepared: Prepared) -> None:
    """Ask whether words with a slip in them mean what they were read as; nothing is started on a guess.

    Raises:
        RecordNotFound: they do not, or nobody is there to say so.
        EndedEarly: the person left.
    """
    guessed = prepared.guessed
    if not guessed:
        return
    if not run.may_ask:
        raise RecordNotFound("routine or condition", what, [guessed])
    if not answer(run, f"{what!r} was read as {guessed}. Is that meant? [Y/n]", yes_or_no(True)):
        raise RecordNotFound("routine or condition", what, hint=f"acu find {quoted(what)}  shows what is near")


def start_of(run: AppContext, asked: SessionOptions, make: Maker) -> Start:
    """Return what is known of a start before anything is asked."""
    return Start(make, skips_ready=run.options.yes, for_another=asked.for_another)


def _brief(plan: Plan, run: AppContext) -> Plan:
    """Return the plan with the shortest words before it: where not to do it, and when to let go."""
    words = run.library.safety_words
    where = words.settle_in.split(". ")[0].rstrip(".") + "."
    when = words.every_hold.split(". ")[-1]
    return msgspec.structs.replace(plan, prepare=(where, when))


def say_readings(run: AppContext, prepared: Prepared) -> None:
    """Say what was taken from the words, what else they mean, and which complaint is served."""
    for note in prepared.notes:
        run.output.note(f"note: {note}")
    if others := also_understood(prepared, run.library):
        run.output.note(f"note: {others}")
