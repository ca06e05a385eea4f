"""What Rich draws, with nothing in its text that steers a terminal: colours are ours, words are anybody's."""

from __future__ import annotations

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style

from acucli.text.cleaning import clean


class Cleaned:
    """Draws another renderable, each piece of its text cleaned; line ends stay."""

    def __init__(self, renderable: RenderableType) -> None:
        self._renderable = renderable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the pieces of the other, cleaned."""
        for segment in console.render(self._renderable, options):
            yield segment if segment.control else Segment(clean(segment.text), _style(segment.style))


def _style(style: Style | None) -> Style | None:
    """Return a style whose link is cleaned, too: a link is written into the terminal as it is."""
    return style.update_link(clean(style.link)) if style is not None and style.link else style
