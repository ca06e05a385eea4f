"""Starting: the request is prepared, asked about, shown and run, in that order."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from acucli.cli.sessions import running
from acucli.cli.sessions.session_options import SessionOptions
from acucli.dialogue import overrides as overriding
from acucli.dialogue import preview
from acucli.dialogue import questions as dialogue
from acucli.errors import HeldBack, UsageError
from acucli.guide import Prepared, Request, prepare
from acucli.guide.plan_options import PlanOptions
from acucli.model.practice import Plan
from acucli.render.context import AppContext


def start(run: AppContext, asked: SessionOptions, wishes: PlanOptions) -> int:
    """Prepare and run a session; return its exit status.

    Raises:
        HeldBack: it is not offered to this person, with the reason.
        UsageError: `--now` for a routine that asks first.
    """
    if asked.resume:
        from acucli.cli.sessions.resuming import resume

        return resume(run, asked)
    asked = msgspec.structs.replace(asked, overrides=overriding.confirmed(run, asked.overrides))
    prepared = prepared_for(run, asked, wishes)
    if prepared.red_flags or prepared.held_back:
        from acucli.render.urgent import show_urgent

        if run.options.json:
            run.output.json({"schema_version": 1, "red_flags": prepared.red_flags, "held_back": prepared.held_back})
        show_urgent(run, prepared.red_flags, prepared.held_back, prepared.language)
        return 4
    plan = plan_of(prepared, run)
    _say_readings(run, prepared)
    if asked.dry_run:
        return preview.timetable(run, plan)
    if asked.audio:
        return running.write_audio(run, asked, plan)
    if asked.now and not plan.open:
        hint = f"acu session {plan.slug}; these start at once: acu list routines --open"
        raise UsageError(f"{plan.name} asks something first and cannot start at once", hint=hint)
    if asked.now:
        return running.run_plan(run, asked, running.ready(run, asked, brief(plan, run)))
    return _ask_and_run(run, asked, wishes, prepared, plan)


def brief(plan: Plan, run: AppContext) -> Plan:
    """Return the plan with the shortest words before it: where not to do it, and when to let go."""
    words = run.library.safety_words
    where = words.settle_in.split(". ")[0].rstrip(".") + "."
    when = words.every_hold.split(". ")[-1]
    return msgspec.structs.replace(plan, prepare=(where, when))


def prepared_for(
    run: AppContext, asked: SessionOptions, wishes: PlanOptions, facts: Mapping[str, bool] | None = None
) -> Prepared:
    """Return what the guide makes of the request; `facts` answer the extra conditions of cautions."""
    request = Request(
        what=asked.what,
        codes=asked.codes,
        wishes=wishes,
        overrides=asked.overrides,
        facts=facts or {},
        pressed_today={} if asked.rehearsal else run.pressed_today,
    )
    return prepare(request, run.library, run.profile, today=run.today)


def plan_of(prepared: Prepared, run: AppContext) -> Plan:
    """Return the plan, or raise the refusal, its warning signs said first."""
    if prepared.plan is not None:
        return prepared.plan
    for flag in prepared.shown:
        run.output.warn(flag.sentence)
    raise HeldBack(prepared.refusal, hint=prepared.hint)


def _ask_and_run(run: AppContext, asked: SessionOptions, wishes: PlanOptions, prepared: Prepared, plan: Plan) -> int:
    """Ask what can change the plan, prepare it anew where an answer did, show it, ask whether to start, and run it."""
    if not run.may_ask:
        made = running.ready(run, asked, plan)
        preview.said_first(run, made.plan, prepared)
        return running.run_plan(run, asked, made)
    changed, said = dialogue.screen(run, plan)
    if changed:
        prepared = prepared_for(run, asked, wishes)
        plan = plan_of(prepared, run)
    if prepared.wanted_facts:
        prepared = prepared_for(run, asked, wishes, dialogue.facts(run, prepared.wanted_facts))
        plan = plan_of(prepared, run)
    stopped = dialogue.signs(run, prepared, said)
    if stopped is not None:
        return stopped
    made = running.ready(run, asked, plan)
    preview.show(run, made.plan, prepared)
    before = None if run.options.yes else dialogue.shall_i_start(run)
    return running.run_plan(run, asked, made, score_before=before)


def _say_readings(run: AppContext, prepared: Prepared) -> None:
    for note in prepared.notes:
        run.output.note(f"note: {note}")
    if prepared.other_readings:
        run.output.note(f"note: also understood: {', '.join(prepared.other_readings)}")
