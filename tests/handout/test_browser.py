"""The page in a real browser: silent, alone, unhurried; the session in it to the second; printed whole; accessible."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from acucli.handout import handout_page, journal_page
from acucli.handout.page_timetable import page_timetable_of
from acucli.journal.sessions import Session
from acucli.model.library import Library
from acucli.session.phrases import clock
from tests.handout.conftest import Browser, Page, sheet_of
from tests.handout.test_page_timetable import told

pytestmark = pytest.mark.browser

Pages = Callable[..., Page]
AXE = Path(__file__).resolve().parents[2] / ".ci" / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (320, 768, 1280)
ENTER, SPACE, RIGHT, LEFT, ESCAPE = "\ue007", " ", "\ue014", "\ue012", "\ue00c"
_HIDE = """
Object.defineProperty(document, 'hidden', {value: arguments[0], configurable: true});
document.dispatchEvent(new Event('visibilitychange'));
"""


def begun(browser: Browser, page: Page, **window: int) -> None:
    """Open a page with its clock stopped, and answer both questions with no."""
    browser.open(page.file, clock=True, **window)
    for button in ("start", "none", "none"):
        browser.press(button)


def violations(browser: Browser) -> list[str]:
    """Return what axe finds against WCAG 2.2 AA, each with where."""
    if not AXE.exists():
        pytest.skip("no axe: npm ci --prefix .ci")
    browser.run(AXE.read_text(encoding="utf-8"))
    found: Any = browser.driver.execute_async_script(
        "const done = arguments[0]; const tags = ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'];"
        "axe.run(document, {runOnly: {type: 'tag', values: tags}}).then((found) => done(found.violations));"
    )
    return [f"{item['id']}: {item['nodes'][0]['html']}" for item in found]


@pytest.mark.parametrize("width", WIDTHS)
def test_it_opens_from_a_file_in_silence(browser: Browser, page_of: Pages, width: int) -> None:
    """No message, no request, nothing beside the window, at any width."""
    page = page_of("nausea")
    browser.open(page.file, width=width)
    assert browser.console() == []
    assert browser.requests() == []
    assert browser.run("return document.documentElement.scrollWidth") <= width
    assert browser.shown("start")


def test_a_script_that_is_not_its_own_does_not_run(browser: Browser, page_of: Pages) -> None:
    """The policy of the page stops whatever somebody writes into it."""
    page = page_of("nausea")
    text = page.file.read_text(encoding="utf-8").replace("</main>", "<script>window.__evil = 1</script></main>")
    page.file.write_text(text, encoding="utf-8")
    browser.open(page.file)
    assert browser.run("return window.__evil") is None
    assert any("Content Security Policy" in message for message in browser.console())


def test_the_danger_question_holds_against_enter(browser: Browser, page_of: Pages) -> None:
    """Neither question has a default: keys pressed by habit lead nowhere."""
    page = page_of("headache")
    browser.open(page.file, clock=True)
    browser.press("start")
    for _ in range(2):
        question = browser.text("question")
        browser.keys(ENTER, SPACE, ENTER, RIGHT, ESCAPE)
        assert (browser.text("question"), browser.shown("running")) == (question, False)
        browser.press("none")
    assert browser.shown("running")


@pytest.mark.parametrize("noes", [0, 1], ids=["danger", "not-if"])
def test_a_yes_ends_the_guided_part_and_leaves_the_sheet(browser: Browser, page_of: Pages, noes: int) -> None:
    """Yes or not sure, to either question: nothing runs, what to do is said, the sheet stays."""
    page = page_of("headache")
    browser.open(page.file)
    browser.press("start")
    for _ in range(noes):
        browser.press("none")
    browser.press("unsure")
    assert "Nothing is pressed now" in browser.text("lines")
    assert browser.shown("running") is False
    browser.press("to-sheet")
    assert browser.shown("sheet")
    assert browser.shown("start-line") is False


@pytest.mark.parametrize("what", ["nausea", "panic"])
def test_a_session_follows_the_timetable_of_its_plan(browser: Browser, page_of: Pages, what: str) -> None:
    """Under a clock that the test moves, every word comes in the half second in which the plan has it, and no other."""
    page = page_of(what)
    begun(browser, page) if what == "nausea" else None
    if what == "panic":
        browser.open(page.file, clock=True)
        browser.press("start")
        browser.press("none")
    assert page.sheet.plan is not None
    heard: list[tuple[float, str]] = browser.run(
        """
        const said = document.getElementById('said');
        const heard = [[0, said.textContent]];
        while (!document.getElementById('phase').textContent.startsWith('Done')) {
          window.__forward(0.5);
          if (said.textContent !== heard[heard.length - 1][1]) heard.push([window.__now, said.textContent]);
          if (window.__now > 3600) break;
        }
        return heard;
        """
    )
    table = page_timetable_of(page.sheet.plan)
    expected: dict[float, str] = {}
    breath_said = False
    for second, text in told(table):
        if text == table.steps[0].hold and not breath_said:
            text, breath_said = f"{text} {table.breath}", True
        beat = -(-round(second, 6) // 0.5) * 0.5
        expected[beat] = f"{expected[beat]} {text}" if beat in expected else text
    assert [words for _, words in heard[:-1]] == list(expected.values())
    assert [at for at, _ in heard[:-1]] == pytest.approx(list(expected), abs=0.51)
    assert heard[-1][1].startswith("Done.")
    assert heard[-1][0] == pytest.approx(page.sheet.plan.total_seconds, abs=0.51)


def test_a_pause_and_a_hidden_page_are_not_credited(browser: Browser, page_of: Pages) -> None:
    """The rest of the hold stands still while it is paused, hidden or lost, and the page says so."""
    begun(browser, page_of("nausea"))
    browser.press("there")
    browser.press("there")
    browser.forward(8.0)
    assert browser.text("phase") == "Hold"
    left = browser.text("time")
    browser.press("pause")
    browser.forward(40.0)
    assert (browser.text("phase"), browser.text("time")) == ("Paused", left)
    browser.press("pause")
    browser.run(_HIDE, True)
    browser.run("window.__now += 300; window.__beat();")
    browser.run(_HIDE, False)
    browser.forward(20.0)
    assert (browser.text("phase"), browser.text("time")) == ("Paused", left)
    assert "hidden" in browser.text("said")
    browser.press("pause")
    browser.run("window.__now += 60; window.__beat();")
    assert (browser.text("phase"), browser.text("time")) == ("Paused", left)
    assert "60 seconds were lost" in browser.text("said")


_VOICES = """
window.__spoken = [];
const voices = [{name: 'far', lang: 'en-GB', localService: false}].concat(
  LOCAL ? [{name: 'near', lang: 'en-GB', localService: true}] : []);
Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => voices, addEventListener: () => {}, speaking: false, cancel: () => {},
  speak: (said) => { window.__spoken.push(said.voice.name); window.speechSynthesis.speaking = true; }}});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


@pytest.mark.parametrize("local", [False, True], ids=["far", "near"])
def test_only_a_voice_of_this_device_speaks(browser: Browser, page_of: Pages, local: bool) -> None:
    """A voice that may send words away is never used; one on the device is waited for before a hold, and can be off."""
    source = f"const LOCAL = {str(local).lower()};{_VOICES}"
    added = browser.driver.execute_cdp_cmd(
        "Page.addScriptToEvaluateOnNewDocument", {"source": f"(() => {{{source}}})()"}
    )
    begun(browser, page_of("nausea"))
    browser.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)
    assert browser.shown("voice-line") is local
    assert browser.run("return window.__spoken") == (["near"] if local else [])
    browser.press("there")
    browser.forward(14.0)
    assert browser.text("phase") == ("Get ready" if local else "Hold")
    browser.run("speechSynthesis.speaking = false")
    browser.forward(1.0)
    assert browser.text("phase") == "Hold"
    spoken = browser.run("return window.__spoken.length")
    browser.run("document.getElementById('voice').checked = false")
    browser.forward(90.0)
    assert browser.run("return window.__spoken.length") == spoken


def test_by_touch_each_place_is_told_and_waited_for(browser: Browser, page_of: Pages) -> None:
    """With the switch on the line gives the whole way by touch, and nothing is held before the finger is there."""
    page = page_of("nausea")
    assert page.sheet.plan is not None
    browser.open(page.file, clock=True)
    for button in ("touch", "start", "none", "none"):
        browser.press(button)
    browser.forward(120.0)
    assert (browser.text("phase"), browser.text("time")) == ("Settle in", "")
    browser.press("there")
    assert page.sheet.plan.steps[0].by_touch in browser.text("said")
    browser.forward(300.0)
    assert browser.text("phase") == "Get ready"
    browser.press("there")
    browser.forward(6.0)
    assert browser.text("phase") == "Hold"
    assert "Breathe in for five, breathe out for five." in browser.text("said")


def test_whoever_cannot_see_hears_the_lines_and_how_to_go_on(browser: Browser, page_of: Pages) -> None:
    """The button that says no is described by the lines it answers; each wait says how to go on, and that it heard."""
    browser.open(page_of("nausea").file, clock=True)
    for button in ("touch", "start"):
        browser.press(button)
    described = "return document.getElementById(document.getElementById('none').getAttribute('aria-describedby'))"
    assert browser.run(f"{described}.textContent.length") > 0
    browser.press("none")
    browser.press("none")
    assert browser.text("said").endswith("Enter, or the button “I am ready”, goes on.")
    browser.press("there")
    assert browser.text("said").endswith("Enter, or the button “My finger is there”, goes on.")
    browser.press("there")
    assert browser.text("said") == "Good. Back to the place: the hold begins in a moment."
    browser.forward(6.0)
    assert browser.text("said").startswith("Press in slowly")


def test_keys_do_what_the_buttons_do(browser: Browser, page_of: Pages) -> None:
    """Space, Enter, arrows and Escape, from wherever the focus was put."""
    begun(browser, page_of("nausea"))
    browser.keys(ENTER)
    assert browser.text("phase") == "Get ready"
    browser.keys(ENTER)
    browser.forward(6.0)
    assert browser.text("phase") == "Hold"
    browser.keys(SPACE)
    assert browser.text("phase") == "Paused"
    browser.keys(SPACE, RIGHT)
    assert browser.text("where") == "2 of 6"
    browser.keys(LEFT)
    assert browser.text("where") == "1 of 6"
    browser.press("more")
    assert "seconds in all" in browser.text("said")
    browser.keys(ESCAPE)
    assert browser.text("said").startswith("Ended early.")
    assert browser.run("return localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_it_can_be_begun_again_and_asks_again(browser: Browser, page_of: Pages) -> None:
    """From the end back to the sheet, and a second session from its first question on; a yes leads out of it too."""
    begun(browser, page_of("nausea"))
    browser.press("stop")
    browser.press("done")
    assert browser.shown("start")
    for button in ("start", "none", "none"):
        browser.press(button)
    assert (browser.text("phase"), browser.shown("hands"), browser.shown("ending")) == ("Settle in", True, False)
    browser.press("stop")
    browser.press("done")
    browser.press("start")
    browser.press("unsure")
    assert browser.shown("to-sheet")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    ("what", "style", "most"),
    [
        ("nausea", {}, 1),
        ("headache", {}, 1),
        ("hangover", {}, 1),
        ("stress-quick", {}, 1),
        ("panic", {}, 1),
        ("low-back", {}, 2),
        ("whole-body", {}, 2),
        ("sinus", {}, 2),
        ("wellness", {}, 2),
        ("headache", {"large": True}, 3),
        ("nausea", {"large": True}, 3),
        ("stress", {"large": True}, 3),
        ("wellness", {"large": True}, 3),
        ("stress-quick", {"large": True}, 3),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_it_prints_on_the_promised_pages_with_every_word(
    browser: Browser, page_of: Pages, tmp_path: Path, what: str, style: dict[str, bool], most: int, paper: str
) -> None:
    """One to three places on one page, a routine on two, 18 points on three at most; no sign and no step is lost."""
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext")
    page = page_of(what, **style)
    browser.open(page.file)
    file = browser.pdf(tmp_path / "sheet.pdf", paper=paper)
    text = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, text=True, check=True).stdout
    assert text.count("\f") <= most
    words = re.sub(r"\W+", "", text.casefold())
    sheet = page.sheet
    wanted = [sheet.title, sheet.keep_taking, sheet.evidence, *sheet.not_if, *(sign.brief for sign in sheet.signs)]
    wanted += [text for place in sheet.places for text in (place.title, place.how_long, place.let_go, *place.care)]
    assert [part for part in wanted if re.sub(r"\W+", "", part.casefold()) not in words] == []
    assert re.search(r"^\W*Number to ring:", text, re.MULTILINE), "the number has a line of its own"
    numbers = ("1.", "2.", "3.")
    assert all(text.count(f"{number} ") >= len(sheet.places) for number in numbers), "three steps for every place"


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
def test_every_sheet_keeps_its_pages(browser: Browser, library: Library, tmp_path: Path, large: bool) -> None:
    """Every offered condition and routine, on the lower paper: one page up to three places, two beyond, large three."""
    if shutil.which("pdfinfo") is None:
        pytest.skip("no pdfinfo")
    file = tmp_path / "sheet.html"
    offered = {slug for slug, condition in library.conditions.items() if condition.offered}
    for what in sorted({*offered, *library.routines}):
        sheet = sheet_of(what, library)
        file.write_text(handout_page(sheet, library, large=large), encoding="utf-8")
        browser.driver.get(file.as_uri())
        told = ["pdfinfo", str(browser.pdf(tmp_path / "sheet.pdf", paper="Letter"))]
        found = subprocess.run(told, capture_output=True, text=True, check=True).stdout
        pages = int(found.partition("Pages:")[2].split()[0])
        assert pages <= (3 if large else 1 if len(sheet.places) <= 3 else 2), what


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, page_of: Pages, width: int, scheme: str) -> None:
    """The sheet, the questions, a hold and its end meet WCAG 2.2 AA at every width, in light and dark."""
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    browser.open(page_of("nausea").file, width=width, height=640, clock=True)
    assert violations(browser) == []
    browser.press("start")
    assert violations(browser) == []
    browser.press("none")
    browser.press("none")
    browser.press("there")
    browser.forward(30.0)
    assert browser.text("phase") == "Hold"
    assert violations(browser) == []
    assert browser.run("return document.documentElement.scrollWidth") <= width
    browser.press("stop")
    assert violations(browser) == []
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_the_pages_of_information_and_of_the_journal_are_clean(
    browser: Browser, library: Library, tmp_path: Path
) -> None:
    """A page without pressing, a person's own months, a routine in large letters: silent, and clean by axe."""
    condition = next(item for item in library.conditions.values() if not item.offered)
    sessions = [Session(sid="a", at="", day="2026-11-01", name="Headache", credited_seconds=300.0, before=6, after=3)]
    pages = {
        "information": handout_page(sheet_of(condition.slug, library), library, evidence=True),
        "journal": journal_page(sessions, day="2026-11-20"),
        "large": handout_page(sheet_of("low-back", library), library, large=True),
    }
    for name, text in pages.items():
        file = tmp_path / f"{name}.html"
        file.write_text(text, encoding="utf-8")
        browser.open(file, width=320)
        assert browser.console() == []
        assert violations(browser) == []
        assert browser.run("return document.documentElement.scrollWidth") <= 320


def test_without_script_the_sheet_is_whole(browser: Browser, page_of: Pages) -> None:
    """Where scripts are off, nothing is missing but the button."""
    page = page_of("nausea")
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.open(page.file)
        shown = str(browser.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": "document.body.innerText"}))
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert "Begin the guided session" not in shown
    for words in (page.sheet.places[0].find[:40], page.sheet.not_if[-1], page.sheet.keep_taking):
        assert words in shown


@pytest.mark.parametrize(
    "feature", [{"name": "prefers-reduced-motion", "value": "reduce"}, {"name": "forced-colors", "value": "active"}]
)
def test_wishes_of_the_system_are_obeyed(browser: Browser, page_of: Pages, feature: dict[str, str]) -> None:
    """With less motion the breath is words alone; with forced colours every button keeps its edge."""
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    begun(browser, page_of("nausea"))
    browser.press("there")
    browser.forward(30.0)
    assert browser.text("breath-word").startswith("Breathe")
    if feature["name"] == "prefers-reduced-motion":
        assert browser.shown("circle") is False
    edge = "return getComputedStyle(document.getElementById('pause')).borderTopWidth"
    assert browser.run(edge) == "2px"
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_words_grow_to_twice_their_size(browser: Browser, page_of: Pages) -> None:
    """At 320 pixels and letters twice as large nothing is cut off and nothing lies beside the window."""
    begun(browser, page_of("nausea"), width=320, height=640)
    browser.run("document.documentElement.style.fontSize = '200%'")
    browser.press("there")
    browser.forward(20.0)
    assert browser.run("return document.documentElement.scrollWidth") <= 320
    assert browser.text("left") == clock(0) or ":" in browser.text("left")
