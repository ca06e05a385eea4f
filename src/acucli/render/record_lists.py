"""Lists of records: which fields a table shows of each kind, and what of them is not for this person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from acucli.model.answers import LeftOutPoint
from acucli.model.command_answers import RecordList
from acucli.model.evidence import Reference
from acucli.model.kinds import BY_PLURAL
from acucli.model.points import Point
from acucli.render.context import AppContext
from acucli.render.formats import Format
from acucli.render.layout import wrapped
from acucli.render.writers import Rows

_NOT_FOR_YOU = "not for you"
_GUIDELINE_COLUMNS = ("id", "body", "issued", "country", "needles", "pressing")
NOT_ENDORSED = "None of these bodies has seen or endorsed acucli."


def list_rows(answer: RecordList, run: AppContext) -> Rows:
    """Return the records as rows: their own fields, and the short ones that tables show."""
    if _are_guidelines(answer):
        return Rows([_guideline_row(record) for record in answer.records], _GUIDELINE_COLUMNS)
    kept = {item.code for item in _left_out(answer)}
    return Rows(
        [_row(record, kept) for record in answer.records],
        BY_PLURAL[answer.kind].columns,
        spare=BY_PLURAL[answer.kind].spare,
    )


def list_codes(answer: RecordList, run: AppContext) -> Iterator[str]:
    """Yield the first field of each record, without what is not for this person."""
    kept = {item.code for item in _left_out(answer)}
    first = BY_PLURAL[answer.kind].columns[0]
    return (code for record in answer.records if (code := str(getattr(record, first))) not in kept)


def list_items(answer: RecordList, run: AppContext) -> tuple[Any, ...]:
    """Return the records themselves."""
    return answer.records


def say_before(answer: RecordList, run: AppContext, chosen: Format) -> None:
    """Name what of the list is not for this person; of codes it is left out."""
    kept = _left_out(answer)
    if kept:
        names = ", ".join(item.code for item in kept)
        run.output.note(wrapped(run, f"{_NOT_FOR_YOU}: {names}. acu show CODE  says why"))


def say_after(answer: RecordList, run: AppContext, chosen: Format) -> None:
    """Say below the guidelines that they speak of others: nobody there knows this program."""
    if _are_guidelines(answer):
        run.output.note(NOT_ENDORSED)


def _are_guidelines(answer: RecordList) -> bool:
    """Tell whether a list is of guidelines alone: then its table says what each says."""
    return all(isinstance(record, Reference) and record.guideline is not None for record in answer.records)


def _guideline_row(reference: Reference) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(reference)
    said: dict[str, Any] = row.pop("guideline")
    return row | said


def say_nothing(answer: RecordList, run: AppContext) -> None:
    """Say that nothing is like that."""
    run.output.error(f"no {answer.kind} are like that", "loosen a filter")


def _left_out(answer: RecordList) -> tuple[LeftOutPoint, ...]:
    return () if isinstance(answer.left_out, msgspec.UnsetType) else answer.left_out


def _row(record: Any, kept: set[str]) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(record)
    if isinstance(record, Point):
        row |= {
            "pinyin": record.names.pinyin,
            "hanzi": record.names.traditional,
            "english": record.names.english,
            "region": record.press_region,
            "limit": _NOT_FOR_YOU if record.code in kept else record.limit.level,
        }
    elif "traditional" in row:
        row["hanzi"] = row["traditional"]
    for field in msgspec.structs.fields(type(record)):
        row.setdefault(field.encode_name, getattr(record, field.name))
    return row
