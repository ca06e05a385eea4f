"""Which landmarks a picture names, and the window that shows them."""

from __future__ import annotations

import pytest

from acucli.bodymap.landmark_names import NAMES, name_of
from acucli.bodymap.naming import NamedLandmark, beside_point, outlook
from acucli.bodymap.picture import PictureStyle, point_picture
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


@pytest.mark.parametrize(
    ("dx", "dy", "said"),
    [(0, -7, "just above: kneecap"), (-13, 9, "just below left: kneecap"), (9, 1, "just right: kneecap")],
)
def test_close_landmark_is_told_with_the_way_to_it(dx: float, dy: float, said: str) -> None:
    """Above and left are those of the picture."""
    assert beside_point(NamedLandmark((5 + dx, 5 + dy), "kneecap"), (5.0, 5.0)) == [said]


@pytest.mark.parametrize(
    ("away", "label"), [(60.0, "kneecap"), (0.0, "kneecap"), (5.0, "5th rib gap"), (5.0, "below C7")]
)
def test_nothing_is_said_of_a_landmark_without_a_way_to_it(away: float, label: str) -> None:
    """Neither of one far away or under the point, nor of one that is a height only."""
    assert beside_point(NamedLandmark((0.0, away), label), (0.0, 0.0)) == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("KI16", "0 navel"), ("BL9", "0 bump of the skull"), ("LI19", "0 groove above the lip"),
        ("GB24", "0 7th rib gap"), ("GB25", "just above: end of last rib"),
        ("LR13", "just above: end of 11th rib"), ("ST6", "just below left: corner of the jaw"),
        ("CV15", "0 foot of breastbone"), ("EX-LE2", "just below: kneecap"),
    ],
)  # fmt: skip
def test_small_picture_names_what_its_words_begin_at(code: str, said: str, library: CompiledLibrary) -> None:
    """At 40 columns too, where neither a name nor a number finds room beside the point."""
    style = PictureStyle("braille", locator=False, named=False)
    found = point_picture(library.points[code], library.figures, library.points, width=40, height=20, style=style)
    assert found is not None
    assert said in found.plain()


@pytest.mark.parametrize(
    ("code", "not_named"),
    [
        ("LI1", "nail"), ("LU11", "nail"), ("EX-UE4", "middle joint"), ("EX-UE6", "middle joint"),
        ("BL31", "L3"), ("SP16", "7th rib gap"), ("LI10", "elbow crease"), ("GB40", "below the ankle bone"),
        ("GB39", "front of the ankle"), ("HT8", "tip of the thumb"),
    ],
)  # fmt: skip
def test_nothing_is_named_that_the_text_does_not_mean(code: str, not_named: str, library: CompiledLibrary) -> None:
    """Neither the nail of another finger, nor a bone whose letters stand in a code, nor one place by two names."""
    assert not_named not in [name.label for name in first_outlook(code, library)]


@pytest.mark.parametrize(
    ("code", "label", "landmark"),
    [
        ("LR3", "web of the toes", "web_1"), ("ST43", "web of the toes", "web_2"),
        ("SI1", "nail", "nail_little_radial"), ("BL33", "knob at the dimple", "psis"),
        ("SI3", "little knuckle", "mcp_little"), ("BL62", "outer ankle bone", "outer_ankle"),
    ],
)  # fmt: skip
def test_of_several_like_landmarks_the_nearest_is_named(
    code: str, label: str, landmark: str, library: CompiledLibrary
) -> None:
    """A web, a nail or a joint is that of the finger or toe which the text speaks of."""
    figure = library.figures[views_of(library.points[code])[0]]
    found = {name.label: name.spot for name in first_outlook(code, library)}
    assert found[label] == figure.landmarks[landmark]


def first_outlook(code: str, library: CompiledLibrary) -> list[NamedLandmark]:
    """Return what the first picture of a point names."""
    point = library.points[code]
    view = views_of(point)[0]
    figure, place = library.figures[view], places_in(point, view)[0]
    return outlook(point, place, figure, (Placer(figure, library.points).spots(code)[0],)).names
