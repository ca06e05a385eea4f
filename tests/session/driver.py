"""A program that runs one plan in whatever terminal it finds, for the tests with a real one.

Its first argument is the file of the journal.
"""

# ruff: noqa: E402 - Ctrl-C must end the program during the imports too, which take their time

from __future__ import annotations

import signal

signal.signal(signal.SIGINT, signal.SIG_DFL)  # until the session takes over, Ctrl-C simply ends the program

import argparse
import os
import sys
from pathlib import Path

import msgspec

from acucli.errors import MachineRefused
from acucli.host.environment import Environment
from acucli.model.practice import Event
from acucli.runner.run import Outcome, run
from acucli.runner.views import view_for
from acucli.session.state import SessionStart
from acucli.sound.cue_setup import build_cues
from tests.session.plans import both_sides, make_plan


def main() -> int:
    """Run the session, keep its events in the file given, and return a status as the command would."""
    options = _options()
    environment = Environment.real()
    descriptor = os.open(options.journal, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def keep(event: Event) -> None:
        if options.full_disk:
            raise MachineRefused("cannot write the journal: no space left on device")
        os.write(descriptor, msgspec.json.encode(event) + b"\n")
        os.fsync(descriptor)

    def farewell(outcome: Outcome) -> None:
        print(f"Ended: {outcome.why}, credited {outcome.credited:.3f}.", flush=True)

    plan = make_plan(*both_sides(seconds=options.hold), settle_seconds=options.settle)
    presenter = view_for(
        environment, plain=options.plain, events="jsonl" if options.events else "", still=options.still
    )
    sound = build_cues(plan, environment) if options.cues else None
    print("Before the session.", flush=True)
    outcome = run(
        sound.plan if sound else plan,
        environment=environment,
        keep=keep,
        presenter=presenter,
        start=SessionStart(speed=options.speed, rehearsal=options.speed != 1, ask_seconds=options.ask),
        listeners=[sound.cues] if sound and sound.cues else [],
        farewell=None if options.events else farewell,
    )
    if outcome.why == "SIGPIPE":
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return {"done": 0, "SIGPIPE": 0}.get(outcome.why, 5)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("journal", type=Path)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--events", action="store_true")
    parser.add_argument("--cues", action="store_true")
    parser.add_argument("--still", action="store_true")
    parser.add_argument("--full-disk", action="store_true")
    parser.add_argument("--speed", type=float, default=1.0)
    parser.add_argument("--hold", type=float, default=30.0)
    parser.add_argument("--settle", type=float, default=0.1)
    parser.add_argument("--ask", type=float, default=0.0)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
