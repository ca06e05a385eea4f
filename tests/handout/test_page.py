"""The page as a document: valid, small, and nothing that is inserted is ever markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator

import html5lib
import pytest
from msgspec.structs import replace

from acucli.bodymap.words_around import LETTERS_MM
from acucli.guide.handouts import handout_of
from acucli.guide.request import Request
from acucli.handout import handout_markdown, handout_page, journal_page
from acucli.journal.sessions import Note, Session
from acucli.model.answers import Stop
from acucli.model.library import Library
from acucli.model.practice import Profile
from tests.handout.conftest import TODAY, data_of, sheet_of

MOST_BYTES = 300_000
LEAST_POINTS = 7.0
_PRINTED = re.compile(r'viewBox="\S+ \S+ (?P<wide>\S+) \S+" width="(?P<millimetres>[\d.]+)mm"')
EVIL = "<script>alert('x')</script>\u202e\x1b[31m"


def problems(page: str) -> Iterator[str]:
    """Yield what html5lib finds wrong with a document, and identifiers that stand twice."""
    parser = html5lib.HTMLParser()
    parser.parse(page)
    yield from (f"{place}: {code}" for place, code, _ in parser.errors)
    ids = re.findall(r'\bid="([^"]+)"', page)
    yield from {f"twice: {name}" for name in ids if ids.count(name) > 1}


def printed_points(page: str) -> list[float]:
    """Return how high the letters of each picture of a page are on paper, in points."""
    scales = (float(found["millimetres"]) / float(found["wide"]) for found in _PRINTED.finditer(page))
    return [LETTERS_MM * scale * 72 / 25.4 for scale in scales]


@pytest.mark.parametrize("style", [{}, {"large": True}, {"evidence": True}], ids=["plain", "large", "evidence"])
def test_a_page_is_valid(style: dict[str, bool], library: Library) -> None:
    """A well-kept parser of HTML has nothing to say."""
    assert list(problems(handout_page(sheet_of("nausea", library), library, **style))) == []


@pytest.mark.long
def test_every_sheet_is_valid_and_small(library: Library) -> None:
    """Every offered condition and every routine gives a page that is valid and at most 300 kB; so do all others.

    Only where the very name is held back, as for children, is there none.
    """
    for what in (*library.conditions, *library.routines):
        sheet = handout_of(Request(what=what), library, Profile(), today=TODAY)
        if isinstance(sheet, Stop):
            assert not library.conditions[what].offered, what
            continue
        page = handout_page(sheet, library, evidence=True)
        assert list(problems(page)) == [], what
        assert len(page.encode()) <= MOST_BYTES, what
        assert min(printed_points(page), default=LEAST_POINTS) >= LEAST_POINTS, what


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("what", ["headache", "hangover", "stress", "wellness"])
def test_printed_pictures_can_be_read(what: str, large: bool, library: Library) -> None:
    """Nothing in a picture is printed smaller than 7 points, however full the sheet."""
    found = printed_points(handout_page(sheet_of(what, library), library, large=large))
    assert found
    assert min(found) >= LEAST_POINTS


def test_what_to_mind_names_its_place(library: Library) -> None:
    """A single line that is about one of several places still says which."""
    sheet = sheet_of("nausea", library)
    assert [bool(place.care) for place in sheet.places] == [True, False, False]
    assert "<li><b>1</b> pain that shoots" in handout_page(sheet, library)


def test_a_page_asks_nothing_of_any_network(library: Library) -> None:
    """No address in it is ever fetched: the policy forbids it, and none stands in an attribute that would."""
    page = handout_page(sheet_of("nausea", library), library)
    assert "default-src 'none'" in page.replace("&#39;", "'")
    assert re.findall(r'\b(?:src|href)\s*=\s*"(?!#)', page) == []


def test_the_policy_knows_this_script_and_style_alone(library: Library) -> None:
    """The hashes in the policy are those of what stands in the page."""
    page = handout_page(sheet_of("nausea", library), library).replace("&#39;", "'")
    for tag in ("script", "style"):
        text = page.rpartition(f"<{tag}>")[2].partition(f"</{tag}>")[0]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in page


def test_nothing_that_is_inserted_is_markup(library: Library) -> None:
    """A pack's point and names that are written as a script stand there as text, and turn nothing around."""
    sheet = sheet_of("nausea", library)
    assert sheet.plan is not None
    step = replace(sheet.plan.steps[0], name=EVIL, short=EVIL)
    plan = replace(sheet.plan, name=EVIL, steps=(step, *sheet.plan.steps[1:]))
    place = replace(sheet.places[0], title=EVIL, find=EVIL, care=(EVIL,))
    places = (place, *sheet.places[1:])
    page = handout_page(replace(sheet, title=EVIL, plan=plan, places=places, not_if=(EVIL,)), library)
    assert "<script>alert" not in page
    assert page.count("<script") == 3
    assert "\u202e" not in page
    assert "\x1b" not in page
    assert data_of(page)["name"] == EVIL
    assert list(problems(page)) == []


def test_markdown_reads_nothing_inserted_as_markup(library: Library) -> None:
    """A name that is written as markup stands there as text."""
    sheet = replace(sheet_of("nausea", library), title="<script>*x*</script> [a](b)")
    assert handout_markdown(sheet).startswith("# \\<script\\>\\*x\\*\\</script\\> \\[a\\](b)\n")


def test_markdown_says_what_the_page_says(library: Library) -> None:
    """Every warning sign, place and NOT IF of the sheet is in its Markdown."""
    sheet = sheet_of("headache", library)
    text = handout_markdown(sheet).replace("\\", "")
    wanted = [sign.brief for sign in sheet.signs] + list(sheet.not_if) + [place.find for place in sheet.places]
    assert [words for words in wanted if " ".join(words.split()) not in text] == []


def test_the_journal_page_is_valid_and_says_what_was_done() -> None:
    """Own months on one page: dates, minutes, numbers, a plot; a note written as a script is text."""
    sessions = [
        Session(
            sid="a",
            at="2026-11-01T08:00:00Z",
            day="2026-11-01",
            name="Headache",
            credited_seconds=300.0,
            why="done",
            before=6,
            after=3,
            notes=(Note(at="", text=EVIL),),
        ),
        Session(sid="b", at="2026-11-03T08:00:00Z", day="2026-11-03", name="Sleep", credited_seconds=90.0),
    ]
    page = journal_page(sessions, day="2026-11-20")
    assert list(problems(page)) == []
    assert page.count("<circle") == 2
    assert "<script" not in page
    for words in ("2026-11-01 to 2026-11-03", "2 sessions", "5.0", "broke off", "&lt;script&gt;"):
        assert words in page


def test_an_empty_journal_has_a_page_too() -> None:
    """Nothing kept is said, and no plot is drawn."""
    page = journal_page([], day="2026-11-20")
    assert "No session is kept." in page
    assert list(problems(page)) == []


def test_the_timetable_in_a_page_is_json_alone(library: Library) -> None:
    """The data of a page is read by no parser but that of JSON."""
    page = handout_page(sheet_of("headache", library), library)
    assert json.loads(json.dumps(data_of(page)))["steps"][0]["place"] == "GB20"
