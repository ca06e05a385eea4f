"""`acu pack`: a user's own points and corrections."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from acucli.cli.command_line import app_context, read_input
from acucli.errors import LibraryInvalid, MachineRefused, UsageError
from acucli.host.files import read_plain, reason, write_private
from acucli.library.checks import all_problems
from acucli.library.compiled import CompiledLibrary
from acucli.library.loader import keep_with_packs, open_bundled, pack_files
from acucli.library.pack_template import commented_pack
from acucli.library.packs import check_pack, compile_with_packs
from acucli.library.problems import Problem
from acucli.library.reader import MAX_BYTES
from acucli.library.source import read_directory, read_single_file
from acucli.library.written_records import written_in
from acucli.model.command_answers import Done, PackList, PackProblem, PackProblems
from acucli.render.context import AppContext
from acucli.render.renderer import check_format, show

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(invoke_without_command=True)
def top(context: typer.Context) -> int:
    """Your own points, routines and corrections, in YAML that explains itself.

    \b
    acu pack new mine
    acu pack check mine.yaml
    acu pack add mine.yaml
    acu pack list
    acu pack remove mine
    """
    return list_(context) if context.invoked_subcommand is None else 0


@app.command()
def new(context: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME", help="A short name.")]) -> int:
    """Write a commented pack to begin with, into this folder.

    \b
    acu pack new mine
    """
    run = app_context(context)
    check_format(run, Done)
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,40}", name):
        raise UsageError(f"{name!r} cannot be the name of a pack", hint="small letters, digits and dashes: my-points")
    path = Path(f"{name}.yaml")
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(commented_pack(name))
    except FileExistsError as error:
        raise UsageError(f"{path} is there already", hint="choose another name; nothing was changed") from error
    except OSError as error:
        raise MachineRefused(f"cannot write {path}: {reason(error)}") from error
    return show(Done(done=f"{path} is written. Next: acu pack check {path}"), run)


@app.command()
def check(
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Packs, or a data directory; - is standard input.")
    ],
) -> int:
    """Name every problem with its file, line and fix; status 3 when there is one.

    \b
    acu pack check mine.yaml
    acu pack check data
    """
    run = app_context(context)
    problems: list[Problem] = []
    for named in files:
        with _as_file(run, named) as path:
            with run.output.working(f"{named} is laid over the library"):
                problems += _problems(path, run)
            for note in read_single_file(path).notes if path.is_file() else ():
                run.output.warn(f"note: {note}")
    found = tuple(PackProblem(**msgspec.structs.asdict(problem)) for problem in problems)
    return show(PackProblems(problems=found, files=tuple(map(str, files))), run)


@contextlib.contextmanager
def _as_file(run: AppContext, named: Path) -> Iterator[Path]:
    """Give the file that was named; `-` is standard input, kept for a moment in a private folder."""
    if str(named) != "-":
        yield named
        return
    with tempfile.TemporaryDirectory(prefix="acu-") as folder:
        path = Path(folder) / "standard-input.yaml"
        path.write_bytes(read_input(run, MAX_BYTES))
        yield path


def _problems(path: Path, run: AppContext) -> list[Problem]:
    if path.is_dir():
        if not (path / "meridians.yaml").exists():
            raise UsageError(
                f"{path} is no data directory", hint="a pack is one file; a data directory has meridians.yaml"
            )
        sources = read_directory(path, path.name)
        return sources.problems or all_problems(sources)
    if not os.path.lexists(path):
        raise UsageError(f"there is no file {path}", hint="acu pack new NAME writes one to begin with")
    found, counts = check_pack(written_in(open_bundled(run.environment)), path)
    if not found and not counts:
        return [Problem("Y009", path.name, 1, "", "", "holds no records", "begin with a shelf, such as `points:`")]
    return found


@app.command()
def add(context: typer.Context, file: Annotated[Path, typer.Argument(metavar="FILE", help="A checked pack.")]) -> int:
    """Check a pack and lay it over the library from now on.

    \b
    acu pack add mine.yaml
    """
    run = app_context(context)
    check_format(run, Done)
    if file.is_dir():
        raise UsageError(f"{file} is a directory", hint="a pack is one file: acu pack add mine.yaml")
    with run.output.working(f"{file} is laid over the library"):
        if problems := _problems(file, run):
            raise LibraryInvalid(problems, what=str(file))
        bundled = open_bundled(run.environment)
        together = _compiled_together(bundled, file, _added(run))
    target = run.environment.paths.packs / f"{file.stem}.yaml"
    try:
        write_private(target, read_plain(file, MAX_BYTES))
    except OSError as error:
        raise MachineRefused(f"cannot read {file}: {reason(error)}") from error
    keep_with_packs(run.environment, bundled, together)
    return show(Done(done=f"{file.stem} is in use; acu pack remove {file.stem} takes it away again"), run)


def _compiled_together(bundled: CompiledLibrary, file: Path, added: list[Path]) -> bytes:
    """Return the library with the pack and those in use already: nothing is kept that a later command would refuse."""
    others = [path for path in added if path.stem != file.stem]
    return compile_with_packs(bundled, sorted([*others, file], key=lambda path: path.stem), tried=file)


@app.command("list")
def list_(context: typer.Context) -> int:
    """The packs in use.

    \b
    acu pack list
    acu pack list --json
    """
    run = app_context(context)
    return show(PackList(packs=tuple(path.stem for path in _added(run))), run)


@app.command()
def remove(
    context: typer.Context, name: Annotated[str, typer.Argument(metavar="PACK", help="The name of a pack.")]
) -> int:
    """Take a pack away; the bundled library is untouched.

    \b
    acu pack remove mine
    """
    run = app_context(context)
    check_format(run, Done)
    path = run.environment.paths.packs / f"{name}.yaml"
    is_name = os.path.basename(name) == name and not name.startswith(".")
    if not is_name or path.is_dir() or not os.path.lexists(path):
        known = ", ".join(pack.stem for pack in _added(run)) or "none"
        raise UsageError(f"no pack {name!r} is in use", hint=f"packs: {known}")
    try:
        path.unlink()
    except OSError as error:
        raise MachineRefused(f"cannot remove {path}: {reason(error)}") from error
    return show(Done(done=f"{name} is removed"), run)


def _added(run: AppContext) -> list[Path]:
    """Return the packs in use, naming what lies among them and is none."""
    packs, notes = pack_files(run.environment)
    for note in notes:
        run.output.warn(f"note: {note}")
    return packs
