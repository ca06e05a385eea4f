"""Favourites: sessions kept under a name, in a private file beside the profile."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from acucli.errors import UsageError
from acucli.host.environment import Environment
from acucli.host.files import is_there, make_private_directory, read_plain, reason, write_private
from acucli.host.locks import locked
from acucli.host.toml_edit import MOST_BYTES, before_writing, read_toml, written_over
from acucli.model.named_session import Favourite
from acucli.text.cleaning import clean_line

VERSION = 1
MOST_FAVOURITES = 50
"""More than anybody looks through; a file that was filled by a slip stays readable."""
LONGEST_NAME = 40


class Favourites(NamedTuple):
    """The favourites in the order they were kept, and what must be said about their file."""

    kept: tuple[Favourite, ...] = ()
    notes: tuple[str, ...] = ()

    def named(self, name: str) -> Favourite | None:
        """Return the favourite of this name, whatever its capitals; None where there is none."""
        wanted = _key(name)
        return next((item for item in self.kept if _key(item.name) == wanted), None)


def favourites_file(environment: Environment) -> Path:
    """Return the file of the favourites, in the profile's folder."""
    return environment.paths.config / "favourites.toml"


def load_favourites(environment: Environment) -> Favourites:
    """Return the favourites, none where there is no file; nothing is written, and a file that cannot be read is named.

    A favourite is a convenience: no doubt about its file ever stands in the way of a command.
    """
    path = favourites_file(environment)
    if not is_there(path):
        return Favourites()
    shown = environment.home_for(path)
    try:
        table = read_toml(read_plain(path, MOST_BYTES))
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        return Favourites(notes=(f"the favourites cannot be read: {why} ({shown})",))
    return _of_table(table, shown)


def keep_favourite(environment: Environment, name: str, arguments: Iterable[str]) -> Favourite:
    """Keep a session under a name and return it; a favourite of that name is replaced in its place.

    `arguments` are the words and options after `acu session`. A file that cannot be read is put beside the new one.

    Raises:
        UsageError: the name is empty, too long or begins with a dash; no words; or there are too many already.
        MachineRefused: it cannot be written; the old file is untouched.
    """
    words = tuple(argument for argument in arguments if argument.strip())
    favourite = Favourite(name=_name_of(name), arguments=words, kept=environment.clock.today())
    if not words:
        raise UsageError("a favourite needs a session", hint="words, a routine or points, as after acu session")

    def changed(old: tuple[Favourite, ...]) -> tuple[Favourite, ...]:
        if any(_key(item.name) == _key(favourite.name) for item in old):
            return tuple(favourite if _key(item.name) == _key(favourite.name) else item for item in old)
        if len(old) >= MOST_FAVOURITES:
            raise UsageError(f"{MOST_FAVOURITES} favourites are kept already", hint="drop one that you do not use")
        return (*old, favourite)

    _rewrite(environment, changed)
    return favourite


def drop_favourite(environment: Environment, name: str) -> bool:
    """Forget the favourite of this name; tell whether there was one.

    Raises:
        MachineRefused: the file cannot be written; nothing was changed.
    """
    if load_favourites(environment).named(name) is None:
        return False
    _rewrite(environment, lambda old: tuple(item for item in old if _key(item.name) != _key(name)))
    return True


def _name_of(name: str) -> str:
    clean = clean_line(name)
    if not clean or len(clean) > LONGEST_NAME or clean.startswith("-"):
        hint = f"one to {LONGEST_NAME} characters, the first of them no dash"
        raise UsageError(f"{clean!r} cannot be the name of a favourite", hint=hint)
    return clean


def _key(name: Any) -> str:
    return clean_line(str(name)).casefold()


def _of_table(table: dict[str, Any], shown: str) -> Favourites:
    entries = table.get("favourites", [])
    notes: list[str] = []
    kept: dict[str, Favourite] = {}
    for entry in entries if isinstance(entries, list) else [entries]:
        try:
            found = msgspec.convert(entry, Favourite)
            kept.setdefault(_key(_name_of(found.name)), found)
        except (msgspec.ValidationError, UsageError, RecursionError) as error:
            notes.append(f"{shown}: a favourite cannot be read ({error})")
    return Favourites(tuple(kept.values()), tuple(notes))


def _rewrite(environment: Environment, changed: Callable[[tuple[Favourite, ...]], tuple[Favourite, ...]]) -> None:
    path = Path(os.path.realpath(favourites_file(environment)))
    make_private_directory(path.parent)
    with locked(path):
        content, old = before_writing(environment, path)
        favourites = changed(_of_table(old, str(path)).kept)
        table = {**old, "version": _version_of(old)}
        table.pop("favourites", None)
        if favourites:
            earlier = {_entry(item): item for item in old.get("favourites", ()) if isinstance(item, dict)}
            made = [{**msgspec.to_builtins(item), "arguments": list(item.arguments)} for item in favourites]
            table["favourites"] = [{**earlier.get(_entry(item), {}), **item} for item in made]
        write_private(path, written_over(content, table, _entry))


def _version_of(old: dict[str, Any]) -> int:
    version = old.get("version", VERSION)
    return max(version, VERSION) if isinstance(version, int) else VERSION


def _entry(item: Any) -> str:
    return _key(item.get("name", "")) if isinstance(item, dict) else ""
