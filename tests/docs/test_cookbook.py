"""Every recipe of the cookbook is run as it stands there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.shell

_PAGE = (ROOT / "docs" / "cookbook.md").read_text(encoding="utf-8")
_TOOLS = ("jq", "fzf", "tmux", "curl")


class Recipe(NamedTuple):
    """A recipe: its title, and the lines somebody would paste."""

    title: str
    lines: str


RECIPES = [
    Recipe(title, lines)
    for title, lines in re.findall(r"^## (\d+\. [^\n]*)\n.*?^```sh\n(.*?)^```", _PAGE, re.MULTILINE | re.DOTALL)
]


def test_the_cookbook_counts_its_recipes() -> None:
    """Twenty and more, numbered without a gap, and each has lines to paste."""
    assert [recipe.title.split(".")[0] for recipe in RECIPES] == [str(n) for n in range(1, len(RECIPES) + 1)]
    assert len(RECIPES) == len(re.findall(r"^## ", _PAGE, re.MULTILINE))
    assert len(RECIPES) >= 20


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.title)
def test_a_recipe_works_as_it_stands(recipe: Recipe, warm_home: Path, tmp_path: Path) -> None:
    """In a new home and folder; it ends well and prints something."""
    missing = [tool for tool in _TOOLS if re.search(rf"\b{tool}\b", recipe.lines) and shutil.which(tool) is None]
    if missing:
        pytest.skip(f"there is no {missing[0]} here")
    programs = tmp_path / "programs"
    programs.mkdir()
    acu = programs / "acu"
    acu.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m acucli "$@"\n', encoding="utf-8")
    acu.chmod(0o700)
    place = tmp_path / "place"
    place.mkdir()
    named = {
        **os.environ,
        "ACU_HOME": str(warm_home),
        "HOME": str(tmp_path),
        "PATH": f"{programs}:{os.environ['PATH']}",
    }
    named.pop("HOME_ASSISTANT_WEBHOOK", None)
    ran = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", recipe.lines],
        cwd=place, env=named, capture_output=True, stdin=subprocess.DEVNULL, timeout=120, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr.decode()
    assert ran.stdout.strip()
