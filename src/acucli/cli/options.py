"""The options every command knows; they may stand anywhere on the command line, before `--`."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from acucli.errors import UsageError
from acucli.host.environment import Environment
from acucli.render.output_options import OutputOptions

FORMATS: tuple[str, ...] = ("auto", "table", "plain", "json", "jsonl", "tsv", "csv", "codes", "svg")

HELP = """
Options of every command: --json, --format auto|table|plain|json|jsonl|tsv|csv|codes (acu map: svg, too), --fields A,B,
-0 (codes end with NUL), -q/--quiet, --plain (sentences, no drawing), --no-color, --no-input, --yes, --debug.
"""


_SWITCHES: dict[str, dict[str, object]] = {
    "--json": {"format": "json"},
    "-0": {"null": True, "format": "codes"},
    "-q": {"quiet": True},
    "--quiet": {"quiet": True},
    "--plain": {"plain": True},
    "--no-color": {"no_color": True},
    "--no-colour": {"no_color": True},
    "--no-input": {"no_input": True},
    "--yes": {"yes": True},
    "-y": {"yes": True},
    "--debug": {"debug": True},
}


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
        elif name in {"--format", "--fields"}:
            found.update(_valued(name, value if equals else _next(name, waiting)))
        else:
            rest.append(word)
    if found["format"] not in FORMATS:
        raise UsageError(f"there is no format {found['format']!r}", hint=f"formats: {', '.join(FORMATS)}")
    return msgspec.convert(found, OutputOptions), rest


def _next(name: str, waiting: list[str]) -> str:
    if not waiting:
        raise UsageError(f"{name} needs a value", hint="for example: --format json, --fields code,where")
    return waiting.pop(0)


def _valued(name: str, value: str) -> dict[str, object]:
    if name == "--format":
        return {"format": value}
    return {"fields": tuple(field.strip() for field in value.split(",") if field.strip())}
