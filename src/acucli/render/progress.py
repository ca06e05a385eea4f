"""Progress of what takes long, on standard error and on a terminal only; it leaves nothing behind."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from acucli.render.context import AppContext

_SIZES = ("COLUMNS", "LINES", "JUPYTER_COLUMNS", "JUPYTER_LINES")
"""Variables that Rich reads by itself, any digit of any script in them."""


@contextlib.contextmanager
def progress(run: AppContext, what: str) -> Iterator[Callable[[int, int], None] | None]:
    """Give what is to be told how far it has got: how many are done, and of how many; None where nobody would see it.

    Under `ACCESSIBLE`, `TERM=dumb` or `--plain` it is one sentence, as nothing moves there.
    """
    if not run.environment.stderr_is_terminal or run.options.quiet:
        yield None
        return
    if run.output.abilities.sentences:
        run.output.note(f"{what[:1].upper()}{what[1:]}; this takes a while.")
        yield None
        return
    can = run.output.abilities
    variables = {name: said for name, said in run.environment.variables.items() if name not in _SIZES}
    console = Console(
        file=run.environment.stderr,
        no_color=not can.colour,
        force_terminal=True,
        legacy_windows=False,
        _environ=variables,
    )
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as shown:
        task = shown.add_task(what, total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)
