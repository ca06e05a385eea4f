"""What `docs/adding.md` promises, tried in scratch copies: the files it names are all that a change takes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from acucli.guide.finding import find
from acucli.library.build import compile_directory
from acucli.library.compiled import from_bytes
from acucli.model.practice import Profile
from tests.conftest import DATA, ROOT

pytestmark = pytest.mark.long

TODAY = "2026-11-20"


def _row(what: str) -> str:
    """Return the row of the page about one change."""
    lines = (ROOT / "docs" / "adding.md").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith(f"| {what}"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a copy of the data that may be changed."""
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_synonym_is_one_file_of_data(data: Path) -> None:
    """It is found at once, and leads to the condition's own points."""
    assert "`data/conditions/<theme>.yaml`" in _row("a condition")
    _replace(data / "conditions" / "digestion.yaml", "    - singultus\n", "    - singultus\n    - hickety hicks\n")
    library = from_bytes(compile_directory(data))
    answer = find("hickety hicks", library, Profile(), today=TODAY)
    assert [reading.slug for reading in answer.conditions] == ["hiccups"]
    assert answer.points


CAUTION = """\
- id: "hands-today"
  title: "Hands that are sore today"
  profile: ["everyone"]
  action: "lighter"
  regions: ["hand"]
  rule: "Press the hand lightly today."
  brief: "sore hands: lightly"
  strength: "cautious"
"""


def test_a_caution_is_one_file_of_data(data: Path) -> None:
    """Points of its region take it by themselves."""
    assert "`data/cautions.yaml`" in _row("a caution")
    _replace(data / "cautions.yaml", "\ncautions:\n", f"\ncautions:\n{CAUTION}")
    library = from_bytes(compile_directory(data))
    assert "hands-today" in library.points["LI4"].cautions
    assert "hands-today" not in library.points["ST36"].cautions


def test_an_output_format_is_two_files(tmp_path: Path) -> None:
    """A row of the table and a writer: every command that has its form gives it, the others refuse it."""
    assert "`src/acucli/render/formats.py`" in _row("an output format")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "data").symlink_to(DATA, target_is_directory=True)
    render = tmp_path / "src" / "acucli" / "render"
    _replace(render / "formats.py", '"svg", "html"]', '"svg", "html", "shout"]')
    _replace(
        render / "formats.py",
        '    "svg": Writer(',
        '    "shout": Writer(("codes",), "writers:write_shouted"),\n    "svg": Writer(',
    )
    with (render / "writers.py").open("a", encoding="utf-8") as stream:
        stream.write(WRITER)
    assert _acu(tmp_path, "list", "points", "--meridian", "PC", "--format", "shout").stdout.startswith("PC1!\nPC2!\n")
    refused = _acu(tmp_path, "doctor", "--format", "shout")
    assert refused.returncode == 2
    assert "shout" in refused.stderr


WRITER = '''

def write_shouted(answer: Document, forms: Forms, run: AppContext, style: Style) -> None:
    """Write one code a line, with a mark behind it."""
    run.output.codes([f"{code}!" for code in function_named(forms.codes)(answer, run)])
'''


def _acu(tree: Path, *words: str) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "PYTHONPATH": str(tree / "src"), "ACU_HOME": str(tree / "home")}
    command = [sys.executable, "-m", "acucli", *words]
    return subprocess.run(command, env=variables, capture_output=True, text=True, timeout=120, check=False)
