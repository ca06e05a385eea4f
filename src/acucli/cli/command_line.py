"""What every command reads of its command line: the application context, and the words of a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acucli.errors import UsageError
from acucli.render.context import AppContext

if TYPE_CHECKING:
    import typer


def app_context(context: typer.Context) -> AppContext:
    """Return the application context of a command."""
    run: AppContext = context.obj
    return run


def words_of(words: list[str] | None, example: str) -> str:
    """Return the words of a request as one text.

    Raises:
        UsageError: there are none.
    """
    text = " ".join(words or []).strip()
    if not text:
        raise UsageError("nothing was asked for", hint=f"try: {example}")
    return text
