"""What was asked for: flags over variables over settings over what is written."""

from __future__ import annotations

import re

import msgspec

from acucli.cli.run import Run
from acucli.errors import UsageError
from acucli.host.settings import Settings
from acucli.session.compose import Waits, Wishes

_TIME = re.compile(r"(?:(\d+(?:\.\d+)?)\s*m(?:in)?(?:utes?)?)?\s*(?:(\d+(?:\.\d+)?)\s*s(?:ec)?(?:onds?)?)?\Z")
_MOST_MINUTES = 60.0
_SETTINGS = ("", "desk", "public", "shoes-on", "lying")
_NOW_WAITS = Waits(settle_seconds=1.5, ready_seconds=8.0)
"""With --now the first place is named within two seconds."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
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


def wishes_from(
    run: Run,
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
) -> Wishes:
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
    return Wishes(
        minutes=minutes_of(time) if time else 0.0,
        hold_seconds=hold or settings.hold,
        full=full or settings.full,
        side=side,  # type: ignore[arg-type]
        breathing=breathing or settings.breathing,
        gentle=gentle or settings.gentle,
        setting=wanted_setting,
        rounds=rounds or settings.rounds,
        waits=_NOW_WAITS if now else waits_of(settings),
    )


def waits_of(settings: Settings) -> Waits:
    """Return the waits that the settings name."""
    names = (field.name for field in msgspec.structs.fields(Waits))
    return Waits(**{name: getattr(settings, name) for name in names})


def minutes_of(text: str) -> float:
    """Return minutes for `5m`, `90s`, `4m30s` or a bare number of minutes.

    Raises:
        UsageError: it is no time, nothing, or longer than an hour.
    """
    word = text.strip().lower()
    found = _TIME.match(word)
    if re.fullmatch(r"\d+(\.\d+)?", word):
        minutes = float(word)
    elif word and found:
        minutes = float(found[1] or 0) + float(found[2] or 0) / 60
    else:
        raise UsageError(f"{text!r} is no time", hint="for example: --time 5m, --time 90s")
    if not 0 < minutes <= _MOST_MINUTES:
        raise UsageError(f"{text!r} is no length for a session", hint="from some seconds to 60 minutes")
    return minutes
