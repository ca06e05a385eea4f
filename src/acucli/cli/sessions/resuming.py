"""Taking an interrupted session up again: found in the journal, judged anew, run from where it broke off."""

from __future__ import annotations

import os
from collections.abc import Mapping

from acucli.cli.sessions.running import TakenUp
from acucli.cli.sessions.session_options import SessionOptions
from acucli.cli.sessions.start import start
from acucli.errors import UsageError
from acucli.guide.planning import Proposal
from acucli.guide.resume import Remainder, remainder_of
from acucli.journal.sessions import last_unfinished
from acucli.journal.store import Journal
from acucli.render.context import AppContext
from acucli.session.machine import place_after
from acucli.session.state import SessionPosition
from acucli.text.counting import counted


def resume(run: AppContext, asked: SessionOptions) -> int:
    """Run what is left of the last interrupted session, or print its timetable with `--dry-run`.

    Raises:
        UsageError: something was asked for that a session taken up again cannot change.
        MachineRefused: there is none, it still runs, or it is older than 12 hours.
        HeldBack: what is left is no longer for this person.
    """
    _check(asked)
    found = last_unfinished(Journal(run.environment), now=run.environment.clock.now(), host=_host())
    place = place_after(found.events)

    def left() -> Remainder:
        pressed = {} if asked.rehearsal else run.pressed_today
        return remainder_of(found.plan, place, run.library, run.profile, today=run.today, pressed_today=pressed)

    first = left()
    for sentence in first.remarks:
        run.output.warn(sentence)
    plan = first.plan
    if not asked.dry_run:
        minutes = f"{plan.hold_seconds / 60:.1f} minutes to hold"
        run.output.warn(f"Going on with {plan.name}: {counted(len(plan.steps), 'hold')}, {minutes}.")
    taken_up = TakenUp(SessionPosition(0, first.held_seconds), found.session.sid)

    def make(facts: Mapping[str, bool]) -> Proposal:
        return Proposal(prepared=left().prepared)

    return start(run, asked, make, taken_up)


def _check(asked: SessionOptions) -> None:
    """Refuse what would make another session of it."""
    given = {"WHAT": asked.what, "--points": asked.points, "--audio": asked.audio, "--override": asked.overrides,
             "--for-another": asked.for_another}  # fmt: skip
    wrong = [name for name, value in given.items() if value]
    if wrong:
        raise UsageError(
            f"--resume takes the interrupted session as it was and goes with no {' or '.join(wrong)}",
            hint="acu session --resume   or a new session without --resume",
        )


def _host() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
