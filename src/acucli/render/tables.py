"""A plain table of rows."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any, NamedTuple

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from acucli.render.context import AppContext
from acucli.render.rich_output import write_rich

_GAP = 2
_NARROWEST_COLUMN = 4


def show_rows(
    run: AppContext, rows: Sequence[dict[str, Any]], columns: Sequence[str], spare: Sequence[str] = ()
) -> None:
    """Write rows as a table within the terminal; the first column never wraps, others wrap between words.

    Where the words of the columns do not fit beside each other, the `spare` ones give way, the first named first;
    where even then they do not, each row is a paragraph.
    """
    fitted = _fitted(rows, columns, spare, run.output.abilities.width)
    titles, cells, widths = fitted.titles, fitted.cells, fitted.widths
    away = f"; no room for {', '.join(fitted.without)}" if fitted.without else ""
    if not widths:
        for row in cells:
            run.output.text(_paragraph(titles, row, run.output.abilities.width))
        run.output.note(f"{len(rows)} in all")
        return
    style = box.SIMPLE_HEAD if run.output.abilities.unicode else box.ASCII
    table = Table(box=style, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for number, (title, width) in enumerate(zip(titles, widths, strict=True)):
        table.add_column(title, no_wrap=number == 0, overflow="fold", width=width)
    for row in cells:
        table.add_row(*(Text(_broken(cell, width)) for cell, width in zip(row, widths, strict=True)))
    write_rich(run, table)
    run.output.note(f"{len(rows)} in all{away}")


class _FittedTable(NamedTuple):
    """What of the columns fits: their titles, cells and widths (empty where nothing does), and which gave way."""

    titles: list[str]
    cells: list[list[str]]
    widths: list[int]
    without: list[str]


def _fitted(rows: Sequence[dict[str, Any]], columns: Sequence[str], spare: Sequence[str], width: int) -> _FittedTable:
    whole: _FittedTable | None = None
    for given in range(len(spare) + 1):
        kept = [name for name in columns if name not in spare[:given]]
        cells = [[_cell(row.get(name)) for name in kept] for row in rows]
        titles = [name.replace("_", " ") for name in kept]
        found = _FittedTable(titles, cells, fitting_widths([titles, *cells], width), list(spare[:given]))
        if found.widths:
            return found
        whole = whole or found
    return whole or _FittedTable([], [], [], [])


def _broken(cell: str, width: int) -> str:
    """Return a cell broken between words and after dashes."""
    return cell if cell_len(cell) <= width else "\n".join(textwrap.wrap(cell, width))


def fitting_widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the width of each column, none narrower than its longest word; empty where they do not fit.

    The widest columns give way first. The first column keeps its whole width.
    """
    columns = list(zip(*rows, strict=True))
    wanted = [max(cell_len(cell) for cell in column) for column in columns]
    least = [max(cell_len(word) for cell in column for word in _pieces(cell)) for column in columns]
    least = [max(number, min(_NARROWEST_COLUMN, most)) for number, most in zip(least, wanted, strict=True)]
    least[0] = wanted[0]
    room = width - _GAP * (len(columns) - 1)
    if sum(least) > room:
        return []
    while sum(wanted) > room:
        shrinkable = [at for at in range(len(wanted)) if wanted[at] > least[at]]
        widest = max(shrinkable, key=lambda at: wanted[at])
        wanted[widest] -= 1
    return wanted


def _pieces(cell: str) -> list[str]:
    """Return the parts of a cell that a line may end after: words, and parts of a word with dashes."""
    return cell.replace("-", "- ").split() or [""]


def _paragraph(titles: Sequence[str], row: Sequence[str], width: int) -> str:
    """Return a row as its first two cells on a line, and the others named below."""
    lines = ["  ".join(cell for cell in row[:2] if cell)]
    lines += [f"  {title}: {cell}" for title, cell in zip(titles[2:], row[2:], strict=True) if cell]
    wrapped = (
        textwrap.wrap(line, width, subsequent_indent="    ", break_on_hyphens=False, break_long_words=False)
        for line in lines
    )
    return "\n".join(part for parts in wrapped for part in parts)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, (list, tuple)):
        return ", ".join(str(part) for part in value)
    return "" if value is None else str(value)
