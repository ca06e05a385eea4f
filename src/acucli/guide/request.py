"""What a person asks of a session, and what they get: Request and Prepared."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from acucli.guide.answers import Flag, Held
from acucli.model.practice import Plan
from acucli.session.compose import Wishes


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One request: words or codes, wishes, the overrides of one run, and what was pressed today.

    `pressed_today` holds seconds by (code, side); it keeps the limit of a day. `composed` makes a session from the
    condition's points even where a routine is written for it. `facts` answer the extra conditions of cautions.
    """

    what: str = ""
    codes: tuple[str, ...] = ()
    wishes: Wishes = Wishes()
    overrides: frozenset[str] = frozenset()
    pressed_today: Mapping[tuple[str, str], float] = {}
    composed: bool = False
    facts: Mapping[str, bool] = {}


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """A plan fitted to a person, with all that must be said and asked before it.

    `plan` is None exactly when `refusal` says why. `asked` are questions before the session, `shown` signs that are
    only told. `wanted_facts` are questions whose answer could bring a place back. `other_readings` name what else the
    words could have meant.
    """

    plan: Plan | None = None
    refusal: str = ""
    hint: str = ""
    red_flags: tuple[Flag, ...] = ()
    held_back: tuple[Held, ...] = ()
    asked: tuple[Flag, ...] = ()
    shown: tuple[Flag, ...] = ()
    wanted_facts: tuple[str, ...] = ()
    other_readings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    language: str = "en"
