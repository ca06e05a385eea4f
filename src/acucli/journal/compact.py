"""Compacting: an old journal is written anew with every plan in it once; nothing else of it changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from acucli.journal.journal_lines import compacted, plan_in
from acucli.journal.store import Journal


class Compacted(NamedTuple):
    """The bytes of the journal before and after."""

    before: int
    after: int


def compact(journal: Journal) -> Compacted:
    """Rewrite the journal so that each plan stands in it once, before the first session that had it.

    Lines that cannot be read and those of later versions stay as they are, in their places. The file is replaced as a
    whole; a session that runs meanwhile goes on in the new one.

    Raises:
        MachineRefused: it cannot be read or rewritten; nothing was changed.
    """
    with journal.exclusive():
        path = journal.path
        before = path.stat().st_size if path.exists() else 0
        if before:
            journal.rewrite(_lines(journal))
        return Compacted(before, path.stat().st_size if before else 0)


def _lines(journal: Journal) -> Iterator[bytes]:
    known: set[str] = set()
    for raw in journal.raw_lines():
        held = plan_in(raw)
        if held is not None:
            if held[0] not in known:
                known.add(held[0])
                yield raw
            continue
        made = compacted(raw)
        if made.plan_id and made.plan_id not in known:
            known.add(made.plan_id)
            yield made.plan_line.rstrip(b"\n")
        yield made.line.rstrip(b"\n")
