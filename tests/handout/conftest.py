"""A real browser for the pages: Debian's Chromium, its clock in the hands of the test, its requests and words kept."""

from __future__ import annotations

import base64
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from acucli.guide.handouts import handout_of
from acucli.guide.request import Request
from acucli.handout import handout_page
from acucli.model.handout_sheet import Handout
from acucli.model.library import Library
from acucli.model.practice import Profile

TODAY = "2026-11-20"
_CHROMIUM = ("--headless", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync")
_CLOCK = """
window.__now = 0;
performance.now = () => window.__now * 1000;
Date.now = () => window.__now * 1000;
window.setInterval = (act) => { window.__beat = act; return 1; };
window.clearInterval = () => { window.__beat = () => {}; };
window.__forward = (seconds) => {
  const until = window.__now + seconds;
  while (window.__now < until - 1e-9) {
    window.__now = Math.min(until, window.__now + 0.5);
    window.__beat();
  }
};
"""
"""The page's own clock, moved by the test alone: half a second a beat."""


def sheet_of(what: str, library: Library, profile: Profile | None = None, **more: Any) -> Handout:
    """Return the handout of these words; a stop fails the test."""
    found = handout_of(Request(what=what, **more), library, profile or Profile(), today=TODAY, mine=profile is not None)
    assert isinstance(found, Handout), found
    return found


class Browser:
    """One page in a browser, with what it said on its console and asked of any network."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(self, page: Path, *, width: int = 1280, height: int = 900, clock: bool = False) -> None:
        """Open a page from its file in a window of that size; with `clock` time stands still until it is moved."""
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )
        added = ""
        if clock:
            added = self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _CLOCK})[
                "identifier"
            ]
        self.driver.get(page.as_uri())
        if added:
            self.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": added})

    def run(self, script: str, *arguments: Any) -> Any:
        """Return what a script of the test gives back."""
        return self.driver.execute_script(script, *arguments)

    def text(self, name: str) -> str:
        """Return the text of the element of this id, as it stands in the page."""
        return str(self.run("return document.getElementById(arguments[0]).textContent.trim()", name))

    def shown(self, name: str) -> bool:
        """Tell whether the element of this id is to be seen."""
        return bool(self.run("return document.getElementById(arguments[0]).checkVisibility()", name))

    def press(self, name: str) -> None:
        """Press the button of this id."""
        self.run("document.getElementById(arguments[0]).click()", name)

    def keys(self, *keys: str) -> None:
        """Type keys where the focus is."""
        from selenium.webdriver.common.action_chains import ActionChains  # only where the browser is there

        chain = ActionChains(self.driver)
        for key in keys:
            chain.send_keys(key)
        chain.perform()

    def forward(self, seconds: float) -> None:
        """Let so many seconds pass for the page."""
        self.run("window.__forward(arguments[0])", seconds)

    def console(self) -> list[str]:
        """Return what was said on the console since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Return the addresses that were asked for since the last call, the page's own file aside."""
        messages = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        asked = (m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent")
        return [address for address in asked if not address.startswith("file:")]

    def pdf(self, file: Path, *, paper: str = "A4") -> Path:
        """Print the page to a file, as a person would, without the browser's own head and foot."""
        wide, high = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}[paper]
        options = {"paperWidth": wide, "paperHeight": high, "preferCSSPageSize": True, "displayHeaderFooter": False}
        printed = self.driver.execute_cdp_cmd("Page.printToPDF", options)
        file.write_bytes(base64.b64decode(printed["data"]))
        return file


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return Chromium behind its driver; the test skips where either is missing."""
    webdriver = pytest.importorskip("selenium.webdriver")
    chromium, chromedriver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and chromedriver):
        pytest.skip("no Chromium with its driver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in (*_CHROMIUM, f"--user-data-dir={tmp_path_factory.mktemp('browser')}"):
        options.add_argument(argument)
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    made = webdriver.Chrome(options=options, service=webdriver.ChromeService(chromedriver))
    yield made
    made.quit()


@pytest.fixture
def browser(driver: Any) -> Browser:
    """Return the browser, with nothing kept from the test before."""
    found = Browser(driver)
    found.driver.get("about:blank")
    found.console()
    found.requests()
    return found


class Page(NamedTuple):
    """A page in a file, with the sheet that it was made from."""

    file: Path
    sheet: Handout


@pytest.fixture
def page_of(tmp_path: Path, library: Library) -> Any:
    """Return a function that writes the page of some words to a file."""

    def write(what: str, profile: Profile | None = None, *, codes: tuple[str, ...] = (), **style: bool) -> Page:
        sheet = sheet_of(what, library, profile, codes=codes)
        file = tmp_path / f"{what or 'points'}.html"
        file.write_text(handout_page(sheet, library, **style), encoding="utf-8")
        return Page(file, sheet)

    return write


def data_of(page: str) -> Mapping[str, Any]:
    """Return the timetable that stands in a page."""
    begin = page.index('id="timetable">') + len('id="timetable">')
    found: Mapping[str, Any] = json.loads(page[begin : page.index("</script>", begin)])
    return found
