"""The page about the house shows the house as it is."""

from __future__ import annotations

import re

import pytest
from docs.floors import PICTURE, ROOT, floors, picture, table

PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md"))


def test_the_picture_is_made_from_the_contract() -> None:
    """Whoever moves a room draws it again."""
    assert PICTURE.read_text(encoding="utf-8") == picture(floors()), "python -m docs.floors"


def test_the_table_is_made_from_the_contract() -> None:
    """It stands between two marks."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    found = re.search(r"<!-- floors -->\n(.*)<!-- /floors -->", page, re.DOTALL)
    assert found is not None
    assert found[1] == table(floors()), "python -m docs.floors --table"


def test_every_room_is_on_a_floor() -> None:
    """And none is drawn that does not exist."""
    rooms = {path.parent.name for path in (ROOT / "src" / "acucli").glob("*/__init__.py")}
    assert {room.name for floor in floors() for room in floor} == rooms | {"errors"}


@pytest.mark.parametrize("page", PAGES)
def test_every_file_a_page_names_exists(page: str) -> None:
    """A path in code marks that begins with a folder of the project is one."""
    text = (ROOT / page).read_text(encoding="utf-8")
    folders = ("src/", "data/", "tests/", "docs/", "benchmarks/", "training/", ".ci/")
    rooms = tuple(f"{room.name}/" for floor in floors() for room in floor)
    named = re.findall(r"`([\w./-]+\.(?:py|yaml|md|toml|json|tsv|svg)|[\w./-]+/)`", text)
    missing = [
        name
        for name in named
        if (name.startswith(folders) and not (ROOT / name).exists())
        or (name.startswith(rooms) and not (ROOT / "src" / "acucli" / name).exists())
    ]
    assert missing == []
