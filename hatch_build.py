"""Build hook: checks `data/`, compiles it into the wheel, answers the usual lookups, and packs the YAML beside it."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_ROOT = Path(__file__).parent


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `acucli/data/` to a wheel; an editable install reads the source tree instead."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the library, or stop the build naming every problem."""
        if version == "editable":
            return
        sys.path.insert(0, str(_ROOT / "src"))
        from acucli.cli.lookups import found, named
        from acucli.errors import LibraryInvalid
        from acucli.instant.prepared_answers import Lookups, prepared
        from acucli.instant.stored import FILE, LIBRARY
        from acucli.library.archive import ARCHIVE, packed
        from acucli.library.build import compile_directory
        from acucli.library.compiled import FILES, from_bytes

        try:
            content = compile_directory(_ROOT / "data")
        except LibraryInvalid as error:
            sys.exit(f"error: {error.sentence}\nhint: {error.hint}")
        self._folder = tempfile.TemporaryDirectory()
        library = from_bytes(content).with_files(lambda name: (_ROOT / "data" / FILES[name]).read_bytes())
        files = [file for file in (_ROOT / "data").rglob("*") if file.is_file() and not _only_for_training(file)]
        plain = {file for file in files if _name(file) in FILES.values()}
        made = {
            LIBRARY: content,
            FILE: prepared(library, Lookups(found, named), processes=os.cpu_count() or 1),
            ARCHIVE: packed(_ROOT / "data", (file for file in files if file not in plain and file.name != "LICENSE")),
        }
        for name, written in made.items():
            file = Path(self._folder.name) / name
            file.write_bytes(written)
            build_data["force_include"][str(file)] = f"acucli/data/{name}"
        for file in sorted(plain):
            build_data["force_include"][str(file)] = f"acucli/data/{_name(file)}"


def _name(file: Path) -> str:
    return file.relative_to(_ROOT / "data").as_posix()


def _only_for_training(file: Path) -> bool:
    """Tell the phrases that the second net was trained on: they stay in the repository and in the source package."""
    return file.parent.name == "danger" and file.suffix == ".tsv"
