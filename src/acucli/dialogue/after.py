"""After a session, on the restored terminal: what was done, what follows, a note in one line, and the favourite."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from acucli.dialogue.asking import ask
from acucli.errors import AcuError
from acucli.journal.amending import add_note
from acucli.model.practice import Plan
from acucli.profile.favourites import keep_favourite
from acucli.render.context import AppContext
from acucli.render.layout import wrapped
from acucli.runner.loop import Outcome
from acucli.safety.followup import change_in_words, way_out

_MOST_OF_A_NOTE = 1000


def say_how_it_ended(run: AppContext, outcome: Outcome, plan: Plan, *, rehearsal: bool) -> None:
    """Say what was held, what the numbers call for, and how to go on; a rehearsal held nothing."""
    if rehearsal:
        _say(run, f"{plan.name}: rehearsed. Nothing was pressed.")
        return
    done = f"{outcome.credited / 60:.1f} of {(outcome.credited + outcome.left) / 60:.1f} minutes held"
    if outcome.why == "done":
        _say(run, f"{plan.name}: finished, {done}.")
    else:
        _say(run, f"{plan.name}: ended early, {done}.")
        if outcome.kept and outcome.left:
            _say(run, "Take it up again within 12 hours: acu session --resume")
    _say(run, change_in_words(outcome.before, outcome.after))
    _say(run, way_out(plan, outcome.before, outcome.after, run.library))
    for code in outcome.hurt:
        _say(run, f"{code} hurt: it stays out until you clear it: acu profile set --unblock {code}")
    if not outcome.kept:
        _say(run, "This session could not be kept in the journal.")


def ask_after(run: AppContext, outcome: Outcome, name: str, arguments: Sequence[str]) -> None:
    """Keep the favourite that was wished for, and ask for one line of a note where somebody is there to write it."""
    if outcome.favourite:
        _kept(run, lambda: keep_favourite(run.environment, name, arguments))
        _say(run, f"Kept as a favourite: {name}.")
    if not (outcome.at_end and outcome.kept and run.may_ask):
        return
    text = ask(run, "A note for yourself, in one line, or Enter:", as_typed=True)
    if text:
        _kept(run, lambda: add_note(run.environment, outcome.sid, text[:_MOST_OF_A_NOTE]))
        _say(run, "Noted.")
    _say(run, "Once more: acu again")


def _kept(run: AppContext, keep: Callable[[], object]) -> None:
    """Keep something; what the machine refuses is said, and nothing else is lost by it."""
    try:
        keep()
    except AcuError as error:
        _say(run, f"note: {error.sentence}")


def _say(run: AppContext, sentence: str) -> None:
    if sentence:
        run.output.warn(wrapped(run, sentence, rest="  "))
