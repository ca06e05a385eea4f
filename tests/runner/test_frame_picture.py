"""The picture on the session's screen: beside the words, never instead of what matters."""

from __future__ import annotations

import pytest
from rich.text import Text

from acucli.model.practice import PlanStep
from acucli.runner.frame import FrameOptions, draw
from acucli.runner.glyphs import UNICODE
from tests.runner.test_frame import SECOND_IN_HOLD, state_at


def drawing(columns: int, rows: int):  # type: ignore[no-untyped-def]
    """Return what draws a block of so many cells, whatever room there is."""

    def picture(step: PlanStep, width: int, height: int) -> Text:
        return Text("\n".join(["%" * columns] * min(rows, height)))

    return picture


def frame(second: float, size: tuple[int, int], columns: int = 30, rows: int = 14) -> list[str]:
    """Return the rows of a frame with a picture of so many cells."""
    drawn = draw(state_at(second), FrameOptions(UNICODE, picture=drawing(columns, rows)), size=size)
    return [row.plain.rstrip() for row in drawn.rows]


READY = 6.0


@pytest.mark.parametrize(
    ("second", "size", "shown"),
    [
        (READY, (80, 24), True),
        (SECOND_IN_HOLD, (80, 24), False),
        (READY, (100, 30), True),
        (SECOND_IN_HOLD, (100, 30), True),
        (SECOND_IN_HOLD, (120, 40), True),
        (READY, (79, 24), False),
        (READY, (40, 12), False),
        (READY, (120, 11), False),
    ],
)
def test_picture_is_there_while_the_place_is_found_and_stays_on_wide_screens(
    second: float, size: tuple[int, int], shown: bool
) -> None:
    """From 80 columns while getting ready, from 100 during the hold, too; nothing is ever wider or higher."""
    rows = frame(second, size)
    assert any("%" * 30 in row for row in rows) is shown
    assert max(map(len, rows)) <= size[0]
    assert len(rows) <= size[1]


@pytest.mark.parametrize("second", [READY, SECOND_IN_HOLD])
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40)])
def test_words_beside_a_picture_are_complete(second: float, size: tuple[int, int]) -> None:
    """The side, the hand and when to let go stand beside it."""
    words = " ".join(" ".join(frame(second, size)).replace("%", " ").split())
    assert "LEFT SIDE" in words
    assert "right thumb" in words
    assert "Let go if" in words
    assert "thumb goes numb" in words


def test_a_picture_that_leaves_no_room_for_words_is_left_out() -> None:
    """34 columns of words are the least."""
    assert any("%" in row for row in frame(READY, (80, 24), columns=38))
    assert not any("%" in row for row in frame(READY, (80, 24), columns=39))
