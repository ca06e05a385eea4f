"""`--firm`: who may ask for it, told before anything else is done."""

from __future__ import annotations

import msgspec

from acucli.cli.sessions.session_options import SessionOptions
from acucli.dialogue.asking import answer, yes_or_no_typed
from acucli.errors import HeldBack, UsageError
from acucli.guide.firm import FirmWish, refusal_of
from acucli.journal.sessions import sessions_of
from acucli.journal.store import Journal
from acucli.render.context import AppContext

_PREGNANT = "Firm pressure, never in pregnancy. Are you pregnant, or could you be? y (yes, or not sure) or n:"
_HINT = "without --firm the session is pressed as usual"


def with_firm(run: AppContext, asked: SessionOptions) -> SessionOptions:
    """Return what was asked for, without a voice: firm pressure is read, never only heard.

    It is refused where nobody can be asked, nothing was answered, or nothing was pressed before. Pregnancy is asked
    each time, whatever is kept: a session without LI4 and GB21 may never have asked it.

    Raises:
        UsageError: with the reason.
        HeldBack: in pregnancy.
        EndedEarly: the person left, or could not be understood.
    """
    if asked.gentle:
        raise UsageError("--firm and --gentle do not go together", hint="choose one of them")
    done = sum(item.why == "done" for item in sessions_of(Journal(run.environment).each_line()))
    silent = asked.audio or asked.now or asked.resume or asked.events or asked.for_another or run.options.yes
    wish = FirmWish(
        profile=run.profile,
        today=run.today,
        sessions_done=done,
        may_ask=not silent and (run.may_ask or asked.dry_run),
        overrides=bool(asked.overrides),
    )
    if reason := refusal_of(wish):
        raise UsageError(reason, hint=_HINT)
    if run.may_ask and not asked.dry_run and answer(run, _PREGNANT, yes_or_no_typed):
        hint = "acu profile set --pregnant  keeps it in mind for every session"
        raise HeldBack("firm pressure is never used in pregnancy", hint=hint)
    named = asked.cues or ("" if run.settings.cues == "auto" else run.settings.cues)
    if "speech" in named:
        raise UsageError("firm pressure is never spoken", hint="--cues chime  or  --cues none")
    return asked if named or asked.rehearsal else msgspec.structs.replace(asked, cues="chime")
