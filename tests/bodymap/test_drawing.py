"""A figure with its marks, ruler and label in cells."""

from __future__ import annotations

from typing import Any

import pytest

from acucli.bodymap.columns import listed
from acucli.bodymap.drawing import Drawing, drawn, layers
from acucli.bodymap.framing import whole
from acucli.bodymap.geometry import Box
from acucli.bodymap.marks import Mark, measure
from acucli.bodymap.scene import Line, cell_width
from tests.bodymap.factories import make_figure

WINDOW: Box = (-50, -40, 50, 80)


def drawing(**fields: Any) -> Drawing:
    figure = make_figure()
    facts: dict[str, Any] = {"box": WINDOW, "limits": WINDOW, "marks": (Mark((10, 40), "PC6 Neiguan"),), **fields}
    return Drawing(figure, False, **facts)


def text(lines: tuple[Line, ...]) -> str:
    return "\n".join("".join(run.text for run in line) for line in lines)


def test_marker_is_unique_and_label_stands_in_its_row() -> None:
    """One marker, and the name beside it."""
    shown = text(drawn(drawing(), 60, 24, "braille"))
    (row,) = (line for line in shown.split("\n") if "●" in line)
    assert shown.count("●") == 1
    assert row.rstrip().endswith("PC6 Neiguan")


def test_label_goes_to_the_nearer_side() -> None:
    """A point in the left half is named on the left."""
    shown = text(drawn(drawing(marks=(Mark((-10, 40), "PC6 Neiguan"),)), 60, 24, "braille"))
    (row,) = (line for line in shown.split("\n") if "●" in line)
    assert row.lstrip().startswith("PC6 Neiguan")


def test_figure_makes_room_for_a_label_that_does_not_fit() -> None:
    """A figure as wide as the picture is drawn again, smaller, with room beside it."""
    narrow = drawing(box=(-31, -20, 31, 60), limits=(-31, -20, 31, 60))
    shown = text(drawn(narrow, 40, 40, "braille"))
    assert "PC6 Neiguan" in shown
    assert max(map(cell_width, shown.split("\n"))) <= 40


def test_ruler_stands_outside_of_the_silhouette() -> None:
    """Its column is empty but for the ruler, which begins at 0, and its label names the cun."""
    shown = text(drawn(drawing(measures=(measure((0, 0), (0, 40), 2),)), 60, 24, "ascii")).split("\n")
    rows = [line for line in shown if "+" in line]
    assert any("2 cun" in line for line in shown)
    assert len(rows) == 2
    assert len({line.index("+") for line in rows}) == 1
    assert any(line.find("0") == rows[0].index("+") for line in shown)
    assert all(line.index("+") < line.index("|") for line in rows)


def test_distance_across_is_named_with_the_point() -> None:
    """A lateral distance runs in the row of the point."""
    shown = text(drawn(drawing(measures=(measure((-20, 40), (10, 40), 1.5),)), 60, 24, "ascii"))
    assert "PC6 Neiguan, 1.5 cun" in shown


def test_neighbours_have_no_label_and_twins_are_hollow() -> None:
    """Only the point that was looked up is named."""
    marks = (Mark((10, 40), "PC6"), Mark((-10, 40), "", "twin"), Mark((10, 10), "", "neighbour"))
    shown = text(drawn(drawing(marks=marks), 60, 24, "braille"))
    assert (shown.count("●"), shown.count("○"), shown.count("•")) == (1, 1, 1)


def test_point_outside_of_the_window_is_not_drawn() -> None:
    """What the window does not show is left out, not pressed against its edge."""
    shown = text(drawn(drawing(marks=(Mark((10, 200), "", "neighbour"),)), 60, 24, "braille"))
    assert "•" not in shown


def test_layers_by_mode() -> None:
    """Blocks and ASCII show the silhouette only; without colour the bones are left out."""
    assert layers("ascii", colour=True) == layers("blocks", colour=True) == {"skin"}
    assert "bone" in layers("braille", colour=True)
    assert "bone" not in layers("braille", colour=False)


@pytest.mark.parametrize("columns", [40, 60, 120])
@pytest.mark.parametrize("count", [3, 12, 30, 67])
def test_listed_labels_are_all_there_once(count: int, columns: int) -> None:
    """However many points there are, none is lost, and no line is too wide."""
    marks = tuple(Mark((10 - number % 3, 20 + number % 40), f"X{number:02}", "neighbour") for number in range(count))
    figure = make_figure()
    shown = text(listed(Drawing(figure, False, WINDOW, whole(figure), marks), columns, 24, "braille"))
    for number in range(count):
        assert shown.count(f"X{number:02}") == 1
    assert max(map(cell_width, shown.split("\n"))) <= columns


def test_points_of_one_row_share_a_label_in_their_order() -> None:
    """The label reads as the dots lie, from left to right."""
    marks = tuple(Mark((x, 40), f"X{x}", "neighbour") for x in (20, 5, 12))
    figure = make_figure()
    shown = text(listed(Drawing(figure, False, WINDOW, whole(figure), marks), 60, 24, "ascii"))
    (row,) = (line for line in shown.split("\n") if "X5" in line)
    assert row.rstrip().endswith("X5, X12, X20")
    assert row.count("*") == 3


def test_dots_lead_to_the_figure_and_never_across_it() -> None:
    """Left of a point on the right there are no leader dots."""
    figure = make_figure()
    marks = (Mark((10, 40), "X1", "neighbour"),)
    shown = text(listed(Drawing(figure, False, WINDOW, whole(figure), marks), 60, 24, "braille"))
    (row,) = (line for line in shown.split("\n") if "X1" in line)
    assert "·" not in row[: row.index("•")]
