"""The answer of `acu find` as rows, codes and sentences, and what is said beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from acucli.model.answers import FindAnswer, FoundCaution, FoundCondition, FoundPoint
from acucli.model.record import PRESSURE_WORDS
from acucli.render.context import AppContext
from acucli.render.formats import FOR_PEOPLE, Format
from acucli.render.found_texts import pointers, text_lines
from acucli.render.writers import Rows
from acucli.text.cleaning import clean_line

_WITH_REASONS = frozenset({"json", "jsonl"})
"""Formats for programs that hold the reason why a condition offers no points."""
COLUMNS = ("rank", "code", "name", "hold_seconds", "sides", "reach", "for", "grade", "cautions")


def found_rows(answer: FindAnswer, run: AppContext) -> Rows:
    """Return the points as rows; every key of a point is a field, `grade` and `cautions` are short."""
    grades = {condition.slug: condition.grade for condition in answer.conditions}
    made = []
    for point in answer.points:
        row: dict[str, Any] = msgspec.to_builtins(point)
        row["grade"] = [grades[slug] for slug in point.for_ if slug in grades]
        row["cautions"] = [caution.id for caution in point.cautions]
        made.append(row)
    return Rows(made, COLUMNS)


def found_codes(answer: FindAnswer, run: AppContext) -> Iterator[str]:
    """Yield the codes of the points that this person may press."""
    return (point.code for point in answer.points if point.pressable)


def say_before(answer: FindAnswer, run: AppContext, chosen: Format) -> None:
    """Say how the words were read, and to a program what was left out: people read that in the answer itself."""
    for note in answer.notes:
        run.output.note(f"note: {note}")
    if chosen in FOR_PEOPLE:
        return
    for condition in answer.conditions if chosen not in _WITH_REASONS else ():
        if not answer.points and condition.session_reason:
            run.output.note(f"{condition.name}: no points. {condition.session_reason}")
    for text in answer.texts:
        if text.matched:
            run.output.note(f"{text.kind}: {text.name}. acu show {text.kind}:{text.id}")
    named = {item.code for item in answer.left_out}
    for item in answer.left_out:
        run.output.note(f"left out: {item.code} ({item.because})")
    for point in answer.points:
        if chosen == "codes" and not point.pressable and point.code not in named:
            run.output.note(f"left out: {point.code} ({point.cautions[0].id if point.cautions else 'limit'})")


def say_after(answer: FindAnswer, run: AppContext, chosen: Format) -> None:
    """Say to people what else is near."""
    if answer.suggestions and chosen in FOR_PEOPLE:
        run.output.note(f"also near: {', '.join(answer.suggestions)}")


def say_nothing(answer: FindAnswer, run: AppContext) -> None:
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


def closing_lines(answer: FindAnswer, run: AppContext) -> Iterator[str]:
    """Yield what stands below the points: what was left out, warning signs, trials, and where the picture is."""
    for item in answer.left_out:
        yield item.message or f"Left out: {item.code}."
    for flag in answer.watch_for:
        if run.options.quiet or flag not in answer.said_signs:
            yield f"Get help: {flag.sentence}"
    for condition in answer.conditions:
        if trials := run.library.conditions[condition.slug].references:
            yield f"Trials and guidelines of {condition.name.lower()}: acu show {' '.join(trials)}"
    yield from pointers(answer)
    if answer.points:
        yield f"The card with its picture: acu show {answer.points[0].code}"


def _told(condition: FoundCondition) -> Iterator[str]:
    yield f"{condition.name}. Evidence: {condition.grade_words}. {condition.evidence}"
    if condition.session == "offered":
        yield f"Session: acu session {condition.slug}, about {condition.minutes} minutes."
    else:
        yield f"No session. {condition.session_reason} {condition.way_out}"


def found_sentences(answer: FindAnswer, run: AppContext) -> Iterator[str]:
    """Yield the answer as short full sentences, for a screen reader or a plain terminal."""
    for condition in answer.conditions:
        if condition.session == "information":
            yield from _told(condition)
    for text in text_lines(answer):
        yield from text.split("\n")
    for condition in answer.conditions:
        if condition.session == "offered":
            yield from _told(condition)
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
    yield from closing_lines(answer, run)
