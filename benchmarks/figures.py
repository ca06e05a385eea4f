"""CPU time of the figure step: decoding the figures of a card, drawing it, and turning it into styled text.

    .venv/bin/python benchmarks/figures.py [rounds]

For each of some points of all views, the median of the rounds in milliseconds of processor time, as it is in a run of
`acu show`: every figure is decoded anew. The aim is 10 ms, the guard 25 ms for a card.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from acucli.bodymap.braille import Mode
from acucli.bodymap.overview import meridian_overviews, routine_overviews
from acucli.bodymap.panels import scene_of
from acucli.bodymap.picture import PictureStyle, point_picture
from acucli.bodymap.scene import Scene
from acucli.library import open_library
from acucli.model.library import Library

CODES = ("PC6", "LI4", "ST36", "GB20", "GV20", "BL23", "CV12", "KI1", "LR3", "EX-HN5", "EAR-TF4", "LI20")
GUARD_MS = 25.0


def main(rounds: int) -> int:
    """Print the medians; return 1 when a card takes longer than the guard."""
    from rich.text import Text  # loaded before anything is measured: a card has loaded it for its words anyway

    Text("")
    slowest = 0.0
    for code in CODES:
        card = _median(rounds, lambda library, code=code: _card(library, code, 40, locator=False))
        wide = _median(rounds, lambda library, code=code: _card(library, code, 60, locator=True))
        shaded = _median(rounds, lambda library, code=code: _card(library, code, 40, locator=False, mode="shaded"))
        largest = _median(rounds, lambda library, code=code: _card(library, code, 118, locator=True, rows=36))
        slowest = max(slowest, card, wide, shaded)
        print(
            f"{code:<8} card 40 x 20 {card:6.1f} ms   with locator {wide:6.1f} ms   shaded {shaded:6.1f} ms"
            f"   map 118 x 36 {largest:6.1f} ms"
        )
    for meridian in ("LU", "BL"):
        taken = _median(rounds, lambda library, meridian=meridian: _meridian(library, meridian))
        print(f"{meridian:<8} whole meridian at 80 columns {taken:6.1f} ms")
    routine = _median(rounds, _routine)
    print(f"routine of three points on two bodies {routine:6.1f} ms")
    print(f"slowest card {slowest:.1f} ms; aim 10 ms, guard {GUARD_MS:g} ms")
    return int(slowest > GUARD_MS)


def _median(rounds: int, draw: Callable[[Library], Scene | None]) -> float:
    from acucli.render.rich_scene import scene_text

    taken = []
    for _ in range(rounds):
        library = open_library()  # its figures are not decoded yet
        start = time.process_time()
        scene = draw(library)
        assert scene is not None
        scene_text(scene)
        taken.append((time.process_time() - start) * 1000)
    return statistics.median(taken)


def _card(
    library: Library, code: str, columns: int, *, locator: bool, rows: int = 20, mode: Mode = "braille"
) -> Scene | None:
    point = library.points[code]
    return point_picture(
        point,
        library.figures,
        library.points,
        width=columns,
        height=rows,
        style=PictureStyle(mode, locator=locator),
    )


def _meridian(library: Library, meridian: str) -> Scene | None:
    return scene_of(meridian_overviews(meridian, library.figures, library.points), 80, "braille", height=20)


def _routine(library: Library) -> Scene | None:
    codes = ("GB20", "EX-HN5", "LI4")
    return scene_of(routine_overviews(codes, library.figures, library.points), 80, "braille", height=20)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
