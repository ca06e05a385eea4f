"""The page: a sheet with its pictures, laid out for paper, and the session that runs in it."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from acucli.bodymap.picture import printed_svg
from acucli.handout.boxes import LISTED, boxes_of
from acucli.handout.engine import engine, policy, static
from acucli.handout.page_timetable import as_data, page_timetable_of
from acucli.handout.paper import READ_ON, PaperLayout, layout_for, shares_of
from acucli.model.handout_sheet import Handout, HandoutPlace
from acucli.model.library import Library
from acucli.render.records import cited

LICENCE = "Text and pictures CC BY 4.0, code MIT."
_SCRIPT = ("machine.js", "player.js")


class PicturedPlace(NamedTuple):
    """A place of a sheet with its number and its picture, which is empty where it has none."""

    number: int
    place: HandoutPlace
    picture: Markup


def handout_page(sheet: Handout, library: Library, *, large: bool = False, evidence: bool = False) -> str:
    """Return a handout as one HTML document that needs nothing from outside.

    `large` prints it in letters for people who see little, `evidence` adds a sheet with what the grade rests on.
    """
    layout = layout_for(sheet, large=large)
    style = static("page.css") + _paper_style(sheet, layout)
    script = static(*_SCRIPT) if sheet.plan is not None else Markup("")
    return (
        engine()
        .get_template("page.html")
        .render(
            sheet=sheet,
            places=_pictured(sheet, library, layout),
            boxes=boxes_of(sheet),
            layout=layout,
            listed=LISTED if layout.listed else (),
            read_on=READ_ON,
            large=large,
            evidence=evidence,
            references=references_of(sheet) if evidence else (),
            policy=policy(style=style, script=script),
            style=style,
            script=script,
            timetable=as_data(page_timetable_of(sheet.plan)) if sheet.plan is not None else None,
            minutes=minutes_of(sheet),
            licence=LICENCE,
        )
    )


def _paper_style(sheet: Handout, layout: PaperLayout) -> Markup:
    """Return the style that one sheet has for itself: how wide its pictures and its columns are on paper."""
    columns = " ".join(f"{share:g}fr" for share in shares_of(sheet.places))
    return Markup(
        f"@media print {{ :root {{ --picture: {layout.picture.wide:.1f}mm; --columns: {columns or '1fr'}; }} }}\n"
    )


def _pictured(sheet: Handout, library: Library, layout: PaperLayout) -> list[PicturedPlace]:
    """Return the places of a sheet with their pictures."""
    numbered = enumerate(sheet.places, start=1)
    return [PicturedPlace(number, place, _picture(place, library, layout)) for number, place in numbered]


def references_of(sheet: Handout) -> tuple[tuple[str, str], ...]:
    """Return each reference of a sheet: how it is cited, and what was seen in it."""
    return tuple((cited(reference), reference.finding) for reference in sheet.references)


def minutes_of(sheet: Handout) -> str:
    """Return how long the session of a sheet lasts, in whole minutes; empty where it has none."""
    if sheet.plan is None:
        return ""
    minutes = max(1, round(sheet.plan.total_seconds / 60))
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def _picture(place: HandoutPlace, library: Library, layout: PaperLayout) -> Markup:
    """Return the picture of a place; its text is escaped by the room that draws it."""
    point = library.points.get(place.code)
    drawn = printed_svg(point, library.figures, library.points, size=layout.picture, side=place.side) if point else None
    return Markup(drawn or "")
