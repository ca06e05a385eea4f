"""What commands share: the application context, the words of a request, and the yes before something is lost."""

from __future__ import annotations

import typer

from acucli.dialogue.asking import ask
from acucli.errors import UsageError
from acucli.render.context import AppContext


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


def read_input(run: AppContext, most: int) -> bytes:
    """Return what stands on standard input, where a file is named `-`.

    Raises:
        UsageError: nothing is there but a terminal, or it is longer than `most` bytes.
    """
    stream = run.environment.stdin
    if stream is None or run.environment.stdin_is_terminal:
        raise UsageError("nothing stands on standard input", hint="put a pipe or < FILE before or after it")
    content = stream.buffer.read(most + 1) if hasattr(stream, "buffer") else stream.read(most + 1).encode()
    if len(content) > most:
        raise UsageError(f"standard input holds more than {most:,} bytes")
    return content


def is_sure(run: AppContext, question: str, hint: str) -> bool:
    """Tell whether something may be erased: `--yes`, or a yes that is typed.

    Raises:
        UsageError: nobody is there to type it.
    """
    if run.options.yes:
        return True
    if not run.may_ask:
        raise UsageError("this wants a yes", hint=hint)
    return ask(run, question) == "yes"
