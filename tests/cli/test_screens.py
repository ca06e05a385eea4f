"""Screens that people meet, as they are: readable text files, looked at before they are kept."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Acu
from tests.cli.write_golden import SCREENS, golden_file, screens
from tests.conftest import ROOT


@pytest.mark.parametrize(("name", "size"), screens(), ids=lambda value: str(value))
def test_a_screen_is_as_it_was_kept(acu: Acu, name: str, size: tuple[int, int]) -> None:
    """A change of it is looked at: `python -m tests.cli.write_golden`."""
    ran = acu(*SCREENS[name], terminal=True, NO_COLOR="1", COLUMNS=str(size[0]), LINES=str(size[1]))
    assert ran.out == golden_file(name, size).read_text(encoding="utf-8")
    assert max(map(len, ran.out.splitlines())) <= size[0]


def test_the_readme_shows_what_is_shown() -> None:
    """Its picture of `acu find headache` is the screen itself."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert golden_file("find-headache", (80, 24)).read_text(encoding="utf-8") in readme
