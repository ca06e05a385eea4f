"""The library: opening it with ten records, a cold build from YAML, and lookups in a batch.

.venv/bin/python benchmarks/library.py
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from acucli.guide.finding import find
from acucli.library.build import compile_directory
from acucli.library.compiled import from_bytes
from acucli.model.practice import Profile

DATA = Path(__file__).parent.parent / "data"
TODAY = "2026-11-20"


def main() -> None:
    """Print medians of CPU milliseconds, and lookups a second."""
    content = compile_directory(DATA)
    print(f"compiled library      {len(content) / 1e6:.1f} MB")
    print(f"cold build from YAML  {_median(lambda: compile_directory(DATA), 3):.0f} ms")

    def open_with_ten() -> None:
        library = from_bytes(content)
        for code in list(library.points)[:10]:
            library.points[code]

    print(f"opening + ten points  {_median(open_with_ten, 20):.1f} ms")
    library = from_bytes(content)
    names = [point.names.plain for point in library.points.values()]
    phrases = [f"my {condition.also[0]} is bad today" for condition in library.conditions.values()]
    for label, queries in (("names", names), ("sentences", phrases)):
        started = time.process_time()
        for query in queries:
            find(query, library, Profile(), today=TODAY)
        print(f"find, {label:<15} {len(queries) / (time.process_time() - started):.0f} a second")


def _median(act: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        started = time.process_time()
        act()
        taken.append((time.process_time() - started) * 1000)
    return statistics.median(taken)


if __name__ == "__main__":
    main()
