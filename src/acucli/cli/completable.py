"""What can be completed where: one table made of the commands, from which the script of every shell is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, get_args

import msgspec

from acucli.cli.command_names import ALIASES, COMMANDS
from acucli.cli.group import LazyGroup
from acucli.cli.options import COMMON
from acucli.cli.printed import formats_of_command
from acucli.cli.schema_names import NAMES
from acucli.host.settings import MEANINGS, Settings
from acucli.model.kinds import BY_PLURAL
from acucli.model.library import Library
from acucli.sound.cue_setup import cue_names

SHELLS = ("bash", "zsh", "fish", "powershell")
FILES = frozenset({"FILE", "PROGRAM"})
"""Placeholders where files are meant: the shell completes them as it always does."""
KEPT = frozenset({"FAVOURITE", "PACK", "WHAT"})
"""Placeholders where something of the person's own is meant too, which the script reads when Tab is pressed."""
LISTS = frozenset({"CODES", "CUES"})
"""Placeholders of several words with commas between them."""
FREE = frozenset({
    "COLUMNS", "DAY", "LENGTH", "NAME", "NUMBER", "RHYTHM", "SECONDS", "TEXT", "TIME", "TIMES", "VALUE", "A,B",
})  # fmt: skip
"""Placeholders where anything may stand."""

_COMPLETABLE = re.compile(r"-{0,2}\w[\w.-]*")


class Option(NamedTuple):
    """An option: what it is for in a few words, and the kind of word it takes (empty for a switch)."""

    about: str
    takes: str = ""


class Spot(NamedTuple):
    """A place of the command line: its options, the kind of each argument, and the commands that may follow.

    The last kind of argument stands for all further ones where it `repeats`.
    """

    options: Mapping[str, Option]
    arguments: tuple[str, ...] = ()
    repeats: bool = False
    commands: Mapping[str, str] = {}


class Table(NamedTuple):
    """Every place by the words that lead to it, and the words of every kind."""

    nodes: Mapping[str, Spot]
    kinds: Mapping[str, tuple[str, ...]]
    aliases: Mapping[str, str]


def completable(word: str) -> bool:
    """Tell whether a word can be completed: letters, digits, dashes, dots, underscores, and nothing a shell reads."""
    return bool(_COMPLETABLE.fullmatch(word))


def table_of(library: Library) -> Table:
    """Return everything that can be completed; words that a shell would read are left out."""
    kinds = {name: tuple(dict.fromkeys(filter(completable, words))) for name, words in _kinds(library).items()}
    common = dict(_common())
    nodes = {"": Spot({**common, "--version": Option("the versions")}, commands=dict(COMMANDS))}
    for path, command in _commands():
        nodes[path] = _node(path, command, common, kinds)
    answers = {f"--{slug}": Option(item.words) for slug, item in library.questions.items()}
    nodes["profile set"] = nodes["profile set"]._replace(options={**answers, **nodes["profile set"].options})
    nodes |= {f"config set {name}": spot for name, spot in _settings(nodes["config set"], kinds)}
    nodes["help"] = Spot(common, commands=dict(COMMANDS))
    nodes |= {
        f"help {path}": Spot({}, commands=node.commands) for path, node in nodes.items() if node.commands and path
    }
    return Table(nodes, kinds, ALIASES)


def _commands() -> Iterator[tuple[str, Any]]:
    group = LazyGroup(name="acu")
    for name in COMMANDS:
        command = group.get_command(None, name)
        yield name, command
        for sub_name, sub in getattr(command, "commands", {}).items():
            yield f"{name} {sub_name}", sub


def _common() -> Iterator[tuple[str, Option]]:
    for item in COMMON:
        for word in item.words:
            yield word, Option(item.about, item.takes)
    yield "--help", Option("the help of this command")


def _node(path: str, command: Any, common: Mapping[str, Option], kinds: dict[str, tuple[str, ...]]) -> Spot:
    options: dict[str, Option] = {}
    arguments: list[str] = []
    for item in command.params:
        kind = _kind_of(item, kinds)
        if item.param_type_name == "argument":
            arguments.append(kind)
        elif not item.hidden:
            options |= {word: Option(item.help or "", kind) for word in (*item.opts, *item.secondary_opts)}
    formats = formats_of_command(path)
    if formats:
        kinds[f"FORMAT of {path}"] = ("auto", *formats)
        common = {**common, "--format": common["--format"]._replace(takes=f"FORMAT of {path}")}
    subcommands = {name: _first_line(sub.help) for name, sub in getattr(command, "commands", {}).items()}
    repeats = any(item.nargs == -1 for item in command.params if item.param_type_name == "argument")
    return Spot({**options, **common}, tuple(arguments), repeats, subcommands)


_VALUES = {"breathing": "PATTERN", "cues": "CUES", "hook": "PROGRAM"}
"""The kind of word that a setting takes, where its type does not tell."""


def _settings(before: Spot, kinds: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, Spot]]:
    """Yield every setting whose value can be completed, with the place behind its name."""
    for field in msgspec.structs.fields(Settings):
        values = ("yes", "no") if field.type is bool else tuple(filter(None, get_args(field.type)))
        name = _VALUES.get(field.name, "|".join(values))
        if values:
            kinds[name] = values
        if name:
            yield field.name, before._replace(arguments=(name,))


def _kind_of(item: Any, kinds: dict[str, tuple[str, ...]]) -> str:
    """Return the kind of word that an option or argument takes: its placeholder, or its choices."""
    choices = getattr(item.type, "choices", None)
    if choices:
        name = "|".join(choices)
        kinds[name] = tuple(str(choice) for choice in choices)
        return name
    if getattr(item, "is_flag", False):
        return ""
    return str(item.metavar or "").removesuffix("...")


def _first_line(text: str | None) -> str:
    return (text or "").strip().partition("\n")[0]


def _kinds(library: Library) -> dict[str, Iterable[str]]:
    points = list(library.points)
    names = [_plain(point.names.plain) for point in library.points.values()]
    conditions, routines = list(library.conditions), list(library.routines)
    return {
        "WORDS": [*conditions, *points, *names],
        "WHAT": [*routines, *conditions],
        "COMPLAINT": conditions,
        "CONDITION": [*conditions, *routines],
        "COURSE": [*conditions, *routines],
        "ID": [*points, *names, *conditions, *routines, *library.techniques, *library.breathing, *library.articles,
               *library.cautions, *library.meridians],
        "PLACE": [*points, *library.meridians, *routines, *conditions, *library.figures],
        "TOPIC": library.articles,
        "COUNTRY": library.helplines,
        "SCHEMA": NAMES,
        "SHELL": SHELLS,
        "COMMAND": COMMANDS,
        "SETTING": MEANINGS,
        "KIND": BY_PLURAL,
        "MERIDIAN": library.meridians,
        "REGION": library.regions,
        "CLASS": sorted({name for point in library.points.values() for name in point.classes}),
        "CAUTION": library.cautions,
        "THEME": sorted({condition.theme for condition in library.conditions.values()}),
        "KIND-OF-SOURCE": _kinds_of_sources(library),
        "VIEW": library.figures,
        "PATTERN": [*library.breathing, "off"],
        "CODES": points,
        "CUES": [*(name for name in cue_names() if name != "off"), "none"],
        "SESSION": ["last"],
        "FORMAT": next(item.choices for item in COMMON if item.takes == "FORMAT"),
        "FAVOURITE": [],
        "PACK": [],
    }  # fmt: skip


def _kinds_of_sources(library: Library) -> list[str]:
    references = {item.kind for item in library.references.values()}
    return sorted(references.union(item.kind for item in library.sources.values()))


def _plain(name: str) -> str:
    return name.lower().replace("'", "").replace("\u2019", "")
