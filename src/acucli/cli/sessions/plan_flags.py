"""The arguments and options that plan a session, each defined once for every command that has it."""

from __future__ import annotations

from typing import Annotated

import typer

from acucli.cli.sessions.session_options import SideWish
from acucli.model.record import Setting

WhatWords = Annotated[
    list[str] | None, typer.Argument(metavar="WHAT...", help="A routine, a condition, or free words.")
]
PointCodes = Annotated[str, typer.Option("--points", metavar="CODES", help="Points instead, in this order: LI4,PC6.")]
SessionLength = Annotated[str, typer.Option("--time", metavar="LENGTH", help="Length: 5m, 90s, 7.5.")]
PressedSide = Annotated[SideWish, typer.Option("--side", help="The side that is pressed.")]
BreathingPattern = Annotated[str, typer.Option("--breathing", metavar="PATTERN", help="A breathing pattern, or off.")]
Gentle = Annotated[bool, typer.Option("--gentle", help="Lighter, shorter, longer changes.")]
PlaceSetting = Annotated[Setting | None, typer.Option("--setting", help="Only points for this place.")]
