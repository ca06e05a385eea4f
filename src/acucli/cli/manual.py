"""The manual pages, made from the same source as the help: acu(1) from the commands, acu-pack(5) from the model.

`python -m acucli.cli.manual docs/man` writes them; a test holds them equal to the commands.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import typer

from acucli import __version__
from acucli.cli import options
from acucli.cli.command_names import COMMANDS
from acucli.cli.group import LazyGroup
from acucli.errors import ADDRESS, ISSUES, STATUS_MEANINGS
from acucli.library import open_library
from acucli.library.field_docs import fields_of, summary_of
from acucli.model.kinds import KINDS
from acucli.model.library import Library
from acucli.runner.key_table import key_lists

_VARIABLES = {
    "ACU_HOME": "one directory that holds config, data, state and cache",
    "ACU_FORMAT, ACU_NO_INPUT, ACU_PLAIN": "defaults of the options of the same name",
    "ACU_FIGURE, ACU_CUES, ACU_HOLD, ...": "every setting of acu config, in capitals",
    "ACU_PAGER, PAGER": "what shows a long answer on a terminal; cat or nothing for none",
    "NO_COLOR, CLICOLOR=0": "no colour",
    "FORCE_COLOR, CLICOLOR_FORCE": "colours and pictures of cards in a pipe, too",
    "ACCESSIBLE": "sentences instead of tables, pictures and screens; no voice of its own",
    "TERM, COLUMNS": "the terminal and its width",
}
_FILES = {
    "config.toml, profile.toml": "settings and profile, in the configuration directory, readable by you alone",
    "journal.jsonl, courses.json": "what was done, in the state directory, readable by you alone",
    "packs/*.yaml": "your own records, in the data directory",
}


def command_page(library: Library) -> str:
    """Return acu(1) as roff, dated by the library."""
    lines = [
        f'.TH ACU 1 "{_date(library)}" "acucli {__version__}" "User commands"',
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
        "They may stand anywhere, before a bare \\-\\- after which all is words.",
        *_common(),
        ".SH ANSWERS OF A PROFILE",
        *_answers(library),
        ".SH KEYS IN A SESSION",
        *_terms(dict(key_lists())),
        ".SH EXIT STATUS",
        *_terms({str(status): meaning for status, meaning in STATUS_MEANINGS.items()}),
        ".SH ENVIRONMENT",
        *_terms(_VARIABLES),
        ".SH FILES",
        *_terms(_FILES),
        "acu doctor lists them all.",
        ".SH REPORTING FAULTS",
        _escaped(ISSUES),
        ".SH SEE ALSO",
        ".BR acu\\-pack (5)",
        ".PP",
        _escaped(ADDRESS),
    ]
    return _page(lines)


def pack_page(library: Library) -> str:
    """Return acu-pack(5) as roff: every shelf of a pack with its fields."""
    lines = [
        f'.TH ACU-PACK 5 "{_date(library)}" "acucli {__version__}" "File formats"',
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
    return _page(lines)


def _page(lines: Iterable[str]) -> str:
    """Return the lines as a page, running text broken between words; what stands between `.nf` and `.fi` stays."""
    rows: list[str] = []
    filled = True
    for line in lines:
        filled = {".nf": False, ".fi": True}.get(line, filled)
        if not filled or line.startswith("."):
            rows.append(line)
            continue
        broken = textwrap.wrap(line, 78, break_long_words=False, break_on_hyphens=False)
        rows += [f"\\&{row}" if row[:1] in {".", "'"} else row for row in broken]
    return "\n".join(rows) + "\n"


def _commands() -> Iterator[str]:
    group = LazyGroup(name="acu")
    context = typer.Context(group, info_name="acu")
    for name, about in COMMANDS.items():
        command = group.get_command(None, name)
        yield from _command(command, typer.Context(command, context, name), f"{about[0].upper()}{about[1:]}.")
        for sub_name, sub in getattr(command, "commands", {}).items():
            inside = typer.Context(command, context, name)
            yield from _command(sub, typer.Context(sub, inside, sub_name), "")


def _command(command: Any, context: typer.Context, about: str) -> Iterator[str]:
    """Yield the section of a command: its form, what it does, examples, arguments and options."""
    yield f".SS {context.command_path}"
    yield f".B {context.command_path}"
    yield _escaped(" ".join(command.collect_usage_pieces(context)))
    yield ".PP"
    yield _escaped(about or _first_paragraph(command.help))
    yield from _examples(command.help or "")
    yield from _options(command, context)


def _first_paragraph(text: str | None) -> str:
    return " ".join((text or "").split("\n\n")[0].split())


def _examples(text: str) -> Iterator[str]:
    for block in text.split("\n\n"):
        if block.startswith("\b\n"):
            yield from (".PP", ".nf")
            yield from (_escaped(line) for line in block.split("\n")[1:])
            yield ".fi"


def _options(command: Any, context: typer.Context) -> Iterator[str]:
    """Yield what a command takes, as its help has it."""
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if record is not None and parameter.name != "help":
            words, about = record
            yield from (".TP", f"\\fB{_escaped(words)}\\fR", _escaped(" ".join(about.split())))


def _common() -> Iterator[str]:
    for option in options.COMMON:
        words = ", ".join(option.words) + (f" {option.takes}" if option.takes else "")
        choices = f": {', '.join(option.choices)}" if option.choices else ""
        yield from (".TP", f"\\fB{_escaped(words)}\\fR", _escaped(f"{option.about}{choices}"))


def _answers(library: Library) -> Iterator[str]:
    """Yield every answer of a profile, which `acu profile set` takes as an option."""
    yield "Each may be followed by a place, =hand:left, where a place matters, and is taken away by \\-\\-no\\-."
    for question in library.questions.values():
        yield from (".TP", f"\\fB{_escaped(f'--{question.slug}')}\\fR", _escaped(question.words))


def _fields(kind: Any) -> Iterator[str]:
    docs = fields_of(kind)
    yield _escaped(summary_of(kind))
    for field in msgspec.structs.fields(kind):
        needed = " (needed)" if field.required else ""
        said = docs[field.encode_name]
        yield from (".TP", f"\\fB{_escaped(field.encode_name)}\\fR{needed}", _escaped(said.meaning))
        yield f"Example: {_escaped(said.example)}"


def _date(library: Library) -> str:
    """Return the first day of the library's month: the pages are the same whenever they are made."""
    year, month = library.version.split(".")
    return f"{year}-{month}-01"


def _terms(terms: dict[str, str]) -> Iterator[str]:
    for term, meaning in terms.items():
        yield from (".TP", f"\\fB{_escaped(term)}\\fR", _escaped(meaning))


def _escaped(text: str) -> str:
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe[:1] in {".", "'"} else safe


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    opened = open_library()
    (folder / "acu.1").write_text(command_page(opened), encoding="utf-8")
    (folder / "acu-pack.5").write_text(pack_page(opened), encoding="utf-8")
