"""What Rich draws, written by the one writer: at the width of the terminal, with its colours or none."""

from __future__ import annotations

from typing import IO, cast

from rich.console import Console, RenderableType

from acucli.render.cleaned import Cleaned
from acucli.render.context import AppContext


def write_rich(run: AppContext, *renderables: RenderableType, width: int = 0) -> None:
    """Write what Rich draws, at the width of the terminal or at that of a picture."""
    can = run.output.abilities
    console = Console(
        width=width or can.width,
        force_terminal=can.colour,
        no_color=not can.colour,
        color_system="truecolor" if can.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},  # what a variable means was read already, and Rich takes any digit in a size for a number
        file=cast("IO[str]", _Collector()),
    )
    with console.capture() as capture:
        for renderable in renderables:
            console.print(Cleaned(renderable))
    run.output.write("\n".join(line.rstrip() for line in capture.get().split("\n")))


class _Collector:
    """A file for a console that only captures."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        """Take no notice of the text."""
        return len(text)

    def flush(self) -> None:
        """Do nothing."""
