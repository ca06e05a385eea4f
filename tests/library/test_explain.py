"""data/README.md explains every field of the model, in plain words, and never parts from it."""

from __future__ import annotations

import re

import msgspec
import pytest
from msgspec import inspect

from acucli.library.explain import explanation, records_of
from acucli.library.kinds import KINDS
from acucli.library.meanings import TABLES, meanings_of
from acucli.library.reader import read_text
from tests.conftest import DATA

RECORDS: dict[str, inspect.StructType] = {
    record.cls.__name__: record for kind in KINDS for record in records_of(kind.type)
}
HOW = "data/README.md is out of date: python -m acucli.library.explain > data/README.md"

each_record = pytest.mark.parametrize("name", RECORDS)


def test_readme_is_what_the_model_explains() -> None:
    """The file is made from the model that validates; a change of the model is a change of the file."""
    # The short message comes first: a difference of 400 lines would bury how to mend it.
    same = (DATA / "README.md").read_text(encoding="utf-8") == explanation()
    assert same, HOW


@each_record
def test_every_field_has_its_meaning(name: str) -> None:
    """No field without an explanation, and no explanation of a field that is gone, in the order of the model."""
    meanings = meanings_of(name)
    assert list(meanings.fields) == [field.encode_name for field in RECORDS[name].fields]
    assert meanings.about.endswith(".")


def test_no_table_explains_a_record_that_is_gone() -> None:
    """Every table belongs to a record of the model."""
    assert set(TABLES) == set(RECORDS)


@each_record
def test_examples_are_what_the_model_takes(name: str) -> None:
    """An example, read as a volunteer would write it, is accepted by the field it explains."""
    types = {field.encode_name: field.type for field in msgspec.structs.fields(RECORDS[name].cls)}
    for field, meaning in meanings_of(name).fields.items():
        value = read_text(f"x: {meaning.example}", "example").value["x"]
        assert msgspec.convert(value, types[field]) is not None, field


@each_record
def test_meanings_are_plain(name: str) -> None:
    """Sentences that end, and no words of programmers."""
    for field, meaning in meanings_of(name).fields.items():
        assert re.search(r"[.)]$", meaning.words), field
        assert not re.search(r"\b(string|tuple|struct|enum|bool|boolean|array|null pointer|dict)\b", meaning.words), (
            field
        )


def test_allowed_words_are_named() -> None:
    """What a field takes comes from the model: the words are all there."""
    text = explanation()
    assert "one of: never, no, yes" in text
    assert "these: partner, self, tool" in text
    assert "left out it is 90" in text
