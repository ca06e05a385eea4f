"""Small plans for the tests of a session."""

from __future__ import annotations

from typing import Any

from acucli.model.practice import Pace, Plan, PlanStep
from acucli.model.routines import Phase

COUNT_TO_FIVE = Pace(
    slug="count-to-five",
    name="Count to five",
    phases=(Phase(do="in", seconds=5.0, through="nose"), Phase(do="out", seconds=5.0, through="mouth")),
)
NO_PACE = Pace(slug="off", name="Off")
EVERY_HOLD = (
    "A dull ache, heaviness or warmth is usual. Sharp, electric, burning, numb or running along the limb: let go."
)
SETTLE_IN = "Not while driving, in water, or standing up. You can stop at any time; o turns the breath pacer off."


def make_step(n: int = 1, **changes: Any) -> PlanStep:
    """Return a step on Hegu that shows only what matters."""
    facts: dict[str, Any] = {
        "n": n,
        "name": "Hegu, Joining Valley",
        "code": "LI4",
        "hanzi": "合谷",
        "seconds": 30.0,
        "side": "left",
        "hand": "right",
        "digit": "thumb",
        "ready_seconds": 5.0,
        "release_seconds": 3.0,
        "where": "On the back of the hand, beside the middle of the index finger's hand bone.",
        "find": "Lay the thumb along the index finger and notice the bulge of muscle that rises.",
        "by_touch": "Slide a fingertip along the thumb side of the index finger's hand bone. Half way it sinks in.",
        "hold_position": "Rest the hand on your lap, thumb side up.",
        "direction": "toward the bone of the index finger",
        "feel": "a dull ache or heaviness",
        "stop_if": "It is sharp or burning, or the thumb goes numb.",
        "words": "Let the shoulder of the pressing arm sink.",
    }
    return PlanStep(**(facts | changes))


def make_plan(*steps: PlanStep, **changes: Any) -> Plan:
    """Return a plan of these steps, by default one point on both sides."""
    chosen = steps or both_sides()
    facts: dict[str, Any] = {
        "slug": "small",
        "name": "Small session",
        "kind": "choice",
        "pace": COUNT_TO_FIVE,
        "settle_seconds": 4.0,
        "close_seconds": 4.0,
        "prepare": (SETTLE_IN, EVERY_HOLD),
        "close": ("Let go slowly, rest a moment, get up slowly.",),
    }
    facts |= changes
    inside = sum(step.ready_seconds + step.seconds + step.release_seconds for step in chosen)
    facts.setdefault("total_seconds", facts["settle_seconds"] + inside + facts["close_seconds"])
    return Plan(steps=tuple(chosen), **facts)


def both_sides(n: int = 1, **changes: Any) -> tuple[PlanStep, PlanStep]:
    """Return one place on the left, then on the right."""
    return (
        make_step(n, side="left", hand="right", **changes),
        make_step(n + 1, side="right", hand="left", turn="other-side", **changes),
    )


def small_plan() -> Plan:
    """Return a plan of three places with both sides, a midline point and a technique with its own rhythm."""
    return make_plan(
        *both_sides(1, seconds=60.0),
        make_step(
            3,
            name="Yintang, Hall of Impression",
            code="EX-HN3",
            hanzi="印堂",
            side="midline",
            hand="either",
            digit="middle",
            pressure=1,
            seconds=40.0,
            where="Between the inner ends of the eyebrows, on the forehead.",
            find="Rest a fingertip on the bridge of the nose and slide up until the bone turns flat.",
            by_touch="Slide a fingertip from the bridge of the nose straight up until the bone turns flat.",
            hold_position="Eyes closed, elbows on a table.",
            direction="straight in toward the bone",
            stop_if="It is sharp or burning.",
            words="Let the forehead grow wide.",
        ),
        make_step(
            4,
            name="Tops of the shoulders",
            code="",
            area="shoulder-tops",
            hanzi="",
            side="both",
            hand="both",
            digit="",
            technique="knead",
            rhythm=30,
            seconds=30.0,
            where="The muscle between the neck and the tip of each shoulder.",
            find="",
            by_touch="Lay each hand over the opposite shoulder, arms crossed.",
            hold_position="",
            direction="",
            feel="",
            stop_if="",
            words="Take hold of the muscle, squeeze, lift a little and let go.",
        ),
    )
