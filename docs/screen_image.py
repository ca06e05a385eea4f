"""Pictures of terminal screens, from what a terminal shows: `python -m docs.screen_image SCREEN.ansi SCREEN.png`.

A screen is read with its colours, as `tmux capture-pane -e` writes it. Each run of cells is put on its column, so that
no font can shift what stands beside it. Needs the extra `image`, and DejaVu Sans Mono for the dots of a figure.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from acucli.render.images import rendered

CELL_WIDE, CELL_HIGH, MARGIN = 8.43, 17.0, 14.0
"""Of DejaVu Sans Mono at 14 pixels: its braille cells touch in both directions."""
_SIZE, _BASELINE = 14.0, 13.0
_FONTS = "DejaVu Sans Mono, Noto Sans Mono CJK TC, Noto Sans CJK TC, Noto Sans CJK SC, Droid Sans Fallback, monospace"


class Ground(NamedTuple):
    """The colours of a terminal: paper, ink, and the eight named colours."""

    paper: str
    ink: str
    colours: tuple[str, ...]


DARK = Ground(
    "#16191d", "#d5d8dc", ("#4b5157", "#ff6b68", "#7fc97f", "#e5c07b", "#6aa7e8", "#c792ea", "#56c6cf", "#e6e8ea")
)
LIGHT = Ground(
    "#ffffff", "#24292e", ("#24292e", "#c6262e", "#3c7d3c", "#8a6500", "#1f5fa8", "#7a3e9d", "#0e7c86", "#6a737d")
)


class _Run(NamedTuple):
    """Cells of one look: the column they begin in, their text, their style."""

    column: int
    text: str
    style: Style


def svg_of(rows: Sequence[Text], columns: int, ground: Ground = DARK) -> str:
    """Return a screen as an SVG document: one text for each run of cells of one style."""
    wide = columns * CELL_WIDE + 2 * MARGIN
    high = len(rows) * CELL_HIGH + 2 * MARGIN
    body = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:.0f}" height="{high:.0f}" font-family="{_FONTS}" '
        f'font-size="{_SIZE}" xml:space="preserve">',
        f'<rect width="100%" height="100%" rx="6" fill="{ground.paper}"/>',
    ]
    for number, row in enumerate(rows):
        body += [_drawn(run, number, ground) for run in _runs(row)]
    return "\n".join([*body, "</svg>"])


def _runs(row: Text) -> Iterator[_Run]:
    """Yield the runs of a row that show something: cells of one style and one kind of sign, without blanks between."""
    console = Console(width=1000)
    column = 0
    cells = [(letter, row.get_style_at_offset(console, at)) for at, letter in enumerate(row.plain)]
    for (style, kind), run in groupby(cells, lambda cell: (cell[1], _kind(cell[0]))):
        text = "".join(letter for letter, _ in run)
        if kind != " ":
            yield _Run(column, text, style)
        column += cell_len(text)


def _kind(letter: str) -> str:
    """Return the kind of a sign: blank, dots of a figure, wide, or any other; a font may hold one and not another."""
    if letter.isspace():
        return " "
    return "dots" if "\u2800" <= letter <= "\u28ff" else "wide" if cell_len(letter) == 2 else "letters"


def _drawn(run: _Run, row: int, ground: Ground) -> str:
    x, y = MARGIN + run.column * CELL_WIDE, MARGIN + row * CELL_HIGH
    number = run.style.color.number if run.style.color is not None else None
    ink = ground.colours[number % 8] if number is not None else ground.ink
    marks = ' font-weight="bold"' if run.style.bold else ""
    marks += ' opacity="0.62"' if run.style.dim else ""
    spread = f' textLength="{cell_len(run.text) * CELL_WIDE:.2f}" lengthAdjust="spacingAndGlyphs"'
    return f'<text x="{x:.2f}" y="{y + _BASELINE:.2f}" fill="{ink}"{marks}{spread}>{escape(run.text)}</text>'


def main(source: Path, target: Path, ground: Ground = DARK) -> None:
    """Write the picture of one screen."""
    rows = [Text.from_ansi(line) for line in source.read_text(encoding="utf-8").rstrip("\n").split("\n")]
    columns = max(cell_len(row.plain.rstrip()) for row in rows) + 1
    document = svg_of(rows, columns, ground)
    target.write_bytes(rendered(document, round(columns * CELL_WIDE + 2 * MARGIN)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), LIGHT if sys.argv[3:] == ["light"] else DARK)
