"""The page: a sheet with its pictures, laid out for paper, and the session that runs in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from acucli.bodymap.papers import inks_as_css
from acucli.handout.engine import engine, policy, static
from acucli.handout.page_timetable import as_data, page_timetable_of
from acucli.handout.paper import A4, LETTER, PaperLayout, layout_for
from acucli.handout.printed_picture import BLANK, PrintedPicture, printed_picture
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
    places, layouts = laid_out(sheet, library, large=large)
    style = static("page.css") + _paper_style(*layouts)
    script = static(*_SCRIPT) if sheet.plan is not None else Markup("")
    return (
        engine()
        .get_template("page.html")
        .render(
            sheet=sheet,
            places=places,
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


class LaidOut(NamedTuple):
    """The places with their pictures, and the layouts for Letter and for A4 that the pictures were drawn for."""

    places: Sequence[PicturedPlace]
    layouts: Sequence[PaperLayout]


def laid_out(sheet: Handout, library: Library, *, large: bool = False) -> LaidOut:
    """Return the places of a sheet with pictures whose letters can be read at the size at which they are printed."""
    pictures = [_picture(place, library, ()) for place in sheet.places]
    layouts: Sequence[PaperLayout] = ()
    for _ in range(2):  # larger letters change the shape of a picture, and so the room for all
        shapes = [picture.shape for picture in pictures]
        layouts = [layout_for(sheet, shapes, paper=paper, large=large) for paper in (LETTER, A4)]
        pictures = [_picture(place, library, layouts) for place in sheet.places]
    pairs = zip(sheet.places, pictures, strict=True)
    places = [PicturedPlace(number, place, picture.svg) for number, (place, picture) in enumerate(pairs, start=1)]
    return LaidOut(places, layouts)


def _paper_style(letter: PaperLayout, a4: PaperLayout) -> Markup:
    """Return the style of this one sheet on paper: a higher page has its own layout."""
    rules = (f"@media print {{{_layout_style(letter)}{inks_as_css('.picture', 'print')}}}",
             f"@media print and (min-height: {LETTER.high + 8:.0f}mm) {{{_layout_style(a4)}}}")  # fmt: skip
    return Markup("\n".join(rules))


def _layout_style(layout: PaperLayout) -> str:
    columns = " ".join(["1fr"] * layout.columns)
    shown, hidden = ("full", "brief") if layout.words == "full" else ("brief", "full")
    place = "float: none; margin: 0 0 0.5mm" if layout.above else "float: right; margin: 0 0 0.5mm 3mm"
    return (
        f".cards {{ grid-template-columns: {columns}; }} .picture {{ {place}; }} "
        f".picture svg {{ max-height: {layout.picture_mm}mm; max-width: {layout.picture_wide_mm:g}mm; }} "
        f".in-{shown} {{ display: inline; }} .in-{hidden} {{ display: none; }} "
        f".card .finding {{ display: {'list-item' if layout.finds else 'none'}; }} "
        f".bare .finding {{ display: {'inline' if layout.finds else 'none'}; }}\n"
    )


def references_of(sheet: Handout) -> tuple[tuple[str, str], ...]:
    """Return each reference of a sheet: how it is cited, and what was seen in it."""
    return tuple((cited(reference), reference.finding) for reference in sheet.references)


def minutes_of(sheet: Handout) -> str:
    """Return how long the session of a sheet lasts, in whole minutes; empty where it has none."""
    if sheet.plan is None:
        return ""
    minutes = max(1, round(sheet.plan.total_seconds / 60))
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def _picture(place: HandoutPlace, library: Library, layouts: Sequence[PaperLayout]) -> PrintedPicture:
    point = library.points.get(place.code)
    return printed_picture(point, library, layouts, side=place.side) if point else BLANK
