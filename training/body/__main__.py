"""`python -m training.body take FILE | draw [--out FOLDER] | check | measure`; see the package."""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from training.body.bodies import write_bodies
from training.body.drawing import drawn
from training.body.marks import MARKS
from training.body.measuring import table
from training.body.places import Placing, Sheet, read_points, sheets_of
from training.body.posed_figures import write_posed
from training.body.surface import keep, read_source
from training.body.views import POSED_VIEWS, VIEWS
from training.body.words import WINDOWS
from training.body.writing import figure_data, write

DATA = Path(__file__).parent.parent.parent / "data"
SUMS = Path(__file__).with_name("figures.sha256")


def main() -> None:
    """Do what the first word says."""
    parser = argparse.ArgumentParser(prog="python -m training.body", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("take").add_argument("file", type=Path)
    commands.add_parser("draw").add_argument("--out", type=Path, default=DATA / "figures")
    commands.add_parser("check")
    commands.add_parser("measure")
    options = parser.parse_args()
    match options.command:
        case "take":
            keep(read_source(options.file))
        case "measure":
            print("\n".join(table(placed())))
        case "check":
            with TemporaryDirectory() as folder:
                draw(Path(folder))
                sys.exit(differences(sums(Path(folder))))
        case _:
            draw(options.out)
            if options.out == DATA / "figures":
                SUMS.write_text(sums(options.out), encoding="utf-8")


def draw(folder: Path) -> None:
    """Write every figure that is computed from the body."""
    placing = placed()
    for sheet in placing.sheets.values():
        write(figure_data(sheet, placing, windows_of(sheet)), folder)
    write_bodies(placing, folder)
    write_posed(placing, folder)


def sums(folder: Path) -> str:
    """Return the sums of the computed figures, as `sha256sum` writes them; those drawn by hand are not among them."""
    names = sorted([*MARKS, *(view.name for view in (*VIEWS, *POSED_VIEWS) if view.name not in MARKS)])
    lines = [f"{hashlib.sha256((folder / f'{name}.json').read_bytes()).hexdigest()}  {name}.json" for name in names]
    return "\n".join(lines) + "\n"


def differences(found: str) -> str | int:
    """Return which figures came out other than they are kept, in a sentence; 0 where none did."""
    kept = set(SUMS.read_text(encoding="utf-8").splitlines())
    other = [line.split()[1] for line in found.splitlines() if line not in kept]
    return f"not as kept: {', '.join(other)}" if other else 0


def placed() -> Placing:
    """Return every point on the skin."""
    drawings = {view.name: drawn(view) for view in VIEWS if view.name in MARKS}
    return Placing(sheets_of(drawings), read_points(DATA))


def windows_of(sheet: Sheet) -> dict[str, list[float] | None]:
    """Return the windows of a figure: those of the hand-drawn one, laid upon the view and kept inside its frame."""
    left, top, right, bottom = sheet.drawn.view.box
    found: dict[str, list[float] | None] = {}
    for name, box in sheet.figure.windows.items():
        if box is None:
            found[name] = None
            continue
        x0, y0, x1, y1 = box
        corners = sheet.plate(
            np.array([[x0, y0], [x1, y0], [x0, y1], [x1, y1], [(x0 + x1) / 2, y0], [(x0 + x1) / 2, y1]])
        )
        low, high = corners.min(0), corners.max(0)
        if sheet.figure.symmetric:
            high[0] = max(high[0], -low[0])
            low[0] = -high[0]
        found[name] = [round(float(number)) for number in
                       (max(left, low[0]), max(top, low[1]), min(right, high[0]), min(bottom, high[1]))]  # fmt: skip
    return found | WINDOWS.get(sheet.name, {})


if __name__ == "__main__":
    main()
