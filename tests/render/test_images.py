"""Images in the terminal: which protocol, which bytes, and what happens without the optional part."""

from __future__ import annotations

import builtins
import re
import sys
from base64 import b64decode
from types import SimpleNamespace
from typing import Any

import pytest

from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.render.images import ImagesMissingError, image, protocol, rendered
from tests.cli.conftest import FakeTerminal

PNG = bytes(range(256)) * 40


def environment(terminal: bool = True, **variables: str) -> Environment:
    stream = FakeTerminal() if terminal else None
    return Environment(variables=variables, paths=Paths.from_variables({"ACU_HOME": "/nowhere"}), stdout=stream)


def fake(svg: str, pixels_wide: int) -> bytes:
    assert svg == "<svg/>"
    assert pixels_wide > 100
    return PNG


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"KITTY_WINDOW_ID": "1", "TERM": "xterm-256color"}, "kitty"),
        ({"TERM": "xterm-kitty"}, "kitty"),
        ({"TERM_PROGRAM": "ghostty"}, "kitty"),
        ({"TERM_PROGRAM": "iTerm.app"}, "iterm2"),
        ({"TERM_PROGRAM": "WezTerm"}, "iterm2"),
        ({"TERM_PROGRAM": "Apple_Terminal"}, ""),
        ({"TERM": "xterm-256color"}, ""),
        ({"KITTY_WINDOW_ID": "1", "TMUX": "/tmp/tmux-0/default,1,0"}, ""),
        ({"TERM_PROGRAM": "iTerm.app", "STY": "1.pts"}, ""),
        ({"KITTY_WINDOW_ID": "1", "TERM": "screen-256color"}, ""),
        ({"KITTY_WINDOW_ID": "1", "TERM": "dumb"}, ""),
    ],
)
def test_protocol_is_chosen_by_variables_alone(variables: dict[str, str], expected: str) -> None:
    """Known terminals only, and never through tmux or screen."""
    assert protocol(environment(**variables)) == expected


def test_nothing_is_sent_into_a_pipe() -> None:
    """A file or a pipe is no terminal, whatever the variables say."""
    assert protocol(environment(terminal=False, KITTY_WINDOW_ID="1")) == ""


def test_kitty_takes_pieces_of_at_most_4096_characters_and_never_answers() -> None:
    """The first piece carries the size, the last one ends the picture, all of them ask for silence."""
    sequence = image("<svg/>", "kitty", 40, render=fake)
    pieces = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b\\", sequence)
    assert "".join(f"\x1b_G{keys};{data}\x1b\\" for keys, data in pieces) + "\n" == sequence
    assert len(pieces) == 4
    assert b64decode("".join(data for _, data in pieces)) == PNG
    assert all(len(data) <= 4096 for _, data in pieces)
    assert all("q=2" in keys for keys, _ in pieces)
    assert "a=T,f=100,q=2,c=40,m=1" in pieces[0][0]
    assert [keys[-1] for keys, _ in pieces] == ["1", "1", "1", "0"]


def test_a_small_picture_is_one_piece() -> None:
    """First and last at once."""
    sequence = image("<svg/>", "kitty", 20, render=lambda svg, pixels_wide: b"PNG")
    assert sequence.count("\x1b_G") == 1
    assert "m=0" in sequence


def test_iterm2_takes_one_sequence_with_its_size() -> None:
    """Inline, so many cells wide, ended by a bell."""
    sequence = image("<svg/>", "iterm2", 40, render=fake)
    assert sequence.startswith(f"\x1b]1337;File=inline=1;size={len(PNG)};width=40;preserveAspectRatio=1:")
    assert sequence.endswith("\x07\n")
    assert b64decode(sequence.partition(":")[2].rstrip("\x07\n")) == PNG


def test_without_the_optional_part_the_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """`acucli[image]` is named; nothing else is raised."""
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **named: Any) -> Any:
        if name == "resvg_py":
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ImagesMissingError, match=r"acucli\[image\]"):
        rendered("<svg/>", 400)


def test_a_real_picture_becomes_png() -> None:
    """With the optional part a PNG of the asked width; a broken document is one clear error."""
    pytest.importorskip("resvg_py", reason="needs acucli[image]")
    png = rendered('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h1"/></svg>', 200)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 200
    with pytest.raises(ImagesMissingError):
        rendered("no svg", 200)


def test_labels_are_drawn_whatever_fonts_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """The renderer drops text in a family that is missing, and so is told several."""
    taken: dict[str, Any] = {}

    def svg_to_bytes(**options: Any) -> bytes:
        taken.update(options)
        return b"PNG"

    monkeypatch.setitem(sys.modules, "resvg_py", SimpleNamespace(svg_to_bytes=svg_to_bytes))
    assert rendered('<svg font-family="sans-serif"></svg>', 480) == b"PNG"
    assert "DejaVu Sans" in taken["svg_string"]
    assert (taken["width"], taken["background"]) == (480, "#ffffff")
