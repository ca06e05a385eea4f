"""Real images in the terminal: the escape sequences of Kitty and iTerm2, chosen by variables alone, never by asking."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from typing import Literal

from acucli.errors import AcuError
from acucli.host.environment import Environment

Protocol = Literal["kitty", "iterm2", ""]
Renderer = Callable[[str, int], bytes]
"""Returns an SVG document as PNG of so many pixels in width."""

_BY_PROGRAM: dict[str, Protocol] = {"iTerm.app": "iterm2", "WezTerm": "iterm2", "ghostty": "kitty"}
_PIECE = 4096
_PIXELS_PER_COLUMN = 12
_FAMILIES = "Arial, Helvetica, DejaVu Sans, Liberation Sans, Noto Sans, Segoe UI, Verdana, Cantarell, sans-serif"
"""The renderer takes `sans-serif` for Arial and leaves out all text where that is missing."""


class ImagesMissingError(AcuError):
    """Images cannot be made here: the optional extra is not installed, or it failed."""


def protocol(environment: Environment) -> Protocol:
    """Return how this terminal takes images, empty where it does not or where that is not known.

    Inside tmux and screen nothing is sent: they would not pass it on, and whoever looks in later sees nothing.
    """
    term = environment.variable("TERM")
    inside = environment.variable("TMUX") or environment.variable("STY")
    if not environment.stdout_is_terminal or inside or term.startswith(("screen", "tmux")) or term == "dumb":
        return ""
    if environment.variable("KITTY_WINDOW_ID") or term == "xterm-kitty":
        return "kitty"
    return _BY_PROGRAM.get(environment.variable("TERM_PROGRAM"), "")


def image(svg: str, how: Protocol, columns: int, render: Renderer | None = None) -> str:
    """Return the sequence that shows an SVG document, `columns` wide, with a line end after it.

    Raises:
        ImagesMissingError: there is no renderer, or it does not take the document.
    """
    png = (render or rendered)(svg, columns * _PIXELS_PER_COLUMN)
    encoded = b64encode(png).decode("ascii")
    return (_kitty(encoded, columns) if how == "kitty" else _iterm2(encoded, columns, len(png))) + "\n"


def rendered(svg: str, pixels_wide: int) -> bytes:
    """Return an SVG document as PNG on white paper: its lines are dark, and the terminal may be, too.

    Raises:
        ImagesMissingError: the optional extra `acucli[image]` is not installed, or it failed.
    """
    try:
        from resvg_py import svg_to_bytes  # 1 to 4 ms, only where an image was asked for
    except ImportError as error:
        raise ImagesMissingError("images need an optional part: pip install 'acucli[image]'") from error
    document = svg.replace('font-family="sans-serif"', f'font-family="{_FAMILIES}"', 1)
    try:
        return bytes(svg_to_bytes(svg_string=document, width=pixels_wide, background="#ffffff"))
    except Exception as error:  # a native module: whatever it raises, the drawing in characters still works
        raise ImagesMissingError(f"the image could not be made: {error}") from error


def _kitty(encoded: str, columns: int) -> str:
    """Return the pieces of a picture for Kitty; `q=2` keeps the terminal from answering."""
    pieces = [encoded[start : start + _PIECE] for start in range(0, len(encoded), _PIECE)]
    parts = []
    for number, piece in enumerate(pieces):
        first = f"a=T,f=100,q=2,c={columns}," if number == 0 else "q=2,"
        more = int(number < len(pieces) - 1)
        parts.append(f"\x1b_G{first}m={more};{piece}\x1b\\")
    return "".join(parts)


def _iterm2(encoded: str, columns: int, size: int) -> str:
    return f"\x1b]1337;File=inline=1;size={size};width={columns};preserveAspectRatio=1:{encoded}\x07"
