"""Maps: pictures as large as the terminal, as SVG, or in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from acucli.bodymap import overview, panels, picture
from acucli.bodymap.papers import Paper, on_paper
from acucli.bodymap.placing import views_of
from acucli.bodymap.scene import Scene
from acucli.errors import NothingFound
from acucli.guide.mapping import views_showing
from acucli.model.command_answers import MapAnswer
from acucli.render.context import AppContext
from acucli.render.pictures import image_of, mode_for, write_line, write_scene
from acucli.render.style import Style
from acucli.render.writers import Rows
from acucli.text.counting import counted

_ROWS_AROUND = 4
_FEWEST_ROWS = 16
_NAMED_FROM = 60
"""Columns from which there is room for the name beside the code."""
_WIDEST = 120
_WIDEST_IMAGE = 60


def draw_map(answer: MapAnswer, run: AppContext, style: Style) -> None:
    """Write the picture, or the words for it where nothing can be drawn."""
    columns = style.width or min(_WIDEST_IMAGE, run.output.abilities.width)
    sequence = image_of(run, style.figure, lambda: _svg_of(answer, run, tour=style.tour), columns)
    scene = _scene(answer, run, style)
    if scene is None:
        for line in answer.words:
            run.output.text(line)
        return
    write_line(run, heading(answer, scene, run.library.points))
    if sequence:
        run.output.write(sequence)
    else:
        write_scene(run, scene)
    for line in below(run, answer, scene):
        write_line(run, line)


def map_svg(answer: MapAnswer, run: AppContext, *, tour: bool = False, paper: Paper = "light") -> str:
    """Return the picture as SVG for a light or dark page or for print; a `tour` joins the points of a meridian.

    Raises:
        NothingFound: there is none.
    """
    content = _svg_of(answer, run, tour=tour)
    if content is None:
        raise NothingFound(f"{answer.name!r} has no picture", hint=f"acu show {answer.name}  says it in words")
    return on_paper(content, paper)


def map_sentences(answer: MapAnswer, run: AppContext) -> tuple[str, ...]:
    """Return the picture in words."""
    return answer.words


def map_codes(answer: MapAnswer, run: AppContext) -> Iterator[str]:
    """Yield the codes of the picture without what is not for this person."""
    kept = {item.code for item in answer.left_out}
    return (code for code in answer.codes if code not in kept)


def map_items(answer: MapAnswer, run: AppContext) -> Sequence[dict[str, Any]]:
    """Return a row for each point of the picture."""
    return map_rows(answer, run).rows


def map_rows(answer: MapAnswer, run: AppContext) -> Rows:
    """Return a row for each point of the picture: number, code, name, view, place."""
    points = run.library.points
    rows = [
        {
            "number": number,
            "code": code,
            "name": points[code].names.plain,
            "view": next(iter(views_of(points[code])), ""),
            "where": points[code].where,
        }
        for number, code in enumerate(answer.codes, start=1)
    ]
    return Rows(rows, ("number", "code", "name", "view", "where"))


def _scene(answer: MapAnswer, run: AppContext, style: Style) -> Scene | None:
    """Return the scene, or None where nothing is drawn here (a pipe, a screen reader, too narrow)."""
    can = run.output.abilities
    mode = mode_for(run, style.figure)
    if not mode and style.width and not style.figure:
        mode = "braille" if can.unicode else "ascii"
    if not mode:
        return None
    columns = style.width or min(can.width, _WIDEST)
    height = max(_FEWEST_ROWS, can.height - _ROWS_AROUND) if can.is_terminal else None
    if answer.kind != "point":
        several = _overviews(run, answer, tour=style.tour)
        return panels.scene_of(several, columns, mode, height=height, colour=can.colour)
    return picture.point_picture(
        run.library.points[answer.codes[0]],
        run.library.figures,
        run.library.points,
        width=columns,
        style=picture.PictureStyle(mode, can.colour, named=columns >= _NAMED_FROM),
        view=answer.view or None,
        side=answer.side,
        height=height,
    )


def _svg_of(answer: MapAnswer, run: AppContext, *, tour: bool = False) -> str | None:
    if answer.kind != "point":
        return panels.svg_of(_overviews(run, answer, tour=tour))
    point = run.library.points[answer.codes[0]]
    view = answer.view or None
    return picture.point_svg(point, run.library.figures, run.library.points, view=view, side=answer.side)


def heading(answer: MapAnswer, scene: Scene, points: Any) -> str:
    """Return what stands above a picture."""
    if answer.kind == "point":
        return f"{answer.codes[0]} {points[answer.codes[0]].names.plain}: {scene.title}"
    if answer.kind == "view":
        return scene.title
    several = "; " in scene.title  # then each body has its title above it
    return f"{answer.name}, {counted(len(answer.codes), 'point')}" + ("" if several else f". {scene.title}")


def below(run: AppContext, answer: MapAnswer, scene: Scene) -> Iterator[str]:
    """Yield what stands below a picture: the numbers, what is in no picture, and where to see more."""
    if answer.kind == "point":
        yield from _marks(scene)
        return
    left_out = _left_out(run, answer)
    if answer.kind == "routine":
        yield from _numbered(run, answer.codes, left_out)
    elif left_out:
        yield f"Not shown here: {', '.join(left_out)}"
    if answer.left_out:
        yield f"Not for you: {', '.join(item.code for item in answer.left_out)}. acu show CODE says why"
    views = (
        [name for name in views_showing(answer.kind, answer.codes, run.library) if not name.startswith("body-")]
        if not answer.view
        else []
    )
    if views and answer.kind == "meridian":
        yield f"Closer: acu map {run.library.points[answer.codes[0]].meridian} --view {views[0]}"
        if len(views) > 1:
            yield f"  also: {', '.join(views[1:])}"


def _overviews(run: AppContext, answer: MapAnswer, *, tour: bool = False) -> tuple[overview.Overview, ...]:
    figures, points = run.library.figures, run.library.points
    if answer.kind == "view":
        return (overview.view_overview(answer.view, figures, points, side=answer.side),)
    view = answer.view or None
    if answer.kind == "meridian":
        meridian = points[answer.codes[0]].meridian
        return overview.meridian_overviews(meridian, figures, points, view=view, side=answer.side, joined=tour)
    return overview.routine_overviews(answer.codes, figures, points, view=view, side=answer.side)


def _left_out(run: AppContext, answer: MapAnswer) -> tuple[str, ...]:
    return _overviews(run, answer)[-1].left_out


def _numbered(run: AppContext, codes: Sequence[str], left_out: Sequence[str]) -> Iterator[str]:
    """Yield the numbered names, as many on a line as fit; a point that is in no picture says so."""
    points = run.library.points
    texts = []
    for number, code in enumerate(codes, start=1):
        name = points[code].names.plain
        said = code if name in code else f"{code} {name}"
        texts.append(f"{number} {said}" + (" (not shown here)" if code in left_out else ""))
    columns = max(map(len, texts), default=0) + 3
    across = max(1, min(_WIDEST, run.output.abilities.width) // columns)
    rows = -(-len(texts) // across)
    for row in range(rows):
        yield "".join(text.ljust(columns) for text in texts[row::rows]).rstrip()


def _marks(scene: Scene) -> Iterator[str]:
    """Yield what the marks of the picture mean, where there are others than the point itself."""
    meanings = {"point": "this point", "twin": "the other side", "neighbour": "others of its meridian"}
    found: dict[str, str] = {}
    for line in scene.lines:
        for run in line:
            if run.style in meanings and run.text.strip():
                found.setdefault(run.style, run.text.strip()[0])
    if len(found) > 1:
        yield "   ".join(f"{found[style]} {meaning}" for style, meaning in meanings.items() if style in found)
