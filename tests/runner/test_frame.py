"""Frames: they fit any size, and the important things stay."""

from __future__ import annotations

import msgspec
import pytest
from rich.cells import cell_len
from rich.text import Text

from acucli.runner.frame import draw
from acucli.runner.glyphs import ASCII, UNICODE
from acucli.runner.key_table import key_lists
from acucli.runner.screen_rows import LAY_WORDS, FrameOptions, Shown
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
    """The whole frame of a hold without a picture, as a person sees it."""
    assert rows(state_at(SECOND_IN_HOLD)) == [
        "  Small session · step 1 of 4                                        3:29 left",
        "",
        "  LI4 Hegu  合谷",
        "  LEFT SIDE · medium pressure",
        "  Lay the thumb along the index finger and notice the bulge of muscle that",
        "  rises.",
        "",
        "  Press with your right thumb.",
        "",
        "  Let the shoulder of the pressing arm sink.",
        "  Rest the hand on your lap, thumb side up.",
        "  Press toward the bone of the index finger.",
        "",
        "  █ █ █▀█         Hold",
        "  ▀▀█ █▀█",
        "    ▀ ▀▀▀  s",
        "  ███████████████▎" + "░" * 60,
        "",
        "  In through the nose   ████████████████████▍" + "░" * 30 + "  3",
        "",
        "  Let go if it is sharp or burning, or the thumb goes numb.",
        "",
        "  Next: the other side, right",
        "  space pause  n next  b back  x hurts  i anatomy  h help  ? keys  q stop",
    ]


def test_hold_at_40_by_12_in_ascii_without_motion():
    """The smallest promised size, without Unicode and without a moving bar."""
    assert rows(state_at(SECOND_IN_HOLD), (40, 12), FrameOptions(ASCII, still=True)) == [
        "LI4 Hegu - step 1 of 4         3:29 left",
        "LEFT SIDE - medium pressure",
        "Lay the thumb along the index finger and",
        "notice the bulge of muscle that rises.",
        "Press with your right thumb.",
        "",
        "Hold      #####..................   48 s",
        "Breathe in through the nose            3",
        "Let go if it is sharp or burning, or the",
        "thumb goes numb.",
        "Next: the other side, right",
        "space pause  x hurts  w more  q stop",
    ]


@pytest.mark.parametrize(
    ("width", "title"),
    [
        (80, "Five minutes at the desk · step 1 of 4"),
        (40, "LI4 Hegu · step 1 of 4"),
        (34, "LI4 Hegu · step 1 of 4"),
        (28, "LI4 · step 1 of 4"),
        (21, "step 1 of 4"),
    ],
)
def test_a_title_that_is_too_long_gives_way_to_the_place(width, title):
    """The session's name gives way to the point's code and plain name, and no word is cut."""
    plan = msgspec.structs.replace(small_plan(), name="Five minutes at the desk")
    top = rows(state_at(SECOND_IN_HOLD, plan), (width, 24))
    assert next(row for row in top if row.strip()).rpartition("3:29 left")[0].strip() == title


def test_a_discreet_screen_names_the_place_and_no_complaint():
    """Whoever looks over a shoulder sees a point; while settling in, and at the end, nothing at all."""
    discreet = FrameOptions(UNICODE, discreet=True)
    assert rows(state_at(SECOND_IN_HOLD), look=discreet)[0].startswith("  LI4 Hegu · step 1 of 4")
    for second in (0, 6, SECOND_IN_HOLD, 219):
        assert "Small session" not in "\n".join(rows(state_at(second), look=discreet))


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12), (30, 10), (20, 5), (3, 2), (1, 1)])
@pytest.mark.parametrize(
    "seconds", [0, 6, 21, 70, 215, 219], ids=["settle", "ready", "hold", "release", "late", "close"]
)
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_frame_fits_every_size(size, seconds, glyphs):
    """No row is wider and no frame higher than the screen."""
    for look in (FrameOptions(glyphs), FrameOptions(glyphs, huge=True), FrameOptions(glyphs, still=True)):
        drawn = rows(state_at(seconds), size, look, message="Half way.")
        assert len(drawn) == size[1]
        assert max(map(cell_len, drawn)) <= size[0]
        if glyphs is ASCII:
            assert all(row.isascii() for row in drawn)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
def test_what_matters_is_always_there(size):
    """Where, which hand, how long, the breath, what comes next and the total stay at every promised size."""
    drawn = rows(state_at(SECOND_IN_HOLD), size)
    text = " ".join(drawn)
    for wanted in (
        "Hegu",
        "LEFT SIDE",
        "right thumb",
        "medium",
        "n through the nose",
        "Next: the other side",
        "3:29 left",
    ):
        assert wanted in text
    digits = UNICODE.big("48s")
    assert "48 s" in text or any(
        all(digit.rstrip() in row for row, digit in zip(drawn[at:], digits, strict=False)) for at in range(len(drawn))
    )


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_no_two_digits_look_the_same(glyphs):
    """Three rows high, the same width each, and told apart by shape alone."""
    drawn = {digit: tuple(glyphs.big(digit)) for digit in "0123456789"}
    assert len(set(drawn.values())) == 10
    assert [len(row) for row in glyphs.big("2:08")] == [13, 13, 13]


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


@pytest.mark.parametrize(("size", "huge"), [((80, 24), False), ((80, 24), True), ((40, 12), False), ((60, 20), True)])
def test_while_a_place_is_looked_for_the_key_that_begins_is_named(size, huge):
    """In big digits, in huge ones and in one row."""
    text = " ".join(" ".join(rows(state_at(6), size, FrameOptions(UNICODE, huge=huge))).split())
    assert "Enter: my finger is there" in text


def test_picture_has_its_place_beside_the_words():
    """A picture stands right of 36 columns of words from 80 columns on."""
    asked = []

    def picture(shown, width, height):
        asked.append((shown.code, width, height))
        return (Text("PICTURE"), Text("SECOND ROW"))

    look = FrameOptions(UNICODE, picture=picture)
    drawn = rows(state_at(SECOND_IN_HOLD), (80, 24), look)
    assert drawn[1].index("PICTURE") == 40
    assert cell_len(drawn[2].partition("SECOND ROW")[0]) == 40
    assert asked == [("LI4", 40, 20)]
    assert not any("PICTURE" in row for row in rows(state_at(SECOND_IN_HOLD), (79, 24), look))


def test_help_lists_every_key():
    """The question mark shows what each key does; the last line says how to stop from there, too."""
    drawn = rows(state_at(SECOND_IN_HOLD), shown=Shown(overlay="keys"))
    assert all(does in "\n".join(drawn) for _, does in key_lists())
    assert drawn[-1].strip() == "any other key: back  q stop"


def test_numbers_for_help_are_whole_in_pages_on_the_smallest_screen():
    """Nothing of them is left out: what does not fit stands on the next page."""
    numbers = tuple(f"Somebody to talk to in country number {number}: 0800 111 {number}." for number in range(12))
    look, shown, seen = FrameOptions(UNICODE, numbers=numbers), Shown(overlay="numbers"), ""
    for _ in range(6):
        frame = draw(state_at(SECOND_IN_HOLD), look, size=(40, 12), shown=shown)
        seen += " " + " ".join(row.plain.strip() for row in frame.rows[1:-1])
        assert frame.rows[-1].plain == "w more  any other key: back  q stop"
        shown = frame.turned
    assert all(number in seen for number in numbers)


def test_anatomy_takes_the_place_of_the_lay_words_and_nothing_else():
    """The standard place and every name, in the rows of the words; time, breath and when to let go stay."""
    lay, anatomy = (rows(state_at(SECOND_IN_HOLD), shown=shown) for shown in (LAY_WORDS, Shown(anatomy=True)))
    text = " ".join(" ".join(anatomy).split())
    assert "Hegu, Joining Valley, 合谷, LI4 On the back of the hand, beside the middle" in text
    assert "Lay the thumb" not in text
    assert anatomy[12:-1] == lay[12:-1]
    assert anatomy[:4] == lay[:4]


def test_a_message_stands_in_place_of_what_comes_next():
    """A longer one in place of the title, so that it is whole and covers no warning."""
    short = rows(state_at(SECOND_IN_HOLD), (40, 12), message="Half way.")
    assert short[-2] == "Half way."
    long = rows(
        state_at(SECOND_IN_HOLD), (40, 12), message="Not once more: this side is waiting already, or has had it."
    )
    assert long[:2] == ["Not once more: this side is waiting", "already, or has had it."]
    assert long[2:] == rows(state_at(SECOND_IN_HOLD), (40, 12))[2:]


def test_control_characters_of_a_pack_are_shown_not_obeyed():
    """A name from a pack cannot steer the terminal."""
    plan = small_plan()
    import msgspec

    bad = msgspec.structs.replace(plan.steps[0], name="He\x1b[2Jgu", where="a\x07b", hanzi="")
    text = "".join(rows(state_at(SECOND_IN_HOLD, msgspec.structs.replace(plan, steps=(bad,)))))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\\x1b" in text
