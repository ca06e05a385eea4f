"""Writing TOML over what a person wrote: comments, order and further keys stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from acucli.errors import MachineRefused
from acucli.host.environment import Environment
from acucli.host.files import as_text, read_plain, reason, write_private

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 1_000_000
"""Largest file of settings or of a profile that is read; both are a few hundred bytes."""
_LARGEST = 2**63
"""TOML promises whole numbers of 64 bits; Python reads larger ones and cannot write the largest of them."""


def read_toml(content: bytes) -> dict[str, Any]:
    """Return the table in these bytes; see `as_text` for how they may be written.

    Raises:
        ValueError: they are not TOML, are nested too deep, or hold a number that nobody can count to.
    """
    import tomllib  # 2 ms with its patterns, and most people have no file of settings

    try:
        table = tomllib.loads(as_text(content))
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if any(isinstance(value, int) and abs(value) > _LARGEST for value in _values_in(table)):
        raise ValueError("a number is too large")
    return table


def _values_in(table: dict[str, Any]) -> Iterator[object]:
    """Yield every value, those of tables and lists within each other too."""
    waiting: list[object] = [table]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
        else:
            yield value


class TomlFile(NamedTuple):
    """What a file of TOML holds, as bytes and as a table; both empty where there is no such file."""

    content: bytes = b""
    table: dict[str, Any] = {}


def before_writing(environment: Environment, path: Path) -> TomlFile:
    """Return what the file holds now; one that is not TOML is put beside it under a name with the time.

    Raises:
        MachineRefused: it cannot be read, or not be put aside; nothing was changed.
    """
    try:
        content = read_plain(path, MOST_BYTES)
    except FileNotFoundError:
        return TomlFile()
    except OSError as error:
        raise MachineRefused(f"cannot write {path}: {reason(error)}", hint="nothing was changed") from error
    try:
        return TomlFile(content, read_toml(content))
    except ValueError:
        now = datetime.fromtimestamp(environment.clock.wall(), UTC)
        write_private(path.with_name(f"{path.stem}.damaged-{now:%Y%m%dT%H%M%SZ}.toml"), content)
        return TomlFile()


def written_over(content: bytes, table: Mapping[str, Any], same: Callable[[Any], object] = lambda item: item) -> bytes:
    """Return a TOML file that holds `table`, written over `content` so that its comments and order stay.

    `same` gives what two entries of a list of tables have in common when they are the same entry. What cannot be
    edited is written anew: the values are what counts.

    Raises:
        MachineRefused: the table cannot be written as TOML at all.
    """
    tomlkit = _tomlkit()
    wanted = dict(table)
    try:
        document = tomlkit.parse(as_text(content))
        _edit(document, wanted, same)
        edited = bytes(tomlkit.dumps(document).encode())
        if read_toml(edited) == wanted:
            return edited
    except (ValueError, TypeError, KeyError, RecursionError, tomlkit.exceptions.TOMLKitError):
        pass
    try:
        return bytes(tomlkit.dumps(wanted).encode())
    except (ValueError, TypeError, tomlkit.exceptions.TOMLKitError) as error:
        raise MachineRefused(f"this cannot be written as TOML: {error}") from error


def _edit(document: Any, wanted: Mapping[str, Any], same: Callable[[Any], object]) -> None:
    """Change a parsed table until it holds what is wanted; what is equal already is not touched."""
    for name in [name for name in document if name not in wanted]:
        del document[name]
    for name, value in wanted.items():
        old = document.get(name)
        if old is not None and _plain(old) == value:
            continue
        if isinstance(value, dict) and isinstance(old, dict):
            _edit(old, value, same)
        elif _is_tables(value):
            document[name] = _tables(old, value, same)
        else:
            document[name] = value


def _tables(old: Any, wanted: list[dict[str, Any]], same: Callable[[Any], object]) -> Any:
    """Return a list of tables, each the old one of the same entry where there is one."""
    tomlkit = _tomlkit()
    before = list(old) if old is not None and _is_tables(_plain(old)) else []
    made = tomlkit.aot()
    for item in wanted:
        found = next((entry for entry in before if same(_plain(entry)) == same(item)), None)
        if found is None:
            entry = tomlkit.table()
            entry.update(item)
        else:
            before.remove(found)
            entry = found
            _edit(entry, item, same)
        made.append(entry)
    return made


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _plain(value: Any) -> Any:
    return value.unwrap() if hasattr(value, "unwrap") else value


def _tomlkit() -> Any:
    import tomlkit  # 25 ms: only a run that writes settings or a profile pays for it

    return tomlkit
