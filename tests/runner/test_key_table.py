"""The one table of keys: every list comes from it, and keys of other layouts mean the same."""

from __future__ import annotations

import pytest

from acucli.cli.app import main
from acucli.runner.key_table import (
    SESSION_KEYS,
    command_of,
    key_line,
    key_lists,
    keys_in_short,
    keys_sentence,
    keys_table,
    meant_key,
)
from acucli.session.commands import COMMANDS
from tests.conftest import ROOT


def test_every_command_of_a_key_exists() -> None:
    """No key asks for something the machine does not know."""
    assert {key.command.name for key in SESSION_KEYS if key.command is not None} <= set(COMMANDS)


def test_no_name_means_two_keys() -> None:
    """And each of them asks for what its key does."""
    names = [name for key in SESSION_KEYS for name in key.names]
    assert len(names) == len(set(names))
    assert all(command_of(name) == key.command for key in SESSION_KEYS for name in key.names)


@pytest.mark.parametrize("width", range(1, 100))
def test_the_last_line_always_says_how_to_stop(width: int) -> None:
    """However narrow it is, as far as six columns go; nothing is cut inside a word."""
    for turns_to in ("", "picture", "first words"):
        line = key_line(width, turns_to=turns_to)
        assert len(line) <= width
        assert line.endswith("q stop" if width >= 6 else "q stop"[:width])


def test_the_last_line_names_the_key_of_the_picture_on_small_screens() -> None:
    """It is given up after most others; where nothing is pressed the keys of a place are not named."""
    assert key_line(40, turns_to="picture") == "space pause  x hurts  w picture  q stop"
    assert key_line(76) == "space pause  n next  b back  x hurts  i anatomy  h help  ? keys  q stop"
    assert "hurts" not in key_line(76, presses=False)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("й", "q"), ("т", "n"), ("ч", "x"), ("р", "h"), ("Ш", "i"), ("ц", "w"), ("ｑ", "q"), ("？", "?"),
     ("\u3000", "space"), ("q", "q"), ("space", "space"), ("right", "right"),
     ("合", "合")],
)  # fmt: skip
def test_keys_of_other_layouts_mean_the_same(typed: str, meant: str) -> None:
    """A Cyrillic letter by the place of its key, a full-width one by what it is; names of keys stay."""
    assert meant_key(typed) == meant


def test_every_list_names_every_key() -> None:
    """The list on the screen, the sentence of plain lines, the help."""
    assert [shown for shown, _ in key_lists()] == [key.shown for key in SESSION_KEYS]
    assert all(key.spoken in keys_sentence() for key in SESSION_KEYS)
    assert all(f"{key.shown} {key.brief}" in keys_in_short() for key in SESSION_KEYS)


def test_the_documents_hold_the_table() -> None:
    """docs/session.md and the manual have it whole, the README in short."""
    assert keys_table() in (ROOT / "docs" / "session.md").read_text(encoding="utf-8")
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert f"Keys in a session: {keys_in_short()}." in readme
    manual = (ROOT / "docs" / "man" / "acu.1").read_text(encoding="utf-8").replace("\\-", "-")
    assert all(f"\\fB{shown}\\fR\n{does}\n" in manual for shown, does in key_lists())


def test_the_help_of_a_session_names_the_keys(capsys: pytest.CaptureFixture[str]) -> None:
    """At its end, from the same table."""
    main(["session", "--help"])
    assert f"Keys: {keys_in_short()}." in " ".join(capsys.readouterr().out.split())
