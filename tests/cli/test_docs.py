"""What is written about the commands is true of them."""

from __future__ import annotations

import re
import tomllib

import pytest

from acucli.cli.app import main
from acucli.cli.group import ALIASES, COMMANDS, LazyGroup
from acucli.cli.options import COMMON
from acucli.errors import ADDRESS, ISSUES, STATUS_MEANINGS, ExitStatus
from acucli.library.compiled import CompiledLibrary
from tests.cli.conftest import Acu
from tests.conftest import DATA, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
TEXTS = {
    "README.md": README,
    "CONTRIBUTING.md": (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"),
    "data/README.md": (DATA / "README.md").read_text(encoding="utf-8"),
    **{path.name: path.read_text(encoding="utf-8") for path in sorted((DATA / "articles").glob("*.md"))},
    **{f"docs/{path.name}": path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))},
}
_NAMED = re.compile(r"(?:^|[\s`$(|&])acu ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?", re.MULTILINE)
_COMMON = {word for item in COMMON for word in item.words} | {"--help", "--version"}


def group() -> LazyGroup:
    """Return the commands."""
    return LazyGroup(name="acu")


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_stands_in_the_readme(command: str) -> None:
    """Whoever reads it knows what there is."""
    assert re.search(rf"acu {command}\b", README), command


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_every_command_that_is_named_exists(name: str) -> None:
    """And every subcommand of those that have some."""
    for command, second in _NAMED.findall(TEXTS[name]):
        assert ALIASES.get(command, command) in COMMANDS, f"{name}: acu {command}"
        known = getattr(group().get_command(None, command), "commands", {})
        if known and second:
            assert second in known, f"{name}: acu {command} {second}"


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_every_option_that_is_named_exists(name: str) -> None:
    """On the command it is named with; the options of every command count everywhere."""
    for line in re.findall(r"acu [a-z][^\n`|#]*--[^\n`|#]*", TEXTS[name]):
        words = line.split()
        command = group().get_command(None, words[1]) if words[1] in COMMANDS else None
        if command is None or words[1] in {"profile", "favourite"}:
            continue
        commands = [command, *getattr(command, "commands", {}).values()]
        known = {option for item in commands for parameter in item.params for option in parameter.opts} | _COMMON
        for option in re.findall(r"(?<!\S)--[a-z][a-z-]+", line):
            assert option in known, f"{name}: {line}"


def _commands() -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name in COMMANDS:
        found.append((name,))
        found += [(name, second) for second in getattr(group().get_command(None, name), "commands", {})]
    return found


@pytest.mark.parametrize("words", _commands(), ids=" ".join)
def test_every_command_and_subcommand_has_help(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """A sentence of its own, and every option explained."""
    assert main([*words, "-h"]) == 0
    said = capsys.readouterr().out
    command = group().get_command(None, words[0])
    if len(words) > 1:
        command = command.commands[words[1]]  # type: ignore[union-attr]
    assert command is not None
    assert (command.help or "").strip()
    assert said.startswith("Usage: acu " + " ".join(words))
    for parameter in command.params:
        if parameter.name != "help":
            assert getattr(parameter, "help", None), f"{words}: {parameter.name}"


def test_every_example_of_the_help_is_a_command_line_that_is_understood(
    acu: Acu, capsys: pytest.CaptureFixture[str]
) -> None:
    """Examples are tried as far as a dry run goes: none of them is a usage error."""
    tried = 0
    for name in ("find", "show", "list", "map", "learn", "schema", "helplines", "completion", "plan"):
        main([name, "-h"])
        for line in re.findall(rf"^ +(acu {name}\b[^|>#\n]*)", capsys.readouterr().out, re.MULTILINE):
            words = [word.strip("\"'") for word in re.findall(r"\"[^\"]*\"|'[^']*'|\S+", line)][1:]
            if "-o" in words or "--batch" in words:
                continue
            ran = acu(*words)
            assert ran.status != 2 or words == ["plan"], (line, ran.err)
            tried += 1
    assert tried >= 15


def test_the_statuses_are_one_table(acu: Acu) -> None:
    """In the code, in the help and in the README, with the same meaning."""
    said = " ".join(acu("--help").out.split())
    for status in ExitStatus:
        assert int(status) in STATUS_MEANINGS
        assert re.search(rf"\b{int(status)}\b", said)
    read = " ".join(README.split())
    for status in ExitStatus:
        assert re.search(rf"Exit statuses: [^.]*\b{int(status)} [a-z]", read), (
            f"status {int(status)} is not in README.md"
        )


def test_the_numbers_of_the_readme_are_true(library: CompiledLibrary) -> None:
    """Points, conditions, routines and references are counted, not remembered."""
    read = " ".join(README.split())
    places = {"EX": 0, "EAR": 0}
    for point in library.points.values():
        if point.meridian in places:
            places[point.meridian] += 1
    counted = {
        "channel points": len(library.points) - sum(places.values()),
        "extra points": places["EX"],
        "ear points": places["EAR"],
        "conditions with": len(library.conditions),
        "routines": len(library.routines),
        "references": len(library.references),
    }
    for noun, number in counted.items():
        for more, said in re.findall(rf"(more than )?(\d+) {noun}", read):
            assert int(said) < number if more else int(said) == number, f"{more}{said} {noun}"


@pytest.mark.parametrize("words", _commands(), ids=" ".join)
def test_every_command_and_subcommand_shows_an_example(acu: Acu, words: tuple[str, ...]) -> None:
    """Before its options, as somebody would type it."""
    said = acu(*words, "--help").out
    assert said.index(f"  acu {' '.join(words)}") < said.index("Options:")


@pytest.mark.parametrize(
    "wrong", [["find", "--bogus"], ["journal", "list", "--bogus"], ["map", "--view"], ["--bogus", "find"]]
)
def test_help_is_given_whatever_else_is_wrong(acu: Acu, wrong: list[str]) -> None:
    """`-h` and `--help` win over a wrong option."""
    for asked in ("-h", "--help"):
        ran = acu(*wrong, asked)
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.startswith("Usage: acu")


def test_the_addresses_are_those_of_the_package(acu: Acu) -> None:
    """One place for whoever fills them in: pyproject.toml and errors.py say the same."""
    urls = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
    assert (urls["Homepage"], urls["Issues"]) == (ADDRESS, ISSUES)
    assert ISSUES in acu("--help").out
