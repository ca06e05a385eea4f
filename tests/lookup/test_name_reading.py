"""Names: pinyin in every spelling, characters of both scripts, English names, readings of other languages."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.lookup import interpret
from tests.lookup.conftest import Ask


def test_every_name_of_every_point_finds_it(library: CompiledLibrary) -> None:
    """Pinyin with and without tones, both scripts, the English name, further names."""
    missed = []
    for code, point in library.points.items():
        names = point.names
        if point.meridian == "EAR":
            continue
        spoken = (names.pinyin, names.plain, names.plain.upper(), names.traditional, names.simplified, names.english)
        for name in (*spoken, *names.aliases):
            if code not in [item.code for item in interpret(name, library).points]:
                missed.append((name, code))
    assert missed == []


@pytest.mark.parametrize(
    "query", ["he2gu3", "he2 gu3", "He-Gu", "hé gǔ", "HEGU", "where is he gu?", "合谷穴", "hegu point"]
)
def test_spellings_of_pinyin_are_one(query: str, ask: Ask) -> None:
    """Tones, digits, hyphens, spaces and words around the name do not matter."""
    assert [point.code for point in ask(query).points] == ["LI4"]


def test_one_name_may_mean_two_points(ask: Ask) -> None:
    """Both are shown, and said."""
    found = ask("Futu")
    assert {point.code for point in found.points} == {"LI18", "ST32"}
    assert "LI18" in found.readings[0]


def test_a_name_that_a_school_gives_to_two_points_is_asked_about(ask: Ask) -> None:
    """Both points beside the low back are called so."""
    found = ask("Sea of Vitality")
    assert [point.code for point in found.points] == ["BL23", "BL52"]
    assert found.readings == ("Sea of Vitality is the name of BL23 and BL52",)


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("외관", ["TE5"]), ("Oegwan", ["TE5"]), ("견정", ["GB21", "SI9"]), ("Gyeonjeong", ["GB21", "SI9"]),
        ("합곡을 눌러도 되나요", ["LI4"]), ("족삼리는 어디예요", ["ST36"]),
        ("의사에게 갔는데 머리가 아파요", []), ("태양이 뜨거워서 머리가 아파요", []),
    ],
)  # fmt: skip
def test_korean_names_are_read_and_everyday_words_are_none(query: str, codes: list[str], ask: Ask) -> None:
    """Two syllables in a sentence are a name only before a word for a point: a doctor is no BL49."""
    assert [point.code for point in ask(query).points] == codes


def test_body_point_comes_before_the_ear(ask: Ask) -> None:
    """Shen Men is HT7 first, and the zone of the ear."""
    assert [point.code for point in ask("shen men").points] == ["HT7", "EAR-TF4"]
    assert [point.code for point in ask("ear shen men").points] == ["EAR-TF4"]


@pytest.mark.parametrize("query", ["knee", "stomach", "hip", "shoulder"])
def test_parts_of_the_body_are_no_ear_points(query: str, ask: Ask) -> None:
    """A bare part of the body asks for a complaint, not for a zone of the ear."""
    found = ask(query)
    assert found.points == ()
    assert found.conditions


def test_translators_words_are_read(ask: Ask) -> None:
    """ "Heavenly" and "Celestial" are one Chinese word."""
    assert [point.code for point in ask("Heavenly Pillar").points] == ["BL10"]


def test_mistyped_name_says_what_was_understood(ask: Ask) -> None:
    """A mended name is told as such."""
    point = ask("Zusanly").points[0]
    assert (point.code, point.how, point.matched) == ("ST36", "typo", "zusanli")


def test_everyday_words_in_a_sentence_are_no_names(ask: Ask) -> None:
    """An English name counts in a sentence only when it is written as a name."""
    assert ask("bright light hurts after the cinema").points == ()


def test_name_is_read_turned_round(ask: Ask) -> None:
    """ "Gate of Spirit" is the Spirit Gate."""
    assert "HT7" in [point.code for point in ask("Gate of spirit").points]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("Tsu San Li", "ST36"),
        ("T'ai Ch'ung", "LR3"),
        ("Yung Ch'uan", "KI1"),
        ("Ch'ü Ch'ih", "LI11"),
        ("Chung Wan", "CV12"),
        ("Hou Hsi", "SI3"),
        ("Wei Chung", "BL40"),
        ("K'un Lun", "BL60"),
        ("Hsüeh Hai", "SP10"),
    ],
)
def test_older_english_spellings(query: str, code: str, ask: Ask) -> None:
    """Wade-Giles is read as such, never mended into a neighbour's name."""
    assert ask(query).points[0].code == code
