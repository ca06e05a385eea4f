"""The preview of a plan: what comes, what was left out and why, cautions first; and the timetable."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from acucli.guide import Prepared
from acucli.model.practice import Plan, PlanStep
from acucli.model.record import PRESSURE_WORDS
from acucli.model.timetable import timetable_of
from acucli.render.context import AppContext
from acucli.safety.messages import left_out_line

_COLUMNS = ("n", "at", "code", "area", "name", "side", "hand", "technique", "seconds", "words")


def show(run: AppContext, plan: Plan, prepared: Prepared) -> None:
    """Write the preview for somebody who is about to start."""
    run.output.warn("")
    for line in lines(plan, prepared, run):
        run.output.warn(line)


def said_first(run: AppContext, plan: Plan, prepared: Prepared) -> None:
    """Say the cautions and warning signs where nobody can be asked; then the session goes on."""
    say_signs(run, prepared)
    for line in lines(plan, prepared, run):
        run.output.warn(line)


def say_signs(run: AppContext, prepared: Prepared) -> None:
    """Say the signs that would be asked, each with what to do."""
    for flag in prepared.asked:
        run.output.warn(_wrapped(run, f"Stop here if this is so: {flag.sentence}"))


def lines(plan: Plan, prepared: Prepared, run: AppContext) -> Iterator[str]:
    """Yield the preview: name and length, places in order, what was left out, cautions, signs."""
    minutes, seconds = divmod(round(plan.total_seconds), 60)
    yield f"{plan.name}: {minutes} min {seconds:02d} s, {len({step.code or step.area for step in plan.steps})} places"
    yield _wrapped(run, f"  {_places(plan)}", "  ")
    if plan.pace.phases:
        yield f"  Breathing: {plan.pace.name}"
    if plan.needs:
        yield f"  You need: {', '.join(plan.needs)}"
    if plan.grade:
        yield _wrapped(run, f"  Evidence: {plan.grade}.", "  ")
    for stand_in in plan.stand_ins:
        yield f"  {stand_in.code} instead of {stand_in.instead_of} ({stand_in.because})"
    explained: set[str] = set()
    for item in plan.left_out:
        text = item.message if item.because in explained else left_out_line(item, run.library)
        explained.add(item.because)
        yield _wrapped(run, f"  {text}", "  ")
    for text in plan.before:
        yield _wrapped(run, f"  Care: {text}", "  ")
    for flag in prepared.shown:
        if flag.level in {"emergency", "urgent", "crisis"}:
            yield _wrapped(run, f"  Get help if: {flag.ask}", "  ")


def timetable(run: AppContext, plan: Plan) -> int:
    """Write the timetable of a plan (`--dry-run`)."""
    output = run.output
    format_ = output.format_for("list")
    rows = _rows(plan)
    if format_ in {"json", "jsonl"}:
        output.json(as_json(run, plan))
    elif format_ in {"tsv", "csv"}:
        output.rows(rows, _COLUMNS, separator="\t" if format_ == "tsv" else ",")
    elif format_ == "codes":
        output.codes(dict.fromkeys(step.code or step.area for step in plan.steps))
    elif format_ == "table":
        from acucli.render.tables import show_rows

        for line in lines(plan, Prepared(plan=plan), run):
            output.text(line)
        short = ("at", "code", "name", "side", "hand", "how", "hold")
        show_rows(run, rows, short)
    else:
        for line in lines(plan, Prepared(plan=plan), run):
            output.text(line)
        for row in rows:
            output.text(f"{row['at']} {row['name']}, {row['side']}, {row['how']}, {row['hold']}")
    return 0


def as_json(run: AppContext, plan: Plan) -> dict[str, object]:
    """Return the timetable's JSON: the plan, and its steps, `left_out` and `stand_ins` beside it."""
    import msgspec

    made: dict[str, object] = msgspec.to_builtins(timetable_of(plan, run.library))
    return made


def _rows(plan: Plan) -> list[dict[str, object]]:
    made = []
    at = plan.settle_seconds
    for step in plan.steps:
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
    return made


def _how(step: PlanStep) -> str:
    return PRESSURE_WORDS[step.pressure] if step.technique == "press" else step.technique


def _places(plan: Plan) -> str:
    named = dict.fromkeys(step.code or step.name for step in plan.steps)
    return ", ".join(named)


def _wrapped(run: AppContext, text: str, indent: str = "") -> str:
    width = min(run.output.abilities.width, 100)
    return "\n".join(textwrap.wrap(text, width, subsequent_indent=indent + "  ", break_long_words=False))
