"""Timetables: the preview of a plan, cautions first, and its steps with their times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from acucli.model.answers import Flag
from acucli.model.record import PRESSURE_WORDS
from acucli.model.timetable_answer import ProposalAnswer, Timetable, TimetableStep
from acucli.render.context import AppContext
from acucli.render.layout import wrapped
from acucli.render.renderer import function_named
from acucli.render.style import Style
from acucli.render.writers import Rows, fields_of
from acucli.safety.messages import left_out_line
from acucli.text.counting import counted

_COLUMNS = ("n", "at", "code", "area", "name", "side", "hand", "technique", "seconds", "words")
_SHORT = ("at", "code", "name", "side", "hand", "how", "hold")
_STOPPING = {"emergency", "urgent", "crisis"}


def preview_lines(plan: Timetable, run: AppContext, shown: Sequence[Flag] = ()) -> Iterator[str]:
    """Yield the preview: name and length, places in order, what was left out, cautions, and these signs."""
    about = plan.plan
    minutes, seconds = divmod(round(about.total_seconds), 60)
    yield f"{about.name}: {minutes} min {seconds:02d} s, {counted(len({step.place for step in plan.steps}), 'place')}"
    yield _indented(run, ", ".join(dict.fromkeys(step.code or step.name for step in plan.steps)))
    if about.pace.phases:
        yield f"  Breathing: {about.pace.name}"
    if about.needs:
        yield f"  You need: {', '.join(about.needs)}"
    if about.grade:
        yield _indented(run, f"Evidence: {about.grade}.")
    for stand_in in plan.stand_ins:
        yield _indented(run, stand_in.message)
    explained: set[str] = set()
    for item in plan.left_out:
        yield _indented(run, item.message if item.because in explained else left_out_line(item, run.library))
        explained.add(item.because)
    for text in about.before:
        yield _indented(run, f"Care: {text}")
    for flag in shown:
        if flag.level in _STOPPING:
            yield _indented(run, f"Get help if: {flag.ask}")


def timetable_rows(answer: Timetable, run: AppContext) -> Rows:
    """Return a row for each step, with the time at which its hold begins."""
    made: list[dict[str, Any]] = []
    at = answer.plan.settle_seconds
    for step in answer.steps:
        start = at + step.ready_seconds
        made.append(
            {
                "n": step.n,
                "at": f"{int(start) // 60:02d}:{int(start) % 60:02d}",
                "code": step.code,
                "area": step.area,
                "name": step.name,
                "side": step.side,
                "hand": step.hand,
                "technique": step.technique,
                "seconds": step.seconds,
                "words": step.words,
                "how": _how(step),
                "hold": f"{step.seconds:g} s",
            }
        )
        at = start + step.seconds + step.release_seconds
    return Rows(made, _COLUMNS, _SHORT)


def timetable_codes(answer: Timetable, run: AppContext) -> Iterator[str]:
    """Yield each place once, in the order in which it is pressed."""
    yield from dict.fromkeys(step.place for step in answer.steps)


def timetable_sentences(answer: Timetable, run: AppContext) -> Iterator[str]:
    """Yield the preview, then a sentence for each step."""
    yield from preview_lines(answer, run)
    for row in timetable_rows(answer, run).rows:
        yield f"{row['at']} {row['name']}, {row['side']}, {row['how']}, {row['hold']}"


def draw_timetable(answer: Timetable, run: AppContext, style: Style) -> None:
    """Write the preview, and the steps as a table."""
    for line in preview_lines(answer, run):
        run.output.text(line)
    made = timetable_rows(answer, run)
    function_named("tables:show_rows")(run, made.rows, fields_of(made, run, made.shown))


def proposal_sentences(answer: ProposalAnswer, run: AppContext) -> Iterator[str]:
    """Yield what is said first, the preview, the reason of each place, and the course that is offered."""
    yield from answer.said
    yield from preview_lines(answer, run, answer.watch_for)
    for reason in answer.why:
        yield f"  {reason}"
    if answer.course:
        yield f"A course over weeks: acu course new {answer.course}"


def _how(step: TimetableStep) -> str:
    return PRESSURE_WORDS[step.pressure] if step.technique == "press" else step.technique


def _indented(run: AppContext, text: str) -> str:
    return wrapped(run, text, first="  ", rest="    ")
