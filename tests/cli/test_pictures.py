"""Pictures in the program: cards on one screen, maps in drawings, words and SVG, samples to choose from."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from acucli.bodymap.words import no_picture_words
from acucli.library.compiled import CompiledLibrary
from acucli.render import images
from acucli.render.essentials import CardField, fitting
from tests.cli.conftest import Acu, Ran
from tests.cli.write_golden import CARDS, SIZES, golden_file

BRAILLE = re.compile("[⠁-⣿]")
BLOCKS = re.compile("[▀-▟]")
ANSI = re.compile(r"\x1b\[([0-9;]*)m")
WAYS = {
    "dark or light": {},
    "no colour": {"NO_COLOR": "1"},
    "ascii": {"ACU_FIGURE": "ascii", "ACU_ASCII": "1"},
    "console": {"TERM": "linux"},
    "blocks": {"ACU_FIGURE": "blocks"},
    "shaded": {"ACU_FIGURE": "shaded", "COLORTERM": "truecolor"},
}


@pytest.fixture
def sized(acu: Acu):  # type: ignore[no-untyped-def]
    """Return a function that runs `acu` in a terminal of a size, without colour unless asked."""

    def run(*arguments: str, size: tuple[int, int], **variables: str) -> Ran:
        return acu(*arguments, terminal=True, COLUMNS=str(size[0]), LINES=str(size[1]), **variables)

    return run


@pytest.mark.parametrize("way", WAYS)
def test_the_card_of_pc6_fits_one_screen_with_its_picture_beside_the_words(sized, way: str) -> None:  # type: ignore[no-untyped-def]
    """80 by 24: title, picture and words, one line on standard error, the prompt; in every way of drawing."""
    ran = sized("show", "PC6", size=(80, 24), **WAYS[way])
    lines = ANSI.sub("", ran.out).splitlines()
    assert ran.status == 0
    assert len(lines) + len(ran.err.splitlines()) + 1 <= 24
    assert max(map(len, lines)) <= 80
    (row,) = (line for line in lines if "PC6 " in line and ("●" in line or "X" in line))
    assert len(row[row.index("●" if "●" in row else "X") :].split()) > 4
    for label in ("Where:", "Find it:", "Press:", "Hold:", "Let go if:"):
        assert label in ran.out
    if way in {"ascii", "console"}:
        assert ran.out.isascii()
    elif way in {"blocks", "shaded"}:
        assert BLOCKS.search(ran.out)
    else:
        assert BRAILLE.search(ran.out)


def test_colours_read_on_dark_and_on_light(sized) -> None:  # type: ignore[no-untyped-def]
    """Bold, dim, red and cyan only: no background, no black, white or bright colour."""
    codes = {code for found in ANSI.findall(sized("show", "LI4", size=(80, 24)).out) for code in found.split(";")}
    assert codes
    assert codes <= {"", "0", "1", "2", "31", "36"}


def test_a_shaded_picture_is_painted_in_24_bit_colours(sized) -> None:  # type: ignore[no-untyped-def]
    """Where the terminal says that it shows them: card and map; the words keep the colours of every terminal."""
    for command in ("show", "map"):
        ran = sized(command, "LI4", "--figure", "shaded", size=(80, 24), COLORTERM="truecolor")
        assert "48;2;" in ran.out
        assert BLOCKS.search(ran.out)
        assert not BRAILLE.search(ran.out)
        assert "24-bit" not in ran.err


@pytest.mark.parametrize("variables", [{}, {"COLORTERM": "truecolor", "NO_COLOR": "1"}, {"COLORTERM": "yes"}], ids=str)
def test_a_shaded_picture_falls_back_to_outlines(sized, variables: dict[str, str]) -> None:  # type: ignore[no-untyped-def]
    """And says so once, on standard error."""
    ran = sized("show", "LI4", "--figure", "shaded", size=(80, 24), **variables)
    assert "48;2;" not in ran.out
    assert BRAILLE.search(ran.out)
    assert ran.err.count("drawn in outlines") == 1


def test_a_map_for_a_dark_page_and_for_print(acu: Acu) -> None:
    """`--paper` is for SVG and gives one."""
    light, dark, print_ = (acu("map", "LI4", "--svg", "--paper", paper).out for paper in ("light", "dark", "print"))
    assert len({light, dark, print_}) == 3
    assert ElementTree.fromstring(dark).tag.endswith("svg")
    assert acu("map", "LI4", "--paper", "dark").out == dark


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("code", CARDS)
def test_the_card_is_as_it_was_looked_at(sized, code: str, size: tuple[int, int]) -> None:  # type: ignore[no-untyped-def]
    """The whole card equals the text file; `python -m tests.cli.write_golden` renews it, to be looked at."""
    shown = sized("show", code, size=size, NO_COLOR="1").out
    assert shown == golden_file(code, size).read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40)], ids=str)
def test_every_card_with_a_picture_fits_its_screen(sized, size: tuple[int, int], library: CompiledLibrary) -> None:  # type: ignore[no-untyped-def]
    """Cautions, place, touch and hold are there, and the title is not pushed off the screen."""
    drawn = [code for code, point in library.points.items() if any(place.rule != "none" for place in point.places)]
    for code in drawn[:: 9 if size == (80, 24) else 40]:
        ran = sized("show", code, size=size, NO_COLOR="1")
        assert len(ran.out.splitlines()) + len(ran.err.splitlines()) < size[1], code
        assert code in ran.out.splitlines()[0]


def test_every_point_has_a_picture_or_a_stated_reason(acu: Acu, library: CompiledLibrary) -> None:
    """Eight points have none, each says why; all others name their view in words."""
    without = [code for code, point in library.points.items() if all(place.rule == "none" for place in point.places)]
    assert 0 < len(without) <= 12
    for code in without:
        point = library.points[code]
        assert all(len(place.why) > 15 for place in point.places), code
        assert point.places, code
        assert acu("map", code).out.strip() == no_picture_words(point)
        assert "No picture:" in acu("show", code).out


@pytest.mark.parametrize(
    ("arguments", "variables", "terminal"),
    [
        ((), {}, False),
        (("--plain",), {}, True),
        ((), {"ACCESSIBLE": "1"}, True),
        ((), {"TERM": "dumb"}, True),
        (("--figure", "off"), {}, True),
    ],
    ids=["pipe", "plain", "screen reader", "dumb", "off"],
)
def test_a_map_in_words_says_view_side_landmark_and_distance(
    acu: Acu, arguments: tuple[str, ...], variables: dict[str, str], terminal: bool
) -> None:
    """What the picture shows, in a sentence, and the place as on the card; no drawing."""
    out = acu("map", "PC6", "--side", "left", *arguments, terminal=terminal, **variables).out
    assert out.startswith("Palm side of the left hand and forearm. PC6 Neiguan is marked, 2 cun from")
    assert "the crease of the wrist" in out
    assert "On the inner face of the forearm" in out
    assert not BRAILLE.search(out)


def test_numbers_of_a_routine_match_its_picture_and_its_words(acu: Acu, sized) -> None:  # type: ignore[no-untyped-def]
    """The order of the words is the order in the picture and below it."""
    codes = acu("map", "headache", "--format", "codes").out.split()
    words = acu("map", "headache").out.splitlines()
    shown = sized("map", "headache", size=(80, 24), NO_COLOR="1").out
    for number, code in enumerate(codes, start=1):
        assert words[number - 1].startswith(f"{number}. ")
        assert code in words[number - 1]
        assert shown.count(f"{number} {code}") == 2


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)], ids=str)
def test_every_meridian_is_drawn_with_all_its_points(sized, library: CompiledLibrary, size: tuple[int, int]) -> None:  # type: ignore[no-untyped-def]
    """Each label once in the picture, or named as not shown; no line wider than the terminal."""
    for meridian in [code for code in library.meridians if code not in {"EX", "EAR"}]:
        out = sized("map", meridian, size=size, NO_COLOR="1").out
        assert max(map(len, out.splitlines())) <= size[0], meridian
        for code in (code for code, point in library.points.items() if point.meridian == meridian):
            assert re.search(rf"\b{code}\b", out), code


def test_a_view_is_drawn_with_its_points_and_its_own_view_may_be_chosen(sized) -> None:  # type: ignore[no-untyped-def]
    """`acu map hand-back` is a sheet; `--view` of a meridian shows what that view has."""
    assert "LI4" in sized("map", "hand-back", size=(80, 24), NO_COLOR="1").out
    out = sized("map", "LI", "--view", "hand-back", size=(80, 24), NO_COLOR="1").out
    assert "LI4" in out
    assert "Not shown here: LI6" in out


def test_an_unknown_view_names_the_known_ones(acu: Acu) -> None:
    """Nothing found is status 1, and the hint is complete."""
    ran = acu("map", "PC6", "--view", "nose")
    assert (ran.status, ran.out) == (1, "")
    assert "forearm-palm" in ran.err


def test_svg_goes_to_a_file_or_to_standard_output(acu: Acu, tmp_path: Path) -> None:
    """`--format svg -o FILE`, `--svg` and `-o` alone are one and the same document."""
    file = tmp_path / "pc6.svg"
    assert acu("map", "PC6", "--format", "svg", "-o", str(file)).out == ""
    document = file.read_text(encoding="utf-8")
    root = ElementTree.fromstring(document)
    assert "PC6 Neiguan" in (root.findtext("{http://www.w3.org/2000/svg}title") or "")
    assert acu("map", "PC6", "--format", "svg").out == acu("map", "PC6", "--svg").out == document
    assert "left" in acu("map", "PC6", "--format", "svg", "--side", "left").out
    assert acu("map", "PC6", "-o", str(tmp_path / "no" / "such.svg")).status == 6


@pytest.mark.parametrize(
    "command", [("show", "PC6"), ("find", "headache"), ("list", "points"), ("doctor",), ("learn",)]
)
def test_only_maps_are_svg(acu: Acu, command: tuple[str, ...]) -> None:
    """Every other command refuses the format in a sentence, and writes nothing."""
    ran = acu(*command, "--format", "svg")
    assert (ran.status, ran.out) == (2, "")
    assert "this cannot be given as svg" in ran.err
    assert "hint: formats here: table, plain, json" in ran.err


def test_a_width_draws_into_a_pipe_and_is_kept(acu: Acu) -> None:
    """Asked for by name, a drawing goes into a pipe; below 40 columns it is a wrong command line."""
    for width in ("40", "72", "120"):
        out = acu("map", "ST36", "--width", width).out
        assert BRAILLE.search(out)
        assert max(map(len, out.splitlines()[1:])) <= int(width)
    assert acu("map", "ST36", "--width", "39").status == 2


def test_samples_show_each_way_and_how_to_choose(acu: Acu) -> None:
    """Braille, blocks and ASCII of one point, and the words to type."""
    out = acu("doctor", "--figures", terminal=True, NO_COLOR="1").out
    for way in ("braille", "blocks", "ascii", "image"):
        assert way in out
    assert BRAILLE.search(out)
    assert BLOCKS.search(out)
    assert "acu config set figure" in out
    assert max(map(len, out.splitlines())) <= 80


def test_an_image_is_shown_where_the_terminal_takes_one(acu: Acu, monkeypatch: pytest.MonkeyPatch) -> None:
    """In Kitty the escape sequence stands in place of the drawing, and the words stay."""
    monkeypatch.setattr(images, "rendered", lambda svg, pixels_wide: b"PNG")
    ran = acu("show", "PC6", "--figure", "image", terminal=True, KITTY_WINDOW_ID="1")
    assert "\x1b_Ga=T" in ran.out
    assert "Where:" in ran.out
    assert not BRAILLE.search(ran.out)
    assert "\x1b_G" not in acu("map", "PC6", "--figure", "image", KITTY_WINDOW_ID="1").out


def test_without_the_extra_there_is_one_note_and_the_drawing(acu: Acu, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing fails: braille, and how to have images."""

    def missing(svg: str, pixels_wide: int) -> bytes:
        raise images.ImagesMissingError("images need an optional part: pip install 'acucli[image]'")

    monkeypatch.setattr(images, "rendered", missing)
    ran = acu("show", "PC6", "--figure", "image", terminal=True, KITTY_WINDOW_ID="1")
    assert BRAILLE.search(ran.out)
    assert ran.err.count("acucli[image]") == 1


def test_auto_never_makes_an_image(acu: Acu, monkeypatch: pytest.MonkeyPatch) -> None:
    """Images are asked for by name."""
    monkeypatch.setattr(images, "rendered", lambda svg, pixels_wide: b"PNG")
    assert "\x1b_G" not in acu("show", "PC6", terminal=True, KITTY_WINDOW_ID="1").out


def test_cautions_are_kept_when_there_is_no_room() -> None:
    """What weighs nothing is never dropped; long texts are shortened, light ones go first."""
    lines = [
        CardField(0, "Press", "long words of a long way of pressing, with all its detail", "short"),
        CardField(5, "Mind", "this may go"),
        CardField(0, "Not for", "somebody"),
    ]
    tight = [row.label + row.text for row in fitting(lines, 30, 2)]
    roomy = [row.label + row.text for row in fitting(lines, 30, 9)]
    assert tight == ["Press: short", "Not for: somebody"]
    assert any("detail" in row for row in roomy)
    assert "Mind: this may go" in roomy


def test_a_map_says_what_is_not_for_this_person(acu: Acu) -> None:
    """The picture of a point one should leave alone says so, quietly or not; others say nothing."""
    assert acu("map", "LI4").err == ""
    acu("profile", "set", "--pregnant", "-q")
    assert "Not for you" in acu("map", "LI4", "-q").err
    assert "Never pressed" in acu("map", "CV8").err


def test_tour_joins_the_points_of_a_meridian(sized) -> None:  # type: ignore[no-untyped-def]
    """With --tour there are more dots than without, and the SVG has a line; any other picture is refused."""
    plain, tour = (sized("map", "LU", *more, size=(80, 40), NO_COLOR="1").out for more in ((), ("--tour",)))
    assert len(BRAILLE.findall(tour)) > len(BRAILLE.findall(plain))
    assert "LU1" in tour
    assert sized("map", "LU", "--tour", "--format", "svg", size=(80, 40)).out.count("<path") == 1 + sized(
        "map", "LU", "--format", "svg", size=(80, 40)
    ).out.count("<path")
    assert sized("map", "LI4", "--tour", size=(80, 40)).status == 2
