"""The two lookups, `find` and `show`, as commands without their parser: bare words need none (cli/app.py)."""

from __future__ import annotations

from collections.abc import Sequence

from acucli.errors import UsageError
from acucli.model.answers import FindAnswer, RecordAnswer, stamp_of
from acucli.render.context import AppContext
from acucli.render.renderer import show, show_each
from acucli.render.style import PLAIN_STYLE, Style

_WITH_PLACES = frozenset({"point", "condition", "routine", "area"})
"""Kinds of records of which a profile may keep something from its person."""

TYPE_CHECKING = False  # as typing has it, without importing it
if TYPE_CHECKING:
    from acucli.guide.finding import Filters
    from acucli.guide.resolving import Resolved


def find_points(run: AppContext, query: str, filters: Filters | None = None, style: Style = PLAIN_STYLE) -> int:
    """Answer a query in anybody's words; the status is 0, 1 nothing found, 4 held back."""
    return show(found(run, query, filters), run, style)


def found(run: AppContext, query: str, filters: Filters | None = None) -> FindAnswer:
    """Return the answer to a query in anybody's words."""
    from acucli.guide.finding import find  # the judge and its rules, which `show` as JSON has no use for

    return find(query, run.library, run.profile, today=run.today, filters=filters)


def show_records(run: AppContext, ids: Sequence[str], style: Style = PLAIN_STYLE) -> int:
    """Show the record of each id; see `named`."""
    return show_each(named(run, ids), run, style)


def named(run: AppContext, ids: Sequence[str]) -> list[RecordAnswer]:
    """Return the record of each id; what else an id may mean is said to standard error.

    Raises:
        UsageError: no id was given.
        RecordNotFound: one of them names nothing.
    """
    if not ids:
        raise UsageError("nothing to show was named", hint="try: acu show LI4")
    from acucli.guide.resolving import resolve_all  # what `find` has no use for

    meant = resolve_all(ids, run.library)
    for item in meant:
        for note in item.notes:
            run.output.note(f"note: {note}")
        if item.others:
            run.output.note(f"note: also {', '.join(item.others)}")
    return [_answer(item, run) for item in meant]


def _answer(item: Resolved, run: AppContext) -> RecordAnswer:
    record = item.record(run.library)
    answer = RecordAnswer(library=stamp_of(run.library), kind=item.kind, record=record)
    if item.kind not in _WITH_PLACES or not run.profile.restricts:
        return answer
    from acucli.guide.offering import with_offers  # the judge, only where there is a profile to obey

    return with_offers(answer, run.library, run.profile, today=run.today)
