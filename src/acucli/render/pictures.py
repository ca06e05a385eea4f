"""Pictures: how they are drawn here, and those of a card, of the session's screen and of the doctor."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import msgspec
from rich.text import Text

from acucli.bodymap.braille import Mode
from acucli.bodymap.picture import PictureStyle, point_picture
from acucli.bodymap.scene import Scene
from acucli.model.points import Point
from acucli.render.context import AppContext
from acucli.render.rich_output import write_rich
from acucli.render.rich_scene import scene_text
from acucli.render.style import FigureMode, ShownSide, Style
from acucli.runner.glyphs import glyphs_for

if TYPE_CHECKING:
    from acucli.runner.screen_rows import Picture

BESIDE_FROM = 80
"""Columns from which the words of a card stand beside its picture."""
_PICTURE_COLUMNS = 40
_LOCATOR_FROM = 110
_LOCATOR_COLUMNS = 60
_FEWEST_ROWS = 12
_FEWEST_LOCATOR_ROWS = 20
_MOST_ROWS = {False: 20, True: 24}
_ROWS_AROUND = 4
_IMAGE_COLUMNS = 40


class SceneSize(msgspec.Struct, frozen=True):
    """How large the picture of a point may be, in cells, and whether a whole body and the point's name stand in it."""

    columns: int
    rows: int
    locator: bool = False
    named: bool = False


def mode_for(run: AppContext, asked: FigureMode | None) -> Mode | Literal[""]:
    """Return how pictures are drawn here: `braille`, `blocks`, `ascii`, `shaded`, or empty for not at all.

    Nothing is drawn into a pipe, for a screen reader or on a dumb terminal unless it was asked for by name. An image
    falls back to characters; `image_of` makes the image. A shaded picture falls back to outlines where the output is
    not known to show its colours, and says so on standard error.
    """
    named = asked or run.settings.figure
    can = run.output.abilities
    if (named == "braille" or named == "blocks" or named == "ascii") and (asked or not can.sentences):
        return named
    if named == "shaded" and (asked or (can.draws and not can.sentences)):
        if can.true_colour and not simple_letters(run):
            return "shaded"
        run.output.note("note: no 24-bit colours known here (COLORTERM=truecolor); drawn in outlines")
        return "ascii" if simple_letters(run) else "braille"
    if named == "off" or can.sentences or not can.draws:
        return ""
    return "ascii" if simple_letters(run) else "braille"


def simple_letters(run: AppContext) -> bool:
    """Tell whether only ASCII can be trusted to be seen here."""
    encoding = getattr(run.environment.stdout, "encoding", None) or "utf-8"
    return glyphs_for(encoding, run.environment.variables).name == "ascii"


def image_of(
    run: AppContext, asked: FigureMode | None, svg: Callable[[], str | None], columns: int = _IMAGE_COLUMNS
) -> str:
    """Return the sequence that shows a picture as an image; empty where none was asked for or none can be shown.

    The reason is said once on standard error.
    """
    can = run.output.abilities
    if (asked or run.settings.figure) != "image" or can.sentences or not can.is_terminal:
        return ""
    from acucli.render.images import ImagesMissingError, image, protocol  # only where an image was asked for

    how = protocol(run.environment)
    if not how:
        run.output.note("note: this terminal is not known to show images; drawn in characters")
        return ""
    document = svg()
    try:
        return image(document, how, columns) if document else ""
    except ImagesMissingError as error:
        run.output.note(f"note: {error.sentence}; drawn in characters")
        return ""


def card_picture(run: AppContext, point: Point, style: Style) -> Scene | None:
    """Return the picture of a card, as wide and high as leaves room for the words; None where nothing is drawn."""
    can = run.output.abilities
    with_locator = can.width >= _LOCATOR_FROM and can.height >= _MOST_ROWS[True]
    columns = _LOCATOR_COLUMNS if with_locator else _PICTURE_COLUMNS if can.width >= BESIDE_FROM else min(can.width, 60)
    room = can.height - _ROWS_AROUND - run.output.remark_rows
    rows = max(_FEWEST_ROWS, min(_MOST_ROWS[with_locator], room))
    return point_scene(run, point, mode_for(run, style.figure), style.side, SceneSize(columns, rows, with_locator))


def point_scene(
    run: AppContext, point: Point, mode: Mode | Literal[""], side: ShownSide, size: SceneSize
) -> Scene | None:
    """Return the picture of a point within this size; None where `mode` is empty."""
    if not mode:
        return None
    return point_picture(
        point,
        run.library.figures,
        run.library.points,
        width=size.columns,
        style=PictureStyle(mode, run.output.abilities.colour, size.locator, size.named),
        side=side,
        height=size.rows,
    )


def write_scene(run: AppContext, scene: Scene) -> None:
    """Write a picture, nothing of it wrapped."""
    write_rich(run, scene_text(scene, colour=run.output.abilities.colour), width=scene.width)


def write_line(run: AppContext, text: str) -> None:
    """Write what stands above or below a picture; on a terminal it is broken between words where it is too long."""
    width = run.output.abilities.width if run.output.abilities.is_terminal else 1000
    indent = text[: len(text) - len(text.lstrip(" "))]
    for line in textwrap.wrap(text, width, subsequent_indent=indent or "  ", break_on_hyphens=False):
        run.output.text(line)


def session_picture(run: AppContext, asked: FigureMode | None) -> Picture | None:
    """Return what draws the place of a step on the session's screen, None where nothing is drawn.

    The whole body with a frame stands beside it where there is room.
    """
    mode = mode_for(run, asked)
    if not mode:
        return None

    @lru_cache(maxsize=8)  # a screen is drawn again with every change, and its place stays the same for a minute
    def drawn(code: str, side: str, width: int, height: int) -> tuple[Text, ...]:
        shown: ShownSide = "left" if side == "left" else "right"
        with_locator = width >= _LOCATOR_COLUMNS and height >= _FEWEST_LOCATOR_ROWS
        scene = point_scene(run, run.library.points[code], mode, shown, SceneSize(width, height, with_locator))
        return () if scene is None else tuple(scene_text(scene, colour=run.output.abilities.colour).split("\n"))

    return lambda step, width, height: drawn(step.code, step.side, width, height) if step.code else ()
