"""A picture as SVG: one string, styles as attributes, no identifiers, no script, no font of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from acucli.bodymap.framing import cut_edges, flipped_box, whole
from acucli.bodymap.geometry import Box, Spot
from acucli.bodymap.letter_widths import text_width
from acucli.bodymap.marks import Mark, RulerLine
from acucli.bodymap.naming import NamedLandmark
from acucli.bodymap.papers import INKS
from acucli.bodymap.svg_elements import body_elements, escaped, line_element, short, text_element
from acucli.model.figures import Figure

_POINT, _OTHER, _TEXT, _PAPER = INKS["point"], INKS["other"], INKS["text"], INKS["paper"]
_FONTS = "DejaVu Sans, Verdana, sans-serif"
_ARROWS = {"bottom": "↓", "left": "←", "right": "→"}
_RINGS, _ARROW_RINGS = range(9), range(1, 9)
"""How far labels are tried from their spots; an arrow needs the room of the first ring."""
_CROWD_COST, _OUTSIDE_COST, _RING_COST, _INWARD_COST = 40.0, 0.6, 0.4, 0.3
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
    """What one drawing shows: `box` is the window in millimetres as shown; so are `marks`, `measures` and `names`.

    `flipped` draws the mirror image of the figure. `letters` is the height of the labels in hundredths of the longer
    side of the window. `ends` says what lies beyond the edges that the window cuts; `joined`
    draws a line from each mark to the next.
    """

    figure: Figure
    marks: Sequence[Mark]
    box: Box
    flipped: bool = False
    measures: Sequence[RulerLine] = ()
    letters: float = 3.4
    title: str = ""
    names: Sequence[NamedLandmark] = ()
    ends: Mapping[str, str] = {}
    joined: bool = False

    @property
    def unit(self) -> float:
        """Return a hundredth of the longer side of the window."""
        left, top, right, bottom = self.box
        return max(right - left, bottom - top) / 100


class _Sheet(NamedTuple):
    """A drawn panel: the box that holds all of it, labels too, and its elements."""

    box: Box
    parts: Sequence[str]

    @property
    def view_box(self) -> str:
        """Return the box as the attribute of an SVG element."""
        left, top, right, bottom = self.box
        return f'viewBox="{short(left)} {short(top)} {short(right - left)} {short(bottom - top)}"'

    def pixels_wide(self, pixels_high: int) -> int:
        """Return the width in pixels that goes with a height."""
        return round(pixels_high * (self.box[2] - self.box[0]) / (self.box[3] - self.box[1]))


def svg(*panels: Panel, title: str, description: str) -> str:
    """Return one picture, or several of one height side by side, as one SVG document.

    Every label lies inside the document whatever font it is shown in: the document grows to hold them.
    """
    words = f"<title>{escaped(title)}</title><desc>{escaped(description)}</desc>"
    sheets = [_sheet(panel) for panel in panels]
    first, *others = sheets
    (left, top, right, bottom) = first.box
    high = _PIXELS_HIGH if others else round(_PIXELS_WIDE * (bottom - top) / (right - left))
    widths = [sheet.pixels_wide(high) for sheet in sheets] if others else [_PIXELS_WIDE]
    box = f'viewBox="0 0 {sum(widths)} {high}"' if others else first.view_box
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} width="{sum(widths)}" height="{high}" role="img" '
        f'font-family="{_FONTS}">{words}'
    ]
    for number, sheet in enumerate(sheets):
        at = f'x="{sum(widths[:number])}" y="0" width="{widths[number]}" height="{high}"'
        parts += [f"<svg {at} {sheet.view_box}>", *sheet.parts, "</svg>"] if others else sheet.parts
    return "\n".join([*parts, "</svg>\n"])


def _sheet(panel: Panel) -> _Sheet:
    left, top, right, bottom = panel.box
    unit, letters = panel.unit, panel.letters * panel.unit
    lines = [_ruler(measure, unit, letters, panel.box) for measure in panel.measures]
    heads = list(_headings(panel, letters))
    taken = [_around(mark.spot, letters * (0.7 if panel.title else 0.25)) for mark in panel.marks]
    taken += [_around(name.spot, letters * 0.2) for name in panel.names]
    taken += [*(box for line in lines for box in line.boxes), *(head.box for head in heads)]
    rings = _ARROW_RINGS if panel.title else _RINGS
    labels = [_placed(mark.spot, mark.label, letters, panel.box, taken, rings) for mark in panel.marks if mark.label]
    names = [_placed(name.spot, name.label, letters * 0.85, panel.box, taken, _RINGS) for name in panel.names]
    boxes = [label.box for label in (*labels, *names)] + taken
    outer = _joined([panel.box, *boxes], unit)
    window = f'x="{short(left)}" y="{short(top)}" width="{short(right - left)}" height="{short(bottom - top)}"'
    view = f'viewBox="{short(left)} {short(top)} {short(right - left)} {short(bottom - top)}"'
    parts = [f'<rect x="{short(outer[0])}" y="{short(outer[1])}" width="{short(outer[2] - outer[0])}" '
             f'height="{short(outer[3] - outer[1])}" fill="{_PAPER}"/>']  # fmt: skip
    parts += [f"<svg {window} {view}>", *body_elements(panel.figure, panel.box, flipped=panel.flipped), "</svg>"]
    if panel.joined and len(panel.marks) > 1:
        way = "L".join(f"{short(mark.spot[0])} {short(mark.spot[1])}" for mark in panel.marks)
        parts.append(f'<path d="M{way}" fill="none" stroke="{_OTHER}" stroke-width="{0.2 * unit:.2f}"/>')
    parts += [part for line in lines for part in line.parts]
    parts += [
        part for name, label in zip(panel.names, names, strict=True) for part in _landmark(name, label, unit, letters)
    ]
    parts += [*_dots(panel.marks, letters * 0.3)]
    for mark, label in zip([mark for mark in panel.marks if mark.label], labels, strict=True):
        parts += _point_label(mark, label, unit, letters, arrow=bool(panel.title))
    parts += [text_element(head.spot, head.text, head.anchor, letters, _TEXT) for head in heads]
    return _Sheet(outer, parts)


class _Ruler(NamedTuple):
    """A drawn distance: its elements, and the room that they take."""

    parts: list[str]
    boxes: list[Box]


def _headings(panel: Panel, letters: float) -> Iterable[_SvgLabel]:
    """Yield the title above the picture, and the arrows to what its window cuts off."""
    if not panel.title:
        return
    left, top, right, bottom = panel.box
    middle = (left + right) / 2
    limits = whole(panel.figure)
    cut = [
        edge for edge in cut_edges(panel.box, flipped_box(limits) if panel.flipped else limits) if edge in panel.ends
    ]
    rise = letters * (2.2 if "top" in cut else 0.6)
    yield _heading(panel.title, middle, top - rise, letters)
    if "top" in cut:
        yield _heading(f"↑ {panel.ends['top']}", middle, top - letters * 0.7, letters)
    aside = [f"{arrow} {panel.ends[edge]}" for edge, arrow in _ARROWS.items() if edge in cut]
    if aside:
        yield _heading("   ".join(aside), middle, bottom + letters * 1.3, letters)


def _heading(text: str, x: float, y: float, letters: float) -> _SvgLabel:
    half = text_width(text, letters) / 2
    return _SvgLabel((x, y), text, "middle", (x - half, y - letters, x + half, y + letters * 0.3), (x, y))


def _landmark(name: NamedLandmark, label: _SvgLabel, unit: float, letters: float) -> Iterable[str]:
    (ax, ay), (bx, by) = name.spot, label.leader
    yield f'<circle cx="{short(ax)}" cy="{short(ay)}" r="{0.5 * unit:.2f}" fill="{_OTHER}"/>'
    if label.leader != name.spot:
        yield line_element((ax, ay), (bx, by), _OTHER, 0.2 * unit)
    yield text_element(label.spot, label.text, label.anchor, letters * 0.85, _OTHER)


def _point_label(mark: Mark, label: _SvgLabel, unit: float, letters: float, *, arrow: bool) -> Iterable[str]:
    (ax, ay), (bx, by) = mark.spot, label.leader
    if arrow:
        size = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 1e-6)
        ux, uy = (bx - ax) / size, (by - ay) / size
        tip = (ax + ux * letters * 0.42, ay + uy * letters * 0.42)
        back, wing = (tip[0] + ux * letters * 0.5, tip[1] + uy * letters * 0.5), letters * 0.26
        corners = [tip, (back[0] - uy * wing, back[1] + ux * wing), (back[0] + uy * wing, back[1] - ux * wing)]
        yield f'<path d="M{"L".join(f"{short(x)} {short(y)}" for x, y in corners)}Z" fill="{_POINT}"/>'
        yield line_element(back, (bx, by), _POINT, 0.4 * unit)
    elif label.leader != mark.spot:
        yield line_element((ax, ay), (bx, by), _OTHER, 0.2 * unit)
    yield text_element(label.spot, label.text, label.anchor, letters, _TEXT)


def _placed(spot: Spot, text: str, letters: float, box: Box, taken: list[Box], rings: range) -> _SvgLabel:
    label = _free_label(Mark(spot, text), letters, box, taken, rings)
    taken.append(label.box)
    return label


def _joined(boxes: Sequence[Box], unit: float) -> Box:
    """Return the box that holds all boxes, with a small margin where one reaches beyond the first."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    first = boxes[0]
    found = (min(lefts), min(tops), max(rights), max(bottoms))
    signs = (-1, -1, 1, 1)
    grown = (edge + sign * unit if edge != own else edge for edge, own, sign in zip(found, first, signs, strict=True))
    left, top, right, bottom = grown
    return (left, top, right, bottom)


def _ruler(measure: RulerLine, unit: float, letters: float, box: Box) -> _Ruler:
    """Return a drawn distance with its ticks, its zero and its label beside it."""
    (ax, ay), (bx, by) = measure.start, measure.end
    length = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 1e-6)
    nx, ny = -(by - ay) / length * unit, (bx - ax) / length * unit
    lines = [f"M{short(ax)} {short(ay)}L{short(bx)} {short(by)}"]
    lines += [f"M{short(x - nx)} {short(y - ny)}L{short(x + nx)} {short(y + ny)}" for x, y in measure.ticks]
    parts = [f'<path d="{"".join(lines)}" fill="none" stroke="{_OTHER}" stroke-width="{0.35 * unit:.2f}"/>']
    small = letters * 0.85
    if measure.is_upright:
        to_right = ax >= (box[0] + box[2]) / 2
        x = max(ax, bx) + unit * 1.6 if to_right else min(ax, bx) - unit * 1.6
        anchor = "start" if to_right else "end"
        aside = small * (0.8 if length < 1.7 * small else 0.0) * (1 if ay > by else -1)
        texts = [((x, (ay + by) / 2 + small * 0.35), measure.label), ((x, ay + aside + small * 0.35), "0")]
    else:
        anchor = "middle"
        above = max(unit * 1.4, letters * 0.5)  # clear of the point at its end
        texts = [(((ax + bx) / 2, (ay + by) / 2 - above), measure.label), ((ax, ay - above), "0")]
        if length < text_width(measure.label, small) + small:
            texts.pop()
    boxes = [_bounds_of(at, text, anchor, small) for at, text in texts]
    boxes.append((min(ax, bx) - unit / 2, min(ay, by) - unit / 2, max(ax, bx) + unit / 2, max(ay, by) + unit / 2))
    parts += [text_element(at, text, anchor, small, _OTHER) for at, text in texts]
    return _Ruler(parts, boxes)


def _bounds_of(spot: Spot, text: str, anchor: str, letters: float) -> Box:
    wide = text_width(text, letters)
    left = spot[0] - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    return (left, spot[1] - letters * 0.8, left + wide, spot[1] + letters * 0.25)


def _dots(marks: Sequence[Mark], radius: float) -> Iterable[str]:
    for (x, y), _, kind in sorted(marks, key=lambda mark: mark.kind == "point"):
        where = f'<circle cx="{short(x)}" cy="{short(y)}"'
        if kind == "neighbour":
            yield f'{where} r="{0.6 * radius:.2f}" fill="{_OTHER}"/>'
        else:
            fill = _POINT if kind == "point" else _PAPER
            yield f'{where} r="{radius:.2f}" fill="{fill}" stroke="{_POINT}" stroke-width="{0.4 * radius:.2f}"/>'


def _free_label(mark: Mark, letters: float, box: Box, taken: Sequence[Box], rings: range) -> _SvgLabel:
    """Return the best place for the label: near its spot, off every other label and mark, and inside the window."""
    x, y = mark.spot
    outward = 1 if x >= (box[0] + box[2]) / 2 else -1
    tried: list[tuple[float, int, _SvgLabel]] = []
    for ring in rings:
        gap = letters * (0.45 + 0.7 * ring)
        for side, rise in ((outward, 0), (outward, -1), (outward, 1), (-outward, 0), (-outward, -1), (-outward, 1)):
            label = _label_at(mark, (x + side * gap, y + rise * (gap + letters * 0.2)), side, ring, letters)
            crowd = sum(_overlap(label.box, other) for other in taken) / letters**2
            cost = _CROWD_COST * crowd + _OUTSIDE_COST * _outside(label.box, box) / letters
            cost += _RING_COST * ring + (_INWARD_COST if side != outward else 0.0)
            tried.append((cost, len(tried), label))
    return min(tried)[2]


def _label_at(mark: Mark, spot: Spot, side: int, ring: int, letters: float) -> _SvgLabel:
    wide = text_width(mark.label, letters)
    left = spot[0] if side > 0 else spot[0] - wide
    area = (left, spot[1] - letters * 0.5, left + wide, spot[1] + letters * 0.5)
    anchor = "start" if side > 0 else "end"
    leader = spot if ring else mark.spot
    return _SvgLabel((spot[0], spot[1] + letters * 0.35), mark.label, anchor, area, leader)


def _around(spot: Spot, radius: float) -> Box:
    return (spot[0] - radius, spot[1] - radius, spot[0] + radius, spot[1] + radius)


def _overlap(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _outside(inner: Box, box: Box) -> float:
    return max(0.0, box[0] - inner[0], inner[2] - box[2], box[1] - inner[1], inner[3] - box[3])
