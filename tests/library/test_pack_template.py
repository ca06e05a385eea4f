"""The pack to begin with passes the checks, and every line of it that is taken out of its remark is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from acucli.library.field_docs import fields_of
from acucli.library.pack_template import commented_pack
from acucli.library.packs import check_pack
from acucli.library.source import Sources, read_single_file
from acucli.model.kinds import KINDS

OFFERED = [
    kind for kind in KINDS if kind.in_packs and kind.key and kind.shelf not in {"routines", "meridians", "figures"}
]


def test_a_new_pack_passes_the_checks(bundled: Sources, tmp_path: Path) -> None:
    """Whoever begins begins with something that works."""
    pack = tmp_path / "mine.yaml"
    pack.write_text(commented_pack("mine"), encoding="utf-8")
    assert check_pack(bundled, pack) == ([], {"routines": 1})


def test_every_field_of_a_routine_stands_in_it() -> None:
    """With its meaning above it; `open` is worked out and stands nowhere."""
    text = commented_pack("mine")
    routine = next(kind for kind in KINDS if kind.shelf == "routines")
    for name in set(fields_of(routine.type)) - {"open"}:
        assert f" {name}: " in text, name


@pytest.mark.parametrize("kind", OFFERED, ids=lambda kind: kind.shelf)
def test_a_kind_taken_out_of_its_remarks_is_read(kind, tmp_path: Path) -> None:
    """The examples of its fields together are a record of the right shape."""
    blocks = commented_pack("mine").split("\n\n")
    block = next(block for block in blocks if f"\n# {kind.shelf}:\n" in block)
    pack = tmp_path / "one.yaml"
    pack.write_text("\n".join(_uncommented(block)), encoding="utf-8")
    found = read_single_file(pack)
    assert found.problems == []
    assert len(found.records[kind.shelf]) == 1


def _uncommented(block: str) -> list[str]:
    lines = block.split("\n")
    start = next(number for number, line in enumerate(lines) if line.endswith(":") and line.startswith("# "))
    return [line.removeprefix("# ") for line in lines[start:]]
