"""Readers under a fuzzer that is led by coverage: `python -m tests.soak.guided yaml line -atheris_runs=500000`.

Needs `pip install atheris`, which nobody else needs. The readers that are named, or all of `IN_MEMORY`, get the bytes
that the fuzzer makes; what is raised and is none of our own errors stops the run with the bytes that did it.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["acucli"]):
    from acucli.errors import AcuError
    from tests.fuzz import Target, targets

IN_MEMORY = ("yaml", "compiled", "line", "answers", "query", "width")
"""The others wait for the disk at every case."""


def readers(home: Path, names: list[str]) -> tuple[Target, ...]:
    """Return the readers of these names, working in this home."""
    return tuple(target for target in targets(home) if target.name in (names or IN_MEMORY))


def main() -> None:
    """Run until the fuzzer's own options, which begin with a dash, say that it is enough."""
    options = [word for word in sys.argv[1:] if word.startswith("-")]
    with tempfile.TemporaryDirectory() as folder:
        tried = readers(Path(folder), [word for word in sys.argv[1:] if word not in options])

        def one(content: bytes) -> None:
            target = tried[content[0] % len(tried)] if content else tried[0]
            try:
                target.run(content[1:], random.Random(0))
            except AcuError:
                return

        atheris.Setup([sys.argv[0], *options, f"{_corpus(Path(folder) / 'corpus', tried)}"], one)
        atheris.Fuzz()


def _corpus(folder: Path, tried: tuple[Target, ...]) -> Path:
    """Write the good contents of every reader, each with the byte that names its reader, and return their folder."""
    folder.mkdir()
    for number, target in enumerate(tried):
        for place, sample in enumerate(target.samples):
            (folder / f"{target.name}-{place}").write_bytes(bytes([number]) + sample)
    return folder


if __name__ == "__main__":
    main()
