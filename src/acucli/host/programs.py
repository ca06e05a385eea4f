"""Programs of the machine: found where the person's PATH says, never in the folder one happens to stand in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from types import ModuleType


def subprocesses() -> ModuleType:
    """Return the module that runs programs, which takes 12 ms to load: only a run that starts one pays for it."""
    import subprocess  # see above

    return subprocess


def find_program(name: str, variables: Mapping[str, str]) -> str:
    """Return the path of a program, "" where there is none.

    Parts of PATH that are no absolute path (empty ones too, which mean the current folder) are passed over: a file of
    that name in a downloaded folder is not the program that was meant. A name with a separator is a path as given.
    """
    parts = variables.get("PATH", "").split(os.pathsep)
    return shutil.which(name, path=os.pathsep.join(part for part in parts if os.path.isabs(part))) or ""
