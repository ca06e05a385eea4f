"""What lookup understands, by kind and language: the queries of the tests, and a part that was kept out of all work.

    python -m benchmarks.lookup [--missed] [--tests]

The kept-out part was written before any of it was tried. Whoever works on lookup looks at its summary only, seldom, and
writes other queries to find out more; `--missed` lists its misses and ends its use as a kept-out part.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from acucli import open_library
from acucli.guide.finding import find
from acucli.lookup import QueryResult, interpret
from acucli.model.library import Library
from acucli.model.practice import Profile

KEPT_OUT = Path(__file__).with_name("kept_out.tsv")
TESTS = Path(__file__).parents[1] / "tests" / "lookup" / "queries"
_POINT_KINDS = {"students", "names", "places", "notation", "english_names", "misspelled_names"}
_TODAY = "2026-12-01"


class Query(NamedTuple):
    """One query of a kind in a language, with what it wants: see the head of kept_out.tsv."""

    kind: str
    language: str
    text: str
    wanted: str


class Outcome(NamedTuple):
    """Whether a query was understood, left without anything to go on with, or stopped though it is ordinary."""

    right: bool
    empty: bool
    alarm: bool


def kept_out() -> Iterator[Query]:
    """Yield the queries of the kept-out part."""
    for line in KEPT_OUT.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield Query(*line.split("\t"))


def of_tests() -> Iterator[Query]:
    """Yield the queries of the evaluation files of the tests, with the name of the file as their kind."""
    for file in sorted(TESTS.glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                text, _, wanted = line.partition("\t")
                yield Query(file.stem, "", text, wanted.replace(",", "+"))


def outcome_of(query: Query, library: Library) -> Outcome:
    """Return how a query is answered."""
    meaning = interpret(query.text, library)
    answer = find(query.text, library, Profile(), today=_TODAY)
    goes_on = bool(meaning.found or answer.suggestions or answer.notes)
    ordinary = query.wanted != "reason" and query.kind != "red_flags"
    return Outcome(_is_right(query, meaning, goes_on), not goes_on, ordinary and meaning.stops)


def _is_right(query: Query, meaning: QueryResult, goes_on: bool) -> bool:
    wanted = query.wanted
    if query.kind == "red_flags":
        return meaning.stops or wanted in [item.id for item in meaning.watch_for]
    if not wanted or query.kind == "ordinary":
        return goes_on and not meaning.stops
    if wanted == "any":
        return goes_on and not meaning.stops
    if wanted == "reason":
        return bool(meaning.stops or (goes_on and not meaning.points))
    read = [item.slug for item in meaning.conditions][:3]
    if query.kind in _POINT_KINDS:
        read = [item.code for item in meaning.points]
        if meaning.meridians:
            read += [f"{code}{number}" for code in meaning.meridians for number in range(1, 68)]
        return not read if wanted == "NOTHING" else any(code in read for code in wanted.split("|"))
    if meaning.stops:
        return False
    return all(any(slug in read for slug in part.split("|")) for part in wanted.split("+"))


def main() -> None:
    """Print a table by kind and language."""
    library = open_library()
    queries = list(of_tests() if "--tests" in sys.argv else kept_out())
    rows: dict[tuple[str, str], list[tuple[Query, Outcome]]] = defaultdict(list)
    for query in queries:
        rows[query.kind, query.language].append((query, outcome_of(query, library)))
    print("| kind | language | queries | right | nothing | stopped |\n| --- | --- | --: | --: | --: | --: |")
    for (kind, language), results in sorted(rows.items()):
        print(_row(kind, language, results))
    print(_row("all", "", [result for results in rows.values() for result in results]))
    if "--missed" in sys.argv:
        for results in rows.values():
            for query, outcome in results:
                if not outcome.right:
                    print(f"{query.kind}\t{query.language}\t{query.text}\t{query.wanted}")


def _row(kind: str, language: str, results: list[tuple[Query, Outcome]]) -> str:
    count = len(results)
    right = sum(outcome.right for _, outcome in results) / count
    empty = sum(outcome.empty for _, outcome in results)
    alarms = sum(outcome.alarm for _, outcome in results)
    return f"| {kind} | {language} | {count} | {right:.3f} | {empty} | {alarms} |"


if __name__ == "__main__":
    main()
