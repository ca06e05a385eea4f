"""Shaded pictures: half cells of one body in tones, words and marks where the outlines have them."""

from __future__ import annotations

import itertools

import pytest

from acucli.bodymap.braille import Dots
from acucli.bodymap.framing import CropFrame, fitted
from acucli.bodymap.picture import PictureStyle, point_picture
from acucli.bodymap.scene import NO_TONE, PAPER, TONES, Scene
from acucli.bodymap.shading import Ground, ground
from acucli.library.compiled import CompiledLibrary
from acucli.render.rich_scene import scene_text
from tests.bodymap.factories import make_figure

SQUARE = [["mask", True, [[0, 0, "c"], [40, 0, "c"], [40, 40, "c"], [0, 40, "c"]]]]


def frame() -> CropFrame:
    """Return a frame of 60 by 40 mm, a dot to a millimetre."""
    return fitted((-10, 0, 50, 40), 30, 10)


def ground_of(shades: list[object], *, flipped: bool = False, dots: Dots | None = None) -> Ground:
    """Return the ground of a square body with some regions in shade."""
    figure = make_figure(paths=SQUARE, shades=shades)
    drawn = dots or Dots(30, 10, (0, 0, 60, 40))
    return ground(figure, frame(), drawn, flipped=flipped)


def test_only_the_body_has_a_tone() -> None:
    """Paper beside it, one tone upon it."""
    found = ground_of([])
    assert found.at(0, 5) == PAPER
    assert found.at(15, 5) == found.at(8, 0)
    assert NO_TONE not in found.at(15, 5)


def test_each_tone_of_shade_is_darker_than_the_one_before() -> None:
    """Half, full and deep shade."""
    strips: list[object] = [[tone, [[10 * tone + 10, 0], [10 * tone + 20, 0], [10 * tone + 20, 40],
                                    [10 * tone + 10, 40]]] for tone in range(3)]  # fmt: skip
    found = [ground_of(strips).at(column, 5).upper for column in (7, 12, 17, 22)]
    assert found == sorted(set(found))
    assert max(found) < TONES


def test_a_region_within_a_region_of_its_tone_is_a_gap() -> None:
    """As in SVG: even and odd."""
    ring: list[object] = [[0, [[0, 0], [40, 0], [40, 40], [0, 40]]], [0, [[10, 10], [30, 10], [30, 30], [10, 30]]]]
    found = ground_of(ring)
    assert found.at(15, 5) == ground_of([]).at(15, 5)
    assert found.at(6, 5).upper > found.at(15, 5).upper


def test_a_mirror_image_has_its_shade_on_the_other_side() -> None:
    """The left hand of a right one."""
    figure = make_figure(paths=[["mask", True, [[-30, 0, "c"], [30, 0, "c"], [30, 40, "c"], [-30, 40, "c"]]]],
                         shades=[[1, [[10, 0], [30, 0], [30, 40], [10, 40]]]])  # fmt: skip
    box = fitted((-30, 0, 30, 40), 30, 10)
    dots = Dots(30, 10, (0, 0, 60, 40))
    right, left = (ground(figure, box, dots, flipped=flipped) for flipped in (False, True))
    assert right.at(27, 5).upper > right.at(2, 5).upper
    assert left.at(2, 5).upper > left.at(27, 5).upper


def test_strokes_darken_the_half_cell_they_run_through() -> None:
    """Only that half."""
    dots = Dots(30, 10, (0, 0, 60, 40))
    dots.polyline([(12, 20.5), (48, 20.5)], 4)
    cell = ground_of([], dots=dots).at(15, 5)
    assert cell.upper > cell.lower


def picture(library: CompiledLibrary, code: str, mode: str = "shaded") -> Scene:
    """Return the picture of a point as a session shows it."""
    style = PictureStyle(mode, locator=False)  # type: ignore[arg-type]
    found = point_picture(library.points[code], library.figures, library.points, width=40, style=style, height=20)
    assert found is not None
    return found


@pytest.mark.parametrize("code", ["LI4", "GB20", "CV12", "KI1", "EAR-TF4"])
def test_words_and_marks_stand_where_the_outlines_have_them(code: str, library: CompiledLibrary) -> None:
    """A shaded picture is the outlines' picture with another ground: what is read in one is read in the other."""
    told = {"point", "twin", "label", "landmark", "ruler"}
    one, other = (picture(library, code, mode) for mode in ("braille", "shaded"))
    words = [[run.text.strip() for line in scene.lines for run in line if run.style in told and run.text.strip()]
             for scene in (one, other)]  # fmt: skip
    assert "".join(words[0]).replace(" ", "") == "".join(words[1]).replace(" ", "")
    assert abs(one.height - other.height) <= 2  # skin fills the first and last rows, where outlines may have no stroke


def test_nothing_wider_than_asked_for(library: CompiledLibrary) -> None:
    """Forty columns are forty columns."""
    assert all(sum(len(run.text) for run in line) <= 40 for line in picture(library, "SI18").lines)


def test_only_half_blocks_carry_tones_and_braille_is_gone(library: CompiledLibrary) -> None:
    """The strokes are part of the ground."""
    runs = list(itertools.chain(*picture(library, "LI4").lines))
    assert {letter for run in runs if run.style == "skin" for letter in run.text} <= set("▀▄█ ")
    assert not any(0x2800 <= ord(letter) < 0x2900 for run in runs for letter in run.text)


def test_a_cell_half_on_the_body_leaves_the_paper_as_it_is(library: CompiledLibrary) -> None:
    """No background is set where there is no skin."""
    scene = picture(library, "LI4")
    text = scene_text(scene)
    styles = {text.plain[span.start]: span.style for span in text.spans}
    assert styles["▄"].bgcolor is None  # type: ignore[union-attr]
    assert styles["▀"].color.triplet is not None  # type: ignore[union-attr]
    assert scene_text(scene, colour=False).spans == []
