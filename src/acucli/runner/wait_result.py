"""Wake: why the loop stopped waiting."""

from __future__ import annotations

from typing import NamedTuple


class WaitResult(NamedTuple):
    """Why a wait was over: keys typed, signals caught; both empty when the time was up."""

    data: bytes = b""
    signals: tuple[int, ...] = ()
