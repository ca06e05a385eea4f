"""Every code has one sample that breaks it, and each is named with its file, its line and its fix."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from acucli.library.checks import all_problems
from acucli.library.packs import check_pack
from acucli.library.source import Sources, read_directory
from tests.conftest import DATA, ROOT

pytestmark = pytest.mark.long

SAMPLES = ROOT / "tests" / "samples" / "broken"
PACKS = sorted(SAMPLES.glob("*.yaml"))
APPENDED = sorted(SAMPLES.glob("*.append"))
UNREACHABLE = {
    "Y001": "a file that cannot be read, tests/library/test_reader.py",
    "Y006": "a file that is too large, tests/library/test_reader.py",
}


@pytest.mark.parametrize("sample", PACKS, ids=lambda path: path.stem)
def test_broken_pack_is_named_with_file_line_and_fix(sample: Path, bundled: Sources) -> None:
    """A pack with one fault shows the code of that fault."""
    problems, _ = check_pack(bundled, sample)
    found = [problem for problem in problems if problem.code == sample.stem]
    assert found, [str(problem) for problem in problems]
    for problem in found:
        assert problem.file == sample.name
        assert problem.line >= 1
        assert problem.reason
        assert problem.fix
        assert re.match(rf"{re.escape(sample.name)}:\d+: {sample.stem}", str(problem))


@pytest.mark.parametrize("sample", APPENDED, ids=lambda path: path.stem)
def test_broken_record_in_the_bundled_data_is_named(sample: Path, tmp_path: Path) -> None:
    """A fault appended to a bundled file shows its code and the line of the new record."""
    first, text = sample.read_text(encoding="utf-8").split("\n", 1)
    name = first.removeprefix("# ").strip()
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    before = (data / name).read_text(encoding="utf-8")
    (data / name).write_text(before + text, encoding="utf-8")
    sources = read_directory(data)
    problems = sources.problems or all_problems(sources)
    found = [problem for problem in problems if problem.code == sample.stem]
    assert found, [str(problem) for problem in problems][:5]
    assert any(problem.file == f"data/{name}" and problem.line > before.count("\n") for problem in found)


def test_every_code_has_a_sample() -> None:
    """No check without a sample that breaks it."""
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/acucli/library").rglob("*.py"))
    codes = set(re.findall(r'"([A-Z]\d{3})"', source))
    samples = {path.stem for path in (*PACKS, *APPENDED)}
    assert codes - samples == set(UNREACHABLE)
