"""What SVG pictures are made of: regions, shades and strokes of the window of a figure, lines and words."""

from __future__ import annotations

from collections.abc import Iterable

from acucli.bodymap.geometry import Box, Spot, bounds, curves
from acucli.bodymap.outline import full_paths
from acucli.bodymap.papers import INKS
from acucli.model.figures import Figure, Path

_LAYERS = ("mask", "hairfill", "bone", "hair", "detail", "skin")
_STROKES = {
    "skin": (INKS["skin"], 0.5),
    "detail": (INKS["detail"], 0.3),
    "bone": (INKS["bone"], 0.3),
    "hair": (INKS["detail"], 0.3),
}
_FILLS = {"mask": INKS["mask"], "hairfill": INKS["hairfill"]}
_SHADES = (INKS["half_shade"], INKS["full_shade"], INKS["deep_shade"])
_CLOSE_NODES = 40


def body_elements(figure: Figure, box: Box, *, flipped: bool) -> Iterable[str]:
    """Yield what a window of a figure shows of the body; `box` is in millimetres as shown, mirrored where `flipped`."""
    unit = max(box[2] - box[0], box[3] - box[1]) / 100
    paths = [path for path in full_paths(figure) if _reaches(path, box, flipped=flipped)]
    for layer in _LAYERS:
        drawn = [_path_data(path, flipped=flipped, straight=layer in _FILLS) for path in paths if path.layer == layer]
        if not drawn:
            continue
        if layer in _FILLS:  # one element each: regions that overlap must not cancel one another
            yield from (f'<path d="{data}" fill="{_FILLS[layer]}" stroke="none"/>' for data in drawn)
            if layer == "mask":
                yield from _shaded(figure, flipped=flipped)
            continue
        lines = "".join(drawn)
        colour, thickness = _STROKES[layer]
        dashes = f' stroke-dasharray="{short(unit)} {short(unit * 0.7)}"' if layer == "bone" else ""
        yield (
            f'<path d="{lines}" fill="none" stroke="{colour}" stroke-width="{thickness * unit:.2f}" '
            f'stroke-linecap="round" stroke-linejoin="round"{dashes}/>'
        )


def short(number: float) -> str:
    """Return a number with at most one decimal place."""
    return f"{round(number, 1) or 0.0:.1f}".removesuffix(".0")


def escaped(words: str) -> str:
    """Return words as the text of an element."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def line_element(one: Spot, other: Spot, colour: str, thickness: float) -> str:
    """Return a straight line."""
    way = f"M{short(one[0])} {short(one[1])}L{short(other[0])} {short(other[1])}"
    return f'<path d="{way}" stroke="{colour}" stroke-width="{thickness:.2f}"/>'


def text_element(spot: Spot, words: str, anchor: str, letters: float, colour: str) -> str:
    """Return words that stand out from what lies below them."""
    paper = INKS["paper"]
    return (
        f'<text x="{short(spot[0])}" y="{short(spot[1])}" font-size="{letters:.2f}" text-anchor="{anchor}" '
        f'fill="{colour}" stroke="{paper}" stroke-width="{letters * 0.2:.2f}" stroke-linejoin="round" '
        f'paint-order="stroke">{escaped(words)}</text>'
    )


def _shaded(figure: Figure, *, flipped: bool) -> Iterable[str]:
    """Yield the regions in shade, one element for each tone; regions of a tone inside one another are its gaps."""
    sign = -1 if flipped else 1
    for tone, fill in enumerate(_SHADES):
        regions = [
            "M" + "L".join(f"{short(sign * x)} {short(y)}" for x, y in shade.spots) + "Z"
            for shade in figure.shades
            if shade.tone == tone
        ]
        if regions:
            yield f'<path d="{"".join(regions)}" fill="{fill}" fill-rule="evenodd" stroke="none"/>'


def _reaches(path: Path, box: Box, *, flipped: bool) -> bool:
    """Tell whether a path reaches into the window."""
    sign = -1 if flipped else 1
    left, top, right, bottom = bounds((sign * node.x, node.y) for node in path.nodes)
    return left < box[2] and right > box[0] and top < box[3] and bottom > box[1]


def _path_data(path: Path, *, flipped: bool, straight: bool) -> str:
    """Return a path; regions without a stroke are drawn `straight` from node to node where these stand close."""
    sign = -1 if flipped else 1
    if straight and len(path.nodes) >= _CLOSE_NODES:
        return "M" + "L".join(f"{short(sign * node.x)} {short(node.y)}" for node in path.nodes) + "Z"
    pieces = curves(path.nodes, path.closed)
    if not pieces:
        return ""
    words = [f"M{short(sign * pieces[0][0][0])} {short(pieces[0][0][1])}"]
    for _, first, second, end in pieces:
        words.append("C" + " ".join(f"{short(sign * x)} {short(y)}" for x, y in (first, second, end)))
    return "".join(words) + ("Z" if path.closed else "")
