"""The screens that people see before a session, kept as files: a change of them is seen by whoever makes it.

`ACU_GOLDEN=write python -m pytest tests/dialogue/test_walks.py` writes them anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from acucli.dialogue.sheets import plain_lines
from acucli.model.practice import ProfileAnswer
from tests.dialogue.conftest import Walk, Walker

GOLDEN = Path(__file__).parent / "golden"
_WRITE = os.environ.get("ACU_GOLDEN") == "write"

WALKS = {
    "headache-first": ("headache", ("n", "n", "7", "enter")),
    "pregnant-and-sick": ("nausea", ("n", "2", "1", "enter", "n", "y", "n", "enter")),
    "seventy-eight-with-thinners": ("knee", ("n", "3", "1", "enter", "n", "y", "enter")),
    "hurt-skin": ("headache", ("n", "5", "6", "enter", "n", "y", "hand left", "enter")),
}


def screens(walked: Walk, width: int, height: int) -> str:
    """Return every screen of a walk, one under the other, each below a rule with its size."""
    made = []
    for shown in walked.pages(width, height):
        for page in shown:
            made.append(f"==== {width}x{height}")
            made += [line.text for line in page.lines]
    return "\n".join(made) + "\n"


def same_as_kept(name: str, text: str) -> None:
    """Compare with the kept file, or write it."""
    path = GOLDEN / f"{name}.txt"
    if _WRITE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", WALKS)
def test_the_first_start(walk: Walker, name: str) -> None:
    """At 80 by 24."""
    what, answers = WALKS[name]
    same_as_kept(name, screens(walk(what, *answers), 80, 24))


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
def test_a_later_start(walk: Walker, size: tuple[int, int]) -> None:
    """One screen, whole or paged."""
    known = walk("headache", "n", "n", "enter").profile
    same_as_kept(f"headache-later-{size[0]}x{size[1]}", screens(walk("headache", "n", profile=known), *size))


def test_a_small_screen(walk: Walker) -> None:
    """The first start at 40 by 20: pages, nothing cut."""
    same_as_kept("headache-first-40x20", screens(walk("headache", "n", "n", "enter"), 40, 20))


def test_read_out_as_lines(walk: Walker) -> None:
    """The same questions one after the other, for whoever has them read."""
    sheets = walk("headache", "n", "n", "enter").sheets
    lines = [line for sheet in sheets for line in (*plain_lines(sheet, 78), "")]
    same_as_kept("headache-lines", "\n".join(lines))


def test_a_yes_and_an_old_answer(walk: Walker) -> None:
    """What is said after a yes, and the question about yesterday's fever."""
    stopped = walk("knee", "y")
    same_as_kept("knee-yes", stopped.said)
    known = walk("headache", "n", "n", "enter").profile
    feverish = replace(known, answers=(ProfileAnswer(slug="fever", given="2026-11-19"),))
    same_as_kept("fever-of-yesterday", screens(walk("headache", "n", "n", profile=feverish), 80, 24))
