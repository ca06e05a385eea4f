"""A tiny library of points and areas for the tests of composing."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from acucli.guide.step_requests import StepRequest
from acucli.model.conditions import Choice, Condition
from acucli.model.points import Hold, Limit, Names, Point, Press
from acucli.model.practice import Pace, Verdict
from acucli.model.routines import Area, Phase, Technique

ALLOWED = Verdict()
FIVE = Pace(slug="five", name="Five", phases=(Phase(do="in", seconds=5.0), Phase(do="out", seconds=5.0)))
SEVEN = Pace(slug="seven", name="Seven", phases=(Phase(do="in", seconds=3.0), Phase(do="out", seconds=4.0)))
OFF = Pace(slug="off", name="Off")


def make_point(code: str, **changes: Any) -> Point:
    """Return a point of the hand, pressed with the other thumb on both sides in turn."""
    facts: dict[str, Any] = {
        "code": code,
        "names": Names(pinyin=code, plain=code.title(), traditional="穴", simplified="穴", english=f"{code} place"),
        "where": "On the hand.",
        "find": "Feel for it.",
        "by_touch": "Slide a finger.",
        "not_here": "Not on the bone.",
        "press_region": "hand",
        "surface": "back",
        "sides": "both",
        "reach": ("self",),
        "press": Press(hand="opposite", digit="thumb", direction="toward the bone"),
        "settings": ("desk", "public"),
        "hold": Hold(least_seconds=30, usual_seconds=90, most_seconds=180),
    }
    return Point(**(facts | changes))


def make_area(slug: str, **changes: Any) -> Area:
    """Return an area of both hands, worked one after the other."""
    facts: dict[str, Any] = {
        "slug": slug,
        "name": slug.title(),
        "where": "All of it.",
        "by_touch": "Feel all of it.",
        "regions": ("hand",),
        "techniques": ("rub", "press"),
        "both_at_once": "no",
        "limb": "arm",
    }
    return Area(**(facts | changes))


POINTS = (
    make_point("LI4"),
    make_point(
        "ST36", press_region="shin", both_at_once="yes", press=Press(hand="same", digit="thumb", direction="in")
    ),
    make_point("KI3", press_region="ankle", settings=()),
    make_point("CV12", press_region="belly-upper", sides="midline", sites=1, settings=()),
    make_point("GV20", press_region="scalp", sides="midline", sites=1),
    make_point("TE17", press_region="ear", limit=Limit(level="light"), hold=Hold(least_seconds=10, most_seconds=30)),
    make_point("EX-UE9", sites=8),
    make_point("EX-HN1", sides="midline", sites=4, press_region="scalp"),
    make_point("EX-B2", sites=34),
    make_point("BL20", press_region="back-middle", reach=("partner",)),
    make_point("ST9", press_region="throat-front", limit=Limit(level="avoid"), press=None),
    make_point("BALL", press=Press(hand="either", digit="ball", direction="down")),
)


def library() -> Any:
    """Return the tiny library."""
    technique = Technique(slug="rub", name="rub", summary="", how="", words="Rub slowly.", usual_seconds=30, rhythm=60)
    return SimpleNamespace(
        points={point.code: point for point in POINTS},
        areas={"hands": make_area("hands"), "shoulders": make_area("shoulders", both_at_once="yes", limb="none")},
        techniques={"rub": technique},
    )


def make_condition(*choices: tuple[str, str], **changes: Any) -> Condition:
    """Return a condition with these points: (code, role)."""
    facts: dict[str, Any] = {
        "slug": "ache",
        "name": "Ache",
        "theme": "pain",
        "also": (),
        "session": "offered",
        "grade": "D",
        "sham": "untested",
        "sham_note": "",
        "pressed_by": "",
        "best_design": "",
        "entries": 0,
        "evidence_date": "2026-11",
        "evidence": "Very little.",
        "side_rule": "both",
        "advice": (),
        "frequency": "",
        "keep_treatment": "",
        "way_out": "See a doctor.",
        "points": tuple(Choice(code=code, role=role, basis="textbook", why=f"why {code}") for code, role in choices),  # type: ignore[arg-type]
    }
    return Condition(**(facts | changes))


def draft(code: str, **changes: Any) -> StepRequest:
    """Return a draft of a point on both sides."""
    return StepRequest(**({"code": code} | changes))
