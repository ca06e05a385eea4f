"""The sheet as Markdown: the same words in the same order, without pictures."""

from __future__ import annotations

import re

from acucli.handout.boxes import boxes_of
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
            boxes=boxes_of(sheet),
            minutes=minutes_of(sheet),
            evidence=evidence,
            references=references_of(sheet) if evidence else (),
            licence=LICENCE,
        )
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
