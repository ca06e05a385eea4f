"""Drawn distances."""

from __future__ import annotations

from typing import Any

import pytest

from acucli.bodymap.marks import RulerLine, beside_body, measure, measures
from acucli.bodymap.outline import masks
from acucli.bodymap.placing import Placer
from tests.bodymap.factories import make_figure, make_place, make_point


def drawn(**rule: Any) -> list[RulerLine]:
    point = make_point("PC6", (make_place(view="forearm", **rule),))
    placer = Placer(make_figure(), {"PC6": point})
    return list(measures(placer, point.places[0], placer.spots("PC6")[0]))


def test_ruler_has_one_tick_per_cun() -> None:
    """Two cun have three ticks, the first at the reference."""
    (way,) = drawn(rule="ruler", along="forearm", cun=2, across=0.4)
    assert [y for _, y in way.ticks] == pytest.approx([0, 20, 40])
    assert way.label == "2 cun"
    assert way.is_upright


@pytest.mark.parametrize(("cun", "count", "label"), [(1.5, 3, "1.5 cun"), (0.5, 2, "0.5 cun"), (3.0, 4, "3 cun")])
def test_part_of_a_cun_ends_with_a_tick(cun: float, count: int, label: str) -> None:
    """The end is always marked."""
    way = measure((0, 0), (0, cun * 10), cun)
    assert len(way.ticks) == count
    assert way.ticks[-1] == (0, cun * 10)
    assert way.label == label


def test_level_is_measured_across_from_the_midline() -> None:
    """The distance of a lateral point is drawn in its own row."""
    (way,) = drawn(rule="level", at="elbow", lateral=1.5, along="across")
    assert (way.start, way.end) == ((0, 240), (15, 240))
    assert not way.is_upright


def test_off_rule_has_both_distances() -> None:
    """Up or down first, then to the side."""
    down, aside = drawn(rule="off", at="wrist", dx=0.5, dy=1, along="forearm")
    assert (down.label, aside.label) == ("1 cun", "0.5 cun")


@pytest.mark.parametrize(
    "rule",
    [{"rule": "landmark", "at": "wrist"}, {"rule": "line", "from": "wrist", "to": "elbow", "cun": 1, "of": 2}],
    ids=["landmark", "midpoint"],
)
def test_landmarks_and_midpoints_have_no_cun(rule: dict[str, Any]) -> None:
    """Half the way between two bones is no distance in cun."""
    assert drawn(**rule) == []


def test_upright_distance_moves_outside_of_the_body() -> None:
    """In the SVG the ruler stands beside the silhouette."""
    way = beside_body(measure((0, 0), (0, 40), 2), masks(make_figure()), (-60, -40, 60, 80))
    assert way.start[0] > 30


def test_distance_stays_where_there_is_no_room() -> None:
    """A window filled by the body keeps the ruler at its place."""
    way = measure((0, 0), (0, 40), 2)
    assert beside_body(way, masks(make_figure()), (-30, -40, 30, 80)) == way
