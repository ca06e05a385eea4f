"""Export and import: nothing is lost on the way, nothing comes in twice, no cell runs."""

from __future__ import annotations

import csv
import io

import msgspec
import pytest

from acucli.errors import UsageError
from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.journal.export import to_csv, to_json, to_markdown
from acucli.journal.importing import import_json
from acucli.journal.sessions import sessions_of
from acucli.journal.store import Journal
from acucli.model.practice import Event
from tests.journal.factories import keep, make_session


def exported(journal) -> bytes:
    return to_json(sessions_of(journal.read().lines, rehearsals=True), journal.raw_lines())


@pytest.fixture
def other(tmp_path):
    """The journal of another machine."""
    variables = {"ACU_HOME": str(tmp_path / "other"), "HOME": str(tmp_path)}
    return Journal(Environment(variables=variables, paths=Paths.from_variables(variables)))


def test_json_comes_back_whole(journal, other):
    """Every line of every session, fields of later versions included, reaches the other journal."""
    keep(journal, make_session("a", before=5, after=3))
    keep(journal, make_session("b", rehearsal=True))
    with journal.path.open("ab") as stream:
        stream.write(b'{"v":2,"kind":"aura","sid":"a","score":"high"}\n')
    found = import_json(other, exported(journal))
    assert (found.added, found.duplicates, found.unreadable) == (("a", "b"), (), 0)
    assert sessions_of(other.read().lines) == sessions_of(journal.read().lines)
    assert b'"kind":"aura"' in other.raw()


def test_sessions_that_are_there_already_are_not_added(journal, other):
    """A second import adds nothing."""
    keep(journal, make_session("a"))
    import_json(other, exported(journal))
    before = other.raw()
    keep(journal, make_session("b"))
    found = import_json(other, exported(journal))
    assert (found.added, found.duplicates) == (("b",), ("a",))
    assert other.raw().startswith(before)
    assert import_json(other, exported(journal)).added == ()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"not json", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 5000, "not JSON"),
        (b'{"kind": "recipe", "lines": []}', "not a journal"),
        (b"[]", "not a journal"),
        (b'{"kind": "journal", "schema_version": 9, "lines": []}', "version 9"),
    ],
)
def test_what_is_not_ours_is_refused(journal, content, sentence):
    """Status 2, and nothing is written."""
    with pytest.raises(UsageError, match=sentence):
        import_json(journal, content)
    assert not journal.path.exists()


def test_single_lines_that_cannot_be_read_are_counted(journal):
    """The rest comes in."""
    good = {"kind": "note", "sid": "x", "text": "hello", "at": "2026-11-20T12:00:00Z"}
    lines = [good, {"kind": 3, "sid": "y"}, "text", {"kind": "note"}]
    content = msgspec.json.encode({"kind": "journal", "schema_version": 1, "lines": lines})
    found = import_json(journal, content)
    assert (found.added, found.unreadable) == (("x",), 3)


def test_csv_has_one_row_a_session_and_no_cell_that_runs(journal):
    """A note that begins like a formula is text."""
    keep(journal, make_session("a", before=5, after=3))
    journal.append(Event(kind="note", sid="a", text='=HYPERLINK("x"), slept "well"\nreally'))
    rows = list(csv.DictReader(io.StringIO(to_csv(sessions_of(journal.read().lines)))))
    assert len(rows) == 1
    assert rows[0]["notes"].startswith("'=HYPERLINK")
    assert (rows[0]["before"], rows[0]["after"], rows[0]["points"]) == ("5", "3", "LI4 PC6")


def test_markdown_is_a_table_with_notes_and_no_broken_cell(journal):
    """Bars and line ends in a note do not break the table."""
    keep(journal, make_session("a", before=5))
    journal.append(Event(kind="note", sid="a", text="left | right\n<b>"))
    text = to_markdown(sessions_of(journal.read().lines))
    assert "| 2026-11-20 | Stress | 1.0 | 5 |  | done |" in text
    assert "- 2026-11-20, Stress: left \\| right &lt;b>" in text
    assert "cannot tell why" in text
