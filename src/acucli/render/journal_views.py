"""Practice drawn: statistics and what went with relief, as lines that read in monochrome and aloud."""

from __future__ import annotations

from collections.abc import Iterator

from acucli.journal.helped import Helped, say_tally
from acucli.journal.plots import bar, change_bar, sparkline
from acucli.journal.stats import Statistics, Tally
from acucli.render.context import AppContext

_WEEKS = 16
NO_CLAIM = "Most pains ease by themselves; these counts cannot tell why."


def statistics_lines(found: Statistics, run: AppContext) -> Iterator[str]:
    """Yield the statistics: totals, minutes by week, sessions and numbers by condition."""
    if not found.sessions:
        yield "No sessions yet."
        return
    plain = run.output.abilities.sentences
    ascii_only = not run.output.abilities.unicode
    minutes = found.credited_seconds / 60
    span = f"{found.first_day} to {found.last_day}"
    yield f"{found.sessions} sessions on {found.days} days, {minutes:.0f} minutes held, {span}"
    weeks = found.weeks[-_WEEKS:]
    most = max(week.credited_seconds for week in weeks)
    if not plain:
        line = sparkline([week.credited_seconds / 60 for week in weeks], ascii_only=ascii_only)
        yield f"Minutes by week  {line}"
    width = 0 if plain else max(10, min(30, run.output.abilities.width - 40))
    for week in weeks:
        drawn = bar(week.credited_seconds, most, width, ascii_only=ascii_only).ljust(width) + " " if width else ""
        count = "1 session" if week.sessions == 1 else f"{week.sessions} sessions"
        yield f"  {week.monday}  {drawn}{week.credited_seconds / 60:.0f} min, {count}"
    yield "By condition"
    for item in found.conditions or found.routines:
        yield f"  {_tally(item, plain=plain, ascii_only=ascii_only)}"
    yield NO_CLAIM


def _tally(item: Tally, *, plain: bool, ascii_only: bool) -> str:
    line = f"{item.slug}: {item.sessions} sessions, {item.credited_seconds / 60:.0f} min"
    if item.mean_before is None or item.mean_after is None:
        return line
    drawn = "" if plain else f"  0 {change_bar(item.mean_before, item.mean_after, ascii_only=ascii_only)} 10"
    return f"{line}, {item.mean_before:.1f} before, {item.mean_after:.1f} after ({item.scored}){drawn}"


def helped_lines(found: Helped) -> Iterator[str]:
    """Yield what went with relief and what did not, in counts."""
    if not found.scored:
        yield f"{found.sessions} sessions, none with a number before and after: give one (0 to 10) when a session asks."
        return
    for title, items in (("Routines", found.routines), ("Conditions", found.conditions), ("Points", found.points)):
        if items:
            yield title
            for item in items:
                yield f"  {say_tally(item)}"
    yield NO_CLAIM
