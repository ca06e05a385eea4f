"""Ranking: the conditions' own order, several merged."""

from __future__ import annotations

from types import SimpleNamespace

from acucli.library.compiled import CompiledLibrary
from acucli.lookup import rank
from acucli.model.conditions import Choice


def _library(**lists: str) -> CompiledLibrary:
    conditions = {
        slug.replace("_", "-"): SimpleNamespace(
            offered=True,
            points=[Choice(code=code, role="local", basis="trial", why=f"{code} for {slug}") for code in codes.split()],
        )
        for slug, codes in lists.items()
    }
    return SimpleNamespace(conditions=conditions)  # type: ignore[return-value]


def test_one_condition_keeps_its_order() -> None:
    """Not fame but the record decides."""
    ranked = rank(["a"], _library(a="ST36 LI4 PC6"))
    assert [(point.rank, point.code) for point in ranked] == [(1, "ST36"), (2, "LI4"), (3, "PC6")]


def test_points_for_both_come_first_then_in_turn() -> None:
    """Of two complaints: what serves both, then the best of each by turns."""
    ranked = rank(["a", "b"], _library(a="GB20 LI4 BL2", b="PC6 LI4 ST36"))
    assert [point.code for point in ranked] == ["LI4", "GB20", "PC6", "BL2", "ST36"]
    assert ranked[0].for_ == ("a", "b")


def test_unknown_and_information_only_add_nothing(library: CompiledLibrary) -> None:
    """Where no session is offered no point is ranked."""
    assert rank(["nonsense", "breathlessness"], library) == ()


def test_ranks_are_stable(library: CompiledLibrary) -> None:
    """The same conditions give the same list."""
    assert rank(["headache", "nausea"], library) == rank(["headache", "nausea", "headache"], library)
