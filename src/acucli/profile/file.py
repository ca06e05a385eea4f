"""The profile's file: read, written and cleared; private, versioned, and never silently lost."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from acucli.errors import MachineRefused
from acucli.host.environment import Environment
from acucli.host.files import locked, make_private_directory, reason, write_private
from acucli.model.practice import Profile, ProfileAnswer

VERSION = 1
_SLUG = re.compile(r"""\bslug\s*=\s*["']([a-z0-9][a-z0-9-]{1,40})["']""")
_KNOWN = frozenset(field.name for field in msgspec.structs.fields(Profile))


class Loaded(NamedTuple):
    """The profile, and what must be said about its file.

    `damaged` tells that the file could not be read; then only the answers that could be made out in it are obeyed.
    """

    profile: Profile
    notes: tuple[str, ...] = ()
    damaged: bool = False


def load_profile(environment: Environment) -> Loaded:
    """Return the profile, an empty one where there is none; nothing is written.

    A damaged file is named every time until it is answered anew (it is then kept as `profile.damaged-<time>.toml`).
    Whatever answers can still be made out in it are obeyed and asked again: cautions are not dropped for a bad byte.

    Raises:
        MachineRefused: there is a profile and it cannot be opened: guessing an empty one would drop its cautions.
    """
    path = environment.paths.profile
    shown = environment.home_for(path)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Loaded(Profile())
    except OSError as error:
        hint = f"check the permissions of {shown}"
        raise MachineRefused(f"the profile cannot be read: {reason(error)}", hint=hint) from error
    table = _table_of(content)
    if table is None or not isinstance(table.get("answers", []), list):
        return _made_out(content, shown)
    return _from_table(table, shown)


def _table_of(content: bytes) -> dict[str, Any] | None:
    import tomllib  # 4 ms: whoever has no profile does not pay for reading one

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        return None


def _made_out(content: bytes, shown: str) -> Loaded:
    found = dict.fromkeys(_SLUG.findall(content.decode("utf-8", "replace")))
    kept = f"{len(found)} answers could be made out and are obeyed" if found else "no answer could be made out"
    note = f"the profile is damaged ({shown}): {kept}. Answer anew: acu profile set (the old file is kept beside it)"
    return Loaded(Profile(answers=tuple(ProfileAnswer(slug=slug, given="") for slug in found)), (note,), True)


def _from_table(table: dict[str, Any], shown: str) -> Loaded:
    notes = []
    version = table.get("version", VERSION)
    if isinstance(version, int) and version > VERSION:
        notes.append(f"{shown} was written by a later acucli (version {version}); what is not known here is kept")
    answers: list[ProfileAnswer] = []
    for item in table.get("answers", ()):
        try:
            answers.append(msgspec.convert(_without_dates(item), ProfileAnswer))
        except msgspec.ValidationError as error:
            slug = item.get("slug") if isinstance(item, dict) else None
            if isinstance(slug, str):
                answers.append(ProfileAnswer(slug=slug, given=""))  # obeyed without its place, and asked again
            notes.append(f"{shown}: an answer cannot be read ({error}); set it anew: acu profile set")
    fields: dict[str, Any] = {"answers": tuple(answers)}
    for name in _KNOWN - {"answers", "version"}:
        if name in table:
            try:
                fields[name] = msgspec.convert(table[name], _type_of(name))
            except msgspec.ValidationError as error:
                notes.append(f"{shown}: {name} cannot be read ({error}); set it anew: acu profile set")
    return Loaded(Profile(**fields), tuple(notes))


def _without_dates(item: object) -> object:
    """Return an entry with its dates as text: a person may have written `given = 2026-11-20` without quotes."""
    if not isinstance(item, dict):
        return item
    return {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in item.items()}


def _type_of(name: str) -> Any:
    return next(field.type for field in msgspec.structs.fields(Profile) if field.name == name)


def save_profile(environment: Environment, profile: Profile) -> Path:
    """Write the profile (0600, all or nothing) and return its file; keys of later versions in it stay.

    A damaged file in its place is kept as `profile.damaged-<time>.toml` first.

    Raises:
        MachineRefused: it cannot be written; the old one is untouched.
    """
    import tomli_w  # 4 ms: only a run that writes pays for it

    path = Path(os.path.realpath(environment.paths.profile))
    make_private_directory(path.parent)
    with locked(path):
        old = _old_table(environment, path)
        write_private(path, tomli_w.dumps(_as_table(profile, old)).encode())
    return path


def _old_table(environment: Environment, path: Path) -> dict[str, Any]:
    """Return what the file holds now; one that cannot be read is put beside it."""
    try:
        content = path.read_bytes()
    except OSError:
        return {}
    table = _table_of(content)
    if table is not None and isinstance(table.get("answers", []), list):
        return table
    from datetime import UTC, datetime

    now = datetime.fromtimestamp(environment.clock.wall(), UTC)
    write_private(path.with_name(f"profile.damaged-{now:%Y%m%dT%H%M%SZ}.toml"), content)
    return {}


def _as_table(profile: Profile, old: dict[str, Any]) -> dict[str, Any]:
    """Return the profile as a table, laid over what a later version wrote; lists of tables come last in TOML."""
    further = {name: value for name, value in old.items() if name not in _KNOWN}
    version = old.get("version", VERSION)
    table: dict[str, Any] = msgspec.to_builtins(profile)
    table["version"] = max(version, VERSION) if isinstance(version, int) else VERSION
    earlier = {_place(item): item for item in old.get("answers", ()) if isinstance(item, dict)}
    answers = [{**earlier.get(_place(item), {}), **item} for item in table.pop("answers", ())]
    return {**further, **table, **({"answers": answers} if answers else {})}


def _place(answer: dict[str, Any]) -> tuple[str, ...]:
    return tuple(str(answer.get(name, "")) for name in ("slug", "region", "side"))


def clear_profile(environment: Environment) -> tuple[Path, ...]:
    """Remove the profile with its damaged copies, and return what was removed.

    Raises:
        MachineRefused: a file cannot be removed.
    """
    removed = []
    for path in profile_files(environment):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise MachineRefused(f"cannot remove {path}: {reason(error)}") from error
        removed.append(path)
    return tuple(removed)


def profile_files(environment: Environment) -> tuple[Path, ...]:
    """Return every file of the profile that exists, the damaged copies and the lock included."""
    directory = environment.paths.config
    names = ("profile.toml", "profile.damaged-*.toml", ".profile.toml*")
    return tuple(sorted({path for name in names for path in directory.glob(name)}))
