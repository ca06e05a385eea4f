"""Abilities: what the output can show, decided from variables and streams, never by asking the terminal."""

from __future__ import annotations

import os

import msgspec

from acucli.host.environment import Environment

_NARROWEST = 20
_WIDEST = 1000
"""A table of more columns would only be drawn for minutes."""
_MOST_DIGITS = 9


class Abilities(msgspec.Struct, frozen=True):
    """Width in columns, height in rows, and what may be used; `sentences` means no tables and no pictures.

    `draws` is a terminal, or what `FORCE_COLOR` says is as good as one; `links` that it is known to take links (OSC 8).
    `true_colour` means that colours of 24 bits are shown as they are.
    """

    width: int
    height: int
    is_terminal: bool
    colour: bool
    unicode: bool
    sentences: bool
    dumb: bool
    draws: bool = False
    links: bool = False
    true_colour: bool = False


def abilities(environment: Environment, *, plain: bool = False, no_colour: bool = False) -> Abilities:
    """Return what standard output can show.

    `NO_COLOR`, `CLICOLOR`, `FORCE_COLOR`, `CLICOLOR_FORCE`, `FORCE_HYPERLINK`, `TERM=dumb`, `ACCESSIBLE`, `COLUMNS` and
    the stream's encoding are honoured; a flag beats a variable, and what takes colour away what gives it.
    """
    is_terminal = environment.stdout_is_terminal
    dumb = environment.variable("TERM") == "dumb"
    sentences = plain or environment.flag("ACCESSIBLE") or dumb
    forced = environment.flag("FORCE_COLOR") or environment.flag("CLICOLOR_FORCE")
    wished = forced or (is_terminal and environment.variable("CLICOLOR") != "0")
    colour = wished and not (no_colour or plain or dumb or environment.variable("NO_COLOR"))
    width, height = _size(environment)
    return Abilities(
        width,
        height,
        is_terminal,
        colour,
        _is_unicode(environment),
        sentences,
        dumb,
        draws=(is_terminal or forced) and not dumb,
        links=is_terminal and not sentences and _takes_links(environment),
        true_colour=colour and _is_true_colour(environment),
    )


_LINKING_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby"})
_LINKING_TERMS = ("xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm", "contour")
_LINKING_VARIABLES = ("WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "DOMTERM")
_FIRST_VTE = 5000


def _takes_links(environment: Environment) -> bool:
    """Tell whether the terminal is known to show links; `FORCE_HYPERLINK` decides where it is set."""
    if environment.variable("FORCE_HYPERLINK"):
        return environment.flag("FORCE_HYPERLINK")
    if environment.variable("TMUX") or environment.variable("TERM").startswith(("screen", "tmux", "linux")):
        return False
    vte = environment.variable("VTE_VERSION")
    return (
        environment.variable("TERM_PROGRAM") in _LINKING_PROGRAMS
        or environment.variable("TERM").startswith(_LINKING_TERMS)
        or any(environment.variable(name) for name in _LINKING_VARIABLES)
        or (vte.isascii() and vte.isdigit() and len(vte) <= _MOST_DIGITS and int(vte) >= _FIRST_VTE)
    )


def _size(environment: Environment) -> tuple[int, int]:
    """Return the size: `COLUMNS` and `LINES` where they are set, else the terminal's own, else 80 by 24."""
    rows = 24
    columns = 0
    stream = environment.stdout
    try:
        if stream is not None and stream.isatty():
            columns, rows = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError, AttributeError):
        columns, rows = 0, 24
    columns = _named(environment, "COLUMNS") or columns
    rows = _named(environment, "LINES") or rows
    return max(min(columns, _WIDEST) or 80, _NARROWEST), rows or 24


def _named(environment: Environment, name: str) -> int:
    """Return the number in a variable, 0 where it holds none that a screen could have."""
    said = environment.variable(name)
    if not (said.isascii() and said.isdigit() and len(said) <= _MOST_DIGITS):
        return 0
    return min(int(said), _WIDEST)


def _is_true_colour(environment: Environment) -> bool:
    """Tell whether the terminal says that it shows 24-bit colours; one that does not say so is not asked."""
    said = environment.variable("COLORTERM").strip().lower()
    return said in {"truecolor", "24bit"} or environment.variable("TERM").endswith("-direct")


def _is_unicode(environment: Environment) -> bool:
    encoding = getattr(environment.stdout, "encoding", None) or "utf-8"
    return encoding.lower().replace("-", "").replace("_", "") in {"utf8", "utf16", "utf32", "cp65001"}
