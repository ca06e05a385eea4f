"""Reading on a terminal: a pager for what is longer than the screen, colour and links where they are wished."""

from __future__ import annotations

import io
import os
import re
import stat
import sys
from pathlib import Path

import pexpect
import pytest

from acucli.cli.app import main
from acucli.host.abilities import abilities
from acucli.host.environment import Environment
from acucli.host.pager import pager_command
from acucli.host.paths import Paths
from acucli.library import loader
from acucli.library.compiled import Contents, compiled
from acucli.render.context import AppContext
from acucli.render.output import Output, with_links
from acucli.render.output_options import OutputOptions
from acucli.render.progress import progress
from tests.cli.conftest import Acu, FakeTerminal


def _environment(**variables: str) -> Environment:
    return Environment(variables, Paths.from_variables(variables), stdout=FakeTerminal())


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({}, ["less", "-FRX"]),
        ({"PAGER": "most -s"}, ["most", "-s"]),
        ({"PAGER": "most", "ACU_PAGER": "less -S"}, ["less", "-S"]),
        ({"PAGER": "less", "ACU_PAGER": ""}, []),
        ({"PAGER": "cat"}, []),
        ({"PAGER": "'"}, []),
        ({"PAGER": "nowhere-to-be-found"}, []),
    ],
)
def test_the_pager_is_the_one_that_was_named(tmp_path: Path, variables: dict[str, str], words: list[str]) -> None:
    """`ACU_PAGER`, `PAGER`, else less; `cat`, an empty word and one that is not there are none."""
    for name in ("less", "most"):
        (tmp_path / name).write_text("#!/bin/sh\n", encoding="utf-8")
        (tmp_path / name).chmod(stat.S_IRWXU)
    found = pager_command(_environment(PATH=str(tmp_path), **variables))
    assert [Path(word).name for word in found] == words


def _seen(home: Path, arguments: list[str], **variables: str) -> str:
    """Return what a terminal of 80 by 24 got from acu."""
    named = {**os.environ, "ACU_HOME": str(home), "TERM": "xterm", **variables}
    child = pexpect.spawn(
        sys.executable, ["-m", "acucli", *arguments], env=named, dimensions=(24, 80), encoding="utf-8", timeout=60
    )
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    return str(child.before)


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """Return a pager that says it was there."""
    program = tmp_path / "less"
    program.write_text("#!/bin/sh\necho PAGED\ncat\n", encoding="utf-8")
    program.chmod(stat.S_IRWXU)
    return str(program)


def test_what_is_longer_than_the_screen_is_paged_and_nothing_else(warm_home: Path, pager: str) -> None:
    """A list of all conditions is; one of nine points is not, and `--no-pager` is obeyed."""
    long = _seen(warm_home, ["list", "conditions"], ACU_PAGER=pager)
    assert "PAGED" in long
    assert "dizziness" in long
    assert "PAGED" not in _seen(warm_home, ["list", "points", "--meridian", "HT"], ACU_PAGER=pager)
    assert "PAGED" not in _seen(warm_home, ["list", "conditions", "--no-pager"], ACU_PAGER=pager)
    assert "PAGED" not in _seen(warm_home, ["list", "conditions"], ACU_PAGER=pager, ACCESSIBLE="1")


def test_a_missing_pager_takes_nothing_away(warm_home: Path) -> None:
    """The whole answer is written as it is."""
    seen = _seen(warm_home, ["show", "headache"], PATH="/nowhere")
    assert "Headache" in seen
    assert seen.count("\n") > 24
    assert "Headache" in _seen(warm_home, ["show", "headache"], ACU_PAGER="/nowhere/to/be/found")


def test_a_pipe_is_never_paged(acu: Acu) -> None:
    """Whatever is set."""
    assert acu("list", "conditions", PAGER="less", ACU_PAGER="less", PATH="/usr/bin").out.count("\n") > 100


def test_all_points_fit_a_terminal_of_80_columns(acu: Acu) -> None:
    """As a table: what gives way is named, the limit never does."""
    ran = acu("list", "points", terminal=True, COLUMNS="80", NO_COLOR="1")
    assert "limit" in ran.out.splitlines()[0]
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "no room for hanzi" in ran.err


@pytest.mark.parametrize(
    ("variables", "colour"),
    [
        ({"FORCE_COLOR": "1"}, True),
        ({"CLICOLOR_FORCE": "1"}, True),
        ({"CLICOLOR_FORCE": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False),
        ({}, False),
    ],
)
def test_colour_in_a_pipe_is_there_when_it_is_forced(acu: Acu, variables: dict[str, str], colour: bool) -> None:
    """A card is then drawn as on a terminal, its picture too; what takes colour away wins."""
    out = acu("show", "LI4", **variables).out
    assert ("\x1b[" in out) == colour
    assert any("\u2800" <= letter <= "\u28ff" for letter in out) or not colour


def test_a_list_in_a_pipe_stays_data_when_colour_is_forced(acu: Acu) -> None:
    """No escape in TSV."""
    assert "\x1b" not in acu("find", "headache", FORCE_COLOR="1").out


@pytest.mark.parametrize(
    ("variables", "links"),
    [
        ({"TERM": "xterm-kitty"}, True),
        ({"VTE_VERSION": "6800", "TERM": "xterm-256color"}, True),
        ({"VTE_VERSION": "4000", "TERM": "xterm-256color"}, False),
        ({"TERM_PROGRAM": "WezTerm", "TERM": "xterm"}, True),
        ({"WT_SESSION": "1", "TERM": ""}, True),
        ({"WT_SESSION": "1", "TERM": "xterm", "TMUX": "/tmp/x"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "xterm", "FORCE_HYPERLINK": "1"}, True),
        ({"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"}, False),
        ({"TERM": "xterm-kitty", "ACCESSIBLE": "1"}, False),
    ],
)
def test_links_where_the_terminal_is_known_to_take_them(variables: dict[str, str], links: bool) -> None:
    """Never in doubt, and never for a screen reader."""
    assert abilities(_environment(**variables)).links == links


def test_references_are_links_to_their_pages() -> None:
    """The words stay as they are; half a DOI at the end of a line is none."""
    said = with_links("2015, doi 10.1002/14651858.CD007575.pub4, PMID 26522652.")
    assert (
        "\x1b]8;;https://doi.org/10.1002/14651858.CD007575.pub4\x1b\\doi 10.1002/14651858.CD007575.pub4\x1b]8;;" in said
    )
    assert "\x1b]8;;https://pubmed.ncbi.nlm.nih.gov/26522652/\x1b\\PMID 26522652\x1b]8;;\x1b\\." in said
    assert with_links("doi 10.1016/s0140-") == "doi 10.1016/s0140-"
    assert with_links("10.1002/abc; x").startswith("\x1b]8;;https://doi.org/10.1002/abc\x1b\\10.1002/abc\x1b]8;;")
    assert with_links("nothing here, 10.5 of 20/30") == "nothing here, 10.5 of 20/30"


def test_what_takes_long_says_so_on_a_terminal_and_leaves_nothing(tmp_path: Path) -> None:
    """On standard error; a pipe and a screen reader get nothing of it."""
    for stream, variables, said in (
        (FakeTerminal(), {}, "it is made ...\r\x1b[K"),
        (FakeTerminal(), {"ACCESSIBLE": "1"}, ""),
        (io.StringIO(), {}, ""),
    ):
        here = Environment(variables, Paths.from_variables(variables), stdout=FakeTerminal(), stderr=stream)
        with Output(here, OutputOptions()).working("it is made"):
            pass
        assert stream.getvalue() == said


def test_what_takes_long_is_said_in_one_row() -> None:
    """A name that steers a terminal, or is wider than one, would leave something behind."""
    stream, variables = FakeTerminal(), {"COLUMNS": "40"}
    here = Environment(variables, Paths.from_variables(variables), stdout=FakeTerminal(), stderr=stream)
    with Output(here, OutputOptions()).working("evil\x1b[2J.yaml " + "is laid over the library " * 4):
        pass
    assert stream.getvalue() == "evil\\x1b[2J.yaml is laid over the ...\r\x1b[K"


def test_a_library_that_is_compiled_anew_says_so_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal; from the cache it is there at once."""
    empty = compiled("2026.11", "none", (), Contents({}, {}, {}))
    monkeypatch.setattr(loader, "_SHIPPED", str(tmp_path / "not-shipped"))
    monkeypatch.setattr(loader, "_compile", lambda *_: empty)
    stream, variables = FakeTerminal(), {"ACU_HOME": str(tmp_path / "home")}
    here = Environment(variables, Paths.from_variables(variables), stdout=FakeTerminal(), stderr=stream)
    for _ in range(2):
        assert AppContext(here, OutputOptions(), Output(here, OutputOptions())).library.fingerprint == "none"
    assert stream.getvalue() == "the library is made ready, once ...\r\x1b[K"


def test_the_words_of_a_sound_file_show_a_bar_on_a_terminal(tmp_path: Path) -> None:
    """How many phrases are rendered; nothing in a pipe."""
    named: dict[str, str] = {}
    for stream, shown in ((FakeTerminal(), True), (io.StringIO(), False)):
        here = Environment(named, Paths.from_variables(named), stdout=io.StringIO(), stderr=stream)
        run = AppContext(here, OutputOptions(), Output(here, OutputOptions()))
        with progress(run, "the words are rendered") as told:
            if told is not None:
                told(3, 5)
        assert ("the words are rendered" in stream.getvalue() and "3/5" in stream.getvalue()) == shown


@pytest.mark.parametrize(
    "arguments", [["show", "LI4"], ["list", "meridians"], ["find", "headache", "--why"]], ids=" ".join
)
def test_a_remark_follows_what_it_is_about(arguments: list[str], shared_cache: Path) -> None:
    """On a terminal, where both streams are one: first the answer, then what is said of it."""
    both = FakeTerminal()
    named = {"ACU_HOME": str(shared_cache.parent), "COLUMNS": "80", "TERM": "xterm", "NO_COLOR": "1"}
    assert main(arguments, Environment(named, Paths.from_variables(named), stdout=both, stderr=both)) == 0
    lines = [line for line in both.getvalue().splitlines() if line.strip()]
    remark = next((number for number, line in enumerate(lines) if re.search(r"^everything: |^\d+ in all", line)), None)
    assert remark is None or remark > len(lines) - 4
    assert remark is not None or arguments[0] == "find"
