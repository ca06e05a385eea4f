"""What was asked for: flags over variables over settings over what is written."""

from __future__ import annotations

import msgspec

from acucli.errors import UsageError
from acucli.guide.plan_options import PlanOptions, Waits, minutes_of, waits_from
from acucli.render.context import AppContext

_SETTINGS = ("", "desk", "public", "shoes-on", "lying")
_NOW_WAITS = Waits(settle_seconds=1.5, ready_seconds=8.0)
"""With --now the first place is named within two seconds."""


class SessionOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What one call of `acu session` asked for, apart from the wishes."""

    what: str = ""
    points: str = ""
    now: bool = False
    resume: bool = False
    dry_run: bool = False
    speed: float = 1.0
    events: str = ""
    cues: str = ""
    voice_rate: int = 0
    audio: str = ""
    hook: str = ""
    huge: bool = False
    still: bool = False
    figure: str = ""
    overrides: frozenset[str] = frozenset()

    @property
    def rehearsal(self) -> bool:
        """Tell whether it runs at another speed: nothing of it counts as pressed."""
        return self.speed != 1.0

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the points named by `--points`."""
        return tuple(code.strip() for code in self.points.split(",") if code.strip())


def plan_options_from(
    run: AppContext,
    *,
    time: str,
    hold: int,
    full: bool,
    side: str,
    breathing: str,
    gentle: bool,
    setting: str,
    rounds: int,
    now: bool,
) -> PlanOptions:
    """Return the wishes of a session.

    Raises:
        UsageError: a time, side or setting that does not exist.
    """
    if side not in {"left", "right", "both"}:
        raise UsageError(f"--side cannot be {side!r}", hint="left, right or both")
    settings = run.settings
    wanted_setting = setting or settings.setting
    if wanted_setting not in _SETTINGS:
        raise UsageError(f"--setting cannot be {wanted_setting!r}", hint="desk, public, shoes-on or lying")
    return PlanOptions(
        minutes=minutes_of(time) if time else 0.0,
        hold_seconds=hold or settings.hold,
        full=full or settings.full,
        side=side,  # type: ignore[arg-type]
        breathing=breathing or settings.breathing,
        gentle=gentle or settings.gentle,
        setting=wanted_setting,
        rounds=rounds or settings.rounds,
        waits=_NOW_WAITS if now else waits_from(settings),
    )
