"""The short fuzz: every reader and some command lines, always the same cases; the long one is in tests/soak."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import fuzz


@pytest.mark.long
def test_no_damaged_file_and_no_command_line_raises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but our own errors, no status 70, nothing that hangs."""
    monkeypatch.chdir(tmp_path)
    assert fuzz.run(20261130, count=60) == []
