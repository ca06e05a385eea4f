"""Pictures in words."""

from __future__ import annotations

from typing import Any

import pytest

from acucli.bodymap.spoken_names import spoken
from acucli.bodymap.words import label, no_picture_words, picture_words, shown_title
from tests.bodymap.factories import make_figure, make_place, make_point


@pytest.mark.parametrize(
    ("rule", "phrase"),
    [
        ({"rule": "ruler", "along": "forearm", "cun": 2}, "2 cun from the crease of the wrist towards the crease of"),
        (
            {"rule": "line", "from": "wrist", "to": "LU5", "cun": 7, "of": 12},
            "7 of 12 parts of the way from the crease of the wrist to LU5",
        ),
        (
            {"rule": "level", "at": "L2", "lateral": 1.5, "along": "across"},
            "level with vertebra L2, 1.5 cun to the side",
        ),
        ({"rule": "off", "at": "brow_middle", "dy": -1, "along": "forearm"}, "1 cun above the middle of the eyebrow"),
    ],
    ids=["ruler", "line", "level", "off"],
)
def test_words_name_landmark_and_distance(rule: dict[str, Any], phrase: str) -> None:
    """The same number of cun as in the rule, and the landmark as one says it."""
    point = make_point("PC6", (make_place(view="forearm", **rule),))
    assert phrase in picture_words(point, make_figure(), "right")


def test_words_name_view_point_and_place() -> None:
    """View and side, code and name, and the sentence of the card."""
    point = make_point("PC6", (make_place(view="forearm", rule="landmark", at="wrist"),))
    assert picture_words(point, make_figure(), "right") == (
        "Palm side of the right forearm. PC6 Neiguan is marked. "
        "On the inner forearm, 2 cun above the wrist crease. The other side mirrors it."
    )


def test_title_follows_the_side() -> None:
    """A mirrored figure is not called by the wrong side."""
    assert shown_title(make_figure(), "left") == "Palm side of the left forearm"
    assert shown_title(make_figure(title="Left ear", side="left"), "right") == "Right ear"
    assert shown_title(make_figure(title="Face", side="both"), "left") == "Face"


def test_name_is_not_said_twice() -> None:
    """Extra points carry their name in the code."""
    assert label(make_point("EX-Anmian", name="Anmian")) == "EX-Anmian"
    assert label(make_point("PC6")) == "PC6 Neiguan"


def test_missing_picture_has_its_reason() -> None:
    """A point inside the mouth says so."""
    point = make_point("GV28", (make_place(rule="none", why="It lies inside the upper lip."),), name="Yinjiao")
    assert no_picture_words(point).startswith("GV28 Yinjiao has no picture. It lies inside the upper lip.")


@pytest.mark.parametrize(
    ("name", "said"),
    [("ic4", "the fourth space between the ribs"), ("ic4_side", "the fourth space between the ribs"),
     ("L2", "vertebra L2"), ("LU9", "LU9"), ("jaw_angle", "the jaw angle"), ("wrist", "the crease of the wrist")],
)  # fmt: skip
def test_landmarks_are_said_in_words(name: str, said: str) -> None:
    """No underscore and no abbreviation reaches the ear."""
    assert spoken(name) == said
