"""The one table of kinds: whoever goes through the kinds of record finds them all here."""

from __future__ import annotations

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.model import conditions, evidence, figures, lexicon, points, routines, safety
from acucli.model.kinds import BY_NAME, BY_PLURAL, BY_SHELF, KINDS, Kind
from acucli.model.library import Library
from acucli.render.cards import CARDS
from tests.conftest import DATA

_MODULES = (points, conditions, routines, safety, evidence, figures, lexicon)
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.shelf)


@each_kind
def test_a_kind_has_its_files_its_type_and_its_key(kind: Kind) -> None:
    """Each row leads to data and to a type with the field that names a record."""
    assert list(DATA.glob(kind.pattern))
    assert not kind.key or kind.key in kind.type.__struct_fields__
    assert not kind.spoken or kind.spoken in kind.type.__struct_fields__
    assert kind.columns[:1] == ((kind.key,) if kind.plural else ())


@each_kind
def test_every_shelf_of_the_table_has_its_type_in_the_library(kind: Kind, library: CompiledLibrary) -> None:
    """`library.points` is what the table calls points, and nothing else has a shelf."""
    names = {name: value for module in _MODULES for name, value in vars(module).items() if isinstance(value, type)}
    hints = Library.__annotations__
    assert kind.type.__name__ in hints[kind.shelf]
    assert names[kind.type.__name__] is kind.type
    assert getattr(library, kind.shelf) is not None
    assert set(hints) - set(BY_SHELF) == {
        "version",
        "fingerprint",
        "names",
        "indexes",
        "words",
        "danger_weights",
        "notes",
    }


def test_names_are_used_once() -> None:
    """No two kinds are called the same."""
    assert len(BY_SHELF) == len(KINDS)
    assert len(BY_NAME) == sum(bool(kind.name) for kind in KINDS)
    assert len(BY_PLURAL) == sum(bool(kind.plural) for kind in KINDS)


def test_every_kind_that_is_shown_has_a_card() -> None:
    """And no card is of a kind that is none."""
    assert set(CARDS) == set(BY_NAME)


def test_a_library_has_no_other_shelf(library: CompiledLibrary) -> None:
    """A name that is no shelf is a mistake of the caller."""
    with pytest.raises(AttributeError):
        library.pointz  # noqa: B018
    with pytest.raises(KeyError):
        library.shelf("pointz")
