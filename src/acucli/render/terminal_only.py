"""What output needs on a terminal alone: errors broken between words, and the pager."""

from __future__ import annotations

import textwrap

from acucli.host.environment import Environment
from acucli.host.pager import pager_command, show_in_pager


def broken(text: str, width: int) -> str:
    """Return text broken between words; what is one word is never broken."""
    rows = (textwrap.wrap(line, width, break_long_words=False) for line in text.split("\n"))
    return "\n".join("\n".join(row) for row in rows)


def shown_in_pager(text: str, environment: Environment) -> bool:
    """Show a text in the pager; False where there is none, or it cannot be started."""
    command = pager_command(environment)
    return bool(command) and show_in_pager(text, command, environment)
