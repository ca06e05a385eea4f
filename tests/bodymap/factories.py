"""Small figures and points for the tests of body maps, and twelve carried points of the bundled figures."""

from __future__ import annotations

from typing import Any

import msgspec

from acucli.model.figures import Figure
from acucli.model.points import Names, Place, Point


def make_place(**fields: Any) -> Place:
    """Return a place; keys as in the data (`from`, not `from_`)."""
    return msgspec.convert(fields, Place)


def make_point(code: str = "PC6", places: tuple[Place, ...] = (), **fields: Any) -> Point:
    """Return a point with the fields that matter, the others plain."""
    name = fields.pop("name", "Neiguan")
    names = Names(pinyin=name, plain=name, traditional="內關", simplified="内关", english="Inner Pass")
    facts: dict[str, Any] = {
        "where": "On the inner forearm, 2 cun above the wrist crease.",
        "find": "",
        "by_touch": "",
        "not_here": "",
        "press_region": "forearm",
        "surface": "palmar",
        "sides": "both",
        "reach": ("self",),
        **fields,
    }
    return Point(code=code, names=names, places=places, **facts)


def make_figure(**fields: Any) -> Figure:
    """Return a figure of a right forearm, 60 mm wide and 240 mm long, the wrist on top, thumb side right."""
    facts: dict[str, Any] = {
        "name": "forearm",
        "title": "Palm side of the right forearm",
        "side": "right",
        "landmarks": {"wrist": [0, 0], "elbow": [0, 240], "thumb_side": [30, 0]},
        "rulers": {"forearm": ["wrist", "elbow", 12, "right"], "across": ["wrist", "thumb_side", 3]},
        "windows": {"wrist": [-50, -40, 50, 80], "all": None},
        "paths": [
            ["mask", True, [[-30, -20, "c"], [30, -20, "c"], [30, 260, "c"], [-30, 260, "c"]]],
            ["skin", False, [[-30, 260], [-30, -20]]],
            ["skin", False, [[30, 260], [30, -20]]],
            ["detail", False, [[-28, 0], [28, 0]]],
        ],
        **fields,
    }
    return msgspec.convert(facts, Figure)


def make_trunk(**fields: Any) -> Figure:
    """Return a symmetric figure, written as its right half: 100 mm to each side, seen from behind."""
    facts: dict[str, Any] = {
        "name": "trunk",
        "title": "Back of the trunk",
        "symmetric": True,
        "facing": "away",
        "landmarks": {"top": [0, 0], "edge": [75, 0], "L2": [0, 120]},
        "rulers": {"across": ["top", "edge", 3]},
        "paths": [
            ["mask", True, [[0, -10, "c"], [100, -10, "c"], [100, 300, "c"], [0, 300, "c"]]],
            ["skin", False, [[0, -10], [100, -10, "c"], [100, 300]]],
            ["detail", True, [[40, 50], [50, 60], [40, 70]]],
        ],
        **fields,
    }
    return msgspec.convert(facts, Figure)


CARRIED: dict[str, tuple[str, str, list[dict[str, Any]]]] = {
    "LI4": ("Hegu", "both", [{"view": "hand-back", "rule": "landmark", "at": "second_bone_middle", "mm": [-9.5, 1]}]),
    "PC6": (
        "Neiguan",
        "both",
        [{"view": "forearm-palm", "rule": "ruler", "along": "forearm", "cun": 2, "across": 0.455}],
    ),
    "PC7": ("Daling", "both", [{"view": "forearm-palm", "rule": "landmark", "at": "wrist", "mm": [3.8, 0]}]),
    "ST36": ("Zusanli", "both", [{"view": "leg-front", "rule": "ruler", "along": "shin", "cun": 3}]),
    "GB20": ("Fengchi", "both", [{"view": "head-back", "rule": "landmark", "at": "occiput_hollow"}]),
    "GV20": ("Baihui", "midline", [{"view": "head-top", "rule": "ruler", "along": "midline", "cun": 5}]),
    "CV12": ("Zhongwan", "midline", [{"view": "trunk-front", "rule": "ruler", "along": "upper_belly", "cun": 4}]),
    "BL23": (
        "Shenshu",
        "both",
        [{"view": "trunk-back", "rule": "level", "at": "L2", "lateral": 1.5, "along": "across"}],
    ),
    "KI1": (
        "Yongquan",
        "both",
        [{"view": "foot-sole", "rule": "line", "from": "heel", "to": "web_2", "cun": 2, "of": 3}],
    ),
    "LR3": ("Taichong", "both", [{"view": "foot-top", "rule": "landmark", "at": "base_1", "mm": [2.2, -22]}]),
    "EX-HN5": (
        "Taiyang",
        "both",
        [{"view": "head-side", "rule": "landmark", "at": "brow_outer", "mm": [13, 11.5]}],
    ),
    "EAR-TF4": ("Shenmen", "both", [{"view": "ear", "rule": "landmark", "at": "fossa", "mm": [2.8, 0.6]}]),
}


def carried_points() -> dict[str, Point]:
    """Return the twelve carried points, with the rules of their primary view."""
    return {
        code: make_point(
            code,
            tuple(make_place(**place) for place in places),
            name=name,
            sides=sides,
            where=f"The place of {code} in one sentence.",
        )
        for code, (name, sides, places) in CARRIED.items()
    }
