"""The manual pages, made from the same source as the help: acu(1) from the commands, acu-pack(5) from the model.

`python -m acucli.cli.manual docs/man` writes them; a test holds them equal to the commands.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from acucli import __version__
from acucli.cli import options
from acucli.cli.command_names import COMMANDS
from acucli.cli.group import LazyGroup
from acucli.errors import STATUS_MEANINGS
from acucli.library.field_docs import fields_of, summary_of
from acucli.model.kinds import KINDS
from acucli.runner.key_table import key_lists

_VARIABLES = {
    "ACU_HOME": "one directory that holds config, data, state and cache",
    "ACU_FORMAT, ACU_NO_INPUT, ACU_PLAIN": "defaults of the options of the same name",
    "ACU_FIGURE, ACU_CUES, ACU_HOLD, ...": "every setting of acu config, in capitals",
    "NO_COLOR, FORCE_COLOR": "no colour, colour even in a pipe",
    "ACCESSIBLE": "sentences instead of tables, pictures and screens; no voice of its own",
    "TERM, COLUMNS": "the terminal and its width",
}
_FILES = {
    "config.toml, profile.toml": "settings and profile, in the configuration directory, readable by you alone",
    "journal.jsonl, courses.json": "what was done, in the state directory, readable by you alone",
    "packs/*.yaml": "your own records, in the data directory",
}


def command_page() -> str:
    """Return acu(1) as roff."""
    lines = [
        f'.TH ACU 1 "" "acucli {__version__}" "User commands"',
        ".SH NAME",
        "acu \\- a guide to self-acupressure: which points, where, how, and how surely",
        ".SH SYNOPSIS",
        ".B acu",
        "[\\fIcommand\\fR] [\\fIoptions\\fR]",
        ".SH DESCRIPTION",
        "acu teaches and times pressing points on yourself, for adults. It does not diagnose and replaces no medicine,",
        "treatment or doctor. It runs offline and sends nothing anywhere. In an emergency call your emergency number.",
        ".SH COMMANDS",
        *_commands(),
        ".SH OPTIONS OF EVERY COMMAND",
        _escaped(" ".join(options.HELP.split())),
        ".SH KEYS IN A SESSION",
        *_terms(dict(key_lists())),
        ".SH EXIT STATUS",
        *_terms({str(status): meaning for status, meaning in STATUS_MEANINGS.items()}),
        ".SH ENVIRONMENT",
        *_terms(_VARIABLES),
        ".SH FILES",
        *_terms(_FILES),
        "acu doctor lists them all.",
        ".SH SEE ALSO",
        ".BR acu-pack (5)",
    ]
    return "\n".join(lines) + "\n"


def pack_page() -> str:
    """Return acu-pack(5) as roff: every shelf of a pack with its fields."""
    lines = [
        f'.TH ACU-PACK 5 "" "acucli {__version__}" "File formats"',
        ".SH NAME",
        "acu-pack \\- records of your own, laid over the library of acu",
        ".SH DESCRIPTION",
        "A pack is a YAML file: shelves (points, conditions, routines ...) with a list of records each.",
        "Plain words follow the rules of JSON: only true, false, null and numbers are not text.",
        "Tags, anchors and aliases are not allowed.",
        "A pack may add records, limits and cautions; it can take none away.",
        "acu pack check names every problem with its file, line and fix.",
    ]
    for kind in KINDS:
        if kind.key and kind.in_packs:
            lines += [f".SH {kind.shelf.upper()}", *_fields(kind.type)]
    lines += [".SH SEE ALSO", ".BR acu (1)"]
    return "\n".join(lines) + "\n"


def _commands() -> Iterator[str]:
    group = LazyGroup(name="acu")
    for name, about in COMMANDS.items():
        command = group.get_command(None, name)
        yield f".SS acu {name}"
        yield _escaped(about[0].upper() + about[1:] + ".")
        yield from _examples(command.help or "")
        yield from _options(command)
        for sub_name, sub in getattr(command, "commands", {}).items():
            yield ".TP"
            yield f"\\fBacu {name} {sub_name}\\fR"
            yield _escaped((sub.help or "").split("\n\n")[0].replace("\n", " "))


def _examples(text: str) -> Iterator[str]:
    for block in text.split("\n\n"):
        if block.startswith("\b\n"):
            yield ".nf"
            yield from (_escaped(line) for line in block.split("\n")[1:])
            yield ".fi"


def _options(command: Any) -> Iterator[str]:
    for parameter in command.params:
        words = [word for word in parameter.opts if word.startswith("-")]
        if words and getattr(parameter, "help", None):
            yield ".TP"
            yield ", ".join(f"\\fB{_escaped(word)}\\fR" for word in words)
            yield _escaped(parameter.help)


def _fields(kind: Any) -> Iterator[str]:
    docs = fields_of(kind)
    yield _escaped(summary_of(kind))
    for field in msgspec.structs.fields(kind):
        needed = " (needed)" if field.required else ""
        said = docs[field.encode_name]
        yield from (".TP", f"\\fB{_escaped(field.encode_name)}\\fR{needed}", _escaped(said.meaning))
        yield f"Example: {_escaped(said.example)}"


def _terms(terms: dict[str, str]) -> Iterator[str]:
    for term, meaning in terms.items():
        yield from (".TP", f"\\fB{_escaped(term)}\\fR", _escaped(meaning))


def _escaped(text: str) -> str:
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe[:1] in {".", "'"} else safe


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "acu.1").write_text(command_page(), encoding="utf-8")
    (folder / "acu-pack.5").write_text(pack_page(), encoding="utf-8")
