"""`--firm`: who may ask for it, told before anything else is done."""

from __future__ import annotations

import msgspec

from acucli.cli.sessions.session_options import SessionOptions
from acucli.errors import UsageError
from acucli.guide.firm import FirmWish, refusal_of
from acucli.journal.sessions import sessions_of
from acucli.journal.store import Journal
from acucli.render.context import AppContext

_HINT = "without --firm the session is pressed as usual"


def with_firm(run: AppContext, asked: SessionOptions) -> SessionOptions:
    """Return what was asked for, without a voice: firm pressure is read, never only heard.

    It is refused where nobody can be asked, nothing was answered, or nothing was pressed before.

    Raises:
        UsageError: with the reason.
    """
    if asked.gentle:
        raise UsageError("--firm and --gentle do not go together", hint="choose one of them")
    done = sum(item.why == "done" for item in sessions_of(Journal(run.environment).each_line()))
    silent = asked.audio or asked.now or asked.resume or asked.events or run.options.yes
    wish = FirmWish(
        profile=run.profile,
        today=run.today,
        sessions_done=done,
        may_ask=not silent and (run.may_ask or asked.dry_run),
        overrides=bool(asked.overrides),
    )
    if reason := refusal_of(wish):
        raise UsageError(reason, hint=_HINT)
    named = asked.cues or ("" if run.settings.cues == "auto" else run.settings.cues)
    if "speech" in named:
        raise UsageError("firm pressure is never spoken", hint="--cues chime  or  --cues none")
    return asked if named or asked.rehearsal else msgspec.structs.replace(asked, cues="chime")
