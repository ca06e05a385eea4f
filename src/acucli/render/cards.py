"""Cards: one record in full, as labelled paragraphs that read well aloud, or as a terminal shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from acucli.guide.offering import has_places, places_offered
from acucli.model.answers import RecordAnswer
from acucli.render import records
from acucli.render.card_inputs import CardInputs
from acucli.render.context import AppContext
from acucli.render.layout import HEAD, Line, laid_out
from acucli.render.point_cards import point_card
from acucli.render.style import Style

CARDS: dict[str, Callable[[Any, CardInputs], Iterator[Line]]] = {
    "point": point_card,
    "condition": records.condition_card,
    "routine": records.routine_card,
    "technique": records.technique_card,
    "breathing": records.breathing_card,
    "area": records.area_card,
    "caution": records.caution_card,
    "meridian": records.meridian_card,
    "reference": records.reference_card,
    "source": records.source_card,
    "article": records.article_card,
    "claim": records.claim_card,
    "sign": records.sign_card,
    "helpline": records.helpline_card,
    "figure": records.figure_card,
    "safety-words": records.safety_words_card,
}
_DRAWN = {"point": "essentials", "article": "article_pages"}
"""The module that draws a kind of record on a terminal by its `draw`."""


def draw_card(answer: RecordAnswer, run: AppContext, style: Style) -> None:
    """Write the card as a terminal shows it.

    That of a point is its picture with the essentials beside it, on one screen; `whole` adds all the rest below it.
    """
    module = _DRAWN.get(answer.kind)
    if module:
        draw = import_module(f"acucli.render.{module}").draw
        if draw(answer.record, inputs_for(answer.record, run), run, style) and not style.whole:
            return
    for line in card_sentences(answer, run):
        run.output.text(line)


def card_sentences(answer: RecordAnswer, run: AppContext) -> Iterator[str]:
    """Yield the card as labelled lines, wrapped with a hanging indent."""
    yield from laid_out(card_lines(answer.kind, answer.record, run), run.output.text_width)


def card_markdown(answer: RecordAnswer, run: AppContext) -> Iterator[str]:
    """Yield the card in Markdown: a heading, then a list."""
    for label, text in card_lines(answer.kind, answer.record, run):
        yield f"# {text}\n" if label == HEAD else f"- **{label}:** {text}" if label else text


def card_lines(kind: str, record: Any, run: AppContext) -> list[Line]:
    """Return the labelled lines of a record's card."""
    return list(CARDS[kind](record, inputs_for(record, run)))


def inputs_for(record: Any, run: AppContext) -> CardInputs:
    """Return what a card needs beside its record: the library's names, and its places as they are for this person."""
    offers = places_offered(record, run.library, run.profile, today=run.today) if has_places(record) else ()
    return CardInputs(run.library, offers, run.today)
