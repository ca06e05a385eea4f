"""Takes the pictures of `docs/handout.md` in Chromium: `python -m docs.handout_pictures` (extra `test`, poppler-utils).

The sheet is printed as a person would print it; the phone is a window of 320 by 640 pixels whose clock stands still.
"""

from __future__ import annotations

import base64
import subprocess
import tempfile
from pathlib import Path

from selenium import webdriver

from acucli.guide.handouts import handout_of
from acucli.guide.request import Request
from acucli.handout import handout_page
from acucli.host.environment import Environment
from acucli.library import open_library
from acucli.model.handout_sheet import Handout
from acucli.model.practice import Profile

FOLDER = Path(__file__).resolve().parent / "handout"
_ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
              "--disable-sync", "--hide-scrollbars")  # fmt: skip
_STILL = "performance.now = () => (window.__now || 0) * 1000; Date.now = () => (window.__now || 0) * 1000;"
_LATER = "window.__now = (window.__now || 0) + 1;"


class Camera:
    """A browser with a page in it, and the folder that its pictures go to."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def window(self, width: int, height: int) -> None:
        """Set the size of the window."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def shoot(self, name: str) -> None:
        """Write what the window shows."""
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
        (FOLDER / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))

    def press(self, *names: str) -> None:
        """Press buttons by their ids."""
        for name in names:
            self.driver.execute_script("document.getElementById(arguments[0]).click()", name)

    def wait(self, seconds: int) -> None:
        """Let seconds pass, a beat of the page each."""
        for _ in range(seconds):
            self.driver.execute_script(_LATER)
            self.driver.execute_async_script("setTimeout(arguments[0], 150)")

    def print_page(self, name: str) -> None:
        """Write the first printed page as a picture."""
        options = {"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True}
        printed = self.driver.execute_cdp_cmd("Page.printToPDF", options)
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(base64.b64decode(printed["data"]))
            file.flush()
            wanted = ["-r", "64", "-jpeg", "-jpegopt", "quality=42", "-gray", "-singlefile"]
            subprocess.run(["pdftoppm", *wanted, file.name, str(FOLDER / name)], check=True)


def main() -> None:
    """Write every picture."""
    library = open_library(Environment.real())
    sheet = handout_of(Request(what="nausea"), library, Profile(), today="2026-11-30")
    assert isinstance(sheet, Handout)
    options = webdriver.ChromeOptions()
    for argument in _ARGUMENTS:
        options.add_argument(argument)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "nausea.html"
        page.write_text(handout_page(sheet, library), encoding="utf-8")
        options.add_argument(f"--user-data-dir={folder}/browser")
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
        camera = Camera(driver)
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _STILL})
        camera.window(320, 640)
        driver.get(page.as_uri())
        camera.print_page("printed")
        camera.press("start")
        camera.shoot("phone-question")
        camera.press("none", "none", "there", "there")
        camera.wait(9)
        camera.shoot("phone-hold")
        dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", dark)
        camera.shoot("phone-dark")
        driver.quit()


if __name__ == "__main__":
    main()
