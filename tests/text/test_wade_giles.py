"""Wade-Giles from pinyin: the spellings that older books print."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.text.fold import fold_name
from acucli.text.wade_giles import syllables_of, wade_giles


@pytest.mark.parametrize(
    ("pinyin", "syllables", "spelled"),
    [
        ("zusanli", 3, "tsusanli"),
        ("hegu", 2, "hoku"),
        ("fengchi", 2, "fengchih"),
        ("jianjing", 2, "chienching"),
        ("xuehai", 2, "hsuehhai"),
        ("lieque", 2, "liehchueh"),
        ("yongquan", 2, "yungchuan"),
        ("guanyuan", 2, "kuanyuan"),
        ("neiguan", 2, "neikuan"),
        ("ermen", 2, "erhmen"),
        ("shousanli", 3, "shousanli"),
        ("sizhukong", 3, "ssuchukung"),
        ("ridou", 2, "jihtou"),
        ("wangu", 2, "wanku"),
        ("xiangu", 2, "hsienku"),
        ("binao", 2, "pinao"),
        ("fuai", 2, "fuai"),
        ("lineiting", 3, "lineiting"),
    ],
)
def test_spellings(pinyin: str, syllables: int, spelled: str) -> None:
    """Every sound follows the table, apostrophes and dots left out."""
    assert wade_giles(pinyin, syllables) == spelled


@pytest.mark.parametrize(("text", "syllables"), [("headache", 2), ("hegu", 3), ("", 1), ("qxq", 1)])
def test_what_is_no_pinyin_has_no_spelling(text: str, syllables: int) -> None:
    """Nothing is made up."""
    assert wade_giles(text, syllables) == ""


_READ_OTHERWISE = {
    "BL2": "zan, where the standard has cuan",
    "GV2": "shu is an old reading of this sign, as in all transporting points",
    "LR2": "hang and xing are both readings",
}
"""Points whose standard name is not what a dictionary of today reads."""


def test_names_are_parted_as_a_second_library_reads_their_signs(library: CompiledLibrary) -> None:
    """Every point's name has the syllables that its Chinese signs are read with: "wan gu", not "wang u"."""
    pypinyin = pytest.importorskip("pypinyin")
    missed = []
    for point in library.points.values():
        if point.meridian == "EAR" or point.code in _READ_OTHERWISE:
            continue
        own = syllables_of(fold_name(point.names.pinyin), len(point.names.traditional))
        read = pypinyin.pinyin(point.names.simplified, style=pypinyin.Style.NORMAL, heteronym=True)
        known = [{fold_name(item.replace("v", "u")) for item in options} | _also(options) for options in read]
        if len(own) != len(known) or any(part not in options for part, options in zip(own, known, strict=True)):
            missed.append((point.code, own, read))
    assert missed == []


def _also(options: list[str]) -> set[str]:
    """Return the reading that the names of the transporting points keep."""
    return {"shu"} if "yu" in options else set()
