"""Places: points asked for by a region of the body or by where they lie, in lay words."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from tests.lookup.conftest import Ask


def _codes(ask: Ask, query: str) -> list[str]:
    return [point.code for point in ask(query).points]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("points on the upper arm", "LI14"),
        ("points on the back of the hand", "LI4"),
        ("foot points", "LR3"),
        ("points on the face", "EX-HN3"),
    ],
)
def test_a_region_gives_its_points(ask: Ask, query: str, code: str) -> None:
    """Every point of the region is read, and no complaint."""
    found = ask(query)
    assert code in _codes(ask, query)
    assert {point.how for point in found.points} == {"region"}
    assert found.conditions == ()


def test_a_region_gives_no_point_of_another(ask: Ask, library: CompiledLibrary) -> None:
    """All points lie where was asked."""
    regions = {library.points[code].press_region for code in _codes(ask, "points on the thigh")}
    assert regions == {"thigh"}


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("hollow in front of the ear", "SI19"),
        ("dip below the inner ankle", "KI6"),
        ("dent behind the ear lobe", "TE17"),
        ("web of the last two toes", "GB43"),
        ("dent in the chin below the lower lip", "CV24"),
        ("fleshy part between thumb and first finger", "LI4"),
        ("between the ring finger and little finger knuckles", "TE3"),
        ("two fingers above the wrist on the back of the arm", "TE5"),
        ("inside of the foot behind the big toe joint", "SP3"),
        ("inner corner of the shoulder blade", "TE15"),
        ("middle of the buttock crease", "BL36"),
        ("hollow above the collarbone", "ST12"),
    ],
)
def test_a_described_place_is_found(ask: Ask, query: str, code: str) -> None:
    """The point is among the first three that lie so."""
    assert code in _codes(ask, query)[:3]


def test_a_place_on_the_other_side_is_none(ask: Ask) -> None:
    """What lies below is never read for above, nor what lies outside for inside."""
    assert "CV6" not in _codes(ask, "two fingers above the navel")
    assert "BL62" not in _codes(ask, "dip below the inner ankle")


@pytest.mark.parametrize(
    "query",
    [
        "lump in front of the ear", "rash between the toes", "crack at the corner of the mouth", "pain behind the ear",
        "swelling below the outer ankle", "bruise on the shin", "back of my knee", "between my shoulder blades",
    ],
)  # fmt: skip
def test_something_wrong_at_a_place_asks_for_no_point(ask: Ask, query: str) -> None:
    """A word that describes no place, or a part of one's own body, is a complaint or a sign, not a question."""
    assert not any(point.how == "place" for point in ask(query).points)
