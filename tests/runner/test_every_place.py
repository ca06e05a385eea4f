"""Every place of every routine and complaint on the screens people have: whole words, nothing jumps, the way out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from rich.text import Text

from acucli.bodymap.picture import PictureStyle, point_picture
from acucli.bodymap.placing import views_of
from acucli.bodymap.scene import Scene
from acucli.guide.preparing import prepare
from acucli.library.compiled import CompiledLibrary
from acucli.model.practice import Plan, PlanStep, Profile
from acucli.render.rich_scene import scene_text
from acucli.runner.frame import draw
from acucli.runner.glyphs import UNICODE
from acucli.runner.grid import columns_for
from acucli.runner.screen_rows import LAY_WORDS, FrameOptions, ScreenFrame, Shown
from acucli.session.machine import begin
from acucli.session.phrases import before_hold, during_hold, stop_sentence
from acucli.session.state import State
from tests.guide.oracle import subjects

SIZES = ((80, 24), (100, 30), (120, 40), (200, 60), (60, 20), (40, 20), (40, 12))
PHASES = ("ready", "hold", "release")
_MOST_TURNS = 12
_FEWEST_WORDS = 3
_SAMPLED = ("headache", "neck-shoulder", "low-back")


class PhaseText(NamedTuple):
    """A frame as text: the words of each row, and what stands right of them."""

    words: tuple[str, ...]
    beside: tuple[str, ...]
    turned: Shown


class Pictures:
    """Draws the pictures of a library, each once."""

    def __init__(self, library: CompiledLibrary) -> None:
        self._library = library
        self._known = lru_cache(maxsize=8192)(self._drawn)

    def __call__(self, step: PlanStep, width: int, height: int) -> Sequence[Text]:
        return self._known(step.code, step.side, width, height) if step.code else ()

    def _drawn(self, code: str, side: str, width: int, height: int) -> tuple[Text, ...]:
        style = PictureStyle("braille", locator=width >= 60 and height >= 20, named=False)
        library = self._library
        scene: Scene | None = point_picture(
            library.points[code], library.figures, library.points, width=width, height=height, style=style,
            side="left" if side == "left" else "right",
        )  # fmt: skip
        return () if scene is None else tuple(scene_text(scene, colour=False).split("\n"))


def state_of(plan: Plan, at: int, phase: str) -> State:
    """Return the second second of a phase of a place."""
    return replace(begin(plan)[0], at=at, phase=phase, elapsed=1.0)


def text_of(frame: ScreenFrame, size: tuple[int, int], *, beside: bool) -> PhaseText:
    """Return a frame as text, parted where its picture begins."""
    at = columns_for(*size, picture=beside).picture_left if beside else size[0]
    rows = [row.plain for row in frame.rows]
    assert len(rows) == size[1]
    assert max(map(cell_len, rows)) <= size[0]
    parts = [*(_parted(row, at or size[0]) for row in rows[:-1]), (rows[-1].rstrip(), "")]
    return PhaseText(tuple(left for left, _ in parts), tuple(right for _, right in parts), frame.turned)


def _parted(row: str, column: int) -> tuple[str, str]:
    """Return what stands left and right of a column; a row that runs across it, as the title does, is all left."""
    for index in range(len(row) + 1):
        if cell_len(row[:index]) >= column:
            crosses = row[max(0, index - 2) : index].strip() or row.endswith(" left")
            return (row.rstrip(), "") if crosses else (row[:index].rstrip(), row[index:].rstrip())
    return row.rstrip(), ""


def pages(state: State, look: FrameOptions, size: tuple[int, int]) -> Iterator[ScreenFrame]:
    """Yield what `w` shows, one after the other, until it comes round."""
    shown = LAY_WORDS
    for _ in range(_MOST_TURNS):
        frame = draw(state, look, size=size, shown=shown)
        yield frame
        shown = frame.turned
        if shown == LAY_WORDS:
            return
    pytest.fail("w never comes round")


def said_of(step: PlanStep) -> tuple[str, ...]:
    """Return every sentence of a place that a session says, its lay line and how it is found among them."""
    before = before_hold(step, 1000, by_eye=True)
    during = during_hold(step, before)
    lines = (before.lay, *before.must, *during.must, stop_sentence(step), step.find, step.hold_position)
    return tuple(" ".join(line.split()) for line in lines if line)


def check_place(plan: Plan, at: int, size: tuple[int, int], look: FrameOptions, *, pictured: bool) -> None:
    """Hold all promises about one place on one screen."""
    step = plan.steps[at]
    beside = pictured and columns_for(*size, picture=True).picture > 0
    frames = [text_of(draw(state_of(plan, at, phase), look, size=size), size, beside=beside) for phase in PHASES]
    for frame in frames:
        assert frame.words[-1].endswith("q stop")
    nothing_jumps(*frames)
    read, pictures = "", 0
    for page in pages(state_of(plan, at, "hold"), look, size):
        text = text_of(page, size, beside=beside)
        assert text.words[-1].endswith("q stop")
        pictures += any("●" in row or "○" in row for row in (*text.words, *text.beside))
        read += " " + " ".join(" ".join(text.words).split())
    missing = [line for line in said_of(step) if not is_whole(line, f"{read} ".replace(". ", " "))]
    assert not missing, (step.code, size)
    if pictured:
        assert pictures, f"{step.code} has no picture, nor a key for it"
        assert beside or " w " in frames[1].words[-1]


def is_whole(said: str, read: str) -> bool:
    """Tell whether all that is said can be read, each sentence on one page; one longer than a page by whole rows."""
    for sentence in said.split(". "):
        words = sentence.rstrip(".").split()
        while words:
            count = next((n for n in range(len(words), 0, -1) if f" {' '.join(words[:n])} " in read), 0)
            if count < min(len(words), _FEWEST_WORDS):
                return False
            words = words[count:]
    return True


def nothing_jumps(ready: PhaseText, hold: PhaseText, release: PhaseText) -> None:
    """The picture stays as it is, and so does each row of words; time, stop, next and keys keep their rows."""
    assert ready.beside == hold.beside == release.beside
    assert [_rows_of(ready, mark) for mark in ("Next: ",)] == [_rows_of(hold, mark) for mark in ("Next: ",)]
    changing = time_rows(hold) | time_rows(ready) | time_rows(release)
    for number, row in enumerate(ready.words[:-1]):
        if row.strip() and number not in changing and not row.endswith(" left"):
            assert hold.words[number] == row
            assert release.words[number] == row
    for number, row in enumerate(hold.words[:-1]):
        if row.strip() and number not in changing and not row.endswith(" left"):
            assert release.words[number] == row
    assert time_rows(hold) == time_rows(release) or len(time_rows(hold)) > len(time_rows(release))


def _rows_of(frame: PhaseText, mark: str) -> list[int]:
    return [number for number, row in enumerate(frame.words) if row.strip().startswith(mark)]


def time_rows(frame: PhaseText) -> set[int]:
    """Return the rows of time, its bar and the breath: those that hold blocks, digits or a phase's word."""
    words = ("Get ready", "Enter: my finger is", "there", "Release slowly.")
    return {
        number
        for number, row in enumerate(frame.words)
        if set(row) & set("█░▀▄▏▎▍▌▋▊▉") or row.strip().startswith(words) or row.strip().endswith(words)
        or row.rstrip().endswith((" s", ":00"))
    }  # fmt: skip


def plans_of(library: CompiledLibrary, names: Sequence[str] = ()) -> Iterator[Plan]:
    """Yield the plan of every routine and complaint, or of these alone."""
    for request in subjects(library):
        if not names or request.what in names:
            made = prepare(request, library, Profile(), today="2026-11-30")
            if made.plan is not None:
                yield made.plan


def check_all(plans: Iterator[Plan], library: CompiledLibrary) -> None:
    """Hold all promises about every place of these plans at every size."""
    look = FrameOptions(UNICODE, picture=Pictures(library))
    checked = 0
    for plan in plans:
        for at, step in enumerate(plan.steps):
            pictured = bool(step.code and views_of(library.points[step.code]))
            for size in SIZES:
                check_place(plan, at, size, look, pictured=pictured)
                checked += 1
    assert checked >= len(SIZES)


@pytest.mark.parametrize("name", _SAMPLED)
def test_a_place_is_whole_still_and_pictured_at_every_size(name: str, library: CompiledLibrary) -> None:
    """Its words are all there, no block jumps from ready to hold to release, `q stop` and the picture are in sight."""
    check_all(plans_of(library, [name]), library)


@pytest.mark.parametrize("moved", ["words", "time", "picture", "stop"])
def test_a_block_that_moves_is_seen(moved: str, library: CompiledLibrary) -> None:
    """The check itself: one row more in the hold, or in the release, fails it."""
    plan = next(plans_of(library, ["headache"]))
    look, size = FrameOptions(UNICODE, picture=Pictures(library)), (80, 24)
    frames = [text_of(draw(state_of(plan, 0, phase), look, size=size), size, beside=True) for phase in PHASES]
    nothing_jumps(*frames)
    ready, hold, release = frames
    rows = {"words": 2, "time": min(time_rows(hold)), "stop": max(time_rows(hold)) + 1}
    if moved == "picture":
        hold = hold._replace(beside=("", *hold.beside[:-1]))
    else:
        words = list(release.words if moved != "words" else hold.words)
        words.insert(rows[moved], "  ")
        del words[-2]
        release = release._replace(words=tuple(words)) if moved != "words" else release
        hold = hold._replace(words=tuple(words)) if moved == "words" else hold
    with pytest.raises(AssertionError):
        nothing_jumps(ready, hold, release)


@pytest.mark.long
def test_every_place_of_every_session_is(library: CompiledLibrary) -> None:
    """Every routine, every complaint that has a session, every point that may be pressed."""
    check_all(plans_of(library), library)
