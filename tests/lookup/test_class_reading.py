"""Classes: points asked for by their traditional class, with the channel, organ or tissue they belong to."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from tests.lookup.conftest import Ask


def _codes(ask: Ask, query: str) -> list[str]:
    return [point.code for point in ask(query).points]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("source point of the heart channel", "HT7"),
        ("yuan source of the stomach", "ST42"),
        ("xi cleft of the liver", "LR6"),
        ("luo point of the large intestine", "LI6"),
        ("he-sea of the stomach", "ST36"),
        ("lower he sea of the small intestine", "ST39"),
        ("back shu of the kidney", "BL23"),
        ("front mu of the heart", "CV14"),
        ("mother point of the spleen", "SP2"),
        ("mother point of the triple burner", "TE3"),
        ("luo of the pericardium", "PC6"),
        ("child point of the lung", "LU5"),
        ("horary point of the kidney", "KI10"),
        ("metal point of the kidney", "KI7"),
        ("hui meeting point of marrow", "GB39"),
        ("influential point of qi", "CV17"),
        ("confluent point of dai mai", "GB41"),
        ("command point of the head", "LU7"),
        ("entry point of the large intestine", "LI4"),
        ("exit point of the spleen channel", "SP21"),
        ("points of the yin wei mai", "PC6"),
        ("points of the girdle vessel", "GB41"),
        ("coupled point of PC6", "SP4"),
        ("which point is coupled with TE5", "GB41"),
        ("partner of Gongsun", "PC6"),
        ("coupled point of the chong mai", "PC6"),
        ("coupled point of the governing vessel", "BL62"),
        ("group luo of the three arm yang", "TE8"),
        ("cleft point of the yin qiao vessel", "KI8"),
        ("ghost point in the philtrum", "GV26"),
    ],
)
def test_a_class_of_a_channel_is_one_point(ask: Ask, query: str, code: str) -> None:
    """The class and what it belongs to name one point, and nothing else is read."""
    assert _codes(ask, query) == [code]


def test_a_class_alone_is_all_of_its_points(ask: Ask, library: CompiledLibrary) -> None:
    """Without a channel every point of the class is meant."""
    known = {code for code, point in library.points.items() if "yuan-source" in point.classes}
    assert set(_codes(ask, "yuan source points")) == known


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("window of the sky points", "TE16 BL10 CV22 GV16 LI18 LU3 PC1 SI16 SI17 ST9"),
        ("thirteen ghost points", "BL62 CV1 CV24 EX-HN11 GV16 GV23 GV26 LI11 LU11 PC7 PC8 SP1 ST6"),
        ("ghost points of Sun Simiao", "BL62 CV1 CV24 EX-HN11 GV16 GV23 GV26 LI11 LU11 PC7 PC8 SP1 ST6"),
        ("four seas points", "BL11 CV17 GV14 GV15 GV16 GV20 ST9 ST30 ST36 ST37 ST39"),
        ("sea of marrow point", "GV16 GV20"),
        ("sea of water and grain", "ST30 ST36"),
        ("source points of the arm yang channels", "LI4 SI4 TE4"),
        ("he-sea points of the three leg yin", "SP9 KI10 LR8"),
        ("source and luo of the lung", "LU9 LU7"),
        ("luo point of the kidney paired with the source point of the bladder", "KI4 BL64"),
        ("crossing point of the three leg yin channels", "SP6 CV3 CV4"),
        ("group luo points of the leg", "SP6 GB39 GB35"),
        ("exit points", "BL67 GB41 HT9 KI22 LI20 LR14 LU7 PC8 SI19 SP21 ST42 TE22"),
    ],
)
def test_groups_of_students_are_classes(ask: Ask, query: str, codes: str) -> None:
    """Groups that cut across the channels."""
    assert set(_codes(ask, query)) == set(codes.split())


def test_a_name_that_is_a_class_too_is_both(ask: Ask) -> None:
    """One point is called so, and a class of ten: its point comes first, and it is said."""
    found = ask("Window of Heaven")
    assert [point.code for point in found.points][:2] == ["TE16", "BL10"]
    assert found.readings == ("Window of Heaven is the name of TE16, and of a class of points",)


@pytest.mark.parametrize("query", ["Sea of Qi", "sea of qi points", "Gushing Spring", "fengchi points"])
def test_a_name_with_a_word_of_a_class_in_it_is_one_point(ask: Ask, query: str) -> None:
    """A sea, a spring or a meeting in a name is no class."""
    assert len(_codes(ask, query)) == 1


def test_five_transporting_points_stand_in_the_order_of_the_phases(ask: Ask) -> None:
    """The five points of a channel, each of another phase."""
    assert set(_codes(ask, "five shu points of the heart")) == {"HT9", "HT8", "HT7", "HT4", "HT3"}


@pytest.mark.parametrize(
    "query", ["heart", "spring", "well", "source of my headache", "mother with a headache", "sea sick", "my child"]
)
def test_other_words_ask_for_no_class(ask: Ask, query: str) -> None:
    """A word of a class beside others, or by itself, is no question for points."""
    assert not any(point.how == "class" for point in ask(query).points)


def test_a_word_that_is_not_understood_asks_for_nothing(ask: Ask) -> None:
    """With a word beside it that is no channel the class is not served as a whole."""
    assert _codes(ask, "source point of the moon") == []
