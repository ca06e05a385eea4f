"""What a person asks of a session."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from acucli.guide.plan_options import PlanOptions


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One request: words or codes, wishes, the overrides of one run, and what was pressed today.

    `pressed_today` holds seconds by (code, side); it keeps the limit of a day. `composed` makes a session from the
    condition's points even where a routine is written for it. `facts` answer the extra conditions of cautions.
    `cleared` says that what only reads like danger was asked about, and is not so. `says` are answers that the words of
    an earlier request gave about the person, which go with it.
    """

    what: str = ""
    codes: tuple[str, ...] = ()
    wishes: PlanOptions = PlanOptions()
    overrides: frozenset[str] = frozenset()
    pressed_today: Mapping[tuple[str, str], float] = {}
    composed: bool = False
    facts: Mapping[str, bool] = {}
    cleared: bool = False
    says: tuple[str, ...] = ()
