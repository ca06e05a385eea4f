"""Tables of rows: nothing cut, no word broken."""

from __future__ import annotations

import pytest

from acucli.render.tables import fitting_widths
from tests.cli.conftest import Acu

ROWS = [["slug", "name", "for"], ["constipation", "Slow and clockwise", "constipation, restless-sleep"]]


def test_columns_give_way_down_to_their_longest_word() -> None:
    """The widest first; the first column keeps its width."""
    assert fitting_widths(ROWS, 100) == [12, 18, 28]
    narrow = fitting_widths(ROWS, 45)
    assert narrow[0] == 12
    assert narrow[1] >= len("clockwise")
    assert narrow[2] >= len("restless-sleep")
    assert sum(narrow) + 2 * 2 <= 45


def test_no_widths_where_the_words_do_not_fit() -> None:
    """Then each row is a paragraph."""
    assert fitting_widths(ROWS, 30) == []


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("kind", ["routines", "figures", "meridians", "conditions"])
def test_lists_break_no_slug(acu: Acu, kind: str, columns: int) -> None:
    """Every slug stands whole on one line, and no line is wider than the terminal."""
    slugs = acu("list", kind, "--format", "codes").out.split()
    out = acu("list", kind, terminal=True, NO_COLOR="1", COLUMNS=str(columns)).out
    words = set(out.replace(",", " ").split())
    assert set(slugs) <= words
    if columns >= 60:
        assert max(map(len, out.splitlines())) <= columns
