"""Build hook: checks `data/`, compiles it into the wheel with a rescue beside it, and answers the usual lookups."""

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
        from acucli.instant.prepared_answers import Lookups, all_of, prepared
        from acucli.instant.stored import FILE, LIBRARY
        from acucli.library.build import checked_directory, compile_sources
        from acucli.library.compiled import FILES, from_bytes
        from acucli.library.rescue import RESCUE, rescue

        try:
            sources = checked_directory(_ROOT / "data")
        except LibraryInvalid as error:
            sys.exit(f"error: {error.sentence}\nhint: {error.hint}")
        self._folder = tempfile.TemporaryDirectory()
        content = compile_sources(sources)
        library = from_bytes(content).with_files(lambda name: (_ROOT / "data" / FILES[name]).read_bytes())
        asked = all_of(library, sources.shelf("lexicons"))
        made = {
            LIBRARY: content,
            RESCUE: rescue(sources),
            FILE: prepared(library, Lookups(found, named), asked, processes=os.cpu_count() or 1),
        }
        for name, written in made.items():
            file = Path(self._folder.name) / name
            file.write_bytes(written)
            build_data["force_include"][str(file)] = f"acucli/data/{name}"
        for name in FILES.values():
            build_data["force_include"][str(_ROOT / "data" / name)] = f"acucli/data/{name}"
