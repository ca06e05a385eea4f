"""Routines with their steps, and what steps are made of: techniques, areas, breathing patterns."""

from typing import Literal

from acucli.model.record import Pressure, Record, Side

Position = Literal["seated", "feet", "lying-on-side", "lying-on-back", "lying-face-down"]


class RoutineStep(Record, frozen=True, kw_only=True):
    """One step: a point or an area, how, which side, seconds for each side, and words to say."""

    point: str = ""
    area: str = ""
    technique: str = "press"
    tool: str = ""
    side: Side = "both"
    seconds: int | None = None
    pressure: Pressure | None = None
    position: Position = "seated"
    words: str = ""
    stand_in: tuple[str, ...] = ()
    rounds: int = 1


class Routine(Record, frozen=True, kw_only=True, rename={"for_": "for"}):
    """A written sequence; `open` and `minutes` are computed when the library is compiled."""

    slug: str
    name: str
    for_: tuple[str, ...]
    level: Literal["gentle", "usual"]
    target_minutes: float
    positions: tuple[Position, ...]
    steps: tuple[RoutineStep, ...]
    summary: str = ""
    needs: tuple[str, ...] = ()
    breathing: str = "count-to-five"
    prepare: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    open: bool = False


class Technique(Record, frozen=True, kw_only=True):
    """A way of pressing or moving; `rhythm` beats per minute where it has one."""

    slug: str
    name: str
    summary: str
    how: str
    words: str
    usual_seconds: int
    strokes: int | None = None
    rhythm: int | None = None
    cue: str = ""
    tool: str = ""
    not_with: tuple[str, ...] = ()
    not_on: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


class Area(Record, frozen=True, kw_only=True):
    """A place larger than a point; it is blocked when a point or region in it is."""

    slug: str
    name: str
    where: str
    by_touch: str
    regions: tuple[str, ...]
    points: tuple[str, ...] = ()
    sides: Side = "both"
    techniques: tuple[str, ...] = ()
    both_at_once: Literal["yes", "no", "never"] = "yes"
    limb: Literal["none", "arm", "leg"] = "none"
    words: str = ""


class Phase(Record, frozen=True, kw_only=True):
    """One part of a breath."""

    do: Literal["in", "top-up", "hold", "out"]
    seconds: float
    through: Literal["nose", "mouth", "none"] = "none"


class BreathingPattern(Record, frozen=True, kw_only=True):
    """A breathing pattern; `stand_in` plays instead of it, `then` after it."""

    slug: str
    name: str
    summary: str
    caution: str
    phases: tuple[Phase, ...] = ()
    max_cycles: int | None = None
    max_minutes: float | None = None
    then: str = ""
    stand_in: str = ""
    no_holds_ok: bool = True
    posture: Literal["seated", "seated-or-lying", "any"] = "seated-or-lying"
    default_for: str = ""
    sources: tuple[str, ...] = ()

    @property
    def cycle_seconds(self) -> float:
        """Return the seconds of one whole breath, 0 where the pattern has no pace."""
        return sum(phase.seconds for phase in self.phases)

    @property
    def has_hold(self) -> bool:
        """Tell whether the breath is held anywhere in the pattern."""
        return any(phase.do == "hold" for phase in self.phases)
