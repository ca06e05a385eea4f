"""A session from its first word to its last, with the terminal given back on every way out."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence

from acucli.host.environment import Environment
from acucli.model.practice import Event, Plan
from acucli.runner.console import Console, console_for
from acucli.runner.loop import Loop, Outcome
from acucli.runner.output_stream import takes_words
from acucli.runner.views import Listener, View
from acucli.session.machine import begin
from acucli.session.state import Result, SessionStart
from acucli.text.cleaning import clean_value

__all__ = ["Outcome", "run"]


def run(
    plan: Plan,
    *,
    environment: Environment,
    keep: Callable[[Event], None],
    presenter: View,
    start: SessionStart | None = None,
    listeners: Sequence[Listener] = (),
    console: Console | None = None,
    farewell: Callable[[Outcome], None] | None = None,
) -> Outcome:
    """Run the plan to its end and return how it ended.

    Each event goes to `keep` before anybody is told; when it raises `MachineRefused` the session runs on and says so
    once. `listeners` hear of it and are never waited for: sounds, hooks. `farewell` is called on the restored terminal;
    after a fatal signal the process then ends by that signal.
    """
    plan = clean_value(plan)  # whoever wrote it: nothing of it steers the terminal, in any presenter
    alternate = presenter.alternate
    found = console or console_for(environment, alternate=alternate, escapes=alternate)
    given = start or SessionStart()
    asks = found.has_keys and not given.rehearsal
    ask_seconds = given.ask_seconds if asks else 0.0
    begun = begin(plan, given._replace(ask_seconds=ask_seconds, waits=given.waits and asks))
    outcome = _played(Loop(environment, keep, presenter, listeners, found), begun, found, listeners)
    with contextlib.suppress(OSError):
        if farewell is not None and takes_words(environment.stdout):
            farewell(outcome)
    if outcome.signal is not None:
        found.die_of(outcome.signal)
    return outcome


def _played(loop: Loop, begun: Result, console: Console, listeners: Sequence[Listener]) -> Outcome:
    """Run the loop to the end of the session; console and listeners are given back whatever happens."""
    try:
        console.open()
        loop.start(begun)
        while not loop.state.ended:
            loop.turn()
        loop.finish()
    finally:
        console.close()
        for listener in listeners:
            listener.close(patient=loop.at_ease)
    return loop.outcome()
