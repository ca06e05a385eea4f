"""Writers of the formats that need no table: sentences, JSON, codes, and what a terminal shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from acucli.errors import UsageError
from acucli.model.answers import Document
from acucli.render.context import AppContext
from acucli.render.forms import Forms
from acucli.render.renderer import function_named
from acucli.render.style import Style


class Rows(msgspec.Struct, frozen=True):
    """Rows by field: `columns` are those of TSV and CSV, `shown` those of a table (empty: the same).

    `spare` are columns of a table that give way on a narrow terminal, the first named first.
    """

    rows: Sequence[dict[str, Any]]
    columns: tuple[str, ...]
    shown: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()


def write_table(answer: Document, forms: Forms, run: AppContext, style: Style) -> None:
    """Write an answer as it is drawn on a terminal: its own drawing, a table of a list, else its sentences."""
    if forms.drawn and not run.options.fields:
        function_named(forms.drawn)(answer, run, style)
    elif forms.rows and (forms.is_list or run.options.fields or not forms.sentences):
        made: Rows = function_named(forms.rows)(answer, run)
        function_named("tables:show_rows")(run, made.rows, fields_of(made, run, made.shown), made.spare)
    else:
        write_plain(answer, forms, run, style)


def write_plain(answer: Document, forms: Forms, run: AppContext, style: Style) -> None:
    """Write an answer as sentences, a row of a list as one."""
    if forms.spoken:
        for line in function_named(forms.spoken)(answer, run, style):
            run.output.text(line)
        return
    if forms.sentences:
        for line in function_named(forms.sentences)(answer, run):
            run.output.text(line)
        return
    made: Rows = function_named(forms.rows)(answer, run)
    names = fields_of(made, run, made.shown)
    for row in made.rows:
        cells = (row.get(name) for name in names)
        run.output.text(". ".join(_said(cell) for cell in cells if cell not in (None, "", [], ())))


def write_json(answer: Document, forms: Forms, run: AppContext, style: Style) -> None:
    """Write an answer as one JSON value."""
    run.output.json(answer.as_json())


def write_json_lines(answer: Document, forms: Forms, run: AppContext, style: Style) -> None:
    """Write the items of an answer as a line of JSON each; an answer that has none is one line."""
    run.output.json_lines(function_named(forms.items)(answer, run) if forms.items else [answer.as_json()])


def write_codes(answer: Document, forms: Forms, run: AppContext, style: Style) -> None:
    """Write one code a line."""
    run.output.codes(function_named(forms.codes)(answer, run))


def write_svg(answer: Document, forms: Forms, run: AppContext, style: Style) -> None:
    """Write the picture as SVG."""
    run.output.text(function_named(forms.svg)(answer, run).rstrip("\n"))


def draw_json(answer: Document, run: AppContext, style: Style) -> None:
    """Write JSON to a terminal, for an answer that is nothing else."""
    run.output.json(answer.as_json())


def fields_of(made: Rows, run: AppContext, usual: Sequence[str] = ()) -> Sequence[str]:
    """Return the fields to be shown: those asked for by `--fields`, else the usual ones.

    Raises:
        UsageError: one of those asked for does not exist.
    """
    names = run.options.fields
    unknown = [name for name in names if made.rows and name not in made.rows[0]]
    if unknown:
        raise UsageError(f"there is no field {unknown[0]!r}", hint=f"fields: {', '.join(made.rows[0])}")
    return names or usual or made.columns


def _said(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(str(part) for part in value)
    return str(value)
