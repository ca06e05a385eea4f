"""Packed figures: whatever was drawn comes back to the last decimal."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from acucli.library.packed_figures import packed_figure, packed_line, unpacked_figure, unpacked_line
from acucli.model.figures import Figure, Node, Path, Shade
from acucli.model.library import Library

_TENTHS = st.integers(-60_000, 60_000).map(lambda number: number / 10)
_NEAR = st.integers(-400, 400).map(lambda number: number / 10)
_ANYWHERE = st.floats(-1e9, 1e9)
_LINES = st.one_of(
    *(st.lists(st.tuples(places, places), max_size=30) for places in (_NEAR, _TENTHS, _TENTHS | _ANYWHERE))
)


@given(_LINES)
def test_a_line_comes_back(places: list[tuple[float, float]]) -> None:
    """Near or far, in tenths or not."""
    assert [*unpacked_line(packed_line(places))] == places


@given(st.lists(st.tuples(_NEAR, _NEAR), min_size=2, max_size=30))
def test_a_line_of_tenths_is_short(places: list[tuple[float, float]]) -> None:
    """Its first place, and two letters for each number behind that, which JSON writes as they are."""
    packed = packed_line(places)
    assert len(packed) == 3
    assert len(msgspec.json.encode(packed[2])) == 4 * len(places) - 2


@given(_LINES.filter(bool), st.sets(st.integers(0, 29)), _LINES)
def test_a_figure_comes_back(
    stroke: list[tuple[float, float]], corners: set[int], region: list[tuple[float, float]]
) -> None:
    """Strokes with their corners, and shades."""
    nodes = tuple(Node(x, y, "c" if number in corners else "") for number, (x, y) in enumerate(stroke))
    figure = Figure(
        name="hand",
        title="A hand",
        landmarks={},
        rulers={},
        paths=(Path("skin", True, nodes),),
        shades=(Shade(1, tuple(region)),),
    )
    assert unpacked_figure(msgspec.json.encode(packed_figure(figure))) == figure


def test_the_librarys_figures_are_packed(library: Library) -> None:
    """Nearly every line of the figures that the library brings."""
    packed = [packed_figure(figure) for figure in library.figures.values()]
    lines = [line for figure in packed for *_, line in (*(stroke[:3] for stroke in figure["paths"]), *figure["shades"])]
    assert sum(isinstance(line[-1], str) for line in lines) > 0.99 * len(lines)
