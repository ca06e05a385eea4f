"""The profile's file: read, written and cleared; private, versioned, and never silently lost."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from acucli.errors import MachineRefused
from acucli.host.environment import Environment
from acucli.host.files import as_text, is_there, make_private_directory, read_plain, reason, write_private
from acucli.host.locks import locked
from acucli.host.toml_edit import MOST_BYTES, before_writing, read_toml, written_over
from acucli.model.library import Library
from acucli.model.practice import Profile, ProfileAnswer
from acucli.profile.handwriting import answers_in, claims_in, understood

VERSION = 1
_SLUG = re.compile(r"""\bslug\s*=\s*["']([^"'\n]{2,60})["']""")
_CODE = re.compile(r"""["']([^"'\n]{2,24})["']""")
_BLOCKED = re.compile(r"\bblocked_points\s*=\s*\[([^\]]*)")
_KNOWN = frozenset(field.name for field in msgspec.structs.fields(Profile))


class Loaded(NamedTuple):
    """The profile, and what must be said about its file.

    `damaged` tells that the file could not be read; then only the answers that could be made out in it are obeyed.
    `claims` are lines outside the answers that may be meant as answers (`profile.handwriting.understood`).
    """

    profile: Profile
    notes: tuple[str, ...] = ()
    damaged: bool = False
    claims: tuple[ProfileAnswer, ...] = ()


def profile_understood(environment: Environment, library: Library) -> Loaded:
    """Return the profile with what is written another way read as it was meant, and each of these readings as a note.

    Raises:
        MachineRefused: see `load_profile`.
    """
    loaded = load_profile(environment)
    profile, mended = understood(loaded.profile, library, loaded.claims)
    return loaded._replace(profile=profile, notes=(*loaded.notes, *mended))


def load_profile(environment: Environment) -> Loaded:
    """Return the profile, an empty one where there is none; nothing is written.

    A damaged file is named every time until it is answered anew (it is then kept as `profile.damaged-<time>.toml`).
    Whatever answers can still be made out in it are obeyed and asked again: cautions are not dropped for a bad byte.

    Raises:
        MachineRefused: there is a profile and it cannot be opened: guessing an empty one would drop its cautions.
    """
    path = environment.paths.profile
    if not is_there(path):
        return Loaded(Profile())
    shown = environment.home_for(path)
    try:
        content = read_plain(path, MOST_BYTES)
    except FileNotFoundError as error:
        hint = f"{shown} leads to a file that is not there: put it back, or acu profile clear"
        raise MachineRefused("the profile is a link to nowhere", hint=hint) from error
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise MachineRefused(f"the profile cannot be read: {why}", hint=f"check {shown}") from error
    table = _table_of(content)
    return _made_out(content, shown) if table is None else _from_table(table, shown)


def _table_of(content: bytes) -> dict[str, Any] | None:
    try:
        return read_toml(content)
    except ValueError:
        return None


def _made_out(content: bytes, shown: str) -> Loaded:
    text = as_text(content, "replace")
    found = dict.fromkeys(_SLUG.findall(text))
    blocked = dict.fromkeys(code for part in _BLOCKED.findall(text) for code in _CODE.findall(part))
    count = len(found) + len(blocked)
    kept = f"{count} answers could be made out and are obeyed" if count else "no answer could be made out"
    note = f"the profile is damaged ({shown}): {kept}. Answer anew: acu profile set (the old file is kept beside it)"
    answers = tuple(ProfileAnswer(slug=slug, given="") for slug in found)
    return Loaded(Profile(answers=answers, blocked_points=tuple(blocked)), (note,), True)


def _from_table(table: dict[str, Any], shown: str) -> Loaded:
    notes: list[str] = []
    version = table.get("version", VERSION)
    if isinstance(version, int) and version > VERSION:
        notes.append(f"{shown} was written by a later acucli (version {version}); what is not known here is kept")
    fields: dict[str, Any] = {"answers": _answers(answers_in(table.get("answers", [])), shown, notes)}
    for name in sorted(_KNOWN - {"answers", "version"}):
        if name in table:
            try:
                fields[name] = msgspec.convert(_as_list(name, _without_dates(table[name])), _type_of(name))
            except (msgspec.ValidationError, ValueError, RecursionError) as error:
                notes.append(f"{shown}: {name} cannot be read ({error}); set it anew: acu profile set")
    further = {name: value for name, value in table.items() if name not in _KNOWN}
    claims = _answers(claims_in(further), shown, [])
    return Loaded(Profile(**fields), tuple(notes), claims=claims)


def _answers(entries: list[object], shown: str, notes: list[str]) -> tuple[ProfileAnswer, ...]:
    """Return the answers of entries; one of which only the slug can be read is obeyed without its place."""
    answers: list[ProfileAnswer] = []
    for item in entries:
        try:
            answers.append(msgspec.convert(_with_date(_without_dates(item)), ProfileAnswer))
        except (msgspec.ValidationError, ValueError, RecursionError) as error:
            slug = item.get("slug") if isinstance(item, dict) else None
            if isinstance(slug, str):
                answers.append(ProfileAnswer(slug=slug, given=""))  # obeyed without its place, and asked again
            notes.append(f"{shown}: an answer cannot be read ({error}); set it anew: acu profile set")
    return tuple(answers)


def _with_date(item: object) -> object:
    """Return an entry with a date, an empty one where none was written: such an answer is obeyed and asked again."""
    return {"given": "", **item} if isinstance(item, dict) else item


def _as_list(name: str, value: Any) -> Any:
    """Return one blocked point as a list of one: `blocked_points = "LI4"` means what it says."""
    return value.replace(",", " ").split() if name == "blocked_points" and isinstance(value, str) else value


def _without_dates(item: object) -> object:
    """Return an entry with its dates as text: a person may have written `given = 2026-11-20` without quotes."""
    if not isinstance(item, dict):
        return item.isoformat() if hasattr(item, "isoformat") else item
    return {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in item.items()}


def _type_of(name: str) -> Any:
    return next(field.type for field in msgspec.structs.fields(Profile) if field.name == name)


def save_profile(environment: Environment, profile: Profile) -> Path:
    """Write the profile (0600, all or nothing) and return its file; keys of later versions in it stay.

    A damaged file in its place is kept as `profile.damaged-<time>.toml` first.

    Raises:
        MachineRefused: it cannot be written; the old one is untouched.
    """
    path = Path(os.path.realpath(environment.paths.profile))
    make_private_directory(path.parent)
    with locked(path):
        content, old = before_writing(environment, path)
        write_private(path, written_over(content, _as_table(profile, old), _place))
    return path


def _as_table(profile: Profile, old: dict[str, Any]) -> dict[str, Any]:
    """Return the profile as a table, laid over what a later version wrote."""
    further = {name: value for name, value in old.items() if name not in _KNOWN}
    version = old.get("version", VERSION)
    table: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(profile))  # lists as TOML reads them, no tuples
    table["version"] = max(version, VERSION) if isinstance(version, int) else VERSION
    earlier = {_place(item): item for item in answers_in(old.get("answers", [])) if isinstance(item, dict)}
    answers = [{**earlier.get(_place(item), {}), **item} for item in table.pop("answers", ())]
    return {**further, **table, **({"answers": answers} if answers else {})}


def _place(answer: Any) -> tuple[str, ...]:
    if not isinstance(answer, dict):
        return ()
    return tuple(str(answer.get(name, "")) for name in ("slug", "region", "side"))


def clear_profile(environment: Environment) -> tuple[Path, ...]:
    """Remove the profile with its damaged copies, and return what was removed.

    Where the profile is a link, the file it leads to goes first: cleared means that nothing is known any more.

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
    """Return every file of the profile that exists: what links lead to, damaged copies and the lock included.

    Raises:
        MachineRefused: its folder cannot be looked into.
    """
    directory = environment.paths.config
    real = Path(os.path.realpath(environment.paths.profile))
    found: dict[Path, None] = {}
    for folder in dict.fromkeys((real.parent, directory)):
        stem = real.stem if folder == real.parent else "profile"
        for name in _names_in(folder):
            if _is_profile(name, stem):
                found[folder / name] = None
    return tuple(sorted(found, key=lambda path: (path.parent != real.parent, path)))


def _names_in(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise MachineRefused(f"cannot look into {folder}: {reason(error)}") from error


def _is_profile(name: str, stem: str) -> bool:
    return (
        name == f"{stem}.toml"
        or (name.startswith((f"{stem}.damaged-", "profile.damaged-")) and name.endswith(".toml"))
        or name.startswith(f".{stem}.toml")
    )
