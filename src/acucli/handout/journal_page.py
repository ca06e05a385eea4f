"""A person's own months on one page, for a clinician: dates, what, minutes, before and after; no advice."""

from __future__ import annotations

from collections.abc import Sequence

from acucli.handout.engine import engine, policy, static
from acucli.handout.plot import plot_of
from acucli.journal.sessions import Session


def journal_page(sessions: Sequence[Session], *, day: str) -> str:
    """Return these sessions, oldest first, as one HTML document that needs nothing from outside; `day` is today."""
    style = static("journal.css")
    return (
        engine()
        .get_template("journal.html")
        .render(
            sessions=sessions,
            minutes=round(sum(item.credited_seconds for item in sessions) / 60),
            plot=plot_of(sessions),
            day=day,
            style=style,
            policy=policy(style=style),
        )
    )
