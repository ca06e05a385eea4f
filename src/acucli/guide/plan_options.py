"""Plan options: how long, how gently, which side, which setting, and every wait of a session."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import msgspec

from acucli.errors import UsageError
from acucli.model.record import Setting, Side, Value

if TYPE_CHECKING:
    from acucli.host.settings import Settings  # TOML, which a list on a terminal has no use for

_NUMBER = r"([0-9]+(?:[.,][0-9]+)?)"
_TIME = re.compile(
    rf"(?:{_NUMBER}\s*h(?:(?:ou)?rs?)?)?\s*(?:{_NUMBER}\s*m(?:in(?:ute)?s?)?)?\s*(?:{_NUMBER}\s*s(?:ec(?:ond)?s?)?)?\Z"
)
_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])\Z")
_MOST_MINUTES = 60.0


class Waits(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Seconds of every wait; each may be 0. None but an `exact` one is shorter than its words can be read."""

    settle_seconds: float = 10.0
    ready_seconds: float = 10.0
    change_seconds: float = 7.0
    again_seconds: float = 4.0
    release_seconds: float = 4.0
    close_seconds: float = 8.0
    exact: bool = False


class PlanOptions(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What the person asked for; 0 and empty mean: as it is written."""

    minutes: float = 0.0
    hold_seconds: int = 0
    full: bool = False
    side: Side = "both"
    breathing: str = ""
    gentle: bool = False
    firm: bool = False
    setting: str = ""
    rounds: int = 1
    waits: Waits = Waits()


def waits_from(settings: Settings) -> Waits:
    """Return the waits that the settings name."""
    names = (field.name for field in msgspec.structs.fields(Waits) if field.name != "exact")
    return Waits(**{name: getattr(settings, name) for name in names})


def setting_wanted(asked: Setting | None, settings: Settings) -> str:
    """Return where it is to be done: as asked, else as set; empty for anywhere.

    Raises:
        UsageError: the settings name a place that is none.
    """
    if not asked and settings.setting and settings.setting not in get_args(Setting):
        choices = ", ".join(get_args(Setting))
        raise UsageError(
            f"the setting cannot be {settings.setting!r}", hint=f"acu config set setting; one of: {choices}"
        )
    return asked or settings.setting


def minutes_of(text: str) -> float:
    """Return minutes for `5m`, `90s`, `4m30s`, `1h` or a bare number of minutes, which may have a comma.

    `1:30` is one minute and a half: sessions last minutes.

    Raises:
        UsageError: it is no time, nothing, or longer than an hour.
    """
    word = text.strip().lower()
    found = _TIME.match(word)
    if re.fullmatch(_NUMBER, word):
        minutes = _number(word)
    elif clock := _CLOCK.match(word):
        minutes = int(clock[1]) + int(clock[2]) / 60
    elif word and found:
        minutes = _number(found[1]) * 60 + _number(found[2]) + _number(found[3]) / 60
    else:
        raise UsageError(f"{text!r} is no time", hint="for example: --time 5m, --time 90s")
    if not 0 < minutes <= _MOST_MINUTES:
        raise UsageError(f"{text!r} is no length for a session", hint="from some seconds to 60 minutes")
    return minutes


def _number(written: str | None) -> float:
    return float((written or "0").replace(",", "."))
