"""The figures that are computed from the body are as the computation left them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SUMS = [
    line.split() for line in (ROOT / "training" / "body" / "figures.sha256").read_text(encoding="utf-8").splitlines()
]
DRAWN_BY_HAND = {"ear.json", "ear-back.json"}


@pytest.mark.parametrize(("kept", "name"), SUMS, ids=lambda value: value.removesuffix(".json"))
def test_computed_figure_is_as_it_was_written(kept: str, name: str) -> None:
    """Nobody edits it; `python -m training.body draw` writes it, `check` computes it anew and compares every byte."""
    assert hashlib.sha256((ROOT / "data" / "figures" / name).read_bytes()).hexdigest() == kept


def test_every_other_figure_is_drawn_by_hand() -> None:
    """The ear's two, as docs/figures/README.md says."""
    there = {path.name for path in (ROOT / "data" / "figures").glob("*.json")}
    assert there - {name for _, name in SUMS} == DRAWN_BY_HAND


def test_the_source_is_named_where_its_work_is_kept() -> None:
    """The public domain source stands in the data's licence, in the docs and in the kept surface itself."""
    for path in ("data/LICENSE", "docs/figures/README.md", "docs/architecture.md"):
        assert "public domain" in " ".join((ROOT / path).read_text(encoding="utf-8").split()), path
    head = (ROOT / "training" / "body" / "body.bin").read_bytes().partition(b"\n")[0]
    assert b"CC0 1.0" in head
    assert b"hm08" in head
