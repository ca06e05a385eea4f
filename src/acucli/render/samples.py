"""Samples: the same small picture in every way of drawing, so that a person can choose."""

from __future__ import annotations

import msgspec

from acucli.bodymap.braille import Mode
from acucli.bodymap.picture import point_svg
from acucli.bodymap.scene import Scene, StyledRun, beside, width_of
from acucli.render.context import AppContext
from acucli.render.images import protocol
from acucli.render.pictures import SceneSize, image_of, mode_for, point_scene, write_line, write_scene

_WAYS: tuple[Mode, ...] = ("braille", "blocks", "ascii", "shaded")
_WITHOUT: dict[Mode, str] = {"shaded": "for terminals with 24-bit colours (COLORTERM=truecolor)"}
_CODE = "LI4"
_COLUMNS = 44
_ROWS = 14
_GAP = 4
_IMAGE_COLUMNS = 24


def show_samples(run: AppContext) -> int:
    """Write the samples, each with its name, and how to choose one; return 0."""
    output = run.output
    write_line(run, f"The same picture ({_CODE}, back of the right hand) in each way of drawing:")
    waiting: list[Scene] = []
    for name in _WAYS:
        scene = _captioned(run, name)
        if scene is None:
            output.text(f"\n{name}: {_WITHOUT.get(name, 'this output shows ASCII only')}")
            continue
        taken = sum(width_of(other.lines) + _GAP for other in waiting)
        if waiting and taken + width_of(scene.lines) > output.abilities.width:
            _write(run, waiting)
            waiting = []
        waiting.append(scene)
    _write(run, waiting)
    _image(run)
    chosen = mode_for(run, None) or "off"
    output.text("")
    write_line(run, f"Here pictures are drawn with: {chosen}.")
    write_line(run, "Boxes or question marks in one of them: choose another. To choose one for good:")
    write_line(run, "  acu config set figure blocks")
    write_line(run, "  one of: auto, braille, blocks, ascii, shaded, image, off (the words instead)")
    write_line(run, "For one command: acu show LI4 --figure blocks, or ACU_FIGURE=blocks.")
    return 0


def _captioned(run: AppContext, name: Mode) -> Scene | None:
    """Return a sample below its name; None where the output cannot carry its characters or its colours."""
    can = run.output.abilities
    if (name != "ascii" and not can.unicode) or (name == "shaded" and not can.true_colour):
        return None
    columns = max(40, min(run.output.abilities.width, _COLUMNS))
    scene = point_scene(run, run.library.points[_CODE], name, "right", SceneSize(columns, _ROWS))
    if scene is None:
        return None
    return msgspec.structs.replace(scene, lines=((StyledRun(name, "label"),), *scene.lines))


def _write(run: AppContext, scenes: list[Scene]) -> None:
    if not scenes:
        return
    lines = scenes[0].lines
    for scene in scenes[1:]:
        height = max(len(lines), len(scene.lines))
        left, right = (part + ((),) * (height - len(part)) for part in (lines, scene.lines))
        lines = beside(left, right, left_width=width_of(left), gap=_GAP)
    run.output.text("")
    write_scene(run, msgspec.structs.replace(scenes[0], lines=lines, width=max(40, width_of(lines))))


def _image(run: AppContext) -> None:
    """Write the sample as an image where the terminal takes one; say in a line why where it does not."""

    def svg() -> str | None:
        return point_svg(run.library.points[_CODE], run.library.figures, run.library.points)

    sequence = image_of(run, "image", svg, _IMAGE_COLUMNS) if protocol(run.environment) else ""
    if sequence:
        run.output.text("\nimage")
        run.output.write(sequence)
    else:
        run.output.text("")
        write_line(run, "image: in Kitty, ghostty, iTerm2, WezTerm, with acucli[image]")
