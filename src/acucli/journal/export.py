"""Export: the journal as CSV, JSON or Markdown."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from acucli.journal.journal_answers import JournalExport
from acucli.journal.journal_lines import plan_in
from acucli.journal.sessions import Session
from acucli.text.cleaning import formula_safe

COLUMNS = (
    "sid", "day", "at", "zone", "slug", "name", "conditions", "planned_seconds", "credited_seconds", "why", "before",
    "after", "points", "notes",
)  # fmt: skip


def to_json(sessions: Sequence[Session], raw: Iterable[bytes]) -> bytes:
    """Return the sessions with every line of them as it stands in the journal, so that nothing is lost on the way.

    `raw` are the journal's lines; those of sessions that are not listed, and plans that only they had, stay out.
    """
    wanted = {item.sid for item in sessions}
    lines: list[msgspec.Raw] = []
    plans: dict[str, bytes] = {}
    for line in raw:
        held = plan_in(line)
        if held is not None:
            plans.setdefault(held[0], line)
            continue
        found = _object(line)
        sid = found.get("sid") if found is not None else None
        if found is None or not isinstance(sid, str) or sid not in wanted:
            continue
        plan_id = found.get("plan_id")
        plan = plans.pop(plan_id, b"") if isinstance(plan_id, str) else b""
        lines += [msgspec.Raw(part) for part in (plan, line) if part]
    content = JournalExport(sessions=tuple(sessions), lines=tuple(lines))
    return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def to_csv(sessions: Iterable[Session]) -> str:
    """Return one row a session under a header; a text that a spreadsheet would run as a formula gets an apostrophe."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for item in sessions:
        writer.writerow([formula_safe(value) if isinstance(value, str) else value for value in _row(item)])
    return stream.getvalue()


def _row(item: Session) -> tuple[object, ...]:
    return (
        item.sid,
        item.day,
        item.at,
        item.zone,
        item.slug,
        item.name,
        " ".join(item.conditions),
        round(item.planned_seconds),
        round(item.credited_seconds),
        item.why,
        "" if item.before is None else item.before,
        "" if item.after is None else item.after,
        " ".join(dict.fromkeys(place for place, _, _ in item.pressed)),
        " | ".join(note.text for note in item.notes),
    )


def to_markdown(sessions: Iterable[Session]) -> str:
    """Return a table of the sessions with their notes below, for a clinician to read."""
    rows = list(sessions)
    lines = [
        "# Acupressure journal",
        "",
        "| day | what | minutes | before | after | ended |",
        "|---|---|---|---|---|---|",
    ]
    for item in rows:
        numbers = ["" if number is None else str(number) for number in (item.before, item.after)]
        minutes = f"{item.credited_seconds / 60:.1f}"
        lines.append(
            f"| {item.day} | {_cell(item.name)} | {minutes} | {' | '.join(numbers)} | {item.why or 'broke off'} |"
        )
    notes = [f"- {item.day}, {_cell(item.name)}: {_cell(note.text)}" for item in rows for note in item.notes]
    if notes:
        lines += ["", "## Notes", "", *notes]
    lines += ["", "Numbers run from 0 to 10. Most pains ease by themselves; these numbers cannot tell why.", ""]
    return "\n".join(lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
