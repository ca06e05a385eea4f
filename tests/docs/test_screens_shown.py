"""The screens that README and docs show: each as text and as a picture, made by `bash docs/capture`."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from docs.screen_image import CELL_WIDE, MARGIN, svg_of
from rich.text import Text

from tests.conftest import ROOT

SCREENS = ROOT / "docs" / "screens"
_MOST_BYTES = 100_000
_SHOTS = re.findall(r"^shot (\w+) (\d+)x(\d+)", (ROOT / "docs" / "capture").read_text(encoding="utf-8"), re.MULTILINE)


def test_there_are_ten_and_nothing_else() -> None:
    """What is captured is there, and what is there is captured."""
    assert len(_SHOTS) == 10
    assert {path.name for path in SCREENS.iterdir()} == {
        f"{name}.{kind}" for name, _, _ in _SHOTS for kind in ("txt", "png")
    }


@pytest.mark.parametrize(("name", "columns", "rows"), _SHOTS)
def test_a_screen_fits_its_size_and_its_picture_is_small(name: str, columns: str, rows: str) -> None:
    """Nothing is wider or higher than the terminal it was made in."""
    lines = (SCREENS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert 0 < len(lines) <= int(rows)
    assert max(map(len, lines)) <= int(columns)
    drawn = (SCREENS / f"{name}.png").read_bytes()
    assert drawn.startswith(b"\x89PNG")
    assert len(drawn) < _MOST_BYTES


def test_the_readme_shows_three_of_them_with_their_words() -> None:
    """Each says what is to be seen, and leads to its text."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[([^\]]+)\]\(docs/screens/(\w+)\.png\)", readme)
    assert len(shown) == 3
    assert all(len(words.split()) > 15 for words, _ in shown)
    assert all(f"(docs/screens/{name}.txt)" in readme for _, name in shown)


@pytest.mark.parametrize("name", ["ready", "hold", "anatomy", "wide", "small"])
def test_a_session_says_how_to_stop_on_its_last_line(name: str) -> None:
    """On each of the screens that are shown."""
    assert (SCREENS / f"{name}.txt").read_text(encoding="utf-8").rstrip().endswith("q stop")


def test_a_run_stands_on_its_column_whatever_stands_before_it() -> None:
    """A sign two cells wide moves what follows by two columns, blanks by one each."""
    root = ET.fromstring(svg_of([Text("合 a  b")], 10))
    texts = {text.text: float(text.attrib["x"]) for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert texts == {sign: pytest.approx(MARGIN + column * CELL_WIDE, abs=0.01) for sign, column in
                     (("合", 0), ("a", 3), ("b", 6))}  # fmt: skip
