"""Abilities: what the output can show, decided from variables and streams alone."""

from __future__ import annotations

import io
import os
import pty

import pytest

from acucli.host.abilities import Abilities, abilities
from acucli.host.environment import Environment
from acucli.host.paths import Paths


class Terminal(io.StringIO):
    """A stream that says it is a terminal, of some encoding."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__()
        self.named = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """Return the encoding."""
        return self.named

    def isatty(self) -> bool:
        """Say yes."""
        return True


def of(stream: object, *, plain: bool = False, no_colour: bool = False, **variables: str) -> Abilities:
    """Return the abilities of a stream under variables."""
    here = Environment(variables=variables, paths=Paths(variables), stdout=stream)  # type: ignore[arg-type]
    return abilities(here, plain=plain, no_colour=no_colour)


def test_a_terminal_has_colour_and_a_pipe_has_none() -> None:
    """Nothing else is assumed."""
    assert of(Terminal(), TERM="xterm").colour
    assert not of(io.StringIO(), TERM="xterm").colour
    assert not of(None).is_terminal


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"NO_COLOR": "yes"}, {"TERM": "dumb"}])
def test_colour_is_off_where_it_is_unwanted(variables: dict[str, str]) -> None:
    """By variable or terminal, even when forced."""
    assert not of(Terminal(), **variables).colour
    assert not of(Terminal(), FORCE_COLOR="1", **variables).colour


def test_24_bit_colours_are_known_by_what_the_terminal_says() -> None:
    """`COLORTERM` or a terminal of direct colours; nothing is asked, and nothing without colour."""
    assert of(Terminal(), COLORTERM="truecolor").true_colour
    assert of(Terminal(), COLORTERM="24bit").true_colour
    assert of(Terminal(), TERM="xterm-direct").true_colour
    assert not of(Terminal(), TERM="xterm-256color").true_colour
    assert not of(Terminal(), COLORTERM="truecolor", NO_COLOR="1").true_colour
    assert not of(io.StringIO(), COLORTERM="truecolor").true_colour


def test_a_flag_beats_a_variable() -> None:
    """`--no-color` and `--plain` win over `FORCE_COLOR`."""
    assert not of(Terminal(), no_colour=True, FORCE_COLOR="1").colour
    assert not of(Terminal(), plain=True, FORCE_COLOR="1").colour
    assert of(io.StringIO(), FORCE_COLOR="1").colour
    assert of(Terminal(), NO_COLOR="").colour


@pytest.mark.parametrize("variables", [{"ACCESSIBLE": "1"}, {"TERM": "dumb"}])
def test_sentences_for_readers_and_dumb_terminals(variables: dict[str, str]) -> None:
    """No tables and no pictures there."""
    assert of(Terminal(), **variables).sentences
    assert of(Terminal(), plain=True).sentences
    assert not of(Terminal(), TERM="xterm", ACCESSIBLE="0").sentences


@pytest.mark.parametrize(
    ("encoding", "can"),
    [("utf-8", True), ("UTF8", True), ("utf_8", True), ("ascii", False), ("ANSI_X3.4-1968", False), ("latin-1", False)],
)
def test_characters_follow_the_encoding(encoding: str, can: bool) -> None:
    """ASCII terminals get ASCII."""
    assert of(Terminal(encoding)).unicode is can


@pytest.mark.parametrize(("columns", "width"), [("132", 132), ("5", 20), ("0", 80), ("-3", 80), ("wide", 80), ("", 80)])
def test_columns_count_where_they_are_a_number(columns: str, width: int) -> None:
    """Never narrower than 20; anything else is 80 in a pipe."""
    assert of(io.StringIO(), COLUMNS=columns).width == width


def test_the_terminals_own_size_is_taken() -> None:
    """Where no variable says otherwise."""
    import fcntl
    import struct
    import termios

    master, slave = pty.openpty()
    try:
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 33, 101, 0, 0))
        with os.fdopen(slave, "w", closefd=False) as stream:
            found = of(stream)
            assert (found.width, found.height) == (101, 33)
            assert of(stream, COLUMNS="50").width == 50
    finally:
        os.close(master)
        os.close(slave)
