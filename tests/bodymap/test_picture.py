"""The pictures of the program, on the bundled figures."""

from __future__ import annotations

from typing import Literal

import pytest
from rich.cells import cell_len

from acucli.bodymap.overview import meridian_overviews, routine_overviews
from acucli.bodymap.panels import scene_of
from acucli.bodymap.picture import PictureStyle, point_picture, title_lines
from acucli.bodymap.placing import PlacingError
from acucli.bodymap.scene import Scene
from acucli.errors import RecordNotFound
from acucli.library.compiled import CompiledLibrary
from acucli.model.figures import Figure
from acucli.model.points import Point
from tests.bodymap.factories import CARRIED, make_place, make_point
from tests.bodymap.write_golden import KINDS, golden_file

SETS: dict[str, set[str]] = {
    "braille": {*map(chr, range(0x2801, 0x2900)), *"●○•·│├┈ "},
    "blocks": set(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█●○•·│├┈"),
    "ascii": set(" .,'-_|/\\()<>:~=Xo*+"),
}
Mode = Literal["braille", "blocks", "ascii"]


def picture(code: str, figures: dict[str, Figure], points: dict[str, Point], width: int, mode: Mode) -> Scene:
    scene = point_picture(points[code], figures, points, width=width, style=PictureStyle(mode))
    assert scene is not None
    return scene


@pytest.mark.parametrize("mode", ["braille", "blocks", "ascii"])
@pytest.mark.parametrize("width", [40, 57, 60, 80, 100, 120])
@pytest.mark.parametrize("code", CARRIED)
def test_picture_fits_its_width_and_shows_the_point(
    code: str, width: int, mode: Mode, figures: dict[str, Figure], points: dict[str, Point]
) -> None:
    """No line is too wide, the label is there, and no character is outside of the mode's set."""
    scene = picture(code, figures, points, width, mode)
    assert max(cell_len("".join(run.text for run in line)) for line in scene.lines) <= width
    assert code in scene.plain()
    assert 5 <= scene.height <= 36
    assert scene.plain().split("\n")[0].strip()
    drawn = "".join(run.text for line in scene.lines for run in line if run.style not in ("label", "ruler", "landmark"))
    assert set(drawn) <= SETS[mode]
    assert mode != "ascii" or scene.plain().isascii()


@pytest.mark.parametrize("code", CARRIED)
def test_marker_is_unique_in_the_figure(code: str, figures: dict[str, Figure], points: dict[str, Point]) -> None:
    """One marker without a locator, two with it: the same mark on the whole body."""
    assert picture(code, figures, points, 60, "braille").plain().count("●") == 1
    assert picture(code, figures, points, 80, "braille").plain().count("●") == 2


@pytest.mark.parametrize(("mode", "width"), KINDS, ids=lambda value: str(value))
@pytest.mark.parametrize("code", CARRIED)
def test_picture_is_as_it_was_looked_at(
    code: str, mode: Mode, width: int, figures: dict[str, Figure], points: dict[str, Point]
) -> None:
    """The picture equals the text file that somebody looked at; `python -m tests.bodymap.write_golden` renews it."""
    found = picture(code, figures, points, width, mode).plain() + "\n"
    assert found == golden_file(code, mode, width).read_text(encoding="utf-8")


def test_below_forty_columns_there_is_no_figure(figures: dict[str, Figure], points: dict[str, Point]) -> None:
    """The words alone are better than a figure too small to read."""
    assert point_picture(points["PC6"], figures, points, width=39, style=PictureStyle("braille")) is None


def test_point_without_view_has_no_picture(figures: dict[str, Figure]) -> None:
    """A `none` place gives none."""
    point = make_point("GV28", (make_place(rule="none", why="Inside the lip."),))
    assert point_picture(point, figures, {"GV28": point}, width=80, style=PictureStyle("braille")) is None


def test_unknown_view_names_the_views_there_are(figures: dict[str, Figure], points: dict[str, Point]) -> None:
    """The hint offers what the point has."""
    with pytest.raises(RecordNotFound, match="LI4") as caught:
        point_picture(points["LI4"], figures, points, width=80, style=PictureStyle("braille"), view="ear")
    assert caught.value.closest == ("hand-back",)


def test_view_of_a_pack_without_figure_is_named(figures: dict[str, Figure]) -> None:
    """A pack may name a figure that does not exist; the point and the figure are named."""
    point = make_point("X1", (make_place(view="elbow-inside", rule="landmark", at="wrist"),))
    with pytest.raises(PlacingError, match="X1 cannot be placed in elbow-inside"):
        point_picture(point, figures, {"X1": point}, width=80, style=PictureStyle("braille"))
    scene = scene_of(routine_overviews(["X1"], figures, {"X1": point}, view="body-front"), 80, "braille")
    assert scene is None


def test_unknown_figure_of_a_map_is_not_found(figures: dict[str, Figure], points: dict[str, Point]) -> None:
    """The hint offers figures of a like name."""
    with pytest.raises(RecordNotFound, match="hand") as caught:
        scene_of(meridian_overviews("PC", figures, points, view="hand"), 80, "braille")
    assert "hand-back" in caught.value.closest


def test_left_side_is_the_mirror_image(figures: dict[str, Figure], points: dict[str, Point]) -> None:
    """The left wrist has its thumb on the other side, and says so."""
    right = picture("PC6", figures, points, 60, "braille")
    left = point_picture(points["PC6"], figures, points, width=60, style=PictureStyle("braille"), side="left")
    assert left is not None
    assert "right wrist" in right.title
    assert "left wrist" in left.title
    assert right.plain() != left.plain()


def test_height_limits_the_rows(figures: dict[str, Figure], points: dict[str, Point]) -> None:
    """A card on a low terminal asks for fewer rows."""
    scene = point_picture(points["PC6"], figures, points, width=48, height=18, style=PictureStyle("braille"))
    assert scene is not None
    assert scene.height <= 18


def test_whole_channel_has_every_label(figures: dict[str, Figure], points: dict[str, Point]) -> None:
    """Each point of the channel is named once; what is not there is said in words."""
    scene = scene_of(meridian_overviews("PC", figures, points), 80, "braille")
    assert scene is not None
    assert scene.plain().count("PC6") == scene.plain().count("PC7") == 1


def test_routine_is_numbered_in_order(figures: dict[str, Figure], points: dict[str, Point]) -> None:
    """The first point is 1, a point that comes twice is numbered once; what the front cannot show is on the back."""
    scene = scene_of(routine_overviews(["ST36", "LI4", "ST36", "BL23"], figures, points), 80, "braille")
    assert scene is not None
    shown = scene.plain()
    assert shown.count("1 ST36") == shown.count("2 LI4") == shown.count("3 BL23") == 1
    assert "Whole body from the front" in shown
    assert "Whole body from behind" in shown
    assert "Not in this view" not in scene.words


def test_one_view_of_a_routine_names_what_it_cannot_show(figures: dict[str, Figure], points: dict[str, Point]) -> None:
    """With a view of one's own choice the others are named in words."""
    scene = scene_of(routine_overviews(["ST36", "BL23"], figures, points, view="body-front"), 80, "braille")
    assert scene is not None
    assert "Not in this view: BL23" in scene.words


@pytest.mark.parametrize("mode", ["braille", "ascii"])
def test_card_picture_is_named_by_its_code_and_may_have_a_locator(
    mode: Mode, figures: dict[str, Figure], points: dict[str, Point]
) -> None:
    """Where the name stands above the card, the code is enough, and the figure gets the room."""
    plain = point_picture(points["PC6"], figures, points, width=40, style=PictureStyle(mode, named=False), height=20)
    style = PictureStyle(mode, named=False, locator=True)
    located = point_picture(points["PC6"], figures, points, width=60, style=style, height=20)
    assert plain is not None
    assert located is not None
    assert "PC6" in plain.plain()
    assert "Neiguan" not in plain.plain()
    marker = "●" if mode == "braille" else "X"
    assert (plain.plain().count(marker), located.plain().count(marker)) == (1, 2)
    assert located.height <= 20


def test_points_of_one_view_are_shown_there(figures: dict[str, Figure], points: dict[str, Point]) -> None:
    """Two points of the same forearm need no whole body."""
    scene = scene_of(routine_overviews(["PC7", "PC6"], figures, points), 80, "braille")
    assert scene is not None
    assert scene.title == "Palm side of the right hand and forearm"


@pytest.mark.parametrize(("columns", "lines"), [(60, 1), (45, 1), (44, 2), (40, 2), (12, 4)])
def test_a_long_title_is_broken_between_words(columns: int, lines: int) -> None:
    """It is never wider than the picture it stands above, and keeps every word."""
    title = "Outer side of the left upper arm and shoulder"
    broken = title_lines(title, columns)
    assert len(broken) == lines
    assert max(map(len, broken)) <= columns
    assert " ".join(broken) == title


@pytest.mark.parametrize("code", ["LI14", "TE12"])
def test_no_line_is_wider_than_was_asked(code: str, library: CompiledLibrary) -> None:
    """Not even below the longest title, at the narrowest width of a picture."""
    drawn = picture(code, dict(library.figures), dict(library.points), 40, "braille")
    assert max(sum(cell_len(run.text) for run in line) for line in drawn.lines) <= 40
