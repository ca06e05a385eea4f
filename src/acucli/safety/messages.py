"""Messages: what is said when something is left out, or not overridden."""

from __future__ import annotations

from collections.abc import Iterable

from acucli.errors import HeldBack, RecordNotFound
from acucli.model.library import Library
from acucli.model.practice import LeftOut, Profile
from acucli.model.safety import Caution
from acucli.text.nearness import closest

FACT_QUESTIONS: dict[str, str] = {"temple-or-scalp-tender": "is the headache new, or the temple or scalp tender"}
"""The question behind each extra condition of a caution (`applies_if`)."""

_WITHOUT_CAUTION = {
    "limit": "it is not for untrained hands",
    "setting": "it does not suit where you are",
    "own-choice": "you wished it so",
}


def left_out_line(left_out: LeftOut, library: Library) -> str:
    """Return why something is left out and what is good to do instead."""
    caution = library.cautions.get(left_out.because)
    instead = f" Instead: {caution.instead.rstrip('.')}." if caution is not None and caution.instead else ""
    return f"{left_out.message}{instead}"


def reason_in_words(because: str, library: Library, profile: Profile) -> str:
    """Return why something was changed for a person, as a clause that begins with "because".

    `because` is what a program reads: the id of a caution, the slug of an answer, a word for a rule without a caution
    (a place's own limit, a wish), or a clause of its own.
    """
    caution = library.cautions.get(because)
    if caution is None:
        answer = library.questions.get(because)
        plain = _WITHOUT_CAUTION.get(because, because)
        return f"because you said “{answer.words}”" if answer is not None else f"because {plain}"
    said = [slug for slug in caution.profile if profile.has(slug) and slug in library.questions]
    if said:
        return f"because you said “{library.questions[said[0]].words}”"
    return f"because of a rule for everybody: {caution.title[0].lower()}{caution.title[1:]}"


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
