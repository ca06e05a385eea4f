"""Questions beside a session: whether words of danger are so, and everything about oneself at once."""

from __future__ import annotations

from acucli.dialogue.asking import answer, yes_or_no_typed
from acucli.dialogue.desk import desk_for
from acucli.dialogue.pressing import ask_freely, ask_places
from acucli.model.answers import Stop
from acucli.model.practice import Profile
from acucli.profile.screening import due_for
from acucli.render.context import AppContext
from acucli.render.layout import wrapped


def whole_screen(run: AppContext) -> Profile:
    """Return the profile after every question was put, a group a screen; nothing is written yet.

    Raises:
        EndedEarly: the person left, or could not be understood: nothing is taken from it then.
    """
    due = due_for(None, run.library, Profile(), today=run.today)
    with desk_for(run) as desk:
        profile = ask_freely(run, desk, due.groups, opened=desk.one_by_one)
        return ask_places(run, desk, profile)


def is_so(run: AppContext, stop: Stop) -> bool:
    """Ask whether a sign is so, now, in English and in the language of the words; Enter is no answer.

    Raises:
        EndedEarly: the person left, or could not be understood: that is never taken as a no.
    """
    for flag in stop.red_flags:
        run.output.warn(wrapped(run, f"Before anything is pressed: {flag.ask}"))
    lexicon = run.library.lexicons.get(stop.language)
    if lexicon is not None and lexicon.yes_or_no:
        run.output.warn(wrapped(run, f"{lexicon.may_need_help} {lexicon.yes_or_no}"))
    return answer(run, "Is any of this so, now? y (yes, or not sure) or n:", yes_or_no_typed)
