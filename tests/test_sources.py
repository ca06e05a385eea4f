"""What every file of the project keeps to: no hidden characters, nothing cited that is not here."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tests.conftest import ROOT

_ROOMS = ("src", "tests", "benchmarks", "data", "docs")
_KINDS = {".py", ".md", ".yaml", ".tsv", ".toml", ".append"}
FILES = sorted(
    path
    for path in (*(found for room in _ROOMS for found in (ROOT / room).rglob("*")), *ROOT.iterdir())
    if path.suffix in _KINDS and path.is_file()
)
_CITED = re.compile(
    r"(?:runner-findings|evidence-guide|safety\.yaml|figures\.md|style\.md|design\.md|LEGEND\.md)"
    r"|\bdesign,? section \d|\breviews?/[a-z]+\.md"
)
"""Papers that the project was made from and that are not in it."""

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())


def hidden(text: str) -> list[str]:
    """Return the characters of a text that no reader sees, or that turn its direction; ends of lines and tabs stay."""
    unseen = {"Cf", "Cc", "Zl", "Zp", "Cs", "Co"}
    return [
        f"U+{ord(letter):04X}" for letter in text if unicodedata.category(letter) in unseen and letter not in "\n\t"
    ]


@each_file
def test_no_character_is_hidden(path: Path) -> None:
    """A bidirectional override or a zero-width character in a source is written as an escape."""
    assert hidden(path.read_text(encoding="utf-8", errors="replace")) == []


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path.suffix == ".py" and path != Path(__file__)],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_nothing_is_cited_that_is_not_here(path: Path) -> None:
    """Whoever reads a comment can look up what it names."""
    assert _CITED.findall(path.read_text(encoding="utf-8")) == []


def test_hidden_characters_are_found() -> None:
    """The scan sees what it is there for."""
    assert hidden("a\u202eb\u200bc\u2028") == ["U+202E", "U+200B", "U+2028"]
