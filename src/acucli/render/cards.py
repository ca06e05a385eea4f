"""Cards: one record in full, as labelled paragraphs that read well aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from acucli.render import records
from acucli.render.context import AppContext
from acucli.render.layout import Line, write_lines
from acucli.render.point_cards import point_card


def show_card(
    run: AppContext, kind: str, record: Any, *, figure: str, side: str, table: bool, whole: bool = False
) -> None:
    """Write the card of a record.

    On a terminal the card of a point is its picture with the essentials beside it, on one screen; `whole` adds all the
    rest below it.
    """
    if kind == "point" and table:
        from acucli.render.essentials import show_with_picture

        if show_with_picture(run, record, figure=figure, side=side) and not whole:
            return
    write_lines(run, list(CARDS[kind](record, run)))


CARDS: dict[str, Callable[[Any, AppContext], Iterator[Line]]] = {
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
    "sign": records.sign_card,
    "helpline": records.helpline_card,
    "figure": records.figure_card,
    "safety-words": records.safety_words_card,
}
