"""Build hook: checks `data/`, compiles it into the wheel, has it answer the usual lookups, and ships the YAML too."""

from __future__ import annotations

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
        from acucli.library.build import compile_directory
        from acucli.library.compiled import FILES, from_bytes

        try:
            content = compile_directory(_ROOT / "data")
        except LibraryInvalid as error:
            sys.exit(f"error: {error.sentence}\nhint: {error.hint}")
        self._folder = tempfile.TemporaryDirectory()
        library = from_bytes(content).with_files(lambda name: (_ROOT / "data" / FILES[name]).read_bytes())
        for name, made in ((LIBRARY, content), (FILE, prepared(library, Lookups(found, named)))):
            file = Path(self._folder.name) / name
            file.write_bytes(made)
            build_data["force_include"][str(file)] = f"acucli/data/{name}"
        for file in sorted((_ROOT / "data").rglob("*")):
            if file.is_file() and file.name != "LICENSE" and not _only_for_training(file):  # these stand in dist-info
                name = file.relative_to(_ROOT / "data").as_posix()
                build_data["force_include"][str(file)] = f"acucli/data/{name}"


def _only_for_training(file: Path) -> bool:
    """Tell the phrases that the second net was trained on: they stay in the repository and in the source package."""
    return file.parent.name == "danger" and file.suffix == ".tsv"
