"""What was done lately, from the journal."""

from __future__ import annotations

from acucli.cli.run import Run
from acucli.errors import MachineRefused


def recent_slugs(run: Run) -> list[str]:
    """Return the slugs of the last sessions, newest first; none where there is no journal."""
    from acucli.journal.sessions import sessions_of
    from acucli.journal.store import Journal

    try:
        lines = Journal(run.environment).read(mend=False).lines
    except MachineRefused:
        return []
    return list(dict.fromkeys(session.slug for session in reversed(sessions_of(lines)) if session.slug))[:3]


def pressed_today(run: Run) -> dict[tuple[str, str], float]:
    """Return the seconds pressed today by (point or area, side); nothing where the journal cannot be read."""
    from acucli.journal.sessions import pressed_on, sessions_of
    from acucli.journal.store import Journal

    try:
        lines = Journal(run.environment).read(mend=False).lines
    except MachineRefused:
        return {}
    return pressed_on(sessions_of(lines), run.today)
