"""Dots, and the characters that show them."""

from __future__ import annotations

from typing import Literal

import pytest

from acucli.bodymap.braille import Dots, character

ASCII_SET = set(" .,'-_|/\\()<>:~=")
BLOCK_SET = set(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")


def canvas(columns: int = 4, rows: int = 2) -> Dots:
    return Dots(columns, rows, (0, 0, columns * 2, rows * 4))


@pytest.mark.parametrize(
    ("spot", "bit"),
    [((0, 0), 0x01), ((0, 1), 0x02), ((0, 2), 0x04), ((0, 3), 0x40),
     ((1, 0), 0x08), ((1, 1), 0x10), ((1, 2), 0x20), ((1, 3), 0x80)],
)  # fmt: skip
def test_dot_bits_follow_the_braille_block(spot: tuple[float, float], bit: int) -> None:
    """Rows 0 to 3 by columns 0 and 1: 01 08 / 02 10 / 04 20 / 40 80."""
    dots = canvas()
    dots.polyline([(spot[0] + 0.5, spot[1] + 0.5)] * 2, 4)
    assert dots.bits[0] == bit


def test_lines_have_no_gaps() -> None:
    """Every column of dots between the ends is touched."""
    dots = canvas(10, 1)
    dots.polyline([(0.5, 0.5), (19.5, 3.5)], 4)
    assert all(bits & 0x47 and bits & 0xB8 for bits in dots.bits)


def test_nothing_is_drawn_outside_of_the_clip() -> None:
    """The window is respected on all sides."""
    dots = Dots(4, 4, (2, 4, 6, 12))
    dots.polyline([(-5, -5), (20, 20)], 4)
    assert not any(dots.bits[0:4])
    assert not any(dots.bits[12:16])


def test_dashes_leave_out_every_second_pair() -> None:
    """What one only feels is drawn in dashes."""
    solid, dashed = canvas(8, 1), canvas(8, 1)
    solid.polyline([(0.5, 1.5), (15.5, 1.5)], 1)
    dashed.polyline([(0.5, 1.5), (15.5, 1.5)], 1, dashed=True)
    assert 0 < sum(map(int.bit_count, dashed.bits)) < sum(map(int.bit_count, solid.bits))


def test_highest_rank_colours_the_cell() -> None:
    """Colour is per cell, and the skin wins over what lies below it."""
    dots = canvas()
    for rank in (3, 4, 1):
        dots.polyline([(0.5, 0.5), (1.5, 0.5)], rank)
    assert dots.ranks[0] == 4


def test_room_around_a_marker_is_cleared() -> None:
    """Dots within three dots of the point go; those farther off stay."""
    dots = canvas(8, 2)
    dots.polyline([(0.5, 3.5), (15.5, 3.5)], 4)
    dots.clear_around(8.0, 4.0)
    assert dots.bits[4] == 0
    assert dots.bits[0] != 0


@pytest.mark.parametrize("mode", ["braille", "blocks", "ascii"])
def test_empty_cell_is_a_space(mode: Literal["braille", "blocks", "ascii"]) -> None:
    """Not U+2800, which screen readers read out."""
    assert character(0, mode) == " "


@pytest.mark.parametrize("bits", range(1, 256))
def test_each_mode_keeps_to_its_characters(bits: int) -> None:
    """No character outside the mode's set, and no drawn cell is empty."""
    assert 0x2800 < ord(character(bits, "braille")) <= 0x28FF
    assert character(bits, "blocks") in BLOCK_SET - {" "}
    assert character(bits, "ascii") in ASCII_SET - {" "}


@pytest.mark.parametrize(
    ("bits", "glyph"),
    [(0x47, "|"), (0xC0, "_"), (0x12, "-"), (0x5C, "/"), (0xA3, "\\")],
    ids=["bar", "low", "dash", "up", "down"],
)
def test_ascii_takes_the_nearest_glyph(bits: int, glyph: str) -> None:
    """A column of dots is a bar, a row a dash."""
    assert character(bits, "ascii") == glyph
