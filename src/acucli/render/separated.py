"""Rows as text: TSV without a header, CSV and Markdown with one; lists are joined by commas."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from acucli.model.answers import Document
from acucli.render.context import AppContext
from acucli.render.forms import Forms
from acucli.render.show import function_named
from acucli.render.style import Style
from acucli.render.writers import Rows, fields_of
from acucli.text.cleaning import clean_line, formula_safe


class _Cells(NamedTuple):
    """The names of the fields, the cells of each row in their order, and those as a spreadsheet may have them."""

    names: Sequence[str]
    rows: list[list[str]]
    guarded: list[list[str]]


def write_tsv(answer: Document, forms: Forms, run: AppContext, style: Style) -> None:
    """Write rows as TSV."""
    run.output.write("".join("\t".join(row) + "\n" for row in _cells(answer, forms, run).rows))


def write_csv(answer: Document, forms: Forms, run: AppContext, style: Style) -> None:
    """Write rows as CSV."""
    cells = _cells(answer, forms, run)
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows([list(cells.names), *cells.guarded])
    run.output.write(buffer.getvalue())


def write_markdown(answer: Document, forms: Forms, run: AppContext, style: Style) -> None:
    """Write what an answer says of itself in Markdown, or its rows as a table."""
    if forms.markdown:
        for line in function_named(forms.markdown)(answer, run):
            run.output.text(line)
        return
    cells = _cells(answer, forms, run)
    for row in (cells.names, ["---"] * len(cells.names), *cells.rows):
        run.output.text("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |")


def _cells(answer: Document, forms: Forms, run: AppContext) -> _Cells:
    made: Rows = function_named(forms.rows)(answer, run)
    names = fields_of(made, run)
    return _Cells(
        names,
        [[_cell(row[name]) for name in names] for row in made.rows],
        [[_guarded(row[name]) for name in names] for row in made.rows],
    )


def _guarded(value: Any) -> str:
    """Return a cell of a CSV: a text that a spreadsheet would run as a formula gets an apostrophe."""
    cell = _cell(value)
    return cell if isinstance(value, (int, float)) else formula_safe(cell)


def _cell(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ",".join(_cell(part) for part in value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, msgspec.Struct):
        return str(getattr(value, "id", None) or msgspec.json.encode(value).decode())
    return clean_line(str(value))
