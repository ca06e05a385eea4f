"""An SVG picture in the colours of the page it is shown on."""

from __future__ import annotations

import re

import pytest

from acucli.bodymap.papers import INKS, on_paper
from acucli.bodymap.picture import point_svg
from acucli.library.compiled import CompiledLibrary

COLOUR = re.compile(r"#[0-9a-f]{6}")


def _light(colour: str) -> float:
    """Return how light a colour is, by the formula of WCAG 2 (0 black to 1 white)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.fixture
def document(library: CompiledLibrary) -> str:
    """Return the picture of LI4 for a light page."""
    found = point_svg(library.points["LI4"], library.figures, library.points)
    assert found is not None
    return found


def test_a_light_page_has_it_as_it_is_written(document: str) -> None:
    """Nothing is changed; every colour in it has a name."""
    assert on_paper(document, "light") == document
    assert set(COLOUR.findall(document)) <= set(INKS.values())


@pytest.mark.parametrize("paper", ["dark", "print"])
def test_another_paper_changes_colours_only(document: str, paper: str) -> None:
    """Every shape and every word stays."""
    other = on_paper(document, paper)  # type: ignore[arg-type]
    assert other != document
    assert COLOUR.sub("", other) == COLOUR.sub("", document)


def test_print_has_no_colour(document: str) -> None:
    """Greys only: a printer without colours loses nothing."""
    assert all(colour[1:3] == colour[3:5] == colour[5:] for colour in COLOUR.findall(on_paper(document, "print")))


@pytest.mark.parametrize("paper", ["light", "dark", "print"])
def test_point_and_words_stand_out_from_paper_and_skin(paper: str) -> None:
    """At least 3 to 1 for the point on every tone it may lie on, 4.5 to 1 for words on the paper."""
    written = f'fill="{INKS["paper"]}"'
    inks = {name: on_paper(f'fill="{colour}"', paper)[6:-1] for name, colour in INKS.items()}  # type: ignore[arg-type]
    assert on_paper(written, "light") == written
    for tone in ("mask", "half_shade", "full_shade", "deep_shade"):
        assert _contrast(inks["point"], inks[tone]) >= 3, tone
    assert _contrast(inks["text"], inks["paper"]) >= 7
    assert _contrast(inks["other"], inks["paper"]) >= 4.5
