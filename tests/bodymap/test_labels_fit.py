"""What is written into an SVG picture lies inside of it, measured with the widest of the common fonts."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from acucli.bodymap.letter_widths import text_width
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


def test_width_is_that_of_the_font() -> None:
    """A narrow letter is narrow, an unknown one as wide as high."""
    assert text_width("i", 10) < text_width("m", 10) < 10
    assert text_width("風", 10) == 10
