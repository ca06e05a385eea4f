"""Home in words and rows: what may be started by its number, the profile in a line, and the favourites."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from acucli.model.command_answers import FavouriteList, HomeAnswer, HomeChoice
from acucli.render.context import AppContext
from acucli.render.formats import Format
from acucli.render.writers import Rows
from acucli.text.quoting import quoted

_ROW_COLUMNS = ("number", "kind", "name", "note", "start")
_FAVOURITE_COLUMNS = ("name", "session", "kept")
_OWN = frozenset({"calm", "again", "favourite"})
"""Choices that are always there; the others wait for something."""
_IN_COLUMNS_FROM = 70
_WIDEST = 90


class Hint(NamedTuple):
    """A command and what it does, in a few words."""

    command: str
    about: str


WELCOME = (
    Hint("acu calm", "a minute of breath, at once and without a question"),
    Hint("acu find headache", "which points, where, and how surely"),
    Hint("acu session headache", "guided: where, which hand, how hard, how long"),
    Hint("acu show LI4", "the card of a point, with its picture"),
    Hint("acu profile set", "pregnant, blood thinners ...: every command obeys it"),
    Hint("acu --help", "all else. No medical advice: in an emergency call for help"),
)
"""What somebody new reads: six lines, the calm one first."""


def home_sentences(answer: HomeAnswer, run: AppContext) -> Iterator[str]:
    """Yield home as lines: somebody new gets the six of the welcome, everybody else what is theirs."""
    can = run.output.abilities
    width = min(can.width, _WIDEST)
    if not answer.known:
        yield from _hints(WELCOME, width)
        return
    own = [choice for choice in answer.choices if choice.kind in _OWN]
    waiting = [choice for choice in answer.choices if choice.kind not in _OWN]
    names = max(len(choice.name) for choice in answer.choices) + 3
    told = _sentence if can.sentences else _choice
    for choice in own:
        yield from told(choice, width, names)
    apart = ("",) if width >= _IN_COLUMNS_FROM and not can.sentences else ()
    yield from apart if waiting or answer.profile else ()
    for choice in waiting:
        yield from told(choice, width, names)
    if answer.profile:
        yield from textwrap.wrap(f"Your profile: {answer.profile}  (acu profile)", width, subsequent_indent="  ")
    yield from apart
    last = answer.choices[-1].number
    ways = [f"start one: acu 0 to acu {last}", 'other: acu find "in your words"', "all: acu --help"]
    together = "   ".join(ways)
    yield from [together] if len(together) <= width else ways


def home_rows(answer: HomeAnswer, run: AppContext) -> Rows:
    """Return a row for each choice."""
    return Rows([msgspec.to_builtins(choice) for choice in answer.choices], _ROW_COLUMNS)


def home_codes(answer: HomeAnswer, run: AppContext) -> Iterator[str]:
    """Yield the command line of each choice."""
    return (choice.start for choice in answer.choices)


def favourite_rows(answer: FavouriteList, run: AppContext) -> Rows:
    """Return a row for each favourite, with what stands after `acu session`."""
    rows = [
        {"name": item.name, "session": " ".join(map(quoted, item.arguments)), "kept": item.kept}
        for item in answer.favourites
    ]
    return Rows(rows, _FAVOURITE_COLUMNS)


def favourite_codes(answer: FavouriteList, run: AppContext) -> Iterator[str]:
    """Yield the name of each favourite."""
    return (item.name for item in answer.favourites)


def say_after_favourites(answer: FavouriteList, run: AppContext, chosen: Format) -> None:
    """Say how one is started, or kept."""
    if answer.favourites:
        run.output.note(f"start one: acu session {quoted(answer.favourites[0].name)}, or by its number: acu")
    else:
        run.output.note("no favourites yet: acu favourite add evening headache --gentle")


def _choice(choice: HomeChoice, width: int, names: int) -> Iterator[str]:
    """Yield a choice as one line where it fits, its name in a column, else as a few short ones."""
    head = f"{choice.number}  "
    row = f"{head}{choice.name:<{names}}{choice.note}"
    if width >= _IN_COLUMNS_FROM and len(row) + 2 + len(choice.start) <= width:
        yield row.ljust(width - len(choice.start)) + choice.start
        return
    told = f"{choice.name}, {choice.note}" if choice.note else choice.name
    indent = " " * len(head)
    for text, first in ((told, head), (choice.start, indent)):
        yield from textwrap.wrap(text, width, initial_indent=first, subsequent_indent=indent, break_long_words=False)


def _sentence(choice: HomeChoice, width: int, names: int) -> Iterator[str]:
    """Yield a choice as a sentence."""
    note = f", {choice.note}" if choice.note else ""
    yield f"{choice.number}. {choice.name}{note}: {choice.start}"


def _hints(hints: Sequence[Hint], width: int) -> Iterator[str]:
    across = max(len(hint.command) for hint in hints) + 2
    for hint in hints:
        if width >= _IN_COLUMNS_FROM:
            yield f"{hint.command:<{across}}{hint.about}"
        else:
            yield hint.command
            yield from textwrap.wrap(hint.about, width, initial_indent="  ", subsequent_indent="  ")
