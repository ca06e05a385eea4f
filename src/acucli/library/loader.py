"""Opening the library: from the wheel, from a source tree, with the user's packs laid over it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from acucli.errors import LibraryInvalid, MachineRefused
from acucli.host.environment import Environment
from acucli.host.files import reason, write_private
from acucli.library.compiled import FILES, FORMAT, CompiledLibrary, from_bytes, opened

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_SHIPPED = os.path.join(_PACKAGE, "data", "library.json")
_PACKED_SOURCE = os.path.join(_PACKAGE, "data", "sources.tar.xz")  # library.archive has the name, and loads tarfile
_SOURCE_TREE = os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "data")


def open_library(environment: Environment | None = None, *, data: Path | None = None) -> CompiledLibrary:
    """Return the library with the user's packs laid over it; its `notes` say which packs could not be used, and why.

    `data` names another source directory than the bundled one. A cache that is missing, damaged or not writable makes
    this slower, never different. A broken pack costs its own records only, and a damaged compiled library is made anew
    from the bundled YAML: warning signs and helplines answer all the same.

    Raises:
        LibraryInvalid: neither the compiled library nor its source can be used.
    """
    here = environment if environment is not None else Environment.real()
    packs, notes = pack_files(here)
    library = _opened(here, data, packs)
    return library.with_notes(notes).with_files(partial(_file_in, data or _bundled_folder()))


def _opened(here: Environment, data: Path | None, packs: list[Path]) -> CompiledLibrary:
    if data is not None or not os.path.exists(_SHIPPED):
        return _through_cache(here, data or bundled_source(), packs)
    try:
        shipped = opened(_SHIPPED)
    except (OSError, ValueError) as error:
        return _instead_of_shipped(here, packs).with_notes((_DAMAGED.format(reason=error),))
    return _with_packs(here, shipped, packs) if packs else shipped


def _content_of(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _file_in(source: str | Path, name: str) -> bytes:
    """Return a file beside the records; without a word list no mistake is mended, without weights the rules go on."""
    try:
        return _content_of(os.path.join(source, FILES[name]))
    except OSError:
        return b""


_DAMAGED = "the installed library cannot be used ({reason}): install acucli again; its source answers meanwhile"
_IN_DANGER = "install acucli again. In danger now, call your emergency number (112 or 911 in many countries)"


def _instead_of_shipped(here: Environment, packs: list[Path]) -> CompiledLibrary:
    try:
        return _through_cache(here, bundled_source(), packs)
    except LibraryInvalid as error:
        raise LibraryInvalid(error.problems, what="the installed library", hint=_IN_DANGER) from error


def _with_packs(here: Environment, shipped: CompiledLibrary, packs: list[Path]) -> CompiledLibrary:
    """Return the library with its packs, or the shipped one where they cannot be laid over its source."""
    try:
        return _through_cache(here, bundled_source(), packs, shipped)
    except LibraryInvalid as error:
        return shipped.with_notes((f"no pack is used, for the bundled source is not good: {error.problems[0]}",))


def bundled_source() -> Path:
    """Return the bundled source: an archive inside the wheel, or the directory beside the source tree."""
    return _path(_PACKED_SOURCE if os.path.exists(_PACKED_SOURCE) else _SOURCE_TREE)


def _bundled_folder() -> str:
    """Return the folder in which the files beside the records lie."""
    return os.path.dirname(_PACKED_SOURCE) if os.path.exists(_PACKED_SOURCE) else _SOURCE_TREE


def _path(name: str) -> Path:
    from pathlib import Path  # 4 ms with what it loads, and a lookup without packs works with names

    return Path(name)


def pack_files(environment: Environment) -> tuple[list[Path], tuple[str, ...]]:
    """Return the packs in use in the order of their names, and a sentence for everything else that lies among them.

    Without packs a lookup must not pay for finding directories: the environment tells where they could be.
    """
    try:
        folder = os.path.join(environment.paths.text("data"), "packs")
        with os.scandir(folder) as entries:
            found = sorted((entry for entry in entries if entry.name.endswith(".yaml")), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return [], ()
    except MachineRefused as error:  # no home directory: what is bundled answers
        return [], (f"no pack is used: {error}",)
    except OSError as error:
        return [], (f"no pack is used: {environment.home_for(folder)} cannot be read ({reason(error)})",)
    packs = [_path(entry.path) for entry in found if _is_pack(entry)]
    passed_over = (environment.home_for(entry.path) for entry in found if not _is_pack(entry))
    return packs, tuple(f"{path} is no pack and is passed over" for path in passed_over)


def _is_pack(entry: os.DirEntry[str]) -> bool:
    """Tell whether it is a plain file with a name of its own; editors leave hidden files and links to nowhere."""
    try:
        return entry.is_file() and not entry.name.startswith(".")
    except OSError:
        return False


def _through_cache(
    environment: Environment, source: Path, packs: list[Path], shipped: CompiledLibrary | None = None
) -> CompiledLibrary:
    """Return the library from the cache, whose file's name holds the hash of what it was made of, or compile it.

    Indexes that need not be made again come from the shipped library, or from whatever the cache holds.
    """
    known = shipped.indexes if shipped else {}
    try:
        cache = environment.paths.cache
    except MachineRefused:  # no home directory, no cache
        return from_bytes(_compile(source, packs, known))
    key = _key(source, packs)
    for cached in _cached(cache):
        if cached.key == key:
            return cached.library
        known = known or cached.library.indexes
    content = _compile(source, packs, known)
    _keep_under(cache, key, content)
    return from_bytes(content)


class _Cached(NamedTuple):
    key: str
    library: CompiledLibrary


def _cached(cache: Path) -> Iterator[_Cached]:
    """Yield every library in the cache that is as it was written."""
    for path in sorted(cache.glob("library-*.json")):
        try:
            yield _Cached(path.stem.removeprefix("library-"), opened(path))
        except (OSError, ValueError):
            continue


def keep_with_packs(environment: Environment, content: bytes) -> None:
    """Keep what was compiled with the packs that are in use now, so that the next command need not do it again."""
    packs, _ = pack_files(environment)
    try:
        _keep_under(environment.paths.cache, _key(bundled_source(), packs), content)
    except MachineRefused:  # no home directory, no cache
        return


def _compile(source: Path, packs: list[Path], known: Mapping[str, Any]) -> bytes:
    from acucli.library.packs import compile_around_broken  # the build and YAML (90 ms): only when there is no cache

    return compile_around_broken(source, packs, known)


def _keep_under(cache: Path, key: str, content: bytes) -> None:
    cached = cache / f"library-{key}.json"
    try:
        write_private(cached, content)
        for old in cached.parent.glob("library-*.json"):
            if old != cached:
                old.unlink(missing_ok=True)
    except (MachineRefused, OSError):
        return


def _key(source: Path, packs: list[Path]) -> str:
    """Return a hash of names, sizes and times of everything the compiled form depends on."""
    import hashlib  # 4 ms, and an installed library is not read through a cache

    rooms = (_files_below(os.path.join(_PACKAGE, room)) for room in ("library", "model", "text"))
    files = [*_files_below(source), *(entry for room in rooms for entry in room)]
    files.extend(entry for pack in packs for entry in _files_below(pack))
    made_of = "\n".join((f"{FORMAT}", *files)).encode("utf-8", "surrogateescape")
    return hashlib.blake2b(made_of, digest_size=8).hexdigest()


def _files_below(path: str | Path) -> list[str]:
    if os.path.isfile(path):
        return [_state(path)]
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError:
        return []
    found: list[str] = []
    for entry in entries:
        if not entry.is_dir():
            found.append(_state(entry))
        elif entry.name != "__pycache__":
            found.extend(_files_below(entry.path))
    return found


def _state(file: str | Path | os.DirEntry[str]) -> str:
    """Return name, size and time of a file in a line; a link to nowhere has its name alone."""
    try:
        status = os.stat(file)
    except OSError:
        return os.fspath(file)
    return f"{os.fspath(file)}\0{status.st_size}\0{status.st_mtime_ns}"
