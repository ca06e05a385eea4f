"""Settings: what `config.toml` and the `ACU_*` variables say, checked field by field."""

from __future__ import annotations

import os
from typing import Any, Literal

import msgspec

from acucli.errors import MachineRefused, UsageError
from acucli.host.environment import Environment
from acucli.host.files import is_there, make_private_directory, read_plain, reason, write_private
from acucli.host.locks import locked
from acucli.host.toml_edit import MOST_BYTES, read_toml, written_over


class Settings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Every setting with its default; `acu config` lists them with these words.

    Seconds are of real time; 0 is allowed for every wait.
    """

    figure: Literal["auto", "braille", "blocks", "ascii", "shaded", "image", "off"] = "auto"
    cues: str = "auto"
    voice_rate: int = 150
    hold: int = 0
    full: bool = False
    gentle: bool = False
    breathing: str = ""
    setting: Literal["", "desk", "public", "shoes-on", "lying"] = ""
    rounds: int = 1
    huge: bool = False
    reduced_motion: bool = False
    discreet: bool = False
    hook: str = ""
    awake: bool = True
    notify: bool = False
    settle_seconds: float = 10.0
    ready_seconds: float = 10.0
    change_seconds: float = 7.0
    again_seconds: float = 4.0
    release_seconds: float = 4.0
    close_seconds: float = 8.0


MEANINGS: dict[str, str] = {
    "figure": "how pictures are drawn: auto, braille, blocks, ascii, shaded, image, off",
    "cues": "what is said or sounded: auto, or a list of speech, chime, bell, line, none",
    "voice_rate": "words a minute of the voice (80 to 300)",
    "hold": "seconds of every hold, 0 as written",
    "full": "holds of two to three minutes",
    "gentle": "lighter, shorter, with longer changes",
    "breathing": "breathing pattern, empty as written",
    "setting": "only points for desk, public, shoes-on or lying",
    "rounds": "how often each place is pressed",
    "huge": "huge digits on the screen",
    "reduced_motion": "no moving bars",
    "discreet": "acu alone and a session's screen name no complaint, and no answer of yours",
    "hook": "a program run for each event of a session",
    "awake": "the display stays awake during a session, where the system can",
    "notify": "a notice of the desktop when a session has come to its end",
    "settle_seconds": "wait before the first place",
    "ready_seconds": "wait to find a new place",
    "change_seconds": "wait to change sides",
    "again_seconds": "wait between places of one point",
    "release_seconds": "time to let go slowly",
    "close_seconds": "rest at the end",
}

_GONE = frozenset({"sound_heard"})
"""Settings of earlier versions that nothing reads any more: a file may still hold them."""

_LIMITS: dict[str, tuple[float, float]] = {
    "voice_rate": (80, 300),
    "hold": (0, 180),
    "rounds": (1, 5),
    **{name: (0, 120) for name in MEANINGS if name.endswith("_seconds")},
}


def load(environment: Environment) -> tuple[Settings, list[str]]:
    """Return the settings, variables over file over defaults, and a sentence for each that was not understood."""
    problems: list[str] = []
    values: dict[str, Any] = {}
    path = os.path.join(environment.paths.text("config"), "config.toml")
    try:
        written = read_toml(read_plain(path, MOST_BYTES)) if is_there(path) else {}
    except (OSError, ValueError) as error:
        written = {}
        why = reason(error) if isinstance(error, OSError) else str(error)
        problems.append(f"{environment.home_for(path)} is not used: {why}")
    for name, value in written.items():
        _take(name, value, values, problems, where=environment.home_for(path))
    for name in MEANINGS:
        said = environment.variable(f"ACU_{name.upper()}")
        if said:
            _take(name, said, values, problems, where=f"ACU_{name.upper()}")
    return msgspec.convert(values, Settings), problems


def parse(name: str, text: str) -> Any:
    """Return the value a setting would have.

    Raises:
        UsageError: no such setting, or the value is not one of it.
    """
    if name not in MEANINGS:
        raise UsageError(f"there is no setting {name!r}", hint=f"settings: {', '.join(MEANINGS)}")
    kind = {field.name: field.type for field in msgspec.structs.fields(Settings)}[name]
    try:
        value = msgspec.convert(_as_boolean(text) if kind is bool else text, kind, strict=False)
    except msgspec.ValidationError as error:
        hint = f"yes or no ({MEANINGS[name]})" if kind is bool else MEANINGS[name]
        raise UsageError(f"{name} cannot be {text!r}", hint=hint) from error
    if name in _LIMITS and not _LIMITS[name][0] <= value <= _LIMITS[name][1]:
        least, most = _LIMITS[name]
        raise UsageError(f"{name} cannot be {text}", hint=f"from {least:g} to {most:g}")
    return value


def save(environment: Environment, changes: dict[str, Any]) -> None:
    """Write changed settings to `config.toml`, comments kept and links followed; None removes one.

    Raises:
        MachineRefused: the file cannot be written, or the one there is not TOML and would be lost.
    """
    path = environment.paths.settings
    path = type(path)(os.path.realpath(path))  # pathlib is loaded by whoever has a path
    make_private_directory(path.parent)
    with locked(path):
        try:
            content = read_plain(path, MOST_BYTES)
            written = read_toml(content)
        except FileNotFoundError:
            content, written = b"", {}
        except OSError as error:
            raise MachineRefused(f"cannot read {path}: {reason(error)}") from error
        except ValueError as error:
            hint = "mend or remove it; nothing was changed"
            raise MachineRefused(f"{path} is not TOML: {error}", hint=hint) from error
        for name, value in changes.items():
            if value is None:
                written.pop(name, None)
            else:
                written[name] = value
        write_private(path, written_over(content, written))


def _take(name: str, value: Any, values: dict[str, Any], problems: list[str], *, where: str) -> None:
    """Put a value among those that are used, or say why it is none; nothing a file holds can raise."""
    if name in _GONE:
        return
    try:
        text = str(value).lower() if isinstance(value, bool) else str(value)
        values[name] = parse(name, text)
    except UsageError as error:
        problems.append(f"{where}: {error.sentence} ({error.hint})")
    except (ValueError, OverflowError, RecursionError):  # a number of 5,000 digits, lists in lists
        problems.append(f"{where}: {name} cannot be that ({MEANINGS.get(name, 'there is no such setting')})")


def _as_boolean(text: str) -> object:
    words = {"yes": True, "on": True, "true": True, "1": True, "no": False, "off": False, "false": False, "0": False}
    return words.get(text.strip().lower(), text)
