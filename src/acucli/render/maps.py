"""Maps: pictures as large as the terminal, as SVG, or in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from acucli.errors import NothingFound
from acucli.render.context import AppContext
from acucli.render.pictures import mode_for

if TYPE_CHECKING:
    from acucli.bodymap.scene import Scene

_ROWS_AROUND = 4
_FEWEST_ROWS = 16
_NAMED_FROM = 60
"""Columns from which there is room for the name beside the code."""
_WIDEST = 120


class MapSubject(NamedTuple):
    """What a picture is of: `point`, `meridian`, `routine` or `view`, its name, the codes in it, and what is shown."""

    kind: str
    name: str
    codes: tuple[str, ...]
    view: str = ""
    side: str = "right"


def checked(run: AppContext, subject: MapSubject) -> MapSubject:
    """Return the subject.

    Raises:
        NothingFound: its view does not exist, or shows nothing of it; the hint names the views that do.
    """
    if subject.view and subject.view not in (known := _views(run, subject)):
        raise NothingFound(f"there is no view {subject.view!r} of {subject.name}", hint=f"views: {', '.join(known)}")
    return subject


def drawn(run: AppContext, subject: MapSubject, *, width: int, figure: str) -> Scene | None:
    """Return the scene, or None where nothing is drawn here (a pipe, a screen reader, too narrow)."""
    mode = mode_for(run, figure)
    if not mode and width and not figure:
        mode = "braille" if run.output.abilities.unicode else "ascii"
    if not mode:
        return None
    from acucli.bodymap import panels, picture

    can = run.output.abilities
    columns = width or min(can.width, _WIDEST)
    height = max(_FEWEST_ROWS, can.height - _ROWS_AROUND) if can.is_terminal else None
    shared: dict[str, Any] = {"height": height, "colour": can.colour}
    if subject.kind == "point":
        point, figures, points = run.library.points[subject.codes[0]], run.library.figures, run.library.points
        shared |= {"view": subject.view or None, "side": subject.side, "mode": mode}
        shared["named"] = columns >= _NAMED_FROM
        return picture.point_picture(point, figures, points, width=columns, **shared)
    return panels.scene_of(_overviews(run, subject), columns, mode, **shared)  # type: ignore[arg-type]


def drawn_svg(run: AppContext, subject: MapSubject) -> str | None:
    """Return the picture as SVG; None where there is none."""
    from acucli.bodymap import panels, picture

    if subject.kind != "point":
        return panels.svg_of(_overviews(run, subject))
    point = run.library.points[subject.codes[0]]
    shown: dict[str, Any] = {"view": subject.view or None, "side": subject.side}
    return picture.point_svg(point, run.library.figures, run.library.points, **shown)


def heading(subject: MapSubject, scene: Scene, points: Any) -> str:
    """Return what stands above a picture."""
    if subject.kind == "point":
        return f"{subject.codes[0]} {points[subject.codes[0]].names.plain}: {scene.title}"
    if subject.kind == "view":
        return scene.title
    several = "; " in scene.title  # then each body has its title above it
    return f"{subject.name}, {len(subject.codes)} points" + ("" if several else f". {scene.title}")


def below(run: AppContext, subject: MapSubject, scene: Scene) -> Iterator[str]:
    """Yield what stands below a picture: the numbers, what is in no picture, and where to see more."""
    if subject.kind == "point":
        yield from _marks(scene)
        return
    left_out = _left_out(run, subject)
    if subject.kind == "routine":
        yield from _numbered(run, subject.codes, left_out)
    elif left_out:
        yield f"Not shown here: {', '.join(left_out)}"
    views = [name for name in _views(run, subject) if not name.startswith("body-")] if not subject.view else []
    if views and subject.kind == "meridian":
        yield f"Closer: acu map {run.library.points[subject.codes[0]].meridian} --view {views[0]}"
        if len(views) > 1:
            yield f"  also: {', '.join(views[1:])}"


def words_for(run: AppContext, subject: MapSubject) -> list[str]:
    """Return the picture in words: view, landmark, distance, side and place of every point in it, or why not."""
    from acucli.bodymap.placing import views_of
    from acucli.bodymap.words import no_picture_words, picture_words

    side: Any = subject.side
    lines = []
    for number, code in enumerate(subject.codes, start=1):
        point = run.library.points[code]
        views = [name for name in views_of(point) if name == subject.view or not subject.view] or [*views_of(point)]
        words = picture_words(point, run.library.figures[views[0]], side) if views else no_picture_words(point)
        lines.append(f"{number}. {words}" if subject.kind == "routine" else words)
    return lines


def rows_for(run: AppContext, subject: MapSubject) -> list[dict[str, Any]]:
    """Return a row for each point of the picture: number, code, name, view, place."""
    from acucli.bodymap.placing import views_of

    points = run.library.points
    return [
        {
            "number": number,
            "code": code,
            "name": points[code].names.plain,
            "view": next(iter(views_of(points[code])), ""),
            "where": points[code].where,
        }
        for number, code in enumerate(subject.codes, start=1)
    ]


def _overviews(run: AppContext, subject: MapSubject) -> Any:
    from acucli.bodymap import overview

    shared: dict[str, Any] = {"side": subject.side}
    library = run.library
    if subject.kind == "view":
        return (overview.view_overview(subject.view, library.figures, library.points, **shared),)
    shared["view"] = subject.view or None
    if subject.kind == "meridian":
        meridian = library.points[subject.codes[0]].meridian
        return overview.meridian_overviews(meridian, library.figures, library.points, **shared)
    return overview.routine_overviews(subject.codes, library.figures, library.points, **shared)


def _left_out(run: AppContext, subject: MapSubject) -> tuple[str, ...]:
    codes: tuple[str, ...] = _overviews(run, subject)[-1].left_out
    return codes


def _views(run: AppContext, subject: MapSubject) -> list[str]:
    """Return the figures that show something of the subject, those that show most of it first."""
    from collections import Counter

    from acucli.bodymap.placing import views_of

    if subject.kind == "view":
        return list(run.library.figures)
    counted = Counter(view for code in subject.codes for view in views_of(run.library.points[code]))
    views = [view for view, _ in counted.most_common()]
    bodies = [name for name in run.library.figures if name.startswith("body-")] if subject.kind != "point" else []
    return list(dict.fromkeys([*views, *bodies]))


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
