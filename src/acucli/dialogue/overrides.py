"""Overrides: one caution lifted for one run, on a terminal, by a typed yes, and said in the journal."""

from __future__ import annotations

from acucli.dialogue.asking import ask
from acucli.errors import HeldBack, UsageError
from acucli.render.context import AppContext
from acucli.safety.messages import check_overrides, override_warning


def confirmed(run: AppContext, wanted: frozenset[str]) -> frozenset[str]:
    """Return the overrides that were confirmed by typing yes.

    Raises:
        RecordNotFound: no such caution.
        HeldBack: the caution can never be lifted, or nobody is there to type yes.
    """
    check_overrides(run.library, wanted)
    for name in sorted(wanted):
        if not run.may_ask:
            raise UsageError(f"{name} can be lifted only at a terminal", hint="--yes never answers a health question")
        run.output.warn(override_warning(run.library.cautions[name]))
        if ask(run, f"Lift {name} for this one run? Type yes:") != "yes":
            raise HeldBack(f"{name} stays in force")
    return wanted
