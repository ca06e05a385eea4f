"""The source form packed into one file, as a wheel holds it: `tar -xf sources.tar.xz` lays it out to be read."""

from __future__ import annotations

import io
import lzma
import tarfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

ARCHIVE = "sources.tar.xz"
"""The name of the file, in the folder of the compiled library."""

_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 4, "lp": 0, "pb": 0}]
"""What packs text best: a solid archive takes two thirds of what files packed one by one do."""


class PackedFile(NamedTuple):
    """A file of the archive: its name below the directory, and what it holds."""

    name: PurePosixPath
    content: bytes


def packed(directory: Path, files: Iterable[Path]) -> bytes:
    """Return the archive of these files below a directory, the same bytes for the same content."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for file in sorted(files):
            content = file.read_bytes()
            entry = tarfile.TarInfo(file.relative_to(directory).as_posix())
            entry.size, entry.mode = len(content), 0o644
            tar.addfile(entry, io.BytesIO(content))
    return lzma.compress(stream.getvalue(), format=lzma.FORMAT_XZ, filters=_FILTERS)


def unpacked(archive: Path) -> list[PackedFile]:
    """Return the plain files of an archive in the order of their names, read into memory.

    Raises:
        OSError: it cannot be read, was damaged, or this Python cannot read what xz packed.
    """
    try:
        plain_tar = lzma.decompress(archive.read_bytes(), format=lzma.FORMAT_XZ)  # to its end, and its sum compared
        with tarfile.open(fileobj=io.BytesIO(plain_tar), mode="r:") as tar:
            plain = sorted((entry for entry in tar if entry.isfile()), key=lambda entry: entry.name)
            return [PackedFile(PurePosixPath(entry.name), _content(tar, entry)) for entry in plain]
    except (tarfile.TarError, lzma.LZMAError, EOFError) as error:
        raise OSError(f"the packed source cannot be read: {error}") from error


def _content(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> bytes:
    stream = tar.extractfile(entry)
    return stream.read() if stream is not None else b""
