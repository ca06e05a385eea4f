"""Scenes turned into Rich text by the terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from acucli.bodymap.picture import PictureStyle, point_picture
from acucli.bodymap.scene import Scene
from acucli.model.figures import Figure
from acucli.model.points import Point
from acucli.render.rich_scene import STYLES, scene_text


@pytest.fixture
def scene(figures: dict[str, Figure], points: dict[str, Point]) -> Scene:
    """Return the picture of PC6 at 60 columns."""
    found = point_picture(points["PC6"], figures, points, width=60, style=PictureStyle("braille"))
    assert found is not None
    return found


def test_text_is_the_plain_picture(scene: Scene) -> None:
    """Nothing is added, wrapped or lost."""
    shown = "\n".join(line.rstrip() for line in scene_text(scene).plain.split("\n"))
    assert shown == scene.plain()


def test_point_and_label_stand_out_and_details_step_back(scene: Scene) -> None:
    """Bold red for the point, bold for its name, dim for details; the skin keeps the terminal's own colour."""
    text = scene_text(scene)
    styles = {text.plain[span.start : span.end].strip(): span.style for span in text.spans}
    assert styles["●"] == "bold red"
    assert styles["PC6 Neiguan"] == "bold"
    assert "dim" in styles.values()


def test_without_colour_there_is_no_style(scene: Scene) -> None:
    """NO_COLOR: shape and label suffice."""
    assert scene_text(scene, colour=False).spans == []


def test_no_style_sets_a_background_or_a_fixed_shade() -> None:
    """The figure has to read on light and on dark terminals."""
    words = {word for style in STYLES.values() for word in style.split()}
    assert words <= {"bold", "dim", "red", "cyan"}


def test_narrow_console_crops_and_never_wraps(scene: Scene) -> None:
    """A picture that is too wide is cut, line by line."""
    output = io.StringIO()
    Console(file=output, width=30, color_system=None).print(scene_text(scene), no_wrap=True, overflow="crop")
    printed = output.getvalue()
    assert printed.count("\n") == scene.height
    assert max(map(len, printed.split("\n"))) <= 30
