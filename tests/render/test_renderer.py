"""The one renderer: its tables lead to functions that exist, and every answer is given in the formats they promise."""

from __future__ import annotations

import msgspec
import pytest

from acucli.journal import journal_answers
from acucli.model import answers, command_answers, timetable_answer
from acucli.model.answers import Document
from acucli.render.formats import FORMATS, PAGES, WRITERS
from acucli.render.forms import FORMS
from acucli.render.renderer import formats_of, function_named

_SAID_BY_ITSELF = {"Document", "Stop", "ErrorAnswer"}
"""What stops a request and what failed is said in every format; no table row leads to it."""


def _documents() -> dict[str, type[Document]]:
    """Return every type of answer by its name."""
    modules = (answers, command_answers, timetable_answer, journal_answers)
    kinds = [kind for module in modules for kind in vars(module).values() if isinstance(kind, type)]
    return {kind.__name__: kind for kind in kinds if issubclass(kind, Document)}


@pytest.mark.parametrize("name", sorted(FORMS))
def test_every_form_leads_to_a_function(name: str) -> None:
    """A name in the table that leads nowhere would be an internal error for whoever asks for that format."""
    for form in msgspec.structs.astuple(FORMS[name]):
        if isinstance(form, str) and form:
            assert callable(function_named(form)), form


def test_every_format_has_a_writer_that_exists() -> None:
    """`auto` is decided, a page is written by its command, all others here."""
    assert set(FORMATS) == {"auto", *PAGES, *WRITERS}
    for writer in WRITERS.values():
        assert callable(function_named(writer.write))


def test_every_answer_has_its_forms_and_no_row_is_left_over() -> None:
    """A new answer without a row could not be shown."""
    assert set(FORMS) == set(_documents()) - _SAID_BY_ITSELF


@pytest.mark.parametrize("name", sorted(set(_documents()) - _SAID_BY_ITSELF))
def test_every_answer_that_is_data_is_given_as_json_and_to_people(name: str) -> None:
    """JSON for programs, a table or sentences for people."""
    formats = formats_of(_documents()[name])
    assert {"table", "plain"} <= set(formats)
    assert ("json" in formats) == (name != "TextAnswer")


@pytest.mark.parametrize("kind", [kind for name, kind in _documents().items() if name != "Document"])
def test_the_version_of_the_schema_comes_first_in_every_answer(kind: type[Document]) -> None:
    """One place gives it to all of them."""
    config = kind.__struct_config__
    assert (config.tag_field, config.tag) == ("schema_version", 1)
