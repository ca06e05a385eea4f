"""The manual pages are the commands' own words."""

from __future__ import annotations

from acucli.cli.group import COMMANDS
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
