"""Writes the expected pictures and the contact sheets anew: `python -m tests.bodymap.write_golden`.

Look at each of them before it is kept.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from acucli.bodymap.overview import view_overview
from acucli.bodymap.picture import PictureStyle, point_picture
from acucli.library.loader import open_library
from acucli.model.figures import Figure
from tests.bodymap.factories import carried_points

FIGURES = Path(__file__).parent.parent.parent / "data" / "figures"
GOLDEN = Path(__file__).parent / "golden"
SHEETS = Path(__file__).parent.parent.parent / "docs" / "figures"
KINDS: list[tuple[Literal["braille", "blocks", "ascii"], int]] = [
    ("braille", 60),
    ("braille", 80),
    ("braille", 120),
    ("ascii", 80),
]


def golden_file(code: str, mode: str, width: int) -> Path:
    """Return the text file with the expected picture."""
    return GOLDEN / f"{code}-{mode}-{width}.txt"


def main() -> None:
    """Write all expected pictures, and a sheet of each detail view with all its points."""
    write_pictures()
    library = open_library()
    SHEETS.mkdir(parents=True, exist_ok=True)
    for name in sorted(library.figures):
        sheet = view_overview(name, library.figures, library.points).svg()
        if sheet is not None:
            (SHEETS / f"{name}.svg").write_text(sheet, encoding="utf-8")


def write_pictures() -> None:
    """Write the expected pictures of the twelve carried points."""
    decoded = (msgspec.json.decode(path.read_bytes(), type=Figure) for path in FIGURES.glob("*.json"))
    figures = {figure.name: figure for figure in decoded}
    points = carried_points()
    GOLDEN.mkdir(exist_ok=True)
    for code, point in points.items():
        for mode, width in KINDS:
            scene = point_picture(point, figures, points, width=width, style=PictureStyle(mode))
            if scene is not None:
                golden_file(code, mode, width).write_text(scene.plain() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
