"""Speed is guarded by what a command imports, not by time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_NEVER = {"typer", "pydantic", "textual", "asyncio", "sqlite3", "email", "http", "socket", "ssl"}
_LOOKUP = {"rich", "yaml", "rapidfuzz", "icalendar", "tzlocal", "tomlkit", "multiprocessing",
           "acucli.session", "acucli.bodymap", "acucli.library.build", "acucli.library.reader"}  # fmt: skip
_LATER = {"typing_extensions", "platform", "textwrap", "msgspec.inspect", "msgspec.msgpack", "msgspec.toml"}
_DRAWN_ELSEWHERE = {"acucli.bodymap.svg", "acucli.bodymap.overview", "acucli.bodymap.panels",
                    "acucli.bodymap.columns", "acucli.render.images", "acucli.session", "resvg_py"}  # fmt: skip


def _imported(arguments: list[str], home: Path) -> set[str]:
    """Return the modules that a command has imported when it ends, its cache being warm."""
    code = f"import sys; from acucli.cli.app import main; main({arguments!r}); print(*sys.modules, file=sys.stderr)"
    environment = {**os.environ, "ACU_HOME": str(home)}
    process = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=90)
    assert process.returncode == 0, process.stderr
    return set(process.stderr.split())


@pytest.mark.parametrize(
    "arguments",
    [["find", "headache", "--json"], ["show", "LI4", "--json"], ["find", "LI4"]],
    ids=["find", "show", "point"],
)
def test_a_lookup_in_a_pipe_imports_nothing_it_does_not_use(arguments: list[str], warm_home: Path) -> None:
    """No Rich, no YAML, no fuzzy matching, no session; and never pydantic or a network."""
    imported = _imported(arguments, warm_home)
    assert not imported & (_NEVER | _LOOKUP)


@pytest.mark.parametrize(
    "arguments",
    [
        ["find", "my neck hurts after the computer", "--json"],
        ["find", "ich habe seit gestern kopfschmerzen", "--json"],
        ["show", "LI4", "--json"],
    ],
    ids=["sentence", "German", "show"],
)
def test_the_installed_command_loads_no_module_that_a_lookup_can_do_without(
    arguments: list[str], warm_home: Path
) -> None:
    """typing_extensions costs a lookup as much as a bare Python, platformdirs and what it loads half of it.

    What msgspec loads for schemas and other formats, and the platform that uuid asks for its name, are 0.4 of one.
    """
    code = f"import sys, acucli.__main__ as door; sys.argv = {['acu', *arguments]!r}; door._long_way()"
    code += "; print(*sys.modules, file=sys.stderr)"
    environment = {**os.environ, "ACU_HOME": str(warm_home)}
    ended = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=90)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith('{"schema_version":1')
    assert not set(ended.stderr.split()) & (_NEVER | _LOOKUP | _LATER | {"platformdirs", "tempfile"})


@pytest.mark.parametrize(
    "asked",
    [
        "import typing_extensions",
        "import platform; assert platform.python_version()",
        "import textwrap; assert textwrap.dedent(' a') == 'a'",
        "import msgspec; assert msgspec.inspect.type_info(int) == msgspec.inspect.IntType()",
        "import msgspec; assert msgspec.json.schema(int) == {'type': 'integer'}",
        "import msgspec; assert msgspec.msgpack.decode(msgspec.msgpack.encode(1)) == 1",
        "import msgspec.inspect, uuid; assert uuid.uuid1() and msgspec.inspect.IntType",
    ],
    ids=["typing_extensions", "platform", "textwrap", "inspect", "schema", "msgpack", "uuid"],
)
def test_what_is_not_loaded_with_the_command_line_is_there_for_whoever_asks(asked: str) -> None:
    """Modules that msgspec loads with itself are put off, not taken away."""
    code = f"import sys, acucli.__main__ as door; sys.argv = ['acu', 'find', 'headache']; door._long_way(); {asked}"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=90)
    assert ended.returncode == 0, ended.stderr


def test_the_card_with_its_picture_imports_only_the_figure_step(warm_home: Path) -> None:
    """No parser, no SVG, no overviews, no images, no session: the picture of a card costs its drawing and no more."""
    code = """
import io, sys
from acucli.cli.app import main
from acucli.host.environment import Environment
from acucli.host.paths import Paths

class Terminal(io.StringIO):
    encoding = "utf-8"
    def isatty(self):
        return True

for _ in range(2):
    named = {"ACU_HOME": sys.argv[1], "COLUMNS": "80", "TERM": "xterm-256color"}
    stream = Terminal()
    main(["show", "LI4"], Environment(named, Paths.from_variables(named), stdout=stream, stderr=io.StringIO()))
assert "Where:" in stream.getvalue()
print(*sys.modules)
"""
    _imported(["show", "LI4", "--json"], warm_home)
    process = subprocess.run([sys.executable, "-c", code, str(warm_home)], capture_output=True, text=True, timeout=90)
    assert process.returncode == 0, process.stderr
    imported = set(process.stdout.split())
    assert {"acucli.bodymap.picture", "rich.text"} <= imported
    assert not imported & (_NEVER | _DRAWN_ELSEWHERE | {"yaml", "rapidfuzz", "icalendar", "tzlocal", "tomlkit"})


def test_the_first_breath_waits_for_nothing_it_does_not_use() -> None:
    """No parser, no pictures, no sound file, no lookup of places: calm is there for somebody who cannot wait."""
    code = "import sys, acucli.cli.sessions.calming; print(*sys.modules)"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=90)
    imported = set(process.stdout.split())
    assert "acucli.runner.loop" in imported
    assert not imported & (_NEVER | {"acucli.bodymap", "acucli.sound.audio", "rich", "yaml", "rapidfuzz", "tomlkit"})


def test_typer_stays_below_the_version_that_loads_pydantic() -> None:
    """From 0.29 on a command costs 2.4 times the start; before 0.27.3 its exceptions have no public base."""
    import typer

    assert (0, 27, 3) <= tuple(int(part) for part in typer.__version__.split(".")[:3]) < (0, 29)
    assert issubclass(typer.TyperException, Exception)
