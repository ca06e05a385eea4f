"""Rows as text: TSV without a header, CSV and Markdown with one.

A cell is text or JSON. Short words of a list are joined by commas; a list of anything else, or with a comma in one of
its texts, is JSON, and so is everything that has fields.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

import msgspec

from acucli.model.answers import Document
from acucli.render.context import AppContext
from acucli.render.forms import Forms
from acucli.render.renderer import function_named
from acucli.render.style import Style
from acucli.render.writers import Rows, fields_of
from acucli.text.cleaning import clean, formula_safe, json_text


def write_tsv(answer: Document, forms: Forms, run: AppContext, style: Style) -> None:
    """Write rows as TSV."""
    made = _rows(answer, forms, run)
    names = fields_of(made, run)
    run.output.write(clean("".join("\t".join(_cell(row[name]) for name in names) + "\n" for row in made.rows)))


def write_csv(answer: Document, forms: Forms, run: AppContext, style: Style) -> None:
    """Write rows as CSV."""
    made = _rows(answer, forms, run)
    run.output.write(csv_of(made, fields_of(made, run)))


def write_markdown(answer: Document, forms: Forms, run: AppContext, style: Style) -> None:
    """Write what an answer says of itself in Markdown, or its rows as a table."""
    if forms.markdown and not run.options.fields:
        for line in function_named(forms.markdown)(answer, run):
            run.output.text(line)
        return
    made = _rows(answer, forms, run)
    names = fields_of(made, run)
    cells = ([_cell(row[name]) for name in names] for row in made.rows)
    for line in (names, ["---"] * len(names), *cells):
        run.output.text("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |")


def csv_of(made: Rows, names: Sequence[str]) -> str:
    """Return rows as CSV with a header; a text that a spreadsheet would run as a formula gets an apostrophe."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_guarded(row[name]) for name in names] for row in made.rows)
    return clean(buffer.getvalue())


def _rows(answer: Document, forms: Forms, run: AppContext) -> Rows:
    made: Rows = function_named(forms.rows)(answer, run)
    return made


def _guarded(value: Any) -> str:
    cell = _cell(value)
    return cell if isinstance(value, (int, float)) else formula_safe(cell)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple, set, frozenset)):
        return _joined([_named(part) for part in value])
    value = _named(value)
    if isinstance(value, (str, int, float)):
        return _on_one_line(value)
    return json_text(msgspec.json.encode(value))


def _on_one_line(value: object) -> str:
    """Return a value on one line; the whole that it stands in is cleaned at once."""
    return " ".join(str(value).split())


def _joined(parts: list[Any]) -> str:
    """Return words joined by commas where they can be parted again, else JSON."""
    if all(isinstance(part, (str, int, float)) and "," not in str(part) for part in parts):
        return ",".join(map(_on_one_line, parts))
    return json_text(msgspec.json.encode(parts))


def _named(value: Any) -> Any:
    """Return the id by which a value of the library is known, else the value itself."""
    return getattr(value, "id", None) or value if isinstance(value, msgspec.Struct) else value
