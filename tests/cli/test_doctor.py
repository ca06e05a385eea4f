"""`acu doctor`: what works here, and every file that is kept."""

from __future__ import annotations

import re
from pathlib import Path

from acucli import __version__
from tests.cli.conftest import Acu
from tests.cli.kept import put_sessions


def test_what_this_terminal_can_do(acu: Acu) -> None:
    """Version, library, size, colour, characters, sound."""
    out = acu("doctor").out
    for label in (
        "acucli:",
        "library:",
        "python:",
        "terminal:",
        "colour:",
        "characters:",
        "shown as:",
        "journal:",
    ):
        assert label in out
    assert __version__ in out
    assert re.search(r"\d+ points", out)
    assert "80 x" in acu("doctor", terminal=True).out
    assert {item["what"] for item in acu("doctor", "--json").json["findings"]} >= {"acucli", "library", "journal"}


def test_every_file_that_is_kept_is_listed(acu: Acu, tmp_path: Path) -> None:
    """Whatever was written below the home has its line, with size and mode."""
    acu("profile", "set", "--pregnant", "-q")
    acu("config", "set", "hold", "60")
    acu("course", "new", "headache")
    put_sessions(tmp_path / "home", {})
    findings = acu("doctor", "--json").json["findings"]
    listed = " ".join(item["is"] for item in findings)
    kept = [path for path in (tmp_path / "home").rglob("*") if path.is_file() and "cache" not in path.parts]
    assert len(kept) >= 4
    for path in kept:
        shown = str(path).replace(str(tmp_path), "~")
        assert f"{shown}  {path.stat().st_size} bytes, mode 600" in listed, path


def test_a_damaged_journal_is_named(acu: Acu, tmp_path: Path) -> None:
    """Doctor looks and changes nothing."""
    put_sessions(tmp_path / "home", {})
    journal = tmp_path / "home" / "state" / "journal.jsonl"
    journal.write_bytes(journal.read_bytes() + b"garbage\n")
    before = journal.read_bytes()
    assert "1 damaged" in acu("doctor").out
    assert journal.read_bytes() == before


def test_the_same_picture_in_every_way_of_drawing(acu: Acu) -> None:
    """Braille, blocks, ASCII, and the command that chooses one for good."""
    out = acu("doctor", "--figures").out
    assert any("⠀" <= character <= "⣿" for character in out)
    assert any("▀" <= character <= "▟" for character in out)
    assert "acu config set figure" in out
    for mode in ("braille", "blocks", "ascii", "shaded"):
        assert mode in out


def test_an_empty_home_has_nothing_there_and_stays_so(acu: Acu, tmp_path: Path) -> None:
    """Looking writes nothing."""
    assert acu("doctor").out.count("(nothing there)") >= 3
    assert {path.name for path in (tmp_path / "home").iterdir()} == {"cache"}
