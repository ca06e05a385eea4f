"""Style: how an answer is drawn, where a command lets one choose."""

from __future__ import annotations

from typing import Literal

import msgspec

FigureMode = Literal["auto", "braille", "blocks", "ascii", "shaded", "image", "off"]
ShownSide = Literal["left", "right"]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """How an answer is drawn; `figure` None is as the settings say, `width` 0 as wide as the terminal.

    `whole` shows everything there is, where a table or card would show the first or the essentials. Of a list of places
    `limit` is the most of them (0 for the usual), `setting` where they shall be pressed, and `narrowed_to` the options
    that narrow it, as they stand on a command line.
    `tour` joins the points of a meridian in their order.
    """

    figure: FigureMode | None = None
    side: ShownSide = "right"
    width: int = 0
    whole: bool = False
    limit: int = 0
    setting: str = ""
    narrowed_to: str = ""
    tour: bool = False

    @property
    def draws(self) -> bool:
        """Tell whether a picture was asked for, by name or by its width."""
        return bool(self.width) or self.figure in {"braille", "blocks", "ascii", "shaded", "image"}


PLAIN_STYLE = Style()
