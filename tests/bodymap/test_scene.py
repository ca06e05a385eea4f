"""Finished pictures, and text by its width in cells."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from acucli.bodymap.canvas import Canvas
from acucli.bodymap.scene import Scene, StyledRun, beside, cell_width


@pytest.mark.parametrize("text", ["PC6", "內關", "PC6 內關", "Hégǔ", "⢀⣀●", "내관", "ないかん", "２ cun"])
def test_width_agrees_with_rich(text: str) -> None:
    """Chinese, Japanese and Korean characters take two cells."""
    assert cell_width(text) == cell_len(text)


def test_plain_text_has_no_trailing_spaces() -> None:
    """The picture can be put into a file or compared."""
    scene = Scene(title="", words="", width=10, lines=((StyledRun("ab"), StyledRun("   ")), ()))
    assert scene.plain() == "ab\n"
    assert scene.height == 2


def test_pictures_side_by_side_are_centred_on_each_other() -> None:
    """The locator stands beside the middle of a higher figure."""
    small = ((StyledRun("x"),),)
    large = ((StyledRun("1"),), (StyledRun("2"),), (StyledRun("3"),))
    lines = beside(small, large, left_width=3, gap=2)
    assert ["".join(run.text for run in line) for line in lines] == ["     1", "x    2", "     3"]


def test_wide_characters_take_two_cells_of_the_canvas() -> None:
    """A Chinese name is written whole, or cut before the edge."""
    canvas = Canvas(7, 1, "braille")
    canvas.write(0, 0, "內關內關", "label")
    (line,) = canvas.lines()
    assert "".join(run.text for run in line) == "內關內"


def test_free_cells_only_are_filled() -> None:
    """A leader passes behind what is drawn."""
    canvas = Canvas(3, 1, "ascii")
    canvas.put(1, 0, "X", "point")
    for column in range(-1, 4):
        canvas.put_free(column, 0, ".", "leader")
    assert canvas.lines() == ((StyledRun(".", "leader"), StyledRun("X", "point"), StyledRun(".", "leader")),)
