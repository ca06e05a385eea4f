"""Which landmarks a picture names, and the window that shows them."""

from __future__ import annotations

import pytest

from acucli.bodymap.landmark_names import NAMES, name_of
from acucli.bodymap.naming import outlook
from acucli.bodymap.placing import Placer, places_in, views_of
from acucli.library.compiled import CompiledLibrary
from tests.bundled.carried import ids

CODES = ids("points")
LONGEST_LABEL = 20


@pytest.mark.parametrize("landmark", sorted(NAMES))
def test_label_is_short_and_spoken_of_by_a_word(landmark: str) -> None:
    """A label fits beside a small picture; each has words by which a text is found to speak of it."""
    label, words = NAMES[landmark]
    assert 0 < len(label) <= LONGEST_LABEL
    assert words
    assert all(word == word.lower() for word in words)


def test_one_landmark_may_be_called_otherwise_in_one_figure() -> None:
    """The apex of the kneecap is not that of the ear, nor the bone at the elbow that at the knee."""
    assert [name_of("apex", figure).label for figure in ("leg-front", "ear")] == ["kneecap", "tip of the ear"]  # type: ignore[union-attr]
    assert name_of("epicondyle", "leg-outer") != name_of("epicondyle", "arm-outer")
    assert name_of("T5", "trunk-back") == ("T5", ("t5",))
    assert name_of("band", "leg-outer") is None


@pytest.mark.parametrize("code", CODES)
def test_named_landmarks_stand_in_the_window_with_the_point(code: str, library: CompiledLibrary) -> None:
    """At most three, none twice; the window shows them and the point; where the ruler begins has its name first."""
    point = library.points[code]
    for view in views_of(point):
        figure, place = library.figures[view], places_in(point, view)[0]
        spot = Placer(figure, library.points).spots(code)[0]
        window, names = outlook(point, place, figure, (spot,))
        assert len(names) <= 3
        assert len({name.label for name in names}) == len(names)
        box = figure.windows.get(window)
        for name in names:
            if box is not None:
                assert box[0] <= name.spot[0] <= box[2]
                assert box[1] <= name.spot[1] <= box[3]
        assert all(name.is_zero for name in names[:1]) or not any(name.is_zero for name in names)


@pytest.mark.parametrize("code", [code for code in CODES if not code.startswith("E")])
def test_picture_of_a_channel_point_names_a_landmark(code: str, library: CompiledLibrary) -> None:
    """Every picture of a channel point names at least one landmark."""
    point = library.points[code]
    for view in views_of(point)[:1]:
        figure, place = library.figures[view], places_in(point, view)[0]
        spot = Placer(figure, library.points).spots(code)[0]
        assert outlook(point, place, figure, (spot,)).names
