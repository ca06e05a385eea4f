"""Where acucli keeps its files; asking for a path never creates it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from acucli.errors import MachineRefused

if TYPE_CHECKING:
    from pathlib import Path


class Paths:
    """The four directories; each is found when asked for, so that a lookup pays for none it does not use."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self.variables = variables

    @classmethod
    def from_variables(cls, variables: Mapping[str, str]) -> Paths:
        """Return the paths that these variables name: `ACU_HOME` holds all four when it is set."""
        return cls(variables)

    @property
    def config(self) -> Path:
        """Return the directory of `config.toml` and `profile.toml`."""
        return self._directory("config")

    @property
    def data(self) -> Path:
        """Return the directory of the user's packs."""
        return self._directory("data")

    @property
    def state(self) -> Path:
        """Return the directory of the journal and the courses."""
        return self._directory("state")

    @property
    def cache(self) -> Path:
        """Return the directory of the compiled library and rendered sounds."""
        return self._directory("cache")

    @property
    def profile(self) -> Path:
        """Return the file of the profile."""
        return self.config / "profile.toml"

    @property
    def settings(self) -> Path:
        """Return the file of the settings."""
        return self.config / "config.toml"

    @property
    def journal(self) -> Path:
        """Return the file of the journal."""
        return self.state / "journal.jsonl"

    @property
    def packs(self) -> Path:
        """Return the directory of the added packs."""
        return self.data / "packs"

    def _directory(self, kind: str) -> Path:
        from pathlib import Path  # 4 ms with what it loads: a lookup asks for texts

        return Path(self.text(kind))

    def text(self, kind: str) -> str:
        """Return one of the directories (config, data, state, cache) as a text."""
        own = self.variables.get("ACU_HOME", "")
        if own:
            return os.path.join(own if not own.startswith("~") else os.path.expanduser(own), kind)
        usual = _usual(kind, self.variables)
        if usual:
            return usual
        import platformdirs  # 5 ms: only a run that touches the user's files pays for it

        try:
            directories = platformdirs.PlatformDirs("acucli", appauthor=False)
            found: str = getattr(directories, f"user_{kind}_dir")
        except (RuntimeError, KeyError) as error:  # no HOME, and a user whom the machine does not know
            raise MachineRefused(_NO_HOME, hint=_SET_ONE) from error
        if found.startswith("~"):  # earlier versions of the library hand back what they could not expand
            raise MachineRefused(_NO_HOME, hint=_SET_ONE)
        return found


_NO_HOME = "there is no home directory to keep files in"
_SET_ONE = "set ACU_HOME to a folder of yours"
_USUAL = {"config": ".config", "data": ".local/share", "state": ".local/state", "cache": ".cache"}


def _usual(kind: str, variables: Mapping[str, str]) -> str:
    """Return the directory on a Linux that names no other one, "" where platformdirs has to be asked."""
    home = variables.get("HOME", "")
    if sys.platform != "linux" or not home.startswith("/") or "ANDROID_DATA" in variables:
        return ""
    is_named = any(name.startswith("XDG_") and name.endswith("_HOME") for name in variables)
    return "" if is_named else f"{home.rstrip('/')}/{_USUAL[kind]}/acucli"
