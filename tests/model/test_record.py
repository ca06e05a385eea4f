"""The names that are typed, completed by shells and written into files hold no other characters."""

from __future__ import annotations

import msgspec
import pytest

from acucli.model.kinds import KINDS
from acucli.model.points import Names
from acucli.model.record import PointCode, Slug

HOSTILE = ("$(touch${IFS}X)", "a;b", "a b", "a`b`", "a\n", "", "-a", "a/b", "..", "é", "a'b", 'a"b', "a*", "a\u202eb")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", [Slug, PointCode], ids=["slug", "code"])
def test_what_a_shell_would_run_is_no_name(kind: object, text: str) -> None:
    """Not as a slug, not as a code."""
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(text, kind)


@pytest.mark.parametrize("text", ["neck-pain", "coherent-5.5", "4-7-8", "box"])
def test_slugs_are_small_letters_digits_and_dashes(text: str) -> None:
    """As they are written everywhere."""
    assert msgspec.convert(text, Slug) == text


@pytest.mark.parametrize("text", ["LI4", "EX-HN3", "EX-Anmian", "EAR-HX6,7i", "EAR-AH6a"])
def test_codes_are_those_of_the_standards(text: str) -> None:
    """Channels, extra points, zones of the ear."""
    assert msgspec.convert(text, PointCode) == text


@pytest.mark.parametrize(
    ("text", "fits"),
    [("Hegu", True), ("Zu San-Li", True), ("Qi\u2019an", True), ("Qi'an", True), ("Lüxi", True), ("$(x)", False),
     ("a;b", False), ("a\n", False), ("", False)],
)  # fmt: skip
def test_plain_names_are_letters(text: str, fits: bool) -> None:
    """Letters, spaces, apostrophes and hyphens: they are offered by completion."""
    names = {"pinyin": "x", "plain": text, "traditional": "x", "simplified": "x", "english": "x"}
    if fits:
        assert msgspec.convert(names, Names).plain == text
    else:
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert(names, Names)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.key], ids=lambda kind: kind.shelf)
def test_the_key_of_every_kind_has_a_pattern(kind) -> None:
    """A record of a pack cannot be called what a shell would run."""
    keys = {field.encode_name: field.type for field in msgspec.structs.fields(kind.type)}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert("$(touch X)", keys[kind.key])
