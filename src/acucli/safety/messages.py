"""Messages: what is said when something is left out, or not overridden."""

from __future__ import annotations

from collections.abc import Iterable

from acucli.errors import HeldBack, RecordNotFound
from acucli.model.library import Library
from acucli.model.practice import LeftOut
from acucli.model.safety import Caution
from acucli.text.nearness import closest

FACT_QUESTIONS: dict[str, str] = {"temple-or-scalp-tender": "is the headache new, or the temple or scalp tender"}
"""The question behind each extra condition of a caution (`applies_if`)."""


def left_out_line(left_out: LeftOut, library: Library) -> str:
    """Return why something is left out and what is good to do instead."""
    caution = library.cautions.get(left_out.because)
    instead = f" Instead: {caution.instead.rstrip('.')}." if caution is not None and caution.instead else ""
    return f"{left_out.message}{instead}"


def override_warning(caution: Caution) -> str:
    """Return what is shown before somebody lifts a caution for one run; they must type yes."""
    return f"{caution.title}. {caution.rule} You are about to lift this for one session; it is written in the journal."


def check_overrides(library: Library, ids: Iterable[str]) -> None:
    """Check that each caution may be lifted for one run.

    Raises:
        RecordNotFound: there is no such caution.
        HeldBack: it is never lifted.
    """
    for name in ids:
        caution = library.cautions.get(name)
        if caution is None:
            raise RecordNotFound("caution", name, closest(name, library.cautions))
        if caution.override == "never":
            raise HeldBack(
                f"{name} is never lifted: {caution.title[0].lower()}{caution.title[1:]}", hint=caution.instead
            )
