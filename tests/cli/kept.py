"""Sessions that were really done, put into a journal without waiting for them."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from acucli.host.environment import Environment
from acucli.host.paths import Paths
from acucli.journal.store import Journal
from tests.journal.factories import START, keep, make_session


def put_sessions(home: Path, *sessions: dict[str, object]) -> None:
    """Append a session for each set of facts, a day apart, to the journal of this home."""
    variables = {"ACU_HOME": str(home), "HOME": str(home.parent)}
    journal = Journal(Environment(variables=variables, paths=Paths.from_variables(variables)))
    for number, facts in enumerate(sessions):
        at = facts.pop("at", START - timedelta(days=len(sessions) - number))
        assert isinstance(at, datetime)
        sid = str(facts.pop("sid", f"aaaa{number:04d}"))
        keep(journal, make_session(sid, at, **facts))  # type: ignore[arg-type]
