"""The views: from where a viewer looks at which parts of the body, in which pose, and which window is drawn."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from training.body.poses import PARTS, Bend, arm_straight, bent, palm_normal, parts, unit
from training.body.surface import Body, Floats, Ints, kept, normals, refined, triangles

MM = 100.6
"""Millimetres in a unit of the surface, for an adult of 1.70 m."""
X, Y, Z = np.eye(3)


class Frame(NamedTuple):
    """A camera: unit vectors to the right, up and toward the viewer, and what lies at x = y = 0."""

    right: Floats
    up: Floats
    toward: Floats
    origin: Floats


class View(NamedTuple):
    """One view: `box` is left, top, right, bottom in millimetres; `scale` is pixels a millimetre."""

    name: str
    title: str
    side: str
    pose: str
    shown: tuple[str, ...]
    frame: Callable[[Body], Frame]
    box: tuple[float, float, float, float]
    scale: float
    crease: tuple[float, float, float] = (1.2, 0.02, 0.05)
    kept: Callable[[Floats], Ints] | None = None


class Posed(NamedTuple):
    """The refined surface in a pose: vertices in decimetres, triangles, normals, and the parts they belong to."""

    body: Body
    vertices: Floats
    corners: Ints
    normals: Floats
    belongs: Floats


def frame_of(up: Floats, toward: Floats, origin: Floats) -> Frame:
    """Return the camera that looks against `toward`, with `up` as far up as that allows."""
    toward = unit(toward)
    up = unit(up - toward * (up @ toward))
    return Frame(np.cross(up, toward), up, toward, origin)


def limb_frame(up: Floats, toward: Floats, origin: Floats) -> Frame:
    """Return the camera that has a limb upright: `up` is kept, and one height is one level from every side."""
    up = unit(up)
    toward = unit(toward - up * (toward @ up))
    return Frame(np.cross(up, toward), up, toward, origin)


def projected(frame: Frame, spots: Floats) -> Floats:
    """Return spots as the viewer sees them: x to the right, y down, nearness; all in millimetres."""
    from_origin = spots - frame.origin
    return np.stack([from_origin @ frame.right, -(from_origin @ frame.up), from_origin @ frame.toward], -1) * MM


@lru_cache(maxsize=8)
def posed(pose: str) -> Posed:
    """Return the surface in a pose: `standing` as it is kept, `arms` held straight, `lowered` straight and hanging."""
    body = kept()
    belongs = parts(body)
    if pose in ("arms", "lowered"):
        for side in "lr":
            body = arm_straight(body, side)
    if pose == "lowered":
        for side, sign in (("l", -1), ("r", 1)):
            limb = belongs[:, [PARTS.index(f"{side}-{part}") for part in ("arm", "forearm", "hand")]].sum(1)
            near = np.clip((np.abs(body.vertices[:, 0]) - 1.0) / 0.9, 0, 1)
            beyond = (f"{side}-elbow", f"{side}-hand", f"{side}-finger")
            body = bent(
                body,
                Bend(f"{side}-shoulder", beyond, Z, sign * 26, 0.9),
                np.maximum(limb, near * (body.vertices[:, 1] > 3.2) * (body.vertices[:, 1] < 6)) * near,
            )
    vertices, quads, belongs_now = refined(body.vertices, body.quads, belongs)
    assert belongs_now is not None
    corners = triangles(quads)
    return Posed(body, vertices, corners, normals(vertices, corners), belongs_now)


def _straight(up: Floats, toward: Floats, spot: tuple[float, float, float]) -> Callable[[Body], Frame]:
    return lambda body: frame_of(up, toward, np.array(spot))


def _forearm(kind: str) -> Callable[[Body], Frame]:
    def frame(body: Body) -> Frame:
        joints = body.joints
        up = unit(joints["r-hand"] - joints["r-elbow"])
        palm = palm_normal(joints, "r")
        thumb = np.cross(up, palm)
        toward = {"palm": palm, "back": -palm, "thumb": thumb, "edge": -thumb}[kind]
        return limb_frame(up, toward, joints["r-hand"])

    return frame


def _upper_arm(kind: str) -> Callable[[Body], Frame]:
    def frame(body: Body) -> Frame:
        joints = body.joints
        up = unit(joints["r-shoulder"] - joints["r-elbow"])
        return limb_frame(up, Z if kind == "front" else -X, joints["r-shoulder"])

    return frame


def _leg(toward: Floats) -> Callable[[Body], Frame]:
    def frame(body: Body) -> Frame:
        joints = body.joints
        up = unit(joints["r-knee"] - joints["r-ankle"])
        return limb_frame(up, toward, joints["r-knee"])

    return frame


def _foot(up: Floats, toward: Floats) -> Callable[[Body], Frame]:
    return lambda body: frame_of(up, toward, body.joints["r-ankle"])


_ARM = ("r-arm", "r-forearm", "r-hand")
_LEG = ("r-thigh", "r-shin", "r-foot")
_NO_ARMS = tuple(part for part in PARTS if part[2:] not in ("arm", "forearm", "hand"))
_ONE_LEG = tuple(part for part in _NO_ARMS if not part.startswith("l-"))
_ONE_ARM = ("trunk", *_ARM)
_HAND = (0.55, 0.03, 0.09)
_LIMB = (2.5, 0.012, 0.025)
_TRUNK = (4.0, 0.006, 0.013)
_HEAD = (1.2, 0.03, 0.08)

VIEWS: tuple[View, ...] = (
    View(
        "arm-front",
        "Front of the right upper arm and shoulder",
        "right",
        "lowered",
        PARTS,
        _upper_arm("front"),
        (-100, -110, 172, 340),
        2.0,
        _LIMB,
    ),
    View(
        "arm-outer",
        "Outer side of the right upper arm and shoulder",
        "right",
        "lowered",
        _ONE_ARM,
        _upper_arm("outer"),
        (-120, -110, 140, 340),
        2.0,
        _LIMB,
    ),
    View(
        "body-back",
        "Whole body from behind",
        "both",
        "lowered",
        PARTS,
        _straight(Y, -Z, (0, 8.43, 0)),
        (-480, -20, 480, 1700),
        0.8,
        (6, 1, 1),
    ),
    View(
        "body-front",
        "Whole body from the front",
        "both",
        "lowered",
        PARTS,
        _straight(Y, Z, (0, 8.43, 0)),
        (-480, -20, 480, 1700),
        0.8,
        (6, 1, 1),
    ),
    View(
        "body-side",
        "Whole body from the side",
        "left",
        "lowered",
        PARTS,
        _straight(Y, X, (0, 8.43, 0.2)),
        (-260, -20, 260, 1700),
        0.8,
        (6, 1, 1),
    ),
    View(
        "ear",
        "Left ear from outside",
        "left",
        "standing",
        ("head", "trunk"),
        _straight(Y, X + 0.0 * Z, (0, 7.55, 0.5)),
        (-5, -5, 45, 75),
        9.0,
        (0.4, 0.08, 0.2),
    ),
    View(
        "foot-inner",
        "Inner side of the right foot",
        "right",
        "standing",
        _LEG,
        _foot(Y, X),
        (-215, -130, 80, 85),
        5.0,
        _HAND,
    ),
    View(
        "foot-outer",
        "Outer side of the right foot",
        "right",
        "standing",
        _LEG,
        _foot(Y, -X),
        (-80, -130, 215, 85),
        5.0,
        _HAND,
    ),
    View(
        "foot-sole",
        "Sole of the right foot",
        "right",
        "standing",
        ("r-foot", "r-shin"),
        _foot(Z, -Y),
        (-75, -215, 75, 75),
        5.0,
        _HAND,
        lambda at: at[:, 1] < -7.3,
    ),
    View(
        "foot-top",
        "Top of the right foot",
        "right",
        "standing",
        ("r-foot", "r-shin"),
        _foot(Z, Y * 0.9 + Z * 0.43),
        (-75, -200, 75, 75),
        5.0,
        _HAND,
    ),
    View(
        "forearm-back",
        "Back of the right hand and forearm",
        "right",
        "arms",
        _ARM,
        _forearm("back"),
        (-100, -205, 100, 330),
        2.0,
        _LIMB,
    ),
    View(
        "forearm-palm",
        "Palm side of the right hand and forearm",
        "right",
        "arms",
        _ARM,
        _forearm("palm"),
        (-100, -205, 100, 330),
        2.0,
        _LIMB,
    ),
    View(
        "forearm-thumb",
        "Thumb side of the right hand and forearm",
        "right",
        "arms",
        _ARM,
        _forearm("thumb"),
        (-100, -205, 100, 330),
        2.0,
        _LIMB,
    ),
    View(
        "hand-back", "Back of the right hand", "right", "arms", _ARM, _forearm("back"), (-100, -205, 80, 60), 6.0, _HAND
    ),
    View(
        "hand-edge",
        "Little-finger side of the right hand",
        "right",
        "arms",
        _ARM,
        _forearm("edge"),
        (-70, -205, 70, 60),
        6.0,
        _HAND,
    ),
    View(
        "hand-palm", "Palm of the right hand", "right", "arms", _ARM, _forearm("palm"), (-80, -205, 100, 60), 6.0, _HAND
    ),
    View(
        "head-back",
        "Back of the head and neck",
        "both",
        "standing",
        PARTS,
        _straight(Y, -Z, (0, 8.43, 0)),
        (-110, -14, 110, 330),
        2.5,
        _HEAD,
    ),
    View(
        "head-front",
        "Face and front of the neck",
        "both",
        "standing",
        PARTS,
        _straight(Y, Z, (0, 8.43, 0)),
        (-110, -14, 110, 345),
        3.0,
        _HEAD,
    ),
    View(
        "head-side",
        "Left side of the head and neck",
        "left",
        "standing",
        PARTS,
        _straight(Y, X, (0, 8.43, 0.5)),
        (-130, -14, 130, 330),
        2.5,
        _HEAD,
    ),
    View(
        "head-top",
        "Crown of the head from above, face below",
        "both",
        "standing",
        ("head",),
        _straight(-Z, Y, (0, 0, 0.2)),
        (-100, -100, 100, 160),
        2.5,
        _HEAD,
    ),
    View(
        "leg-back", "Back of the right leg", "right", "standing", _NO_ARMS, _leg(-Z), (-140, -500, 130, 470), 1.4, _LIMB
    ),
    View(
        "leg-front",
        "Front of the right leg",
        "right",
        "standing",
        _NO_ARMS,
        _leg(Z),
        (-140, -530, 130, 470),
        1.4,
        _LIMB,
    ),
    View(
        "leg-inner",
        "Inner side of the right leg",
        "right",
        "standing",
        _ONE_LEG,
        _leg(X),
        (-150, -340, 150, 470),
        1.4,
        _LIMB,
        lambda at: at[:, 0] < -0.12,
    ),
    View(
        "leg-outer",
        "Outer side of the right leg",
        "right",
        "standing",
        _ONE_LEG,
        _leg(-X),
        (-180, -560, 180, 470),
        1.4,
        _LIMB,
    ),
    View(
        "trunk-back",
        "Back of the trunk",
        "both",
        "standing",
        PARTS,
        _straight(Y, -Z, (0, 5.65, 0)),
        (-232, -90, 232, 740),
        1.6,
        _TRUNK,
    ),
    View(
        "trunk-front",
        "Front of the trunk",
        "both",
        "standing",
        PARTS,
        _straight(Y, Z, (0, 5.75, 0)),
        (-232, -30, 232, 700),
        1.6,
        _TRUNK,
    ),
    View(
        "trunk-side",
        "Left flank, the arm left out",
        "left",
        "standing",
        _NO_ARMS,
        _straight(Y, X, (0, 5.75, 0)),
        (-180, -60, 180, 700),
        1.6,
        _TRUNK,
    ),
)
