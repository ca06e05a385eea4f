"""Loading the command line without what msgspec loads for uses that no command has: 0.4 of a bare Python's time."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

_COLLECT_AFTER = 50_000
"""New objects after which cycles are looked for: while everything loads, half a bare Python's time finds none."""

_ABSENT = "typing_extensions"
"""Where it is not installed, msgspec takes from `typing` what it looks for, and nine modules are not loaded."""

_LATER = ("msgspec.inspect", "msgspec.msgpack", "msgspec.toml", "msgspec.yaml", "textwrap")
"""Modules that msgspec loads with itself, for JSON Schemas and formats that only some commands ask for."""


class _Later(ModuleType):
    """A module in the place of another, which is loaded when something of it is first asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what the import system looks for on every module
            raise AttributeError(name)
        _take_away(self)
        __import__(self.__name__)
        self.__dict__.update(vars(sys.modules[self.__name__]))
        return getattr(self, name)


def load_main() -> Callable[[], int]:
    """Return the command line's own `main`; whoever asks later for what was not loaded gets it."""
    gc.set_threshold(_COLLECT_AFTER, *gc.get_threshold()[1:])
    standing_in = [_Later(name) for name in _LATER]
    if hasattr(os, "uname"):  # uuid asks for the system's name alone, and platform compiles seven patterns
        platform = _Later("platform")
        platform.system = lambda: os.uname().sysname  # type: ignore[attr-defined]
        standing_in.append(platform)
    standing_in = [module for module in standing_in if sys.modules.setdefault(module.__name__, module) is module]
    is_hidden = sys.modules.setdefault(_ABSENT, None) is None  # type: ignore[arg-type]
    from acucli.cli.app import main  # here, so that msgspec finds what stands in

    if is_hidden:
        del sys.modules[_ABSENT]
    for module in standing_in:
        _take_away(module)
    return main


def _take_away(module: ModuleType) -> None:
    if sys.modules.get(module.__name__) is module:
        del sys.modules[module.__name__]
