"""Frames: they fit any size, and the important things stay."""

from __future__ import annotations

import msgspec
import pytest
from rich.cells import cell_len
from rich.text import Text

from acucli.runner.frame import HELP, FrameOptions, draw
from acucli.runner.glyphs import ASCII, UNICODE
from acucli.session.machine import Command, Tick, begin, step
from tests.session.plans import small_plan

SECOND_IN_HOLD = 21.0


def state_at(seconds: float, plan=None):
    """Return the state after so many seconds."""
    state, _ = begin(plan or small_plan())
    at = 0.0
    state, _ = step(state, Tick(0.0, 0.0))
    while at < seconds:
        at = min(seconds, at + 1.0)
        state, _ = step(state, Tick(at, at))
    return state


def rows(state, size=(80, 24), look=None, **shown) -> list[str]:
    """Return the frame as text without trailing spaces."""
    frame = draw(state, look or FrameOptions(UNICODE), size=size, **shown)
    return [row.plain.rstrip() for row in frame.rows]


def test_hold_at_80_by_24():
    """The whole frame of a hold, as a person sees it."""
    assert rows(state_at(SECOND_IN_HOLD))[1:] == [
        "  Small session · step 1 of 4                                        3:29 left",
        "",
        "  Hegu, Joining Valley  合谷  LI4",
        "  On the back of the hand, beside the middle of the index finger's hand bone.",
        "",
        "  LEFT SIDE · medium pressure",
        "  Press with your right thumb toward the bone of the index finger.",
        "",
        "  Hold                                                                    48 s",
        "  ███████████████▎" + "░" * 60,
        "",
        "  Breathe in through the nose                                                3",
        "  ██████████████████████████████▍" + "░" * 45,
        "",
        "  Let the shoulder of the pressing arm sink.",
        "  Let go if it is sharp or burning, or the thumb goes numb.",
        "",
        "  Next: the other side, right",
        "",
        "  space pause  n next  b back  + − time  x hurts  h help  ? keys  q stop",
    ]


def test_hold_at_40_by_12_in_ascii_without_motion():
    """The smallest promised size, without Unicode and without a moving bar."""
    assert rows(state_at(SECOND_IN_HOLD), (40, 12), FrameOptions(ASCII, still=True)) == [
        "Small session - step 1 of 4    3:29 left",
        "Hegu, Joining Valley  LI4",
        "On the back of the hand, beside the",
        "middle of the index finger's hand bone.",
        "LEFT SIDE - medium pressure",
        "Press with your right thumb toward the",
        "bone of the index finger.",
        "Hold                                48 s",
        "########................................",
        "Breathe in through the nose            3",
        "Next: the other side, right",
        "space pause  n next  x hurts  ?  q stop",
    ]


@pytest.mark.parametrize(
    ("width", "title"),
    [
        (80, "Five minutes at the desk · step 1 of 4"),
        (40, "Five minutes at… · step 1 of 4"),
        (34, "Five… · step 1 of 4"),
        (27, "step 1 of 4"),
    ],
)
def test_title_is_shortened_between_words(width, title):
    """The name gives way before the number of the step, and no word is cut."""
    plan = msgspec.structs.replace(small_plan(), name="Five minutes at the desk")
    top = rows(state_at(SECOND_IN_HOLD, plan), (width, 24))
    assert next(row for row in top if row.strip()).rpartition("3:29 left")[0].strip() == title


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12), (30, 10), (20, 5), (3, 2), (1, 1)])
@pytest.mark.parametrize(
    "seconds", [0, 6, 21, 70, 215, 219], ids=["settle", "ready", "hold", "release", "late", "close"]
)
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_frame_fits_every_size(size, seconds, glyphs):
    """No row is wider and no frame higher than the screen."""
    for look in (FrameOptions(glyphs), FrameOptions(glyphs, huge=True), FrameOptions(glyphs, still=True)):
        drawn = rows(state_at(seconds), size, look, message="Half way.")
        assert len(drawn) <= size[1]
        assert max(map(cell_len, drawn)) <= size[0]
        if glyphs is ASCII:
            assert all(row.isascii() for row in drawn)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
def test_what_matters_is_always_there(size):
    """Where, which hand, how long, the breath, what comes next and the total stay at every promised size."""
    text = " ".join(rows(state_at(SECOND_IN_HOLD), size))
    for wanted in (
        "Hegu",
        "LEFT SIDE",
        "right thumb",
        "medium",
        "48 s",
        "Breathe in",
        "Next: the other side",
        "3:29 left",
    ):
        assert wanted in text


def test_pause_is_said_in_words():
    """Nothing is told by colour alone, and a lost time is named."""
    state, _ = step(state_at(SECOND_IN_HOLD), Command("pause"))
    assert any("PAUSED: space goes on" in row for row in rows(state))
    lost, _ = step(state_at(SECOND_IN_HOLD), Tick(500.0, 500.0))
    assert any("PAUSED (I lost you for a while)" in row for row in rows(lost))


def test_huge_digits_are_five_rows_high():
    """The seconds can be read across a room."""
    drawn = rows(state_at(SECOND_IN_HOLD), look=FrameOptions(ASCII, huge=True))
    start = next(index for index, row in enumerate(drawn) if row.startswith("  Hold"))
    assert drawn[start + 1 : start + 6] == [
        "  #   #  #####",
        "  #   #  #   #",
        "  #####  #####",
        "      #  #   #",
        "      #  #####",
    ]


def test_picture_has_its_place_on_a_wide_screen():
    """A picture stands beside the words where there is room, and nowhere else."""
    asked = []

    def picture(shown, width, height):
        asked.append((shown.code, width, height))
        return Text("PICTURE\nSECOND ROW")

    look = FrameOptions(UNICODE, picture=picture)
    assert any("PICTURE" in row for row in rows(state_at(SECOND_IN_HOLD), (120, 40), look))
    assert not any("PICTURE" in row for row in rows(state_at(SECOND_IN_HOLD), (80, 24), look))
    assert asked[0][0] == "LI4"
    assert asked[0][1] < 60, "the words keep their half"


def test_help_lists_every_key():
    """The question mark shows what each key does."""
    text = "\n".join(rows(state_at(SECOND_IN_HOLD), shows="keys"))
    assert all(does in text for _, does in HELP)


def test_control_characters_of_a_pack_are_shown_not_obeyed():
    """A name from a pack cannot steer the terminal."""
    plan = small_plan()
    import msgspec

    bad = msgspec.structs.replace(plan.steps[0], name="He\x1b[2Jgu", where="a\x07b", hanzi="")
    text = "".join(rows(state_at(SECOND_IN_HOLD, msgspec.structs.replace(plan, steps=(bad,)))))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\\x1b" in text
