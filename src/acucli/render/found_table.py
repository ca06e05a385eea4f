"""The answer of `acu find --why` as a terminal shows it: everything there is."""

from __future__ import annotations

from rich import box
from rich.table import Table
from rich.text import Text

from acucli.model.answers import FindAnswer, FoundCondition, FoundPoint
from acucli.model.record import PRESSURE_WORDS
from acucli.render.context import AppContext
from acucli.render.found import care_line, closing_lines
from acucli.render.found_texts import text_lines
from acucli.render.rich_output import write_rich

_TABLE_FROM = 60
"""Columns from which the points stand in a table."""


def draw_whole(answer: FindAnswer, run: AppContext) -> None:
    """Write every reason, sign and trial."""
    pages = [item for item in answer.conditions[:4] if item.session == "information"]
    parts: list[Table | Text] = [_head(condition) for condition in pages]
    parts += [Text(f"{text}\n") for text in text_lines(answer)]
    parts += [_head(condition) for condition in answer.conditions[:4] if condition not in pages]
    if answer.points and run.output.abilities.width < _TABLE_FROM:
        parts += [_entry(point, run) for point in answer.points]
    elif answer.points:
        parts.append(_points_table(run, answer))
    parts += [Text(line) for line in closing_lines(answer, run)]
    write_rich(run, *parts)


def _head(condition: FoundCondition) -> Text:
    text = Text()
    text.append(condition.name, style="bold")
    if condition.how not in {"name", "synonym"}:
        text.append(f"   (understood from {condition.matched!r})", style="dim")
    text.append(f"\nEvidence: {condition.grade_words}.\n")
    text.append(condition.evidence)
    if condition.session == "offered":
        text.append(f"\nSession: acu session {condition.slug}", style="bold")
        text.append(f"   about {condition.minutes} minutes")
    else:
        text.append(f"\nNo session: {condition.session_reason}")
        text.append(f"\nWhat to do: {condition.way_out}")
    text.append("\n")
    return text


def _points_table(run: AppContext, answer: FindAnswer) -> Table:
    ascii_only = not run.output.abilities.unicode
    table = Table(
        box=box.ASCII if ascii_only else box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True, padding=(0, 1)
    )
    table.add_column("#", justify="right", width=2)
    table.add_column("Point", width=19, overflow="fold")
    table.add_column("Where, and why", ratio=1, overflow="fold")
    table.add_column("Hold", width=9)
    for point in answer.points:
        table.add_row(str(point.rank), _name(point, "\n", run), _where(point, run), _hold(point, run))
        table.add_section()
    return table


def _entry(point: FoundPoint, run: AppContext) -> Text:
    """Return a point as a paragraph, for terminals too narrow for columns."""
    text = Text(f"{point.rank} ")
    text.append_text(_name(point, "\n", run))
    text.append("\n")
    text.append_text(_where(point, run))
    held = _hold(point, run).replace("\n", ", " if point.pressable else " ")
    text.append(f"\nHold: {held}\n" if point.pressable else f"\n{held.capitalize()}\n")
    return text


def _name(point: FoundPoint, separator: str, run: AppContext) -> Text:
    name = Text(point.code, style="bold")
    name.append(f" {point.name}{separator}", style="default")
    name.append(f"{point.hanzi} " if run.output.abilities.unicode else "", style="default")
    name.append(point.english, style="dim")
    return name


def _where(point: FoundPoint, run: AppContext) -> Text:
    where = Text(point.where)
    if point.why:
        where.append(f"\nWhy: {_why(point)}", style="dim")
    if care := care_line(point, run):
        where.append(f"\n{care}", style="italic")
    return where


def _why(point: FoundPoint) -> str:
    role = {"local": "near", "distal": "far", "general": ""}.get(point.role, "")
    basis = "tradition only" if point.basis == "tradition" else point.basis
    mark = ", ".join(part for part in (role, basis) if part)
    return f"{point.why} ({mark})" if mark else point.why


def _hold(point: FoundPoint, run: AppContext) -> str:
    if not point.pressable:
        if any(item.action == "ask" for item in point.cautions):
            return "to be\nanswered"
        return "not for\nyou" if run.library.points[point.code].pressable else "never\npressed"
    sides = "one place" if point.sides == "midline" else "each side" if point.sides == "both" else point.sides
    return f"{point.hold_seconds} s\n{sides}\n{PRESSURE_WORDS[point.pressure]}"
