"""Privacy: nothing leaves the machine, and what is kept is readable by its owner alone."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from acucli.cli.group import COMMANDS
from tests.cli.conftest import Acu
from tests.cli.kept import put_sessions

EVERYTHING: tuple[tuple[str, ...], ...] = (
    (),
    ("--help",),
    ("help", "find"),
    ("calm", "30s", "--speed", "1000", "--cues", "none"),
    ("again", "--dry-run"),
    ("favourite", "add", "evening", "sleep"),
    ("favourite",),
    ("find", "headache"),
    ("find", "LI4", "--json"),
    ("find", "worst headache of my life"),
    ("show", "LI4"),
    ("show", "headache", "--json"),
    ("list", "points"),
    ("list", "conditions", "--json"),
    ("session",),
    ("session", "headache", "--dry-run"),
    ("session", "--points", "LI10", "--hold", "20", "--speed", "1000", "--cues", "none", "--yes"),
    ("session", "stress-quick", "--now", "--speed", "1000", "--events", "jsonl"),
    ("plan", "stiff neck", "--since", "weeks"),
    ("map", "LI4"),
    ("map", "headache", "--svg"),
    ("learn",),
    ("learn", "what-does-not-work"),
    ("profile", "set", "--pregnant"),
    ("profile", "show"),
    ("journal", "list"),
    ("journal", "stats"),
    ("journal", "helped"),
    ("journal", "note", "last", "well"),
    ("journal", "export", "--as", "csv"),
    ("journal", "export", "-o", "mine.json"),
    ("journal", "import", "mine.json"),
    ("course", "new", "headache"),
    ("course", "show"),
    ("course", "next"),
    ("course", "export", "-o", "mine.ics"),
    ("course", "drop"),
    ("pack", "new", "mine"),
    ("pack", "check", "mine.yaml"),
    ("pack", "list"),
    ("handout", "headache"),
    ("helplines",),
    ("doctor",),
    ("doctor", "--figures"),
    ("config", "show"),
    ("config", "set", "hold", "60"),
    ("schema", "find"),
    ("completion", "bash"),
    ("journal", "delete", "--all", "--yes"),
    ("profile", "clear", "--yes"),
)


class ForbiddenSocketError(AssertionError):
    """Somebody tried to open a connection."""


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Forbid every socket and name look-up; return what was tried."""
    tried: list[str] = []

    def refuse(*arguments: object, **_: object) -> None:
        tried.append(repr(arguments))
        raise ForbiddenSocketError(f"a connection was tried: {arguments}")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname", "socketpair"):
        monkeypatch.setattr(socket, name, refuse)
    return tried


def test_no_command_opens_a_connection(
    acu: Acu, no_network: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command, one after the other, with sockets forbidden; and each is among them."""
    monkeypatch.chdir(tmp_path)
    put_sessions(tmp_path / "home", {"before": 5, "after": 3, "slug": "headache", "conditions": ("headache",)})
    for arguments in EVERYTHING:
        ran = acu(*arguments, runs="--speed" in arguments)
        assert ran.status in {0, 4}, (arguments, ran.err)
        assert "ForbiddenSocket" not in ran.err
    assert not no_network
    assert {arguments[0] for arguments in EVERYTHING if arguments and arguments[0] in COMMANDS} == set(COMMANDS)
    capsys.readouterr()


def test_everything_that_is_kept_is_private(acu: Acu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """0600 in 0700 after setting, sessions, courses, exports, packs, whatever the umask is."""
    monkeypatch.chdir(tmp_path)
    before = os.umask(0)
    try:
        for arguments in EVERYTHING[:-2]:
            if arguments[:2] not in {("pack", "check"), ("course", "drop")}:
                acu(*arguments, runs="--speed" in arguments)
    finally:
        os.umask(before)
    home = tmp_path / "home"
    kept = [path for path in home.rglob("*") if "cache" not in path.relative_to(home).parts]
    assert {"profile.toml", "config.toml", "favourites.toml", "journal.jsonl", "courses.json"} <= {
        path.name for path in kept
    }
    for path in kept:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path
    for name in ("mine.json", "mine.ics"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600


def test_a_lookup_writes_nothing_but_the_cache(acu: Acu, tmp_path: Path) -> None:
    """Finding, showing, listing, drawing, reading, dry runs: the home stays empty."""
    for arguments in EVERYTHING:
        if arguments and arguments[0] in {"find", "show", "list", "map", "learn", "helplines", "doctor", "schema"}:
            acu(*arguments)
    acu("session", "headache", "--dry-run")
    acu("plan", "headache")
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["cache"]


def test_a_crisis_is_not_written_anywhere(acu: Acu, tmp_path: Path) -> None:
    """Not in the journal, not in any other file."""
    for command in ("find", "session", "plan"):
        acu(command, "I want to kill myself")
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["cache"]
