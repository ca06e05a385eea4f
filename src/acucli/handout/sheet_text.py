"""The sheet as Markdown: the same words in the same order, without pictures."""

from __future__ import annotations

import re

from acucli.handout.engine import text_engine
from acucli.handout.page import LICENCE, minutes_of, references_of
from acucli.model.handout_sheet import Handout


def handout_markdown(sheet: Handout, *, evidence: bool = False) -> str:
    """Return a handout as Markdown; nothing inserted is read as markup."""
    text = (
        text_engine()
        .get_template("sheet.md")
        .render(
            sheet=sheet,
            boxes=_boxes(sheet),
            minutes=minutes_of(sheet),
            evidence=evidence,
            references=references_of(sheet) if evidence else (),
            licence=LICENCE,
        )
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _boxes(sheet: Handout) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return every box below the places: its label and its lines."""
    now = tuple(sign.brief for sign in sheet.signs_of("crisis", "emergency"))
    today = tuple(sign.brief for sign in sheet.signs_of("urgent")) or ("it gets worse, or you are not sure",)
    soon = tuple(f"a doctor soon: {sign.brief}" for sign in sheet.signs_of("see-doctor"))
    numbered = tuple(enumerate(sheet.places, start=1))
    stop = tuple(f"{number}: {place.let_go}" for number, place in numbered if place.let_go)
    mind = tuple(f"{number}: {'; '.join(place.care)}" for number, place in numbered if place.care)
    way_out = sheet.way_out if sheet.kind == "information" else ""
    rules = (sheet.how_often, sheet.stop_pressing, sheet.see_somebody, way_out)
    return (
        ("CALL NOW IF", now),
        ("STOP IF", ((sheet.stop,) if sheet.stop else ()) + stop),
        ("NOT IF, OR ONLY AS SAID", sheet.not_if),
        ("MIND", mind),
        ("KEEP TAKING", (sheet.keep_taking,) if sheet.keep_taking else ()),
        ("WHAT HELPS", sheet.advice if sheet.kind == "information" else ()),
        ("WHEN TO STOP, AND WHOM TO SEE", tuple(filter(None, rules)) + soon),
        ("RING TODAY IF", today),
    )
