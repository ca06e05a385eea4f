"""A picture of a few centimetres of paper: its words stand around the body, with lines to what they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from acucli.bodymap.framing import cut_edges
from acucli.bodymap.geometry import Box, Spot
from acucli.bodymap.marks import Mark, RulerLine
from acucli.bodymap.naming import NamedLandmark
from acucli.bodymap.papers import INKS
from acucli.bodymap.svg_elements import body_elements, escaped, line_element, short, text_element
from acucli.bodymap.words_around import (
    ASIDE_MM,
    LETTERS_MM,
    LINE_MM,
    PaperSize,
    PrintedLabel,
    SetWord,
    WordsAround,
    broken_word,
    extent_of,
    in_lines,
    on_paper,
    width_of,
    words_around,
)
from acucli.model.figures import Figure

_LEAST = 0.93
"""How small letters may be printed, in parts of these, before fewer things are named: 7 points."""
_FONTS = "Arial, Helvetica, Liberation Sans, sans-serif"
_DOT_MM = 1.05
_MARGIN_MM = 0.3
_HAIRLINE_MM, _THICK_MM = 0.15, 0.3
_ARROWS = {"bottom": "↓", "left": "←", "right": "→"}


class Callouts(NamedTuple):
    """What is drawn: a window of a figure and what is named in it, in millimetres of the figure as shown."""

    figure: Figure
    box: Box
    limits: Box
    flipped: bool
    marks: Sequence[Mark]
    measures: Sequence[RulerLine]
    names: Sequence[NamedLandmark]
    ends: Mapping[str, str]
    title: str


def called_out(drawing: Callouts, size: PaperSize, *, title: str, description: str) -> str:
    """Return a picture as one SVG document, at most as large as `size`.

    Its unit is a millimetre at usual letters. Where the words alone need more room fewer things are named.
    """
    cut = [edge for edge in cut_edges(drawing.box, drawing.limits) if edge in drawing.ends]
    usual = PaperSize(size.wide / size.letters, size.high / size.letters)
    heads = [*in_lines(drawing.title, usual.wide), *([f"↑ {drawing.ends['top']}"] if "top" in cut else [])]
    feet = ["   ".join(f"{arrow} {drawing.ends[edge]}" for edge, arrow in _ARROWS.items() if edge in cut)]
    feet = [text for text in feet if text]
    room = usual._replace(wide=usual.wide - 2 * _MARGIN_MM, high=usual.high - LINE_MM * (len(heads) + len(feet)) - 1.0)
    sheet = words_around(drawing.box, _words(drawing), room)
    left, top, right, bottom = extent_of(sheet)
    middle = (sheet.body[0] + sheet.body[2]) / 2
    half = max(map(width_of, (*heads, *feet))) / 2
    left, right = min(left, middle - half) - _MARGIN_MM, max(right, middle + half) + _MARGIN_MM
    above, below = top - LINE_MM * len(heads) - 0.5, bottom + LINE_MM * len(feet) + 0.5
    texts = [(text, top - 0.8 - LINE_MM * number) for number, text in enumerate(reversed(heads))]
    texts += [(text, bottom + LINE_MM - 0.2) for text in feet]
    wide, high = right - left, below - above
    fit = min(size.letters, size.wide / wide, size.high / high)
    if fit < _LEAST * size.letters and (drawing.names or drawing.measures):
        fewer = drawing._replace(names=drawing.names[:-1], measures=drawing.measures if drawing.names else ())
        return called_out(fewer, size, title=title, description=description)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{short(left)} {short(above)} {short(wide)} {short(high)}" '
        f'width="{wide * fit:.2f}mm" height="{high * fit:.2f}mm" role="img" font-family="{_FONTS}">'
        f"<title>{escaped(title)}</title><desc>{escaped(description)}</desc>",
        f'<rect x="{short(left)}" y="{short(above)}" width="{short(wide)}" height="{short(high)}" '
        f'fill="{INKS["paper"]}"/>',
        *_body(drawing, sheet),
        *_called(drawing, sheet),
        *(text_element((middle, y), text, "middle", LETTERS_MM, INKS["text"]) for text, y in texts),
    ]
    return "\n".join([*parts, "</svg>\n"])


def _words(drawing: Callouts) -> list[PrintedLabel]:
    """Return the words of a drawing: the points', then landmarks and distances that are not beside a point's own."""
    found = [broken_word(mark.spot, mark.label, is_point=True) for mark in drawing.marks if mark.label]
    found += [broken_word(name.spot, name.label) for name in drawing.names]
    for way in drawing.measures:
        middle = ((way.start[0] + way.end[0]) / 2, (way.start[1] + way.end[1]) / 2)
        found.append(broken_word(middle, way.label))
    return found


def _body(drawing: Callouts, sheet: WordsAround) -> Iterator[str]:
    left, top, right, bottom = drawing.box
    view = f"{short(left)} {short(top)} {short(right - left)} {short(bottom - top)}"
    yield f'<svg x="0" y="0" width="{sheet.body[2]:.2f}" height="{sheet.body[3]:.2f}" viewBox="{view}">'
    yield from body_elements(drawing.figure, drawing.box, flipped=drawing.flipped)
    yield "</svg>"


def _called(drawing: Callouts, sheet: WordsAround) -> Iterator[str]:
    """Yield distances, lines, dots and words, the point on top of all."""

    def at(spot: Spot) -> Spot:
        return on_paper(spot, drawing.box, sheet.scale)

    other, ink = INKS["other"], INKS["point"]
    for way in drawing.measures:
        yield from _ruler([at(spot) for spot in way.ticks], at(way.start), at(way.end))
    for item in sheet.words:
        if not item.word.is_point:
            yield line_element(item.at, at(item.word.spot), other, _HAIRLINE_MM)
    for name in drawing.names:
        yield _dot(at(name.spot), 0.45, other, other)
    for mark in drawing.marks:
        if mark.kind == "twin":
            yield _dot(at(mark.spot), _DOT_MM, INKS["paper"], ink)
    for item in sheet.words:
        if item.word.is_point:
            yield from _arrow(item.at, at(item.word.spot))
    for mark in drawing.marks:
        if mark.kind == "point":
            yield _dot(at(mark.spot), _DOT_MM, ink, ink)
    for item in sheet.words:
        yield from _lines_of(item, INKS["text"] if item.word.is_point else other)


def _ruler(ticks: Sequence[Spot], start: Spot, end: Spot) -> Iterable[str]:
    length = max(((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5, 1e-6)
    nx, ny = -(end[1] - start[1]) / length * 0.7, (end[0] - start[0]) / length * 0.7
    yield line_element(start, end, INKS["other"], _THICK_MM)
    for x, y in ticks:
        yield line_element((x - nx, y - ny), (x + nx, y + ny), INKS["other"], _THICK_MM)


def _arrow(start: Spot, end: Spot) -> Iterable[str]:
    """Yield the arrow to the point, which ends at its dot."""
    length = max(((start[0] - end[0]) ** 2 + (start[1] - end[1]) ** 2) ** 0.5, 1e-6)
    ux, uy = (start[0] - end[0]) / length, (start[1] - end[1]) / length
    tip = (end[0] + ux * _DOT_MM * 1.3, end[1] + uy * _DOT_MM * 1.3)
    back, wing = (tip[0] + ux * 1.5, tip[1] + uy * 1.5), 0.75
    corners = [tip, (back[0] - uy * wing, back[1] + ux * wing), (back[0] + uy * wing, back[1] - ux * wing)]
    yield line_element(back, start, INKS["paper"], 3 * _THICK_MM)
    yield line_element(back, start, INKS["point"], _THICK_MM)
    yield f'<path d="M{"L".join(f"{x:.2f} {y:.2f}" for x, y in corners)}Z" fill="{INKS["point"]}"/>'


def _dot(spot: Spot, radius: float, fill: str, stroke: str) -> str:
    return (
        f'<circle cx="{spot[0]:.2f}" cy="{spot[1]:.2f}" r="{radius:.2f}" fill="{fill}" stroke="{stroke}" '
        f'stroke-width="{0.35 * radius:.2f}"/>'
    )


def _lines_of(item: SetWord, colour: str) -> Iterable[str]:
    x, y = item.at
    if item.edge in ("top", "bottom"):
        base = y - 0.7 if item.edge == "top" else y + LETTERS_MM * 0.85
        yield text_element((x, base), item.word.text, "middle", LETTERS_MM, colour)
        return
    anchor, aside = ("end", x - ASIDE_MM) if item.edge == "left" else ("start", x + ASIDE_MM)
    first = y - item.word.high / 2 + LETTERS_MM * 0.92
    for number, text in enumerate(item.word.lines):
        yield text_element((aside, first + number * LINE_MM), text, anchor, LETTERS_MM, colour)
