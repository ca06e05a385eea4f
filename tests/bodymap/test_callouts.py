"""Pictures for paper: letters of one size, every word inside, none upon another, whatever is drawn and how small."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree

import pytest

from acucli.bodymap.geometry import Box
from acucli.bodymap.letter_widths import text_width
from acucli.bodymap.picture import printed_svg
from acucli.bodymap.words_around import LETTERS_MM, PaperSize
from acucli.model.library import Library

NAMESPACE = "{http://www.w3.org/2000/svg}"
LEAST_POINTS = 7.0
_OF_USUAL_FONTS = 0.9
"""How wide Arial and its like are, in parts of the font that widths are measured with."""
_POINTS_PER_MM = 72 / 25.4
SIZES = (PaperSize(84, 60), PaperSize(62, 44), PaperSize(54, 32), PaperSize(58, 28), PaperSize(70, 40, letters=1.3))
CODES = ("PC6", "LI4", "GB20", "EX-HN3", "CV17", "HT7", "BL23", "BL40", "GB30", "ST36", "LR3", "KI1", "SP6", "GV20",
         "LI20", "BL2", "TE5", "GB34", "ST6", "EX-UE9", "EAR-TF4")  # fmt: skip


def drawn(code: str, library: Library, size: PaperSize) -> ElementTree.Element:
    """Return the picture of a point for this room."""
    document = printed_svg(library.points[code], library.figures, library.points, size=size, side="left")
    assert document is not None
    return ElementTree.fromstring(document)


def areas(picture: ElementTree.Element) -> list[tuple[str, Box]]:
    """Return each word of a picture with the box that it takes, as a usual font writes it."""
    found = []
    for text in picture.iter(f"{NAMESPACE}text"):
        x, y, high = (float(text.attrib[name]) for name in ("x", "y", "font-size"))
        wide = text_width(text.text or "", high) * _OF_USUAL_FONTS
        left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.attrib["text-anchor"]]
        found.append((text.text or "", (left, y - 0.7 * high, left + wide, y)))
    return found


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("code", CODES)
def test_a_printed_picture_can_be_read(code: str, size: PaperSize, library: Library) -> None:
    """It is no larger than its room, its letters at least 7 points high there, and its point is named."""
    picture = drawn(code, library, size)
    wide, high = (float(picture.attrib[name].removesuffix("mm")) for name in ("width", "height"))
    assert (wide <= size.wide + 0.2, high <= size.high + 0.2) == (True, True)
    scale = wide / float(picture.attrib["viewBox"].split()[2])
    texts = list(picture.iter(f"{NAMESPACE}text"))
    assert {float(text.attrib["font-size"]) for text in texts} == {LETTERS_MM}
    assert LETTERS_MM * scale * _POINTS_PER_MM >= LEAST_POINTS * size.letters
    assert code in [text.text for text in texts]


@pytest.mark.parametrize("code", CODES)
def test_no_word_lies_outside_or_upon_another(code: str, library: Library) -> None:
    """Every word is inside the document, and no two of them cross."""
    picture = drawn(code, library, PaperSize(62, 44))
    left, top, wide, high = map(float, picture.attrib["viewBox"].split())
    words = areas(picture)
    for text, box in words:
        assert box[0] >= left - 0.1, text
        assert box[1] >= top - 0.1, text
        assert box[2] <= left + wide + 0.1, text
        assert box[3] <= top + high + 0.1, text
    for (one, a), (other, b) in combinations(words, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart, (one, other)


def test_a_distance_is_told_in_fingers(library: Library) -> None:
    """A sheet for lay people speaks of fingers, as its words do."""
    words = " ".join(text.text or "" for text in drawn("PC6", library, PaperSize(62, 44)).iter(f"{NAMESPACE}text"))
    assert "three fingers" in words
    assert "cun" not in words


def test_a_printed_picture_carries_nothing_that_runs_or_loads(library: Library) -> None:
    """No script, no identifier, no outside font or link; small enough for five on a page."""
    document = printed_svg(library.points["LI4"], library.figures, library.points, size=PaperSize(62, 44)) or ""
    for forbidden in ("<script", " id=", "href", "url(", "@font-face", "<style", "style="):
        assert forbidden not in document
    assert len(document.encode()) < 24_000


@pytest.mark.long
def test_every_picture_finds_its_size(library: Library) -> None:
    """The same for every point that has a picture: inside its room on paper, its words inside it."""
    for code, point in library.points.items():
        if printed_svg(point, library.figures, library.points, size=SIZES[1], side="left") is None:
            continue
        for size in SIZES:
            test_a_printed_picture_can_be_read(code, size, library)
        test_no_word_lies_outside_or_upon_another(code, library)
