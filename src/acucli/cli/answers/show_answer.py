"""Answering `acu show`: the card of each record named, in the format asked for."""

from __future__ import annotations

from typing import Any

from acucli.errors import UsageError
from acucli.render.context import AppContext


def show_records(run: AppContext, ids: list[str], *, figure: str = "", side: str = "right", whole: bool = False) -> int:
    """Write the record of each id and return 0.

    Raises:
        UsageError: no id was given.
        RecordNotFound: one of them names nothing.
    """
    from acucli.guide.resolving import resolve_all

    if not ids:
        raise UsageError("nothing to show was named", hint="try: acu show LI4")
    found = resolve_all(ids, run.library)
    for number, item in enumerate(found):
        if number and not run.options.json:
            run.output.text("")
        _one(run, item, figure, side, whole)
    return 0


def _one(run: AppContext, item: Any, figure: str, side: str, whole: bool) -> None:
    import msgspec

    output = run.output
    library = run.library
    record = item.record(library)
    format_ = output.format_for("card")
    for note in item.notes:
        output.note(f"note: {note}")
    if item.others:
        output.note(f"note: also {', '.join(item.others)}")
    if format_ in {"json", "jsonl"}:
        stamp = {"version": library.version, "fingerprint": library.fingerprint}
        value = {"schema_version": 1, "library": stamp, "kind": item.kind, "record": record}
        if format_ == "json":
            output.json(value)
        else:
            output.json_lines([value])
        return
    if format_ in {"tsv", "csv"}:
        row = msgspec.to_builtins(record)
        output.rows([row], tuple(row), separator="\t" if format_ == "tsv" else ",")
        return
    if format_ == "codes":
        output.codes([item.id])
        return
    from acucli.render.cards import show_card

    show_card(run, item.kind, record, figure=figure, side=side, table=format_ == "table", whole=whole)
