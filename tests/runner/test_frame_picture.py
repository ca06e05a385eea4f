"""The picture on the session's screen: beside the words, never instead of what matters."""

from __future__ import annotations

import pytest
from rich.text import Text

from acucli.model.practice import PlanStep
from acucli.runner.frame import draw
from acucli.runner.glyphs import UNICODE
from acucli.runner.screen_rows import LAY_WORDS, FrameOptions, Shown
from tests.runner.test_frame import SECOND_IN_HOLD, state_at


def drawing(columns: int, rows: int):  # type: ignore[no-untyped-def]
    """Return what draws a block of so many cells, whatever room there is."""

    def picture(step: PlanStep, width: int, height: int) -> list[Text]:
        return [Text("%" * columns)] * min(rows, height)

    return picture


def frame(second: float, size: tuple[int, int], *, columns: int = 30, shown: Shown = LAY_WORDS) -> list[str]:
    """Return the rows of a frame with a picture of so many cells."""
    drawn = draw(state_at(second), FrameOptions(UNICODE, picture=drawing(columns, 14)), size=size, shown=shown)
    return [row.plain.rstrip() for row in drawn.rows]


READY, RELEASE = 6.0, 70.0
PHASES = pytest.mark.parametrize("second", [READY, SECOND_IN_HOLD, RELEASE], ids=["ready", "hold", "release"])


@PHASES
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (200, 60), (80, 16)])
def test_picture_stands_beside_the_words_in_every_phase(second: float, size: tuple[int, int]) -> None:
    """From 80 by 16 on; nothing is ever wider or higher."""
    rows = frame(second, size)
    assert sum("%" * 30 in row for row in rows) > 8
    assert max(map(len, rows)) <= size[0]
    assert len(rows) == size[1]


@PHASES
@pytest.mark.parametrize("size", [(79, 24), (60, 20), (40, 20), (40, 12), (120, 12)])
def test_picture_takes_the_place_of_the_words_by_key_on_smaller_screens(second: float, size: tuple[int, int]) -> None:
    """The last line names the key; with it the picture comes, and the way back, and how to stop."""
    rows = frame(second, size)
    assert not any("%" in row for row in rows)
    assert "w picture" in rows[-1] or "w more" in rows[-1]
    turned = frame(second, size, shown=Shown(picture=True))
    assert sum("%" * 30 in row for row in turned) >= 8
    assert turned[-1].endswith("q stop")


@pytest.mark.parametrize("size", [(39, 24), (30, 10)])
def test_below_40_columns_there_is_no_picture(size: tuple[int, int]) -> None:
    """And no key for it."""
    assert not any("%" in row or "picture" in row for row in frame(READY, size, shown=Shown(picture=True)))


@PHASES
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40)])
def test_words_beside_a_picture_are_complete(second: float, size: tuple[int, int]) -> None:
    """The side, the hand and when to let go stand beside it."""
    words = " ".join(" ".join(frame(second, size)).replace("%", " ").split())
    assert "LEFT SIDE" in words
    assert "right thumb" in words
    assert "Let go if" in words
    assert "thumb goes numb" in words


def test_a_picture_that_is_too_wide_for_its_place_is_left_out() -> None:
    """It has 40 columns at 80; the words then have the whole width."""
    assert any("%" in row for row in frame(READY, (80, 24), columns=40))
    assert not any("%" in row for row in frame(READY, (80, 24), columns=41))


def test_pages_turn_through_words_and_picture_and_back() -> None:
    """What must be read first, then the picture, then what is good to know."""
    shown, seen = LAY_WORDS, []
    for _ in range(3):
        look = FrameOptions(UNICODE, picture=drawing(30, 14))
        drawn = draw(state_at(SECOND_IN_HOLD), look, size=(40, 12), shown=shown)
        text = " ".join(row.plain for row in drawn.rows)
        seen.append("picture" if "%" in text else "way" if "Press toward" in text else "words")
        shown = drawn.turned
    assert seen == ["words", "words", "picture"] or seen == ["words", "picture", "way"]
    assert shown == LAY_WORDS or shown.page
