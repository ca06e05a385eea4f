"""The answer of `acu find` as a table or as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from acucli.model.answers import FindAnswer, FoundCaution, FoundCondition, FoundPoint
from acucli.model.record import PRESSURE_WORDS
from acucli.render.context import AppContext
from acucli.text.cleaning import clean_line

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

_SHOWN_SIGNS = 2
_SHOWN_POINTS = 6
_TABLE_FROM = 60
"""Columns from which the points stand in a table."""


def show_nothing(run: AppContext, answer: FindAnswer) -> None:
    """Say on standard error that nothing was found, and what is near."""
    output = run.output
    signs = [flag.sentence for flag in answer.watch_for]
    for sign in signs:
        output.warn(sign)
    for note in answer.notes:
        if note not in signs:
            output.note(f"note: {note}")
    output.error(f"nothing found for {clean_line(answer.query)!r}", _nearest(answer))


def _nearest(answer: FindAnswer) -> str:
    if answer.suggestions:
        return f"did you mean {', '.join(answer.suggestions)}?"
    return "try one plain word (headache, stress, knee), a point (LI4, hegu), or: acu list conditions"


def show_found(run: AppContext, answer: FindAnswer, *, table: bool, limited: bool = False) -> None:
    """Write the answer for people: conditions with their grade in words, the points, cautions, the session.

    A table shows the first points and names how many more there are, unless their number was asked for.
    """
    output = run.output
    for note in answer.notes:
        output.note(f"note: {note}")
    if table:
        _as_table(run, answer, 0 if limited else _SHOWN_POINTS)
    else:
        for line in as_sentences(answer, run):
            output.text(line)
    if answer.suggestions:
        output.note(f"also near: {', '.join(answer.suggestions)}")


def _as_table(run: AppContext, answer: FindAnswer, shown: int) -> None:
    from rich.text import Text

    parts: list[Table | Text] = []
    for condition in answer.conditions[:4]:
        parts.append(_head(condition))
    if answer.points and run.output.abilities.width < _TABLE_FROM:
        parts += [_entry(point, run) for point in answer.points[: shown or None]]
    elif answer.points:
        parts.append(_points_table(run, answer, shown))
    if 0 < shown < len(answer.points):
        parts.append(Text(f"{len(answer.points) - shown} more: acu find {answer.query} --limit {len(answer.points)}"))
    for line in _tail(answer, run):
        parts.append(Text(line))
    run.output.rich(*parts)


def _head(condition: FoundCondition) -> Text:
    from rich.text import Text

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


def _points_table(run: AppContext, answer: FindAnswer, shown: int) -> Table:
    from rich import box
    from rich.table import Table

    ascii_only = not run.output.abilities.unicode
    table = Table(
        box=box.ASCII if ascii_only else box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True, padding=(0, 1)
    )
    table.add_column("#", justify="right", width=2)
    table.add_column("Point", width=19, overflow="fold")
    table.add_column("Where, and why", ratio=1, overflow="fold")
    table.add_column("Hold", width=9)
    for point in answer.points[: shown or None]:
        table.add_row(str(point.rank), _name(point, "\n", run), _where(point, run), _hold(point, run))
        table.add_section()
    return table


def _entry(point: FoundPoint, run: AppContext) -> Text:
    """Return a point as a paragraph, for terminals too narrow for columns."""
    from rich.text import Text

    text = Text(f"{point.rank} ")
    text.append_text(_name(point, "\n", run))
    text.append("\n")
    text.append_text(_where(point, run))
    held = _hold(point, run).replace("\n", ", " if point.pressable else " ")
    text.append(f"\nHold: {held}\n" if point.pressable else f"\n{held.capitalize()}\n")
    return text


def _name(point: FoundPoint, separator: str, run: AppContext) -> Text:
    from rich.text import Text

    name = Text(point.code, style="bold")
    name.append(f" {point.name}{separator}", style="default")
    name.append(f"{point.hanzi} " if run.output.abilities.unicode else "", style="default")
    name.append(point.english, style="dim")
    return name


def _where(point: FoundPoint, run: AppContext) -> Text:
    from rich.text import Text

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


def care_line(point: FoundPoint, run: AppContext) -> str:
    """Return the cautions of a point on one line: first what applies to this person, then for whom it is not."""
    applying = [_short(item, run) for item in point.cautions if item.applies and item.action != "inform"]
    others = [_short(item, run) for item in point.cautions if not item.applies and item.action == "block"]
    parts = []
    if applying:
        parts.append("Care: " + "; ".join(applying[:3]) + ".")
    if others:
        more = f" and {len(others) - 3} more" if len(others) > 3 else ""
        parts.append("Not for: " + "; ".join(others[:3]) + more + ".")
    return " ".join(parts)


def _short(item: FoundCaution, run: AppContext) -> str:
    title = run.library.cautions[item.id].title
    return title.split(":", 1)[0]


def _tail(answer: FindAnswer, run: AppContext) -> Iterator[str]:
    for item in answer.left_out:
        yield item.message or f"Left out: {item.code}."
    for flag in answer.watch_for[:_SHOWN_SIGNS]:
        if run.options.quiet or flag not in answer.said_signs:
            yield f"Get help: {flag.sentence}"
    if len(answer.watch_for) > _SHOWN_SIGNS and answer.conditions:
        yield f"{len(answer.watch_for) - _SHOWN_SIGNS} more warning signs: acu show {answer.conditions[0].slug}"
    if answer.points:
        yield f"The card with its picture: acu show {answer.points[0].code}"


def as_sentences(answer: FindAnswer, run: AppContext) -> Iterator[str]:
    """Yield the answer as short full sentences, for a screen reader or a plain terminal."""
    for condition in answer.conditions:
        yield f"{condition.name}. Evidence: {condition.grade_words}. {condition.evidence}"
        if condition.session == "offered":
            yield f"Session: acu session {condition.slug}, about {condition.minutes} minutes."
        else:
            yield f"No session. {condition.session_reason} {condition.way_out}"
    for point in answer.points:
        yield f"{point.rank}. {point.code} {point.name}, {point.english}. {point.where} {point.find}"
        if point.pressable:
            side = "" if point.sides == "midline" else " on each side"
            pressure = PRESSURE_WORDS[point.pressure]
            yield f"   Hold {point.hold_seconds} seconds{side}, {pressure} pressure. {point.why}".rstrip()
        else:
            asks = any(item.action == "ask" for item in point.cautions)
            yield "   Not before your profile is answered: acu profile set" if asks else "   Not to be pressed."
        if care := care_line(point, run):
            yield f"   {care}"
    yield from _tail(answer, run)
