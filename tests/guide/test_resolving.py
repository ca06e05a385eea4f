"""Resolving: the record that an id, a code or a name stands for."""

from __future__ import annotations

import pytest

from acucli.errors import RecordNotFound, UsageError
from acucli.guide.resolving import resolve, resolve_all
from acucli.library.compiled import CompiledLibrary
from acucli.lookup import interpret
from acucli.model.kinds import BY_NAME


@pytest.mark.parametrize("kind", sorted(BY_NAME))
def test_every_record_is_found_by_its_kind_and_id(library: CompiledLibrary, kind: str) -> None:
    """`KIND:ID` leads to exactly this record, for every record there is."""
    for key in library.shelf(BY_NAME[kind].shelf):
        found = resolve(f"{kind}:{key}", library)
        assert (found.kind, found.id) == (kind, key)
        assert found.record(library) is not None


@pytest.mark.parametrize("kind", sorted(name for name, kind in BY_NAME.items() if kind.found_by != "kind"))
def test_every_record_is_found_by_its_id_alone(library: CompiledLibrary, kind: str) -> None:
    """As the first reading, or named among the others."""
    for key in library.shelf(BY_NAME[kind].shelf):
        found = resolve(key, library)
        assert f"{kind}:{key}" in {f"{found.kind}:{found.id}", *found.others}, key


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("LI4", "point", "LI4"),
        ("li 4", "point", "LI4"),
        ("he gu", "point", "LI4"),
        ("合谷", "point", "LI4"),
        ("LI", "meridian", "LI"),
        ("point:hegu", "point", "LI4"),
        ("routine:headache", "routine", "headache"),
        ("condition:headaches", "condition", "headache"),
        ("helpline:us", "helpline", "US"),
        ("box", "breathing", "box"),
        ("pregnancy-points", "caution", "pregnancy-points"),
        ("headache-emergency", "sign", "headache-emergency"),
    ],
)
def test_names_lead_to_records(library: CompiledLibrary, text: str, kind: str, key: str) -> None:
    """Notations, names in other scripts, forced kinds, small letters."""
    found = resolve(text, library)
    assert (found.kind, found.id) == (kind, key)


def test_one_name_of_two_records_names_the_other(library: CompiledLibrary) -> None:
    """Headache is a condition and a routine; nothing is decided silently."""
    found = resolve("headache", library)
    assert {f"{found.kind}:{found.id}", *found.others} >= {"condition:headache", "routine:headache"}


def test_a_kind_that_is_none_is_a_wrong_command_line(library: CompiledLibrary) -> None:
    """The kinds are named."""
    with pytest.raises(UsageError) as caught:
        resolve("planet:mars", library)
    assert "routine" in caught.value.hint


@pytest.mark.parametrize("text", ["point:LI44", "routine:headach", "xyzzy", "article:nothing"])
def test_a_name_that_is_none_is_not_found(library: CompiledLibrary, text: str) -> None:
    """Status 1, never a guess."""
    with pytest.raises(RecordNotFound):
        resolve(text, library)


def test_near_names_are_the_hint(library: CompiledLibrary) -> None:
    """Of the kind that was forced."""
    with pytest.raises(RecordNotFound) as caught:
        resolve("routine:headach", library)
    assert "headache" in caught.value.hint


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["he", "gu"], [("point", "LI4")]),
        (["zu", "san", "li"], [("point", "ST36")]),
        (["LI4", "PC6"], [("point", "LI4"), ("point", "PC6")]),
        (["hegu", "neiguan"], [("point", "LI4"), ("point", "PC6")]),
        (["headache", "evidence-grades"], [("condition", "headache"), ("article", "evidence-grades")]),
    ],
)
def test_words_that_only_together_are_a_name_are_one(
    texts: list[str], found: list[tuple[str, str]], library: CompiledLibrary
) -> None:
    """Each word by itself where it is a name, all of them where only all are one."""
    assert [(item.kind, item.id) for item in resolve_all(texts, library)] == found


def test_one_of_several_that_is_no_name_is_not_found(library: CompiledLibrary) -> None:
    """The first that names nothing is the one that is said."""
    with pytest.raises(RecordNotFound):
        resolve_all(["LI4", "qqqqqq"], library)


def test_a_query_is_interpreted_once(library: CompiledLibrary) -> None:
    """Whatever step of a request asks for it: results are values and can be shared."""
    assert interpret("stiff neck since yesterday", library) is interpret("stiff neck since yesterday", library)
