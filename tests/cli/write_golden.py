"""Writes the expected cards and screens anew: `python -m tests.cli.write_golden`. Look at each before it is kept."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from acucli.cli.app import main
from acucli.host.environment import Environment
from acucli.host.paths import Paths

GOLDEN = Path(__file__).parent / "golden"
CARDS = ("PC6", "GB20", "ST36")
SIZES = ((80, 24), (40, 12))
SCREENS: dict[str, tuple[str, ...]] = {
    "find-headache": ("find", "headache"),
    "find-insomnia": ("find", "insomnia"),
    "find-breathlessness": ("find", "breathlessness"),
    "home": (),
}
"""Screens that somebody new meets, by their name."""
SCREEN_SIZES = ((80, 24), (40, 20))
WIDE = ("find-headache", (200, 60))
"""And one on a wide terminal."""


class _Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def golden_file(code: str, size: tuple[int, int]) -> Path:
    """Return the text file with the expected card."""
    return GOLDEN / f"{code}-{size[0]}x{size[1]}.txt"


def screens() -> list[tuple[str, tuple[int, int]]]:
    """Return every screen that is kept, by its name and size."""
    return [(name, size) for name in SCREENS for size in SCREEN_SIZES] + [WIDE]


def write() -> None:
    """Write the cards of three points at two sizes, and the screens at theirs, without colour."""
    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for size in SIZES:
            for code in CARDS:
                golden_file(code, size).write_text(_shown(home, ["show", code], size), encoding="utf-8")
        for name, size in screens():
            golden_file(name, size).write_text(_shown(home, list(SCREENS[name]), size), encoding="utf-8")


def _shown(home: str, arguments: list[str], size: tuple[int, int]) -> str:
    """Return what a command shows on a terminal of that size."""
    named = {
        "ACU_HOME": home,
        "COLUMNS": str(size[0]),
        "TERM": "xterm-256color",
        "NO_COLOR": "1",
        "LINES": str(size[1]),
    }
    stream = _Terminal()
    main(
        arguments,
        Environment(
            variables=named,
            paths=Paths.from_variables(named),
            stdin=io.StringIO(),
            stdout=stream,
            stderr=io.StringIO(),
        ),
    )
    return stream.getvalue()


if __name__ == "__main__":
    write()
