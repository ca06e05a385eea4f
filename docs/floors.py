"""Draws the floors of the house from the import contract: `python -m docs.floors` writes `docs/floors.svg`.

The floors are those of the contract `layers` in `pyproject.toml`, each room with the first line of its package: what is
drawn is what CI holds. `python -m docs.floors --table` prints the same as Markdown, for `docs/architecture.md`.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from html import escape
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "floors.svg"
_WIDTH, _HEIGHT, _GAP = 920, 46, 8


class Room(NamedTuple):
    """A room: its name, and what it is for in a line."""

    name: str
    purpose: str


def floors() -> list[list[Room]]:
    """Return the floors from the top down, each with its rooms; rooms that do not exist yet are left out."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    names = [[name.strip(" ()") for name in layer.split("|")] for layer in layers]
    built = [[Room(name, _purpose(name)) for name in floor if _module(name) is not None] for floor in names]
    return [floor for floor in built if floor]


def picture(house: list[list[Room]]) -> str:
    """Return the floors as an SVG document, the top floor first, with the way of an import as an arrow."""
    rows = []
    for number, floor in enumerate(house):
        width = (_WIDTH - _GAP * (len(floor) - 1)) / len(floor)
        for place, room in enumerate(floor):
            rows.append(_box(room, place * (width + _GAP) + 30, number * (_HEIGHT + _GAP) + 4, width))
    height = len(house) * (_HEIGHT + _GAP) + 4
    arrow = f'<path d="M14 8 V{height - 12} m-5 -8 l5 8 l5 -8" fill="none" stroke="#667" stroke-width="2"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH + 36} {height}" font-family="sans-serif" '
        f'role="img" aria-label="The floors of acucli: imports go downwards only">\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n{arrow}\n' + "\n".join(rows) + "\n</svg>\n"
    )


def table(house: list[list[Room]]) -> str:
    """Return the floors as a Markdown table."""
    rows = ["| floor | room | what it is for |", "| --: | --- | --- |"]
    for number, floor in enumerate(house):
        rows += [f"| {len(house) - number} | `{room.name}` | {room.purpose} |" for room in floor]
    return "\n".join(rows) + "\n"


def _box(room: Room, left: float, top: float, width: float) -> str:
    words = _fitting(room.purpose, int((width - 24) / 6.1))
    return (
        f"<g><title>{escape(room.purpose)}</title>"
        f'<rect x="{left:.0f}" y="{top}" width="{width:.0f}" height="{_HEIGHT}" rx="5" fill="#eef2f6" stroke="#9ab"/>'
        f'<text x="{left + 12:.0f}" y="{top + 19}" font-size="15" font-weight="bold" fill="#123">{room.name}</text>'
        f'<text x="{left + 12:.0f}" y="{top + 36}" font-size="11.5" fill="#345">{escape(words)}</text></g>'
    )


def _fitting(text: str, letters: int) -> str:
    """Return as many whole clauses of a text as have room."""
    while len(text) > letters and (cut := max(text.rfind(mark, 0, -1) for mark in ";:,.")) > 0:
        text = text[:cut]
    return text if len(text) <= letters else ""


def _module(name: str) -> Path | None:
    room = ROOT / "src" / "acucli" / name
    return next((path for path in (room / "__init__.py", room.with_suffix(".py")) if path.exists()), None)


def _purpose(name: str) -> str:
    path = _module(name)
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) if path is not None else ""
    return (text or "").split("\n")[0].replace("|", "\\|")


def main() -> None:
    """Write the picture, or print the table."""
    if "--table" in sys.argv:
        sys.stdout.write(table(floors()))
    else:
        PICTURE.write_text(picture(floors()), encoding="utf-8")


if __name__ == "__main__":
    main()
