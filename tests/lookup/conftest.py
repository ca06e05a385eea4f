"""What the tests of lookup share: the bundled library, and the queries of the evaluation set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from acucli.library.compiled import CompiledLibrary
from acucli.lookup import QueryResult, interpret

QUERIES = Path(__file__).parent / "queries"

Ask = Callable[[str], QueryResult]


def queries(kind: str) -> list[tuple[str, str]]:
    """Return the (query, what is expected) of one kind; ordinary sentences expect nothing."""
    lines = (QUERIES / f"{kind}.tsv").read_text(encoding="utf-8").splitlines()
    return [(query, expected) for query, _, expected in (line.partition("\t") for line in lines)]


@pytest.fixture
def ask(library: CompiledLibrary) -> Ask:
    """Return a function that understands a query with the bundled library."""
    return lambda query: interpret(query, library)
