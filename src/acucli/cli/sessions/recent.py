"""What was done lately, from the journal."""

from __future__ import annotations

from acucli.cli.run import Run


def recent_slugs(run: Run) -> list[str]:
    """Return the slugs of the last sessions, newest first; none where there is no journal."""
    from acucli.journal.sessions import sessions_of

    sessions = reversed(sessions_of(run.journal_lines))
    return list(dict.fromkeys(session.slug for session in sessions if session.slug))[:3]


def pressed_today(run: Run) -> dict[tuple[str, str], float]:
    """Return the seconds pressed today by (point or area, side); nothing where the journal cannot be read."""
    from acucli.journal.sessions import pressed_on, sessions_of

    return pressed_on(sessions_of(run.journal_lines), run.today)
