"""What one call of `acu session` asked for: flags over variables over settings over what is written."""

from __future__ import annotations

from typing import Literal

import msgspec

from acucli.guide.plan_options import PlanOptions, Waits, minutes_of, setting_wanted, waits_from
from acucli.host.settings import Settings
from acucli.model.practice import Plan
from acucli.model.record import Setting
from acucli.profile.favourites import LONGEST_NAME
from acucli.render.style import FigureMode
from acucli.text.lists import split_list

SideWish = Literal["left", "right", "both"]
"""The side that is pressed."""

_NOW_WAITS = Waits(settle_seconds=1.5, ready_seconds=8.0, exact=True)
"""With --now the first place is named within two seconds."""


def _of_plan(plan: Plan) -> tuple[str, ...]:
    """Return a plan by its slug, a choice by its points."""
    if plan.kind != "choice":
        return (plan.slug,)
    return (f"--points={','.join(dict.fromkeys(step.code for step in plan.steps if step.code))}",)


class SessionOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What one call of `acu session` asked for; empty, 0 and None mean: as it is set or written."""

    what: str = ""
    points: str = ""
    time: str = ""
    hold: int = 0
    full: bool = False
    side: SideWish = "both"
    breathing: str = ""
    gentle: bool = False
    firm: bool = False
    setting: Setting | None = None
    rounds: int = 0
    now: bool = False
    for_another: bool = False
    resume: bool = False
    dry_run: bool = False
    speed: float = 1.0
    events: Literal["jsonl"] | None = None
    cues: str = ""
    voice_rate: int = 0
    audio: str = ""
    hook: str = ""
    huge: bool = False
    still: bool = False
    figure: FigureMode | None = None
    overrides: frozenset[str] = frozenset()

    @property
    def rehearsal(self) -> bool:
        """Tell whether it runs at another speed: nothing of it counts as pressed."""
        return self.speed != 1.0

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the points named by `--points`, whatever parts them."""
        return split_list(self.points)

    def name_of(self, plan: Plan) -> str:
        """Return what a favourite of this session is called: the words it was asked for by."""
        return (self.what or self.points or plan.name)[:LONGEST_NAME]

    def arguments_of(self, plan: Plan) -> tuple[str, ...]:
        """Return what stands after `acu session` to start the same again."""
        words = tuple(self.what.split()) or ((f"--points={self.points}",) if self.points else _of_plan(plan))
        given = {"--time": self.time, "--hold": self.hold, "--breathing": self.breathing, "--setting": self.setting,
                 "--rounds": self.rounds, "--side": self.side if self.side != "both" else ""}  # fmt: skip
        flags = {"--full": self.full, "--gentle": self.gentle}
        options = tuple(f"{name}={value}" for name, value in given.items() if value)
        return (*words, *options, *(name for name, wanted in flags.items() if wanted))

    def plan_options(self, settings: Settings) -> PlanOptions:
        """Return what was wished of the plan.

        Raises:
            UsageError: a time that is none, or a setting in the settings that is none.
        """
        return PlanOptions(
            minutes=minutes_of(self.time) if self.time else 0.0,
            hold_seconds=self.hold or settings.hold,
            full=self.full or settings.full,
            side=self.side,
            breathing=self.breathing or settings.breathing,
            gentle=self.gentle or settings.gentle,
            firm=self.firm,
            setting=setting_wanted(self.setting, settings),
            rounds=self.rounds or settings.rounds,
            waits=_NOW_WAITS if self.now else waits_from(settings),
        )
