"""The rules that place points."""

from __future__ import annotations

from typing import Any

import pytest

from acucli.bodymap.placing import Placer, PlacingError, reasons_without_picture, views_of
from acucli.model.figures import Figure
from acucli.model.points import Point
from tests.bodymap.factories import make_figure, make_place, make_point


def placed(figure: Figure, **rule: Any) -> tuple[float, float]:
    point = make_point("PC6", (make_place(view=figure.name, **rule),))
    (spot,) = Placer(figure, {"PC6": point}).spots("PC6")
    return spot


def pair(*points: Point) -> dict[str, Point]:
    return {point.code: point for point in points}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"rule": "ruler", "along": "forearm", "cun": 2}, (0, 40)),
        ({"rule": "ruler", "along": "forearm", "cun": 2, "across": 0.0}, (30, 40)),
        ({"rule": "ruler", "along": "forearm", "cun": 2, "across": 0.25}, (15, 40)),
        ({"rule": "line", "from": "wrist", "to": "elbow", "cun": 7, "of": 12}, (0, 140)),
        ({"rule": "level", "at": "elbow", "lateral": 1.5, "along": "across"}, (15, 240)),
        ({"rule": "off", "at": "wrist", "dx": 0.5, "dy": -1, "along": "forearm"}, (10, -20)),
        ({"rule": "landmark", "at": "elbow"}, (0, 240)),
        ({"rule": "landmark", "at": "elbow", "mm": [-3, 4]}, (-3, 244)),
    ],
    ids=["ruler", "across-zero", "across-share", "line", "level", "off", "landmark", "landmark-mm"],
)
def test_each_rule_gives_its_spot(rule: dict[str, Any], expected: tuple[float, float]) -> None:
    """Twelve cun are 240 mm on this forearm; `across` counts from the thumb side."""
    assert placed(make_figure(), **rule) == pytest.approx(expected, abs=0.2)


def test_rule_may_refer_to_a_point_placed_by_a_rule() -> None:
    """LU6 lies on the line from LU9 to LU5, and those are points."""
    points = pair(
        make_point("LU9", (make_place(view="forearm", rule="landmark", at="wrist"),)),
        make_point("LU5", (make_place(view="forearm", rule="ruler", along="forearm", cun=12),)),
        make_point("LU6", (make_place(**{"view": "forearm", "rule": "line", "from": "LU9", "to": "LU5", "cun": 7,
                                         "of": 12}),)),
    )  # fmt: skip
    (spot,) = Placer(make_figure(), points).spots("LU6")
    assert spot == pytest.approx((0, 140))


@pytest.mark.parametrize(
    ("rule", "missing"),
    [
        ({"rule": "landmark", "at": "ankle"}, "'ankle'"),
        ({"rule": "ruler", "along": "shin", "cun": 2}, "'shin'"),
        ({"rule": "line", "from": "wrist", "to": "LU5", "cun": 1, "of": 2}, "'LU5'"),
        ({"rule": "line", "from": "wrist", "to": "elbow", "cun": 1}, "`of`"),
    ],
    ids=["landmark", "ruler", "point", "of"],
)
def test_what_is_missing_is_named_with_the_point(rule: dict[str, Any], missing: str) -> None:
    """The sentence names the point, the figure and the missing thing."""
    with pytest.raises(PlacingError) as caught:
        placed(make_figure(), **rule)
    assert str(caught.value).startswith("PC6 cannot be placed in forearm: ")
    assert missing in str(caught.value)


def test_points_that_refer_in_a_circle_are_refused() -> None:
    """A circle of references ends with a sentence, not without end."""
    points = pair(
        make_point("LU5", (make_place(view="forearm", rule="landmark", at="LU9"),)),
        make_point("LU9", (make_place(view="forearm", rule="landmark", at="LU5"),)),
    )
    with pytest.raises(PlacingError, match="refers to itself"):
        Placer(make_figure(), points).spots("LU5")


def test_point_without_a_place_in_the_figure_has_no_spots() -> None:
    """Another view's place does not count here."""
    point = make_point("PC6", (make_place(view="elsewhere", rule="landmark", at="wrist"),))
    assert Placer(make_figure(), {"PC6": point}).spots("PC6") == ()


def test_every_site_of_a_point_is_placed() -> None:
    """A point of two sites has two places in the same view."""
    sites = tuple(make_place(view="forearm", rule="landmark", at=name) for name in ("wrist", "elbow"))
    assert len(Placer(make_figure(), {"EX-UE2": make_point("EX-UE2", sites)}).spots("EX-UE2")) == 2


def test_views_come_in_order_and_none_has_no_view() -> None:
    """The primary view is the first; `none` is a reason, not a view."""
    point = make_point(
        "LU5",
        (
            make_place(view="arm-front", rule="landmark", at="a"),
            make_place(view="forearm-palm", rule="landmark", at="b"),
            make_place(view="arm-front", rule="landmark", at="c"),
            make_place(rule="none", why="It lies inside."),
        ),
    )
    assert views_of(point) == ("arm-front", "forearm-palm")
    assert list(reasons_without_picture(point)) == ["It lies inside."]
