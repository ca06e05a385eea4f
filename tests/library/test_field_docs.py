"""Every field of the model says under itself what it is for, and the documents are made from that."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from msgspec import inspect

import acucli.model
from acucli.cli.schema_names import NAMES
from acucli.library.explain import explanation
from acucli.library.field_docs import fields_of, summary_of
from acucli.library.reader import read_text
from acucli.library.record_types import records_of
from acucli.model.answers import Prepared
from acucli.model.kinds import KINDS
from acucli.model.practice import Verdict
from tests.conftest import DATA

RECORDS: dict[str, inspect.StructType] = {
    record.cls.__name__: record for kind in KINDS for record in records_of(kind.type)
}
VALUES: dict[str, inspect.StructType] = RECORDS | {
    record.cls.__name__: record for kind in (*NAMES.values(), Prepared, Verdict) for record in records_of(kind)
}
HOW = "data/README.md is out of date: python -m acucli.library.explain > data/README.md"

each_record = pytest.mark.parametrize("name", RECORDS)
each_value = pytest.mark.parametrize("name", VALUES)


def test_readme_is_what_the_model_explains() -> None:
    """The file is made from the model that validates; a change of the model is a change of the file."""
    # The short message comes first: a difference of 400 lines would bury how to mend it.
    same = (DATA / "README.md").read_text(encoding="utf-8") == explanation()
    assert same, HOW


def test_the_readme_can_be_made_by_itself() -> None:
    """By the command that stands in CONTRIBUTING.md, with nothing else loaded before."""
    ran = subprocess.run([sys.executable, "-m", "acucli.library.explain"], capture_output=True, timeout=60, check=True)
    assert ran.stdout.decode("utf-8") == (DATA / "README.md").read_text(encoding="utf-8"), HOW


@each_value
def test_every_field_has_its_meaning(name: str) -> None:
    """No field without an explanation, in the order of the model."""
    kind = VALUES[name]
    assert list(fields_of(kind.cls)) == [field.encode_name for field in kind.fields]
    assert summary_of(kind.cls).endswith(".")


@each_value
def test_examples_are_what_the_model_takes(name: str) -> None:
    """An example, read as a volunteer would write it, is accepted by the field it explains."""
    types = {field.encode_name: field.type for field in msgspec.structs.fields(VALUES[name].cls)}
    for field, doc in fields_of(VALUES[name].cls).items():
        value = read_text(f"x: {doc.example}", "example").value["x"]
        assert doc.example, field
        msgspec.convert(value, types[field])


@each_record
def test_meanings_are_plain(name: str) -> None:
    """Sentences that end, and no words of programmers."""
    for field, doc in fields_of(RECORDS[name].cls).items():
        assert re.search(r"[.)]$", doc.meaning), field
        assert not re.search(r"\b(string|tuple|struct|enum|bool|boolean|array|null pointer|dict)\b", doc.meaning), field


def test_no_two_types_of_the_model_have_one_name() -> None:
    """The strings are kept by the name of their class."""
    folder = Path(acucli.model.__path__[0])
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.py"))]
    names = [node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]
    assert len(names) == len(set(names))


def test_allowed_words_are_named() -> None:
    """What a field takes comes from the model: the words are all there."""
    text = explanation()
    assert "one of: never, no, yes" in text
    assert "these: partner, self, tool" in text
    assert "left out it is 90" in text
