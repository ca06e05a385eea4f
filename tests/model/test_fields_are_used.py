"""No field of the library looks like a rule and is none: each is read somewhere outside the checks."""

from __future__ import annotations

import re

import pytest
from msgspec import inspect

from acucli.library.record_types import records_of
from acucli.model.kinds import KINDS
from tests.conftest import ROOT

_READERS = [
    path
    for path in sorted((ROOT / "src" / "acucli").rglob("*.py"))
    if path.parts[-2:-1] != ("checks",) and "pack_" not in path.name
]
_SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in _READERS)
_READ = set(re.findall(r"\.(\w+)\b(?!\()", _SOURCE)) | {name for kind in KINDS for name in kind.columns}
_KEPT = {
    "Article.documents": "which task of the project it carries: for those who keep the data",
    "Routine.documents": "as of articles",
    "Technique.documents": "as of articles",
    "Figure.unit": "always mm, said so that a figure explains itself",
}
"""Fields that nothing reads, each with the reason why it stays."""

FIELDS = sorted(
    {
        f"{record.cls.__name__}.{field.name}"
        for kind in KINDS
        for record in records_of(kind.type)
        if isinstance(record, inspect.StructType)
        for field in record.fields
    }
)


@pytest.mark.parametrize("name", FIELDS)
def test_field_is_obeyed_or_shown(name: str) -> None:
    """In a safety tool a field that promises and does nothing is worse than none."""
    assert name.split(".")[1] in _READ or name in _KEPT, name


def test_the_exceptions_are_fields() -> None:
    """No reason without its field."""
    assert set(_KEPT) <= set(FIELDS)
