"""What output needs on a terminal alone: errors broken between words, the pager, and a word on what takes long."""

from __future__ import annotations

import contextlib
import re
import textwrap
from collections.abc import Iterator
from typing import IO

from acucli.host.environment import Environment
from acucli.host.pager import pager_command, show_in_pager

_COMMAND = re.compile(r"""\bacu (?:"[^"\n]*"|'[^'\n]*'|[^\s.;,()"']|[.;,()](?=\S)|[ ](?![ ]))+""")
"""A command in a remark, up to the mark or the two blanks that end it."""
_HELD = "\ue000"
"""Stands for a blank of a command while a remark is broken."""


def broken(text: str, width: int) -> str:
    """Return text broken between words; neither one word nor a command is ever broken, so that it can be copied."""
    held = _COMMAND.sub(lambda command: command[0].rstrip().replace(" ", _HELD) + _blanks_behind(command[0]), text)
    rows = (textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) for line in held.split("\n"))
    return "\n".join("\n".join(row) for row in rows).replace(_HELD, " ")


def _blanks_behind(text: str) -> str:
    return text[len(text.rstrip()) :]


def shown_in_pager(text: str, environment: Environment) -> bool:
    """Show a text in the pager; False where there is none, or it cannot be started."""
    command = pager_command(environment)
    return bool(command) and show_in_pager(text, command, environment)


@contextlib.contextmanager
def said_while(words: str, stream: IO[str], width: int) -> Iterator[None]:
    """Say on a terminal, in one row, what is being done, and take it away again."""
    _put(stream, textwrap.shorten(words, width - len(_GOING_ON) - 1, placeholder="") + _GOING_ON)
    try:
        yield
    finally:
        _put(stream, "\r\x1b[K")


_GOING_ON = " ..."


def _put(stream: IO[str], text: str) -> None:
    """Write a remark at once; where it cannot be written, what it is about goes on."""
    with contextlib.suppress(OSError, ValueError):
        stream.write(text)
        stream.flush()
