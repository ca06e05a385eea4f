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
        ("two thumbs above the wrist crease palm side", "PC6"),
        ("two inches above the back of the wrist between the bones", "TE5"),
        ("two thumbs beside the navel", "ST25"),
        ("the belly button itself", "CV8"),
        ("very top of the head", "GV20"),
        ("the little dip above the upper lip", "GV26"),
        ("hollows under the skull either side", "GB20"),
        ("the big bone at the bottom of the neck", "GV14"),
        ("jaw muscle that bulges when I clench", "ST6"),
        ("funny bone hollow", "SI8"),
        ("wrist crease below the little finger", "HT7"),
        ("wrist crease below the thumb", "LU9"),
        ("pad of muscle at the base of the thumb", "LU10"),
        ("between the nipples", "CV17"),
        ("hollow at the top of the breastbone", "CV22"),
        ("back of the knee in the middle", "BL40"),
        ("middle of the calf where the muscle splits", "BL57"),
        ("ball of the foot in the hollow", "KI1"),
        ("hollow below the head of the fibula", "GB34"),
        ("side of the thigh where the middle finger reaches when standing", "GB31"),
        ("points on the ear", "EAR-TF4"),
        ("the dip between my thumb and pointer", "LI4"),
        ("5 cm above the palm side wrist line", "PC6"),
        ("a hand's width below the kneecap, outside of the shin", "ST36"),
        ("where my middle finger touches the palm when I make a fist", "PC8"),
        ("knob at the back of the neck where the shirt collar sits", "GV14"),
        ("between the fourth and pinky toe", "GB43"),
        ("three finger widths to the side of the belly button", "ST25"),
        ("back of the wrist, two thumbs up, between the bones", "TE5"),
        ("right under the inside ankle bump", "KI6"),
    ],
)
def test_a_described_place_is_found(ask: Ask, query: str, code: str) -> None:
    """The point is among the first four that lie so."""
    assert code in _codes(ask, query)[: None if query.startswith("points") else 4]


def test_a_place_on_the_other_side_is_none(ask: Ask) -> None:
    """What lies below is never read for above, nor what lies outside for inside."""
    assert "CV6" not in _codes(ask, "two fingers above the navel")
    assert "BL62" not in _codes(ask, "dip below the inner ankle")


@pytest.mark.parametrize(
    "query",
    [
        "lump in front of the ear", "rash between the toes", "crack at the corner of the mouth", "pain behind the ear",
        "finger bent and won't go back", "bump behind my ear", "bulge in neck that moves when i swallow",
        "swelling below the outer ankle", "bruise on the shin", "back of my knee", "between my shoulder blades",
    ],
)  # fmt: skip
def test_something_wrong_at_a_place_asks_for_no_point(ask: Ask, query: str) -> None:
    """A word that describes no place, or a part of one's own body, is a complaint or a sign, not a question."""
    assert not any(point.how == "place" for point in ask(query).points)


def test_how_surely_a_place_was_read_is_said(ask: Ask) -> None:
    """Words that tell nothing of it are named, and so is a description that no point fits wholly."""
    found = ask("knob at the back of the neck where the shirt collar sits")
    assert {"shirt", "collar"} <= set(found.not_understood)
    assert any(
        "description of a place" in note for note in ask("dip below the outer ankle bone and behind it").readings
    )


def test_the_nearest_distance_comes_first(ask: Ask) -> None:
    """Fingers, thumbs, inches and centimetres are compared as lengths."""
    assert _codes(ask, "four fingers below the navel in the middle")[0] == "CV4"
    assert _codes(ask, "one thumb below the navel in the middle")[0] == "CV7"
    assert _codes(ask, "5 cm below the navel in the middle")[0] == "CV5"
