"""`acu handout`: one page in a file or a pipe, stopped by what stops every request."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Acu
from tests.cli.kept import put_sessions
from tests.cli.test_pack import ROUTINE


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder of one's own."""
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.chdir(folder)


def test_it_writes_one_page(acu: Acu) -> None:
    """Standard output stays empty; where it was written is said on standard error."""
    ran = acu("handout", "nausea", "-o", "sheet.html")
    assert (ran.status, ran.out) == (0, "")
    assert "written: sheet.html" in ran.err
    assert Path("sheet.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_file_is_replaced_only_when_asked(acu: Acu) -> None:
    """Nothing of another file is lost unasked; with --force it is replaced through a link."""
    Path("kept.html").write_text("mine", encoding="utf-8")
    os.symlink("kept.html", "link.html")
    assert acu("handout", "nausea", "-o", "link.html").status == 2
    assert Path("kept.html").read_text(encoding="utf-8") == "mine"
    assert acu("handout", "nausea", "-o", "link.html", "--force").status == 0
    assert Path("link.html").is_symlink()
    assert "<title>" in Path("kept.html").read_text(encoding="utf-8")


def test_a_dash_is_standard_output(acu: Acu) -> None:
    """As everywhere."""
    assert acu("handout", "nausea", "-o", "-").out == acu("handout", "nausea").out != ""


@pytest.mark.parametrize("arguments", [("--format", "md"), ("-o", "sheet.md")], ids=["format", "ending"])
def test_markdown_by_format_or_by_ending(acu: Acu, arguments: tuple[str, ...]) -> None:
    """Both mean the same sheet."""
    ran = acu("handout", "nausea", *arguments)
    text = ran.out or Path("sheet.md").read_text(encoding="utf-8")
    assert text.startswith("# Feeling sick")


def test_words_of_danger_write_nothing(acu: Acu) -> None:
    """Status 4, what to do on standard error, and no file."""
    ran = acu("handout", "crushing chest pain", "-o", "sheet.html")
    assert (ran.status, ran.out) == (4, "")
    assert "emergency" in ran.err
    assert not Path("sheet.html").exists()


@pytest.mark.parametrize("format_", ["json", "tsv", "svg", "codes"])
def test_other_formats_are_refused(acu: Acu, format_: str) -> None:
    """A format that a command cannot give is refused, never ignored."""
    ran = acu("handout", "nausea", "--format", format_)
    assert (ran.status, ran.out if format_ != "json" else "") == (2, "")


def test_words_and_points_together_are_refused(acu: Acu) -> None:
    """One of them would be dropped in silence."""
    assert acu("handout", "nausea", "--points", "PC6").status == 2
    assert acu("handout").status == 2


def test_a_sheet_for_oneself_is_readable_by_oneself_alone(acu: Acu) -> None:
    """It leaves out what the profile leaves out, and nobody else may read it."""
    acu("profile", "set", "--pregnant", "-q")
    assert acu("handout", "nausea", "--mine", "-o", "mine.html").status == 0
    assert acu("handout", "nausea", "-o", "others.html").status == 0
    own, others = Path("mine.html"), Path("others.html")
    assert own.stat().st_mode & 0o777 == 0o600
    assert 'data-place="LI4"' not in own.read_text(encoding="utf-8")
    assert 'data-place="LI4"' in others.read_text(encoding="utf-8")


def test_settings_of_this_machine_shape_no_sheet_for_others(acu: Acu) -> None:
    """A hold that somebody set for themselves is not handed on."""
    before = acu("handout", "nausea").out
    acu("config", "set", "hold", "30")
    assert acu("handout", "nausea").out == before
    assert acu("handout", "nausea", "--mine").out != before


def test_time_and_points_shape_it(acu: Acu) -> None:
    """The same wishes as a session's."""
    page = acu("handout", "--points", "PC6", "--time", "2m").out
    assert "2 minutes" in page
    assert "<h1>To press: Neiguan (PC6)</h1>" in page
    last = acu("handout", "--points", "PC6", "--side", "left", "--format", "md").out.split("3. ")[1].splitlines()[0]
    assert last.endswith(" left.")


def test_a_pack_writes_text_whatever_it_looks_like(acu: Acu) -> None:
    """A routine that is named like a script stands on its sheet as that text."""
    evil = "<script>alert(1)</script>"
    Path("mine.yaml").write_text(ROUTINE.replace("My own minute", evil).replace("Press slowly", evil), encoding="utf-8")
    assert acu("pack", "add", "mine.yaml").status == 0
    page = acu("handout", "mine").out
    assert evil not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;</h1>" in page


def test_the_journal_as_a_page(acu: Acu, tmp_path: Path) -> None:
    """Own months for a clinician, readable by oneself alone, by name or by the file's ending."""
    put_sessions(tmp_path / "home", {"before": 6, "after": 3}, {"before": 5, "after": 5})
    assert acu("journal", "export", "-o", "mine.html").status == 0
    page = Path("mine.html")
    assert page.stat().st_mode & 0o777 == 0o600
    assert page.read_text(encoding="utf-8") == acu("journal", "export", "--as", "html").out
    assert page.read_text(encoding="utf-8").count("<circle") == 4
