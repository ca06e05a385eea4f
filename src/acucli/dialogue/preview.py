"""What is said before a session where nobody can be asked: all that would have been asked, then the preview."""

from __future__ import annotations

import msgspec

from acucli.model.answers import Prepared
from acucli.model.practice import Plan
from acucli.model.timetable_answer import timetable_of
from acucli.profile.danger_question import danger_lines, danger_signs
from acucli.profile.screening import due_for
from acucli.render.context import AppContext
from acucli.render.timetables import preview_lines
from acucli.session.reading import reading_seconds


def show_preview(run: AppContext, plan: Plan, prepared: Prepared) -> None:
    """Write the preview on standard error."""
    for line in preview_lines(timetable_of(plan, run.library), run, prepared.shown):
        run.output.warn(line)


def with_unasked(run: AppContext, plan: Plan) -> Plan:
    """Return the plan with all that would have been asked said at its head, and time to hear it.

    So it stands in every medium that plays a plan: lines, events, a sound file.
    """
    first = unasked(run, plan)
    if not first:
        return plan
    settle = plan.settle_seconds and plan.settle_seconds + reading_seconds(" ".join(first), least=0.0)
    longer = plan.total_seconds + settle - plan.settle_seconds
    return msgspec.structs.replace(
        plan, said_first=(*first, *plan.said_first), settle_seconds=settle, total_seconds=longer
    )


def unasked(run: AppContext, plan: Plan) -> tuple[str, ...]:
    """Return what would have been asked before this plan, as sentences: danger first, then what would change it."""
    if plan.open:
        return ()
    lines = danger_lines(danger_signs(plan, run.library, run.profile, today=run.today), run.library)
    due = due_for(plan, run.library, run.profile, today=run.today)
    words = [question.brief or question.words for group in due.groups for question in group.questions]
    words += [question.brief or question.words for question in due.daily]
    said = []
    if lines:
        said.append(f"Press nothing and get help if any of this is so, now: {'. '.join(line.says for line in lines)}.")
    if words:
        said.append(f"Nobody asked whether any of this applies to you; if it does, stop: {', '.join(words)}.")
    return tuple(said)
