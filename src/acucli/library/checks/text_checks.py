"""What must be true of the claims, and of the words that lead to claims and articles (codes M...)."""

from __future__ import annotations

from collections.abc import Iterator

from acucli.library.problems import Problem
from acucli.library.source import Located, Sources
from acucli.text.fold import fold_phrase


def check(sources: Sources) -> Iterator[Problem]:
    """Yield claims that lead nowhere, and phrases that lead to two texts."""
    for item in sources.all("claims"):
        yield from _links(item, sources)
    yield from _phrases(sources)


def _links(item: Located, sources: Sources) -> Iterator[Problem]:
    for field in ("conditions", "references", "sources"):
        for index, name in enumerate(getattr(item.record, field)):
            if name not in sources.records[field]:
                yield item.problem("M001", f"no record {name!r} among the {field}", "mend the id", field, index)


def _phrases(sources: Sources) -> Iterator[Problem]:
    means: dict[str, str] = {}
    for item in (*sources.all("claims"), *sources.all("articles")):
        for index, phrase in enumerate(item.record.also):
            own = f"{item.shelf} {item.name}"
            other = means.setdefault(fold_phrase(phrase), own)
            if other != own:
                reason = f"{phrase!r} also leads to {other}"
                yield item.problem("M002", reason, "keep it where it fits best", "also", index)
