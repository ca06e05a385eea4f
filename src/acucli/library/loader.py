"""Opening the library: from the wheel, from a source tree, with the user's packs laid over it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from acucli.errors import LibraryInvalid, MachineRefused
from acucli.host.environment import Environment
from acucli.host.files import reason, write_private
from acucli.library.compiled import FILES, FORMAT, CompiledLibrary, content_of, from_bytes, opened
from acucli.library.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_SHIPPED = os.path.join(_PACKAGE, "data", "library.json")
_RESCUE = os.path.join(_PACKAGE, "data", "rescue.json.xz")  # library.rescue has the name, and loads the build
_SOURCE_TREE = os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "data")


Compiling = Callable[[], AbstractContextManager[object]]
"""What is entered while a library is compiled, which takes seconds."""


def open_library(
    environment: Environment | None = None, *, data: Path | None = None, compiling: Compiling = nullcontext
) -> CompiledLibrary:
    """Return the library with the user's packs laid over it; its `notes` say which packs could not be used, and why.

    `data` names another source directory than the bundled one. A cache that is missing, damaged or not writable makes
    this slower, never different: `compiling` is entered while the library is compiled. A broken pack costs its own
    records only, and where the installed library was damaged the rescue beside it answers: warning signs and helplines
    are there all the same.

    Raises:
        LibraryInvalid: neither the installed library nor the rescue can be used, or the source has problems.
    """
    here = environment if environment is not None else Environment.real()
    packs, notes = pack_files(here)
    library = _with_packs(here, open_bundled(here, data=data, compiling=compiling), packs, compiling)
    return library.with_notes(notes).with_files(partial(_file_in, data or _bundled_folder()))


def open_bundled(here: Environment, *, data: Path | None = None, compiling: Compiling = nullcontext) -> CompiledLibrary:
    """Return the library without packs; see `open_library`."""
    if data is not None or not os.path.exists(_SHIPPED):
        return _through_cache(here, data or _SOURCE_TREE, compiling)
    try:
        return opened(_SHIPPED)
    except (OSError, ValueError) as error:
        return _rescue().with_notes((_DAMAGED.format(reason=error),))


_DAMAGED = "the installed library cannot be used ({reason}): install acucli again; only warning signs answer meanwhile"
_IN_DANGER = "install acucli again. In danger now, call your emergency number (112 or 911 in many countries)"


def _rescue() -> CompiledLibrary:
    from acucli.library.rescue import opened_rescue  # with the build (90 ms): only where the library was damaged

    try:
        return opened_rescue(_RESCUE)
    except (OSError, ValueError) as error:
        problem = Problem("Y001", os.path.basename(_RESCUE), 1, "", "", str(error), "install acucli again")
        raise LibraryInvalid([problem], what="the installed library", hint=_IN_DANGER) from error


def _file_in(source: str | Path, name: str) -> bytes:
    """Return a file beside the records; without a word list no mistake is mended, without weights the rules go on."""
    try:
        return content_of(os.path.join(source, FILES[name]))
    except OSError:
        return b""


def _bundled_folder() -> str:
    """Return the folder in which the files beside the records lie."""
    return os.path.dirname(_SHIPPED) if os.path.exists(_SHIPPED) else _SOURCE_TREE


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
    packs = [environment.paths.packs / entry.name for entry in found if _is_pack(entry)]
    passed_over = (environment.home_for(entry.path) for entry in found if not _is_pack(entry))
    return packs, tuple(f"{path} is no pack and is passed over" for path in passed_over)


def _is_pack(entry: os.DirEntry[str]) -> bool:
    """Tell whether it is a plain file with a name of its own; editors leave hidden files and links to nowhere."""
    try:
        return entry.is_file() and not entry.name.startswith(".")
    except OSError:
        return False


def _through_cache(environment: Environment, source: str | Path, compiling: Compiling) -> CompiledLibrary:
    """Return the library of a source directory from the cache, or compile it.

    Indexes that need not be made again come from whatever the cache holds.
    """
    kept = _Cache(environment, _FROM_SOURCE, [source])
    known: Mapping[str, Any] = {}
    for cached in kept.all():
        if cached.key == kept.key:
            return cached.library
        known = known or cached.library.indexes
    with compiling():
        content = _compile(source, known)
    kept.keep(content)
    return from_bytes(content)


def _with_packs(
    environment: Environment, base: CompiledLibrary, packs: list[Path], compiling: Compiling
) -> CompiledLibrary:
    """Return the library with the packs laid over it, from the cache or made anew."""
    if not packs:
        return base
    if not base.points:
        return base.with_notes(("no pack is used meanwhile",))
    kept = _cache_with_packs(environment, base, packs)
    for cached in kept.all():
        if cached.key == kept.key:
            return cached.library
    with compiling():
        content = _laid_over(base, packs)
    kept.keep(content)
    return from_bytes(content)


def _cache_with_packs(environment: Environment, base: CompiledLibrary, packs: list[Path]) -> _Cache:
    return _Cache(environment, _WITH_PACKS, packs, base.fingerprint)


_FROM_SOURCE, _WITH_PACKS = "library-source-", "library-packs-"
"""How the names of cached libraries begin; one of each is kept."""


class _Cached(NamedTuple):
    key: str
    library: CompiledLibrary


class _Cache:
    """Where a compiled library is kept under a name that holds the hash of everything it is made of.

    Without a home directory, or where nothing can be written, nothing is kept.
    """

    def __init__(self, environment: Environment, name: str, made_of: Sequence[str | Path], base: str = "") -> None:
        self.key = _key(made_of, base)
        self._name = name
        try:
            self._folder: Path | None = environment.paths.cache
        except MachineRefused:
            self._folder = None

    def all(self) -> Iterator[_Cached]:
        """Yield every library of this kind that is as it was written."""
        for path in sorted(self._folder.glob(f"{self._name}*.json")) if self._folder else ():
            try:
                yield _Cached(path.stem.removeprefix(self._name), opened(path))
            except (OSError, ValueError):
                continue

    def keep(self, content: bytes) -> None:
        """Keep a library in the place of those before it, and of those of earlier versions."""
        if self._folder is None:
            return
        own = self._folder / f"{self._name}{self.key}.json"
        try:
            write_private(own, content)
            for old in self._folder.glob("library-*.json"):
                other = next((name for name in (_FROM_SOURCE, _WITH_PACKS) if old.name.startswith(name)), self._name)
                if old != own and other == self._name:
                    old.unlink(missing_ok=True)
        except (MachineRefused, OSError):
            return


def keep_with_packs(environment: Environment, base: CompiledLibrary, content: bytes) -> None:
    """Keep what was compiled with the packs that are in use now, so that the next command need not do it again."""
    packs, _ = pack_files(environment)
    _cache_with_packs(environment, base, packs).keep(content)


def _compile(source: str | Path, known: Mapping[str, Any]) -> bytes:
    from acucli.library.build import compile_directory  # with YAML (90 ms): only when there is no cache

    return compile_directory(source, known)


def _laid_over(base: CompiledLibrary, packs: list[Path]) -> bytes:
    from acucli.library.packs import compile_around_broken  # with YAML, as above

    return compile_around_broken(base, packs)


def _key(made_of: Sequence[str | Path], base: str) -> str:
    """Return a hash of names, sizes and times of everything the compiled form depends on, and of what lies below."""
    import hashlib  # 4 ms, and an installed library is not read through a cache

    files = [line for path in made_of for line in _files_below(path)]
    for room in ("library", "model", "text"):
        files += _files_below(os.path.join(_PACKAGE, room))
    content = "\n".join((f"{FORMAT}", base, *files)).encode("utf-8", "surrogateescape")
    return hashlib.blake2b(content, digest_size=8).hexdigest()


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
