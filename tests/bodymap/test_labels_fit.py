"""What is written into an SVG picture lies inside of it, measured with the widest of the common fonts."""

from __future__ import annotations

import itertools
import re
from xml.etree import ElementTree

import pytest

from acucli.bodymap.letter_widths import text_width
from acucli.bodymap.papers import INKS
from acucli.bodymap.picture import point_svg
from acucli.library.compiled import CompiledLibrary
from tests.bundled.carried import ids

pytestmark = pytest.mark.long

NAMESPACE = "{http://www.w3.org/2000/svg}"
ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


@pytest.mark.parametrize("code", ids("points"))
def test_every_text_of_a_picture_lies_inside_of_it(code: str, library: CompiledLibrary) -> None:
    """Title, labels, rulers and arrows, on both sides of the body."""
    for side in ("left", "right"):
        document = point_svg(library.points[code], library.figures, library.points, side=side)  # type: ignore[arg-type]
        if document is None:
            continue
        root = ElementTree.fromstring(document)
        left, top, width, height = map(float, root.attrib["viewBox"].split())
        for text in root.iter(f"{NAMESPACE}text"):
            letters = float(text.attrib["font-size"])
            wide = text_width(text.text or "", letters)
            start = float(text.attrib["x"]) - wide * ANCHORS[text.attrib["text-anchor"]]
            assert start >= left - 0.1, text.text
            assert start + wide <= left + width + 0.1, text.text
            assert top <= float(text.attrib["y"]) - letters * 0.7, text.text
            assert float(text.attrib["y"]) <= top + height + 0.1, text.text


@pytest.mark.parametrize("code", ids("points"))
def test_no_text_of_a_picture_covers_another_or_the_point(code: str, library: CompiledLibrary) -> None:
    """Title, labels, rulers and their zero keep apart, and an arrow of some size leads to the point."""
    document = point_svg(library.points[code], library.figures, library.points)
    if document is None:
        return
    root = ElementTree.fromstring(document)
    texts = [(text.text, _box(text)) for text in root.iter(f"{NAMESPACE}text")]
    for (one, its), (other, others) in itertools.combinations(texts, 2):
        assert _overlap(its, others) < 0.12 * (its[3] - its[1]) ** 2, f"{one} / {other}"
    for mark in (item for item in root.iter(f"{NAMESPACE}circle") if "stroke" in item.attrib):
        x, y, radius = (float(mark.attrib[name]) for name in ("cx", "cy", "r"))
        for text, box in texts:
            assert _overlap(box, (x - radius, y - radius, x + radius, y + radius)) < 0.3 * radius**2, text
    heads = [path.attrib["d"] for path in root.iter(f"{NAMESPACE}path") if path.attrib.get("fill") == INKS["point"]]
    assert any(len(set(re.findall(r"-?[\d.]+ -?[\d.]+", head))) == 3 for head in heads)


def _box(text: ElementTree.Element) -> tuple[float, float, float, float]:
    """Return the room of a text's letters."""
    letters, y = float(text.attrib["font-size"]), float(text.attrib["y"])
    wide = text_width(text.text or "", letters)
    left = float(text.attrib["x"]) - wide * ANCHORS[text.attrib["text-anchor"]]
    return (left, y - 0.75 * letters, left + wide, y + 0.1 * letters)


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def test_width_is_that_of_the_font() -> None:
    """A narrow letter is narrow, an unknown one as wide as high."""
    assert text_width("i", 10) < text_width("m", 10) < 10
    assert text_width("風", 10) == 10
