"""Opening the library: from the wheel, from a source tree, with the user's packs laid over it."""

from __future__ import annotations

import os
from pathlib import Path

from acucli.errors import LibraryInvalid, MachineRefused
from acucli.host.environment import Environment
from acucli.library.compiled import FORMAT, CompiledLibrary, from_bytes

_PACKAGE = Path(__file__).parent.parent
_SHIPPED = _PACKAGE / "data" / "library.json"
_SOURCE_TREE = _PACKAGE.parent.parent / "data"


def open_library(environment: Environment | None = None, *, data: Path | None = None) -> CompiledLibrary:
    """Return the library with the user's packs laid over it.

    `data` names another source directory than the bundled one. A cache that is missing, damaged or not writable makes
    this slower, never different.

    Raises:
        LibraryInvalid: the source or a pack has problems; each is named with its file, line and fix.
    """
    here = environment if environment is not None else Environment.real()
    packs = _pack_files(here)
    if data is None and not packs and _SHIPPED.exists():
        try:
            return from_bytes(_SHIPPED.read_bytes())
        except (OSError, ValueError) as error:
            hint = "install acucli again"
            raise LibraryInvalid([f"{_SHIPPED}: {error}"], what="the installed library") from MachineRefused(
                str(error), hint=hint
            )
    return _through_cache(here, data or bundled_source(), packs)


def bundled_source() -> Path:
    """Return the directory of the bundled YAML: inside the wheel, or beside the source tree."""
    inside = _PACKAGE / "data"
    return inside if (inside / "meridians.yaml").exists() else _SOURCE_TREE


def _pack_files(environment: Environment) -> list[Path]:
    # Without packs a lookup must not pay for finding directories: the environment tells where they could be.
    try:
        return sorted(environment.paths.packs.glob("*.yaml"))
    except OSError:
        return []


def _through_cache(environment: Environment, source: Path, packs: list[Path]) -> CompiledLibrary:
    """Return the library from the cache, whose file's name holds the hash of its content, or compile it."""
    cache, key = environment.paths.cache, _key(source, packs)
    try:
        for cached in sorted(cache.glob(f"library-{key}-*.json")):
            content = cached.read_bytes()
            if cached.stem.endswith(_hash_of(content)):
                return from_bytes(content)
    except (OSError, ValueError):
        pass
    content = _compile(source, packs)
    _keep(cache / f"library-{key}-{_hash_of(content)}.json", content)
    return from_bytes(content)


def _hash_of(content: bytes) -> str:
    """Return the hash by which an altered cache is known; the installed library is not read through it."""
    import hashlib  # only where there is a cache

    return hashlib.blake2b(content, digest_size=16).hexdigest()


def _compile(source: Path, packs: list[Path]) -> bytes:
    from acucli.library.build import compile_directory  # the build and YAML: only when there is no cache

    if not packs:
        return compile_directory(source)
    from acucli.library.packs import compile_with_packs

    return compile_with_packs(source, packs)


def _keep(cached: Path, content: bytes) -> None:
    from acucli.host.files import write_private  # only where a cache is written

    try:
        write_private(cached, content)
        for old in cached.parent.glob("library-*.json"):
            if old != cached:
                old.unlink(missing_ok=True)
    except (MachineRefused, OSError):
        return


def _key(source: Path, packs: list[Path]) -> str:
    """Return a hash of names, sizes and times of everything the compiled form depends on."""
    import hashlib  # an installed library needs no key

    digest = hashlib.sha256(f"{FORMAT}".encode())
    rooms = (_files_below(_PACKAGE / room) for room in ("library", "model", "text"))
    files = [*_files_below(source), *(entry for room in rooms for entry in room)]
    for name, size, changed in [*files, *(entry for pack in packs for entry in _files_below(pack))]:
        digest.update(f"{name}\0{size}\0{changed}\n".encode())
    return digest.hexdigest()[:16]


def _files_below(path: Path) -> list[tuple[str, int, int]]:
    if path.is_file():
        return [_state(path)]
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError:
        return []
    found: list[tuple[str, int, int]] = []
    for entry in entries:
        if not entry.is_dir():
            found.append(_state(entry))
        elif entry.name != "__pycache__":
            found.extend(_files_below(Path(entry.path)))
    return found


def _state(file: Path | os.DirEntry[str]) -> tuple[str, int, int]:
    """Return name, size and time of a file; a link to nowhere has neither."""
    try:
        status = file.stat()
    except OSError:
        return os.fspath(file), -1, -1
    return os.fspath(file), status.st_size, status.st_mtime_ns
