"""A picture as SVG: one string, styles as attributes, no identifiers, no script, no font of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from acucli.bodymap.geometry import Box, Spot, curves
from acucli.bodymap.marks import Mark, RulerLine
from acucli.bodymap.outline import full_paths
from acucli.model.figures import Figure, Path

_LAYERS = ("mask", "hairfill", "bone", "hair", "detail", "skin")
_STROKES = {
    "skin": ("#5b4a42", 0.5),
    "detail": ("#8a756a", 0.3),
    "bone": ("#9d9187", 0.3),
    "hair": ("#8a756a", 0.3),
}
_FILLS = {"mask": "#f6e7db", "hairfill": "#ddcfc4"}
_POINT, _OTHER, _TEXT = "#b3123b", "#0b7285", "#22201e"
_LETTER_WIDTH = 0.6
_PIXELS_WIDE = 480
_PIXELS_HIGH = 960
"""Height of pictures that stand beside each other."""


class _SvgLabel(NamedTuple):
    spot: Spot
    text: str
    anchor: str
    box: Box
    leader: Spot


class Panel(NamedTuple):
    """What one drawing shows: `box` is the window in millimetres as shown; so are `marks` and `measures`.

    `flipped` draws the mirror image of the figure. `letters` is the height of the labels in hundredths of the longer
    side of the window.
    """

    figure: Figure
    marks: Sequence[Mark]
    box: Box
    flipped: bool = False
    measures: Sequence[RulerLine] = ()
    letters: float = 3.4

    @property
    def view_box(self) -> str:
        """Return the window as the attribute of an SVG element."""
        left, top, right, bottom = self.box
        return f'viewBox="{_n(left)} {_n(top)} {_n(right - left)} {_n(bottom - top)}"'

    def pixels_wide(self, pixels_high: int) -> int:
        """Return the width in pixels that goes with a height."""
        return round(pixels_high * (self.box[2] - self.box[0]) / (self.box[3] - self.box[1]))


def svg(*panels: Panel, title: str, description: str) -> str:
    """Return one picture, or several of one height side by side, as one SVG document."""
    words = f"<title>{_escaped(title)}</title><desc>{_escaped(description)}</desc>"
    first, *others = panels
    high = (
        _PIXELS_HIGH if others else round(_PIXELS_WIDE * (first.box[3] - first.box[1]) / (first.box[2] - first.box[0]))
    )
    widths = [panel.pixels_wide(high) for panel in panels] if others else [_PIXELS_WIDE]
    box = f'viewBox="0 0 {sum(widths)} {high}"' if others else first.view_box
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} width="{sum(widths)}" height="{high}" role="img" '
        f'font-family="sans-serif">{words}'
    ]
    for number, panel in enumerate(panels):
        at = f'x="{sum(widths[:number])}" y="0" width="{widths[number]}" height="{high}"'
        parts += [f"<svg {at} {panel.view_box}>", *_drawn(panel), "</svg>"] if others else _drawn(panel)
    return "\n".join([*parts, "</svg>\n"])


def _drawn(panel: Panel) -> Iterable[str]:
    left, top, right, bottom = panel.box
    unit = max(right - left, bottom - top) / 100
    letters = panel.letters * unit
    yield from _outlines(panel.figure, unit, panel.flipped)
    for measure in panel.measures:
        yield from _measured(measure, unit, letters)
    yield from _dots(panel.marks, letters * 0.3)
    yield from _labels(panel.marks, unit, letters, panel.box)


def _outlines(figure: Figure, unit: float, flipped: bool) -> Iterable[str]:
    paths = full_paths(figure)
    for layer in _LAYERS:
        drawn = [_path_data(path, flipped) for path in paths if path.layer == layer]
        if not drawn:
            continue
        if layer in _FILLS:  # one element each: regions that overlap must not cancel one another
            yield from (f'<path d="{data}" fill="{_FILLS[layer]}" stroke="none"/>' for data in drawn)
            continue
        lines = "".join(drawn)
        colour, thickness = _STROKES[layer]
        dashes = f' stroke-dasharray="{_n(unit)} {_n(unit * 0.7)}"' if layer == "bone" else ""
        yield (
            f'<path d="{lines}" fill="none" stroke="{colour}" stroke-width="{thickness * unit:.2f}" '
            f'stroke-linecap="round" stroke-linejoin="round"{dashes}/>'
        )


def _path_data(path: Path, flipped: bool) -> str:
    pieces = curves(path.nodes, path.closed)
    if not pieces:
        return ""
    sign = -1 if flipped else 1
    words = [f"M{_n(sign * pieces[0][0][0])} {_n(pieces[0][0][1])}"]
    for _, first, second, end in pieces:
        words.append("C" + " ".join(f"{_n(sign * x)} {_n(y)}" for x, y in (first, second, end)))
    return "".join(words) + ("Z" if path.closed else "")


def _measured(measure: RulerLine, unit: float, letters: float) -> Iterable[str]:
    (ax, ay), (bx, by) = measure.start, measure.end
    length = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 1e-6)
    nx, ny = -(by - ay) / length * unit, (bx - ax) / length * unit
    lines = [f"M{_n(ax)} {_n(ay)}L{_n(bx)} {_n(by)}"]
    lines += [f"M{_n(x - nx)} {_n(y - ny)}L{_n(x + nx)} {_n(y + ny)}" for x, y in measure.ticks]
    yield f'<path d="{"".join(lines)}" fill="none" stroke="{_OTHER}" stroke-width="{0.35 * unit:.2f}"/>'
    if measure.is_upright:
        beside = ((ax + bx) / 2 + unit * 1.6, (ay + by) / 2 + letters * 0.35)
        yield _text(beside, measure.label, "start", letters * 0.85, _OTHER)
    else:
        above = ((ax + bx) / 2, (ay + by) / 2 - unit * 1.4)
        yield _text(above, measure.label, "middle", letters * 0.85, _OTHER)


def _dots(marks: Sequence[Mark], radius: float) -> Iterable[str]:
    for (x, y), _, kind in sorted(marks, key=lambda mark: mark.kind == "point"):
        where = f'<circle cx="{_n(x)}" cy="{_n(y)}"'
        if kind == "neighbour":
            yield f'{where} r="{0.6 * radius:.2f}" fill="{_OTHER}"/>'
        else:
            fill = _POINT if kind == "point" else "#ffffff"
            yield f'{where} r="{radius:.2f}" fill="{fill}" stroke="{_POINT}" stroke-width="{0.4 * radius:.2f}"/>'


def _labels(marks: Sequence[Mark], unit: float, letters: float, box: Box) -> Iterable[str]:
    taken: list[Box] = [_around(mark.spot, letters * 0.25) for mark in marks]
    for mark in marks:
        if not mark.label:
            continue
        label = _free_label(mark, letters, box, taken)
        taken.append(label.box)
        if label.leader != mark.spot:
            (ax, ay), (bx, by) = mark.spot, label.leader
            yield (
                f'<path d="M{_n(ax)} {_n(ay)}L{_n(bx)} {_n(by)}" stroke="{_OTHER}" stroke-width="{0.2 * unit:.2f}"/>'
            )
        yield _text(label.spot, label.text, label.anchor, letters, _TEXT)


def _free_label(mark: Mark, letters: float, box: Box, taken: Sequence[Box]) -> _SvgLabel:
    """Return the nearest place for the label that crosses no other label or mark, else the least crowded."""
    best: tuple[float, _SvgLabel] | None = None
    x, y = mark.spot
    outward = 1 if x >= (box[0] + box[2]) / 2 else -1
    for ring in range(9):
        for side, rise in (
            (outward, 0),
            (outward, -1),
            (outward, 1),
            (-outward, 0),
            (-outward, -1),
            (-outward, 1),
        ):
            gap = letters * (0.45 + 0.7 * ring)
            label = _label_at(mark, (x + side * gap, y + rise * (gap + letters * 0.2)), side, ring, letters)
            crowd = sum(_overlap(label.box, other) for other in taken) + 50 * _outside(label.box, box)
            if crowd <= 0:
                return label
            if best is None or crowd < best[0]:
                best = (crowd, label)
    assert best is not None  # the loops above always run
    return best[1]


def _label_at(mark: Mark, spot: Spot, side: int, ring: int, letters: float) -> _SvgLabel:
    wide = len(mark.label) * letters * _LETTER_WIDTH
    left = spot[0] if side > 0 else spot[0] - wide
    area = (left, spot[1] - letters * 0.5, left + wide, spot[1] + letters * 0.5)
    anchor = "start" if side > 0 else "end"
    leader = spot if ring else mark.spot
    return _SvgLabel((spot[0], spot[1] + letters * 0.35), mark.label, anchor, area, leader)


def _text(spot: Spot, words: str, anchor: str, letters: float, colour: str) -> str:
    return (
        f'<text x="{_n(spot[0])}" y="{_n(spot[1])}" font-size="{letters:.2f}" text-anchor="{anchor}" fill="{colour}" '
        f'stroke="#ffffff" stroke-width="{letters * 0.2:.2f}" stroke-linejoin="round" paint-order="stroke">'
        f"{_escaped(words)}</text>"
    )


def _around(spot: Spot, radius: float) -> Box:
    return (spot[0] - radius, spot[1] - radius, spot[0] + radius, spot[1] + radius)


def _overlap(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _outside(inner: Box, box: Box) -> float:
    return max(0.0, box[0] - inner[0], inner[2] - box[2], box[1] - inner[1], inner[3] - box[3])


def _n(number: float) -> str:
    return f"{round(number, 1) or 0.0:.1f}".removesuffix(".0")


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
