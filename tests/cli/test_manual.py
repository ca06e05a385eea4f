"""The manual pages are the commands' own words."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from acucli.cli.group import COMMANDS, LazyGroup
from acucli.cli.manual import command_page, pack_page
from acucli.library.compiled import CompiledLibrary
from tests.conftest import ROOT

REMAKE = "make them anew: python -m acucli.cli.manual docs/man"


def test_the_shipped_pages_are_those_the_commands_make(library: CompiledLibrary) -> None:
    """acu(1) and acu-pack(5) never lag behind the help."""
    assert (ROOT / "docs/man/acu.1").read_text(encoding="utf-8") == command_page(library), REMAKE
    assert (ROOT / "docs/man/acu-pack.5").read_text(encoding="utf-8") == pack_page(library), REMAKE


def test_every_command_and_status_is_in_the_manual(library: CompiledLibrary) -> None:
    """No command without its section, no status without its meaning."""
    page = command_page(library)
    for name in COMMANDS:
        assert f".SS acu {name}\n" in page
    for status in ("0", "1", "2", "3", "4", "5", "6", "70", "130"):
        assert f"\\fB{status}\\fR" in page


def test_every_option_of_every_subcommand_and_every_answer_is_in_the_manual(library: CompiledLibrary) -> None:
    """Nobody needs the help beside it."""
    page = command_page(library).replace("\\-", "-")
    group = LazyGroup(name="acu")
    for name in COMMANDS:
        command = group.get_command(None, name)
        for item in (command, *getattr(command, "commands", {}).values()):
            words = [
                word for parameter in item.params if not getattr(parameter, "hidden", False) for word in parameter.opts
            ]
            assert [word for word in words if word.startswith("-") and word not in page] == [], name
    for slug in library.questions:
        assert f"--{slug}" in page, slug


@pytest.mark.shell
@pytest.mark.parametrize("page", ["acu.1", "acu-pack.5"])
def test_the_linter_of_manual_pages_has_nothing_to_say(page: str) -> None:
    """mandoc -T lint, but for lines that quote something longer than 80 letters."""
    if shutil.which("mandoc") is None:
        pytest.skip("there is no mandoc here")
    path = ROOT / "docs" / "man" / page
    said = subprocess.run(
        ["mandoc", "-T", "lint", path], capture_output=True, text=True, timeout=60, check=False
    ).stdout
    assert [line for line in said.splitlines() if "longer than 80 bytes" not in line] == []
