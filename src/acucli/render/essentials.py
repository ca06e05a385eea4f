"""The card of a point on one screen: its picture, and the essentials beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import msgspec
from rich.table import Table
from rich.text import Text

from acucli.bodymap.picture import point_svg
from acucli.bodymap.scene import Scene, width_of
from acucli.model.points import Point
from acucli.render.card_inputs import CardInputs
from acucli.render.context import AppContext
from acucli.render.layout import laid_out
from acucli.render.pictures import BESIDE_FROM, card_picture, image_of, simple_letters
from acucli.render.point_cards import hanzi, pressing
from acucli.render.rich_output import write_rich
from acucli.render.rich_scene import scene_text
from acucli.render.style import Style
from acucli.runner.glyphs import ascii_text

_ROWS_AROUND = 3
"""Rows that the title, the prompt and the line that names `--all` take."""
_GAP = 2
_WIDEST_WORDS = 72
_FEWEST_WORD_ROWS = 16
_BEFORE_DETAILS = 2
"""Lines up to this weight come before the longer forms of others."""


class CardField(msgspec.Struct, frozen=True):
    """A line of the card: its weight (0 is never dropped), label and text, and a shorter text where there is one."""

    weight: int
    label: str
    text: str
    short: str = ""


class CardRow(NamedTuple):
    """A row of the card: its label, empty where the row above goes on, and what stands after it."""

    label: str
    text: str


def draw(point: Point, inputs: CardInputs, run: AppContext, style: Style) -> bool:
    """Write the picture and the essentials; tell whether there was a picture to write."""
    sequence = image_of(run, style.figure, lambda: _svg(run, point, style))
    scene = None if sequence else card_picture(run, point, style)
    if not sequence and scene is None:
        return False
    say = ascii_text if simple_letters(run) else str
    can = run.output.abilities
    beside = scene is not None and can.width >= BESIDE_FROM
    width = min(_WIDEST_WORDS, can.width - (_columns(scene) + _GAP if scene is not None and beside else 0))
    below = 0 if beside else scene.height if scene else _FEWEST_WORD_ROWS
    free = can.height - _ROWS_AROUND - run.output.remark_rows
    rows = free if beside else max(free - below, 2 * can.height)
    words = fitting([*_essentials(point, inputs)], width, rows, say)
    title = _title_of(point, simple=simple_letters(run))
    if sequence:
        write_rich(run, _styled([CardRow(title, "")]))
        run.output.write(sequence)
        write_rich(run, _styled(words))
    elif scene is not None:
        _write(run, scene, title, words, beside=beside)
    run.output.note(f"everything: acu show {point.code} --all")
    return True


def fitting(essentials: Sequence[CardField], width: int, rows: int, say: Callable[[str], str] = str) -> list[CardRow]:
    """Return the lines laid out within so many rows.

    What weighs least is left out first, what has a shorter text is shortened before that, cautions are never touched.
    How a place is found comes back in full before its exact description does.
    """
    short = [_rows(item, item.short or item.text, width, say) for item in essentials]
    full = [_rows(item, item.text, width, say) for item in essentials]
    chosen = {number: short[number] for number, item in enumerate(essentials) if item.weight == 0}
    room = rows - sum(map(len, chosen.values()))
    for number in _by_weight(essentials, most=_BEFORE_DETAILS):
        if number not in chosen and len(short[number]) <= room:
            chosen[number] = short[number]
            room -= len(short[number])
    for number, laid in sorted(chosen.items(), key=lambda item: (-essentials[item[0]].weight, item[0])):
        if len(full[number]) - len(laid) <= room:
            chosen[number] = full[number]
            room -= len(full[number]) - len(laid)
    for number in _by_weight(essentials):
        if number not in chosen and len(full[number]) <= room:
            chosen[number] = full[number]
            room -= len(full[number])
    return [line for _, laid in sorted(chosen.items()) for line in laid]


def _by_weight(essentials: Sequence[CardField], most: int = 9) -> list[int]:
    numbers = [number for number, item in enumerate(essentials) if item.weight <= most]
    return sorted(numbers, key=lambda number: essentials[number].weight)


def _rows(item: CardField, text: str, width: int, say: Callable[[str], str]) -> list[CardRow]:
    label = f"{item.label}:"
    first, *others = laid_out([(item.label, say(text))], width, hanging=False)
    return [CardRow(label, first.removeprefix(label)), *(CardRow("", line) for line in others)]


def _write(run: AppContext, scene: Scene, title: str, words: Sequence[CardRow], *, beside: bool) -> None:
    picture = scene_text(scene, colour=run.output.abilities.colour)
    if not beside:
        write_rich(run, _styled([CardRow(title, "")]), picture, _styled(words))
        return
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(width=_columns(scene), no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_row(picture, _styled(words))
    write_rich(run, _styled([CardRow(title, "")]), grid)


def _styled(words: Sequence[CardRow]) -> Text:
    text = Text()
    for number, (label, rest) in enumerate(words):
        text.append("\n" if number else "")
        text.append(label, style="bold")
        text.append(rest)
    return text


def _columns(scene: Scene) -> int:
    return width_of(scene.lines)


def _svg(run: AppContext, point: Point, style: Style) -> str | None:
    return point_svg(point, run.library.figures, run.library.points, side=style.side)


def _title_of(point: Point, *, simple: bool) -> str:
    names = point.names
    if simple:
        return ascii_text(f"{point.code}  {names.plain}  {names.english}")
    return f"{point.code}  {names.pinyin}  {hanzi(names.traditional, names.simplified)}  {names.english}"


def _essentials(point: Point, inputs: CardInputs) -> Iterator[CardField]:
    (offer,) = inputs.offers
    if not offer.offered:
        yield CardField(0, offer.label, point.limit.reason if offer.never else offer.because)
    yield CardField(0, "Where", point.where, f"{point.short[:1].upper()}{point.short[1:]}.")
    yield CardField(2, "Find it", point.find, _first_sentence(point.find))
    counter = f"; {point.press.counter}" if point.press and point.press.counter else ""
    for label, text in pressing(point, offer):
        short = text.removesuffix(counter) if label == "Press" and counter else ""
        yield CardField(0 if label in {"Press", "Hold", "Limit"} else 5, label, text, short)
    if point.stop_if:
        yield CardField(0, "Let go if", point.stop_if)
    care = [_title(item.id, inputs) for item in offer.cautions if item.applies and item.action != "inform"]
    others = [_title(item.id, inputs) for item in offer.cautions if not item.applies and item.action == "block"]
    if care:
        yield CardField(0, "Care", "; ".join(care))
    if others:
        yield CardField(0, "Not for", "; ".join(others))
    yield CardField(3, "Not here", point.not_here)
    if point.confirm:
        yield CardField(4, "There", point.confirm)
    if point.instead and not offer.offered:
        yield CardField(1, "Instead", ", ".join(point.instead))


def _first_sentence(text: str) -> str:
    """Return the first sentence of a text."""
    return text.split(". ", 1)[0].rstrip(".") + "."


def _title(caution: str, inputs: CardInputs) -> str:
    return inputs.library.cautions[caution].title.split(":", 1)[0]
