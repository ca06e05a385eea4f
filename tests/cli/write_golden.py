"""Writes the expected cards anew: `python -m tests.cli.write_golden`. Look at each of them before it is kept."""

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


class _Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def golden_file(code: str, size: tuple[int, int]) -> Path:
    """Return the text file with the expected card."""
    return GOLDEN / f"{code}-{size[0]}x{size[1]}.txt"


def write() -> None:
    """Write the cards of three points at two sizes, without colour."""
    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for size in SIZES:
            for code in CARDS:
                named = {
                    "ACU_HOME": home,
                    "COLUMNS": str(size[0]),
                    "TERM": "xterm-256color",
                    "NO_COLOR": "1",
                    "LINES": str(size[1]),
                }
                stream = _Terminal()
                main(
                    ["show", code],
                    Environment(
                        variables=named,
                        paths=Paths.from_variables(named),
                        stdin=io.StringIO(),
                        stdout=stream,
                        stderr=io.StringIO(),
                    ),
                )
                golden_file(code, size).write_text(stream.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    write()
