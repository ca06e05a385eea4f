"""What leaves is clean: escapes, C1 and bidirectional characters reach no terminal, and JSON means the same."""

from __future__ import annotations

import io
import json
import os

import pytest
from rich.table import Table
from rich.text import Text

from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.render.context import AppContext
from acucli.render.output import Output
from acucli.render.output_options import OutputOptions
from acucli.render.progress import progress
from acucli.render.rich_output import write_rich
from acucli.render.separated import csv_of
from acucli.render.writers import Rows
from acucli.text.cleaning import json_safe
from tests.cli.conftest import FakeTerminal

HOSTILE = "a\x1b]52;c;Zm9v\x07b\x9b31mc\u202ed\u2066e\x7ff\x85g"
STEERS = set("\x1b\x07\x9b\u202e\u2066\x7f\x85")


def output(stream: io.StringIO, *, columns: str = "200", **options: object) -> Output:
    """Return an output onto a stream, in colour."""
    variables = {"FORCE_COLOR": "1", "COLUMNS": columns}
    environment = Environment(variables, Paths.from_variables(variables), stdout=stream, stderr=io.StringIO())
    return Output(environment, OutputOptions(**options))  # type: ignore[arg-type]


def table() -> Table:
    """Return a table with hostile cells."""
    made = Table(title=HOSTILE)
    made.add_column(HOSTILE)
    made.add_row(HOSTILE)
    return made


@pytest.mark.parametrize(
    "drawn", [HOSTILE, Text(HOSTILE, style="bold"), table(), Text("x", style=f"link http://{HOSTILE}")], ids=range(4)
)
def test_nothing_that_rich_draws_steers_the_terminal(drawn: object) -> None:
    """Colours are ours; whatever else steers is written out."""
    stream = FakeTerminal()
    written = output(stream)
    write_rich(AppContext(written.environment, written.options, written), drawn)  # type: ignore[arg-type]
    shown = stream.getvalue()
    ours = shown.replace("\x1b[", "").replace("\x1b]8;", "").replace("\x1b\\", "")
    assert not STEERS & set(ours), repr(shown)


@pytest.mark.parametrize("said", ["²", "9" * 5000, "٣", "-5"])
def test_a_size_that_is_none_is_passed_over_by_what_draws_too(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rich looks for the size in the variables by itself."""
    for name in ("COLUMNS", "LINES", "JUPYTER_COLUMNS", "JUPYTER_LINES"):
        monkeypatch.setenv(name, said)
    stream = FakeTerminal()
    written = output(stream, columns=said)
    run = AppContext(written.environment, written.options, written)
    write_rich(run, "drawn")
    assert "drawn" in stream.getvalue()
    run.environment.stderr = FakeTerminal()
    run.environment.variables = dict(os.environ)
    with progress(run, "reading") as tell:
        assert tell is not None
        tell(1, 2)


def test_json_escapes_what_steers_and_means_the_same() -> None:
    """On a terminal and in a pipe."""
    for stream in (FakeTerminal(), io.StringIO()):
        output(stream).json({"text": HOSTILE})
        assert not STEERS & set(stream.getvalue())
        assert json.loads(stream.getvalue()) == {"text": HOSTILE}


@pytest.mark.parametrize("encoding", ["cp932", "cp1251", "ascii"])
def test_json_is_json_in_every_code_page(encoding: str) -> None:
    """What the page lacks is escaped as JSON does it, also beyond the first plane."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    output(stream).json({"text": "Hégǔ 合谷 😀 я"})  # type: ignore[arg-type]
    stream.flush()
    assert json.loads(raw.getvalue().decode(encoding)) == {"text": "Hégǔ 合谷 😀 я"}


def test_an_export_in_a_pipe_is_what_would_be_in_the_file() -> None:
    """Joiners of Persian and of emoji stay; on a terminal they are written out."""
    content = "خانه\u200cها 👩\u200d⚕️\r\n".encode()
    pipe, terminal = io.StringIO(newline=""), FakeTerminal()
    output(pipe).export(content)
    output(terminal).export(content)
    assert pipe.getvalue().encode() == content
    assert "\u200c" not in terminal.getvalue()
    assert json.loads(json_safe(json.dumps({"a": "x\x7f\u00ad"}, ensure_ascii=False))) == {"a": "x\x7f\u00ad"}


def test_a_csv_runs_nothing() -> None:
    """What a spreadsheet would take for a formula is text; numbers below nothing stay numbers."""
    rows = [{"name": "=HYPERLINK(0)", "less": -5, "list": ("+1", "2"), "fine": "a=b"}]
    written = csv_of(Rows(rows, tuple(rows[0])), tuple(rows[0]))
    assert written.splitlines()[1] == "'=HYPERLINK(0),-5,\"'+1,2\",a=b"
