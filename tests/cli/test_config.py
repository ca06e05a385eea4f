"""`acu config`: shown with meanings, set, unset, obeyed."""

from __future__ import annotations

from pathlib import Path

import pytest

from acucli.host.settings import MEANINGS
from tests.cli.conftest import Acu


def test_every_setting_is_shown_with_its_value_and_meaning(acu: Acu) -> None:
    """In a pipe, at a terminal, as JSON with the file."""
    rows = [line.split("\t") for line in acu("config").out.splitlines()]
    assert [row[0] for row in rows] == list(MEANINGS)
    assert all(row[2] for row in rows)
    assert "voice_rate" in acu("config", "show", terminal=True, NO_COLOR="1").out
    answer = acu("config", "show", "--json").json
    assert set(answer["settings"]) == set(MEANINGS)
    assert answer["file"].endswith("config.toml")


def test_a_setting_is_kept_and_obeyed_and_taken_back(acu: Acu, tmp_path: Path) -> None:
    """A hold of a minute in every session, until it is unset; a variable and a flag beat it."""
    assert acu("config", "set", "hold", "60").status == 0
    assert (tmp_path / "home" / "config" / "config.toml").stat().st_mode & 0o777 == 0o600

    def holds(*arguments: str, **variables: str) -> set[float]:
        ran = acu("session", "--points", "LI10", "--dry-run", "--json", *arguments, **variables)
        return {step["seconds"] for step in ran.json["steps"]}

    assert holds() == {60.0}
    assert holds(ACU_HOLD="50") == {50.0}
    assert holds("--hold", "40", ACU_HOLD="50") == {40.0}
    assert acu("config", "unset", "hold").status == 0
    assert holds() == {90.0}


def test_waits_may_be_nothing(acu: Acu) -> None:
    """Every wait is configurable."""
    for name in MEANINGS:
        if name.endswith("_seconds"):
            acu("config", "set", name, "0")
    answer = acu("session", "headache", "--dry-run", "--json").json
    assert answer["plan"]["total_seconds"] == sum(step["seconds"] for step in answer["steps"])


@pytest.mark.parametrize(
    "arguments",
    [["set", "hold", "500"], ["set", "hold", "long"], ["set", "nonsense", "1"], ["unset", "nonsense"], ["set", "hold"]],
)
def test_what_cannot_be_is_refused(acu: Acu, tmp_path: Path, arguments: list[str]) -> None:
    """Status 2, the reason, and nothing written."""
    ran = acu("config", *arguments)
    assert ran.status == 2
    assert ran.err.startswith("error:")
    assert not (tmp_path / "home" / "config").exists()


def test_a_setting_never_lifts_a_limit(acu: Acu, tmp_path: Path) -> None:
    """A file with a hold of ten minutes is named and not used."""
    config = tmp_path / "home" / "config"
    config.mkdir()
    (config / "config.toml").write_text("hold = 600\nfull = true\n")
    ran = acu("session", "--points", "LI10", "--dry-run", "--json")
    assert "hold cannot be 600" in ran.err
    assert {step["seconds"] for step in ran.json["steps"]} == {150.0}
