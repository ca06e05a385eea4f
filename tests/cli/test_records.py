"""`acu show`, `acu list`, `acu map`, `acu learn`: every record has a card."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.model.kinds import BY_NAME
from tests.cli.conftest import Acu


@pytest.mark.parametrize("kind", sorted(BY_NAME))
def test_every_record_of_every_kind_has_a_card_in_words(acu: Acu, kind: str, library: CompiledLibrary) -> None:
    """No record makes its card fail, and no card is empty."""
    ids = list(library.shelf(BY_NAME[kind].shelf))
    sample = ids if kind not in {"point", "reference", "source"} else ids[::9]
    ran = acu("show", *(f"{kind}:{key}" for key in sample), "--plain")
    assert ran.status == 0, ran.err
    assert len(ran.out) > 40 * len(sample)


def test_a_card_says_where_how_and_for_whom_not(acu: Acu) -> None:
    """The card of LI4 has its place, its touch, its hold, its mistake, and who should not press it."""
    out = acu("show", "LI4").out
    for label in ("Where:", "By touch:", "Not here:", "Press:", "Hold:", "Let go if:", "Not for:"):
        assert label in out


def test_a_point_never_pressed_says_so_first(acu: Acu) -> None:
    """ST9 is described; it has no hold and no session."""
    out = acu("show", "ST9").out
    assert out.splitlines()[1].startswith("Never pressed:")
    assert "Session:" not in out
    assert "Hold:" not in out


@pytest.mark.parametrize("name", ["hegu", "he gu", "Hé Gǔ", "合谷", "li-4", "Joining Valley", "point:LI4", "L.I. 4"])
def test_a_point_is_shown_by_any_of_its_names(acu: Acu, name: str) -> None:
    """Codes, pinyin, characters and English names lead to one card."""
    assert acu("show", name, "--json").json["record"]["code"] == "LI4"


def test_a_forced_kind_and_an_unknown_one(acu: Acu) -> None:
    """`KIND:ID` forces; a kind that is none is status 2, a name that is none status 1."""
    assert acu("show", "routine:headache", "--json").json["kind"] == "routine"
    assert acu("show", "condition:headache", "--json").json["kind"] == "condition"
    assert acu("show", "planet:mars").status == 2
    assert acu("show", "point:LI44").status == 1


def test_the_card_on_a_terminal_has_its_picture_beside_the_words(acu: Acu) -> None:
    """At 80 columns picture and essentials stand side by side, and nothing is wider."""
    out = acu("show", "PC6", terminal=True, NO_COLOR="1").out
    lines = out.splitlines()
    assert any("⠀" <= character <= "⣿" for character in out)
    assert "Where:" in out
    assert "Not for" not in out or "Care" in out
    assert max(len(line) for line in lines) <= 80
    assert len(lines) <= 22


@pytest.mark.parametrize("variables", [{"ACCESSIBLE": "1"}, {"TERM": "dumb"}, {"ACU_FIGURE": "off"}])
def test_no_picture_where_none_is_wanted(acu: Acu, variables: dict[str, str]) -> None:
    """A screen reader, a dumb terminal or the setting get the words alone."""
    out = acu("show", "LI4", terminal=True, **variables).out
    assert not any("⠀" <= character <= "⣿" for character in out)
    assert "By touch:" in out


def test_lists_are_complete_and_filtered(acu: Acu, library: CompiledLibrary) -> None:
    """Every kind lists; filters narrow; a filter that does not fit is a wrong command line."""
    assert len(acu("list", "points").out.splitlines()) == len(library.points)
    assert len(acu("list", "points", "--meridian", "lu").out.splitlines()) == 11
    yuan = acu("list", "points", "--class", "yuan-source", "--format", "codes").out.split()
    assert set(yuan) == {point.code for point in library.points.values() if "yuan-source" in point.classes}
    blocked = acu("list", "points", "--caution", "pregnancy-points", "--format", "codes").out.split()
    assert {"LI4", "SP6", "GB21"} <= set(blocked)
    assert "headache" in acu("list", "routines", "--condition", "headache", "--format", "codes").out.split()
    assert acu("list", "routines", "--meridian", "LU").status == 2
    opened = acu("list", "routines", "--open", "--format", "codes").out.split()
    assert "stress-quick" in opened
    assert len(opened) >= 10


def test_list_json_has_its_shelf(acu: Acu) -> None:
    """`list KIND --json`: version, library, records."""
    answer = acu("list", "techniques", "--json").json
    assert {"schema_version", "library", "techniques"} == set(answer)


def test_articles_are_listed_and_read(acu: Acu) -> None:
    """`acu learn` lists; `acu learn SLUG` shows; a near miss is suggested."""
    assert "what-does-not-work" in acu("learn").out
    assert len(acu("learn", "what-does-not-work").out) > 1500
    assert "did you mean" in acu("learn", "how-to-pres").err


def test_a_map_in_a_pipe_is_words_and_as_svg_a_picture(acu: Acu) -> None:
    """Nothing is drawn into a pipe unless asked; SVG has a title."""
    assert "hand bone" in acu("map", "LI4").out
    drawn = acu("map", "LI4", "--width", "60").out
    assert any("⠀" <= character <= "⣿" for character in drawn)
    assert "<title>" in acu("map", "LI4", "--svg").out
    assert acu("map", "EX-HN12", "--svg").status == 1


def test_a_map_of_a_routine_leaves_out_what_the_person_may_not_press(acu: Acu) -> None:
    """The numbered picture of a routine is the routine as it is for this person."""
    acu("profile", "set", "--pregnant")
    assert "LI4" not in acu("map", "routine:headache", "--json").json["codes"]


def test_one_unknown_among_several_ids_is_named(acu: Acu) -> None:
    """`acu show LI4 nosuch` does not pass over what it cannot find."""
    ran = acu("show", "LI4", "nosuchthing")
    assert ran.status == 1
    assert "nosuchthing" in ran.err
    assert acu("show", "LI4", "LI5", "--format", "codes").out.split() == ["LI4", "LI5"]


@pytest.mark.parametrize("command", [["show"], ["map"], ["learn"], ["helplines"], ["course", "new"]])
def test_words_of_crisis_are_heard_by_every_command(acu: Acu, command: list[str]) -> None:
    """Whatever the command: the calm paragraph, status 4, and nothing about records."""
    ran = acu(*command, "i want to die")
    assert (ran.status, ran.out) == (4, "")
    assert "error:" not in ran.err
    assert "988" in ran.err or "116 123" in ran.err


def test_guidelines_stand_in_one_table(acu: Acu, library: CompiledLibrary) -> None:
    """Both sides with their date, and that none of them knows this program; all guidelines of the library are there."""
    ran = acu("list", "references", "--kind", "guideline")
    guidelines = [item for item in library.references.values() if item.kind == "guideline"]
    assert [line.split("\t")[0] for line in ran.out.splitlines()] == [item.id for item in guidelines]
    assert all(item.guideline is not None for item in guidelines)
    told = acu("learn", "guidelines-and-needles").out
    assert [item.id for item in guidelines if f"[{item.id}]" not in " ".join(told.split()).replace("- ", "-")] == []
    shown = acu("list", "references", "--kind", "guideline", terminal=True)
    assert "None of these bodies has seen or endorsed acucli." in shown.err
    assert acu("list", "points", "--kind", "guideline").status == 2


def test_a_claim_is_shown_and_listed(acu: Acu) -> None:
    """Its card says what people say, what is known, and what it rests on."""
    card = acu("show", "claim:cortisol").out
    for label in ("People say:", "Known:", "So:", "Reference:"):
        assert label in card
    assert "cortisol" in acu("list", "claims", "--format", "codes").out.split()
    assert acu("show", "endorphins", "--json").json["kind"] == "claim"
