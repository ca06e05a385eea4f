"""The options every command knows; they may stand anywhere on the command line, before `--`."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence

import msgspec

from acucli.errors import UsageError
from acucli.host.environment import Environment
from acucli.render.formats import FORMATS
from acucli.render.output_options import OutputOptions


class CommonOption(msgspec.Struct, frozen=True):
    """An option of every command: its words, what it sets, its meaning, and what it takes (nothing for a switch)."""

    words: tuple[str, ...]
    sets: Mapping[str, object]
    about: str
    takes: str = ""
    choices: tuple[str, ...] = ()


COMMON: tuple[CommonOption, ...] = (
    CommonOption(("--json",), {"format": "json"}, "the same as --format json"),
    CommonOption(
        ("--format",), {}, "the form of the answer; one that a command cannot give is refused", "FORMAT", FORMATS
    ),
    CommonOption(("--fields",), {}, "the fields of tables, TSV and CSV, in this order", "A,B"),
    CommonOption(("-0", "--null"), {"null": True, "format": "codes"}, "codes, each ended by NUL"),
    CommonOption(("-q", "--quiet"), {"quiet": True}, "no remarks; warnings and errors are still said"),
    CommonOption(("--plain",), {"plain": True}, "sentences, no drawing"),
    CommonOption(("--no-color", "--no-colour"), {"no_color": True}, "no colour"),
    CommonOption(("--no-pager",), {"no_pager": True}, "nothing goes through a pager"),
    CommonOption(("--no-input",), {"no_input": True}, "nothing is asked"),
    CommonOption(("-y", "--yes"), {"yes": True}, "a yes to what is asked before something is lost or started"),
    CommonOption(("--force",), {"force": True}, "write over a file"),
    CommonOption(("--debug",), {"debug": True}, "a traceback where something goes wrong"),
)
"""In the order of the help; shells complete them, the manual page lists them."""

_SWITCHES: dict[str, Mapping[str, object]] = {
    word: option.sets for option in COMMON if not option.takes for word in option.words
}
_VALUED = frozenset(word for option in COMMON if option.takes for word in option.words)


def take(arguments: Sequence[str], environment: Environment) -> tuple[OutputOptions, list[str]]:
    """Return the common options and the arguments that remain.

    A flag beats a variable (`ACU_FORMAT`, `ACU_NO_INPUT`, `ACU_PLAIN`).

    Raises:
        UsageError: an unknown format, or an option without its value.
    """
    found: dict[str, object] = {
        "format": environment.variable("ACU_FORMAT") or "auto",
        "no_input": environment.flag("ACU_NO_INPUT"),
        "plain": environment.flag("ACU_PLAIN"),
    }
    rest: list[str] = []
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            rest += [word, *waiting]
            break
        name, equals, value = word.partition("=")
        if word in _SWITCHES:
            found.update(_SWITCHES[word])
        elif name in _VALUED:
            found.update(_valued(name, value if equals else _next(name, waiting)))
        else:
            rest.append(word)
    try:
        return msgspec.convert(found, OutputOptions), rest
    except msgspec.ValidationError as error:
        raise UsageError(f"there is no format {found['format']!r}", hint=f"formats: {', '.join(FORMATS)}") from error


_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"
"""Dashes that a word processor puts in the place of two hyphens."""


def refuse_other_dashes(arguments: Sequence[str], known: Callable[[], Collection[str]]) -> None:
    """Refuse a word that would be an option but for its dash: silently taken as a word, `—dry-run` starts a session.

    `known` gives the options there are; it is asked only where such a word was found.

    Raises:
        UsageError: there is one; the sentence names the dash.
    """
    for word in arguments:
        if word == "--":
            return
        bare = word.lstrip(_DASHES + "-").partition("=")[0]
        if bare and word[0] in _DASHES and f"--{bare}" in {*_SWITCHES, *_VALUED, "--help", *known()}:
            name = unicodedata.name(word[0], "another dash").lower()
            raise UsageError(f"{word!r} begins with a dash of typography ({name})", hint=f"write two hyphens: --{bare}")


def _next(name: str, waiting: list[str]) -> str:
    if not waiting:
        raise UsageError(f"{name} needs a value", hint="for example: --format json, --fields code,where")
    return waiting.pop(0)


def _valued(name: str, value: str) -> dict[str, object]:
    if name == "--format":
        return {"format": value}
    return {"fields": tuple(field.strip() for field in value.split(",") if field.strip())}
