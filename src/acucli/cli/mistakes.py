"""Mistakes on the command line: what was meant by a word that is no command."""

from __future__ import annotations

from collections.abc import Sequence

from acucli.cli import lookups
from acucli.cli.command_names import ALIASES, COMMANDS, LOOKUPS
from acucli.errors import UsageError
from acucli.guide.warnings import stop_in
from acucli.lookup import QueryResult, interpret
from acucli.render.context import AppContext
from acucli.render.renderer import show
from acucli.text.nearness import closest
from acucli.text.quoting import quoted

_SURELY = 74.9
"""Per cent of letters in common from which a word that means nothing is a slip in the name of a command."""


def answer_for(words: Sequence[str], run: AppContext) -> int:
    """Answer words of which the first is no command, and return the status.

    Danger in them is heard first. A complaint or point is looked up, a slip in the name of a lookup is read as that
    lookup, and both are said; nothing else is ever done by a near miss.

    Raises:
        UsageError: nothing is meant by them here; the hint names what is near.
    """
    plain = [word for word in words if not word.startswith("-")]
    text = " ".join(plain)
    stop = stop_in(text, run.library)
    if stop is not None:
        return show(stop, run)
    sure = closest(words[0].lower(), [*COMMANDS, *ALIASES], most=1, least=_SURELY)
    slip = sure[0] if sure and not _means_something(interpret(words[0], run.library)) else ""
    if slip in LOOKUPS:
        return _as_lookup([slip, *words[1:]], run, " ".join(["acu", slip, *map(quoted, words[1:])]))
    meaning = interpret(text, run.library)
    if not slip and meaning.found and words[0].lower() not in meaning.not_understood:
        return _as_lookup(["find", *words], run, f"acu find {quoted(text)}")
    raise no_such_command(words, run)


def no_such_command(words: Sequence[str], run: AppContext) -> UsageError:
    """Return the error for words of which the first is no command, with the command line that may have been meant."""
    rest = " ".join(map(quoted, words[1:]))
    near = closest(words[0].lower(), [*COMMANDS, *ALIASES], most=1, least=50)
    ways = [f"acu {name} {rest}".rstrip() for name in near]
    ways.append(f"acu find {quoted(' '.join(words))}")
    return UsageError(f"there is no command {words[0]!r}", hint=f"try  {'  or  '.join(ways)}")


def _means_something(meaning: QueryResult) -> bool:
    """Tell whether words mean something as they stand, not only with a slip in them."""
    read_as = {reading.how for reading in meaning.conditions} | {reading.how for reading in meaning.points}
    return bool(meaning.meridians or meaning.named or read_as - {"typo"})


def _as_lookup(words: Sequence[str], run: AppContext, command: str) -> int:
    run.output.note(f"note: read as: {command}")
    if not any(word.startswith("-") for word in words):
        if words[0] == "find" and len(words) > 1:
            return lookups.find_points(run, " ".join(words[1:]).strip())
        if words[0] == "show" and len(words) > 1:
            return lookups.show_records(run, words[1:])
    from acucli.cli.group import run_command  # the framework, half the time of a lookup

    return run_command(list(words), run)
