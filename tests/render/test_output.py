"""Errors: one form, and whole words on a terminal."""

from __future__ import annotations

import io

from acucli.host.environment import Environment
from acucli.render.output import Output
from acucli.render.output_options import OutputOptions
from tests.cli.conftest import FakeTerminal

SENTENCE = "Stress: let the shoulders down asks something first and cannot start at once, whatever else was said of it"
HINT = "acu session stress; these start at once: acu list routines --open, and many more that stand in one line here"


def _said(environment: Environment, stream: io.StringIO) -> list[str]:
    environment.stderr = stream
    Output(environment, OutputOptions()).error(SENTENCE, HINT)
    return stream.getvalue().splitlines()


def test_an_error_on_a_terminal_breaks_between_words(environment: Environment) -> None:
    """Its hint holds commands that are pasted: each of them stays on one row."""
    rows = _said(environment, FakeTerminal())
    assert max(map(len, rows)) <= 80
    assert " ".join(rows) == f"error: {SENTENCE} hint: {HINT}"
    assert any("acu list routines --open" in row for row in rows)


def test_an_error_in_a_pipe_is_one_line(environment: Environment) -> None:
    """Programs read line by line."""
    assert _said(environment, io.StringIO()) == [f"error: {SENTENCE}", f"hint: {HINT}"]
