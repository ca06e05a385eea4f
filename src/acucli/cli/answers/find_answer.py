"""Answering `acu find`: one query, or a batch of them, in the format asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from acucli.errors import MachineRefused
from acucli.render.context import AppContext

_LONGEST_QUERY = 1_000_000
COLUMNS = ("rank", "code", "name", "hold_seconds", "sides", "reach", "for", "grade", "cautions")


def answer_query(run: AppContext, query: str, filters: Any = None) -> int:
    """Find points for a query, write the answer and return its status: 0, 1 nothing found, 4 held back."""
    from acucli.guide.finding import find as find_points

    answer = find_points(query, run.library, run.profile, today=run.today, filters=filters)
    output = run.output
    format_ = output.format_for("list")
    if answer.status == 4:
        from acucli.render.urgent import show_urgent

        if format_ in {"json", "jsonl"}:
            output.json(answer)
        show_urgent(run, answer.red_flags, answer.held_back, answer.language)
        return 4
    if format_ in {"json", "jsonl"}:
        output.json(answer)
        return answer.status
    if answer.status == 1:
        from acucli.render.found import show_nothing

        show_nothing(run, answer)
        return 1
    if format_ in {"tsv", "csv"}:
        output.rows(rows(answer), COLUMNS, separator="\t" if format_ == "tsv" else ",")
        _say_notes(run, answer)
    elif format_ == "codes":
        output.codes(point.code for point in answer.points)
        _say_notes(run, answer)
    else:
        from acucli.render.found import show_found

        show_found(run, answer, table=format_ == "table", limited=bool(filters and filters.limit))
    return 0


def rows(answer: Any) -> list[dict[str, Any]]:
    """Return the points of an answer as rows; every key of a point is a field, `grade` and `cautions` are short."""
    import msgspec

    grades = {condition.slug: condition.grade for condition in answer.conditions}
    made = []
    for point in answer.points:
        row: dict[str, Any] = msgspec.to_builtins(point)
        row["grade"] = [grades[slug] for slug in point.for_ if slug in grades]
        row["cautions"] = [caution.id for caution in point.cautions]
        made.append(row)
    return made


def _say_notes(run: AppContext, answer: Any) -> None:
    for note in answer.notes:
        run.output.note(f"note: {note}")
    for item in answer.left_out:
        run.output.note(f"left out: {item.code} ({item.because})")


def answer_batch(run: AppContext, source: str, filters: Any) -> int:
    """Answer one query a line; the statuses stand in the lines, the command itself ends with 0."""
    import msgspec

    from acucli.guide.finding import find as find_points

    for query in _lines(run, source):
        if not query.strip():
            run.output.json_lines([{"query": query, "status": 2}])
            continue
        answer = find_points(query, run.library, run.profile, today=run.today, filters=filters)
        run.output.json_lines([{"status": answer.status, **msgspec.to_builtins(answer)}])
    return 0


def _lines(run: AppContext, source: str) -> Iterator[str]:
    if source == "-":
        stream = run.environment.stdin
        if stream is not None:
            lines = getattr(stream, "buffer", None) or (line.encode() for line in stream)
            yield from (line.decode("utf-8", "replace").rstrip("\r\n") for line in lines)
        return
    try:
        with open(source, encoding="utf-8", errors="replace") as file:
            while line := file.readline(_LONGEST_QUERY + 1):
                if len(line) > _LONGEST_QUERY:  # a device has no end, and no line ends
                    raise MachineRefused(f"{source} holds a line of more than {_LONGEST_QUERY:,} characters")
                yield line.rstrip("\n")
    except OSError as error:
        raise MachineRefused(f"cannot read {source}: {(error.strerror or str(error)).lower()}") from error
