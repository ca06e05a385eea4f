"""The pages for readers: every command on them is understood, every sample is one, and no page is left out."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from acucli.cli.completable import table_of
from acucli.library.compiled import CompiledLibrary
from tests.cli.conftest import Acu, acu
from tests.conftest import ROOT

__all__ = ["acu"]

DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.glob("*.md") if path.name != "cookbook.md")
_LOOKUPS = {"find", "show", "list", "map", "learn", "helplines", "doctor", "schema", "help", "plan", "config",
            "journal", "pack", "course", "favourite", "profile", "completion", "session"}  # fmt: skip
_WRITES = {"import", "add", "remove", "check", "drop"}
"""What needs a file or a record that no page can bring along."""


def _lines(page: Path) -> list[str]:
    """Return the lines to paste: of blocks for a shell, and what stands behind a prompt."""
    text = page.read_text(encoding="utf-8")
    pasted = [
        line
        for block in re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
        for line in block.splitlines()
    ]
    typed = re.findall(r"^\$ (acu .*)$", text, re.MULTILINE)
    return [re.split(r" #| > | \| ", line)[0].strip() for line in (*pasted, *typed)]


COMMANDS = [
    (page.name, line)
    for page in (*PAGES, ROOT / "README.md")
    for line in _lines(page)
    if line.startswith("acu ") and line.split()[1] in _LOOKUPS
]


@pytest.mark.parametrize(("page", "line"), COMMANDS, ids=lambda value: value.removeprefix("acu "))
def test_every_command_of_the_pages_is_understood(
    acu: Acu, page: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is no mistake of the command line, and no lookup finds nothing."""
    monkeypatch.chdir(tmp_path)
    words = shlex.split(line)[1:]
    if len(words) > 1 and words[0] in {"pack", "journal", "course"} and words[1] in _WRITES:
        words = [*words[:2], "--help"]
    if words[0] == "session":
        acu("favourite", "add", "evening", "headache")  # as the page does before it is started
        words.append("--dry-run")
    ran = acu(*words, "--no-input")
    by_hand = words == ["profile", "set"] or words[:2] == ["pack", "remove"]
    assert by_hand or ran.status in {0, 4} or (ran.status == 1 and words[0] in {"journal", "course"}), (page, ran.err)


NAMED = [
    (page.name, words)
    for page in (*DOCS.glob("*.md"), ROOT / "README.md")
    for words in re.findall(r"`acu ([^`\n]+)`", page.read_text(encoding="utf-8"))
]


def test_every_command_and_option_named_in_a_sentence_is_there(library: CompiledLibrary) -> None:
    """In running text and tables, too."""
    table = table_of(library)
    unknown = []
    for page, text in NAMED:
        first, *rest = re.split(r"[^\w-]+", text.strip().replace("\\|", " "))
        first = table.aliases.get(first, first)
        node = table.nodes.get(f"{first} {rest[0]}" if rest else first) or table.nodes.get(first)
        known = node is not None and all(word in node.options for word in rest if word.startswith("--"))
        if not (known or first.isdigit() or first.isupper() or first.startswith("-")):
            unknown.append((page, text))
    assert unknown == []


def test_the_pack_on_its_page_is_one(acu: Acu) -> None:
    """`acu pack check` finds nothing wrong with it."""
    (sample,) = re.findall(
        r"^```yaml\n(.*?)^```", (DOCS / "packs.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    ran = acu("pack", "check", "-", stdin=sample)
    assert ran.status == 0, ran.err


def test_every_page_stands_in_the_navigation() -> None:
    """Whoever reads the site finds all of it."""
    site = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for page in DOCS.rglob("*.md"):
        assert f": {page.relative_to(DOCS)}\n" in site, page


def test_no_page_brings_something_of_another_server() -> None:
    """Links lead out; pictures, scripts and styles never come from elsewhere."""
    for page in DOCS.glob("*.md"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"!\[[^\]]*\]\(https?://|<script|<img|<link", text), page.name
