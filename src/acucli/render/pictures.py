"""Pictures: how they are drawn here, and those of a card, of the session's screen and of the doctor."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from acucli.errors import UsageError
from acucli.model.points import Point
from acucli.model.practice import PlanStep
from acucli.render.context import AppContext

if TYPE_CHECKING:
    from rich.text import Text

    from acucli.bodymap.scene import Scene

MODES = ("auto", "braille", "blocks", "ascii", "image", "off")
BESIDE_FROM = 80
"""Columns from which the words of a card stand beside its picture."""
_PICTURE_COLUMNS = 40
_LOCATOR_FROM = 110
_LOCATOR_COLUMNS = 60
_FEWEST_ROWS = 12
_MOST_ROWS = {False: 20, True: 24}
_ROWS_AROUND = 4
_IMAGE_COLUMNS = 40


def mode_for(run: AppContext, asked: str) -> str:
    """Return how pictures are drawn here: `braille`, `blocks`, `ascii`, or empty for not at all.

    Nothing is drawn into a pipe, for a screen reader or on a dumb terminal unless it was asked for by name. An image
    falls back to characters; `image_of` makes the image.

    Raises:
        UsageError: there is no such way.
    """
    named = _named(run, asked)
    can = run.output.abilities
    if named in {"braille", "blocks", "ascii"} and (asked or not can.sentences):
        return named
    if named == "off" or can.sentences or not can.is_terminal:
        return ""
    return "ascii" if simple_letters(run) else "braille"


def simple_letters(run: AppContext) -> bool:
    """Tell whether only ASCII can be trusted to be seen here."""
    from acucli.runner.glyphs import glyphs_for

    encoding = getattr(run.environment.stdout, "encoding", None) or "utf-8"
    return glyphs_for(encoding, run.environment.variables).name == "ascii"


def image_of(run: AppContext, asked: str, svg: Callable[[], str | None], columns: int = _IMAGE_COLUMNS) -> str:
    """Return the sequence that shows a picture as an image; empty where none was asked for or none can be shown.

    The reason is said once on standard error.
    """
    if _named(run, asked) != "image" or run.output.abilities.sentences or not run.output.abilities.is_terminal:
        return ""
    from acucli.render.images import ImagesMissingError, image, protocol

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


def card_picture(run: AppContext, point: Point, figure: str, side: str) -> Scene | None:
    """Return the picture of a card, as wide and high as leaves room for the words; None where nothing is drawn."""
    can = run.output.abilities
    with_locator = can.width >= _LOCATOR_FROM and can.height >= _MOST_ROWS[True]
    columns = _LOCATOR_COLUMNS if with_locator else _PICTURE_COLUMNS if can.width >= BESIDE_FROM else min(can.width, 60)
    room = can.height - _ROWS_AROUND - run.output.remark_rows
    rows = max(_FEWEST_ROWS, min(_MOST_ROWS[with_locator], room))
    return point_scene(run, point, mode_for(run, figure), side, columns, rows, locator=with_locator, named=False)


def point_scene(
    run: AppContext, point: Point, mode: str, side: str, columns: int, rows: int, *, locator: bool, named: bool
) -> Scene | None:
    """Return the picture of a point, at most `columns` wide and `rows` high; None where `mode` is empty."""
    if not mode:
        return None
    from acucli.bodymap.picture import point_picture

    shared: dict[str, Any] = {"locator": locator, "named": named, "colour": run.output.abilities.colour}
    return point_picture(
        point,
        run.library.figures,
        run.library.points,
        width=columns,
        mode=mode,  # type: ignore[arg-type]
        side="left" if side == "left" else "right",
        height=rows,
        **shared,
    )


def write_scene(run: AppContext, scene: Scene) -> None:
    """Write a picture, nothing of it wrapped."""
    from acucli.render.rich_scene import scene_text

    run.output.rich(scene_text(scene, colour=run.output.abilities.colour), width=scene.width)


def write_line(run: AppContext, text: str) -> None:
    """Write what stands above or below a picture; on a terminal it is broken between words where it is too long."""
    width = run.output.abilities.width if run.output.abilities.is_terminal else 1000
    indent = text[: len(text) - len(text.lstrip(" "))]
    for line in textwrap.wrap(text, width, subsequent_indent=indent or "  ", break_on_hyphens=False):
        run.output.text(line)


def session_picture(run: AppContext, asked: str) -> Callable[[PlanStep, int, int], Text | None] | None:
    """Return what draws the place of a step on the session's screen, None where nothing is drawn."""
    mode = mode_for(run, asked)
    if not mode:
        return None
    from acucli.render.rich_scene import scene_text

    @lru_cache(maxsize=8)  # a screen is drawn again with every change, and its place stays the same for a minute
    def drawn(code: str, side: str, width: int, height: int) -> Text | None:
        point = run.library.points[code]
        scene = point_scene(run, point, mode, side, width, height, locator=False, named=False)
        return None if scene is None else scene_text(scene, colour=run.output.abilities.colour)

    return lambda step, width, height: drawn(step.code, step.side, width, height) if step.code else None


def _named(run: AppContext, asked: str) -> str:
    """Return the way of drawing that was asked for by flag, variable or setting."""
    if asked and asked not in MODES:
        raise UsageError(f"there is no picture {asked!r}", hint=f"choose from: {', '.join(MODES)}")
    if asked:
        return asked
    from acucli.host.settings import load  # not by way of the sessions, which a card has no use for

    settings, problems = load(run.environment)
    for problem in problems:
        run.output.warn(f"note: {problem}")
    return settings.figure
