"""What the person said they heard: the only proof that sound works here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from acucli.errors import MachineRefused
from acucli.host.environment import Environment
from acucli.host.files import write_private


class SoundCheck(NamedTuple):
    """What was tried, and what the person heard (None: not asked, nothing to play)."""

    player: str
    voice: str
    chime_heard: bool | None
    voice_heard: bool | None
    sentence: str


def remembered(environment: Environment) -> SoundCheck | None:
    """Return what the person answered last time, None where nobody was asked or the note cannot be read."""
    try:
        noted: dict[str, Any] = json.loads(_note(environment).read_bytes())
        return SoundCheck(**{field: noted[field] for field in SoundCheck._fields})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(environment: Environment, found: SoundCheck) -> None:
    """Note what was heard; where nothing can be written it is asked again another time."""
    noted = found._asdict() | {"when": environment.clock.today()}
    try:
        write_private(_note(environment), json.dumps(noted).encode() + b"\n")
    except MachineRefused:
        return


def _note(environment: Environment) -> Path:
    return environment.paths.state / "sound.json"
