"""The views: from where a viewer looks at which parts of the body, in which pose, and which window is drawn."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from training.body.poses import (
    PARTS,
    Bend,
    arm_straight,
    bent,
    hand_closed,
    head_turned,
    knee_bent,
    palm_normal,
    parts,
    unit,
)
from training.body.surface import Body, Floats, Ints, kept, normals, refined, triangles

MM = 100.6
"""Millimetres in a unit of the surface, for an adult of 1.70 m."""
X, Y, Z = np.eye(3)
_TURNED_DEGREES = 38


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


class _Shape(NamedTuple):
    """What the views of one part of the body have in common."""

    side: str
    pose: str
    shown: tuple[str, ...]
    scale: float
    crease: tuple[float, float, float]

    def view(  # type: ignore[no-untyped-def]
        self, name: str, title: str, frame: Callable[[Body], Frame], box: tuple[float, float, float, float], **other
    ) -> View:
        """Return a view of this shape; `other` are the fields in which it differs."""
        return View(name, title, self.side, self.pose, self.shown, frame, box, self.scale, self.crease)._replace(
            **other
        )


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
    """Return the surface in a pose.

    `standing` is as it is kept; in `arms` they are held straight, in `lowered` straight and hanging. Only what a view
    shows is brought into the others: `fist` closes the right hand, `seated` bends the right knee, `turned` the head.
    """
    body = kept()
    belongs = parts(body)
    if pose in ("arms", "lowered", "fist"):
        for side in "lr":
            body = arm_straight(body, side)
    if pose == "fist":
        body = hand_closed(body, "r")
    if pose == "seated":
        body = knee_bent(body, "r")
    if pose == "turned":
        body = head_turned(body, _TURNED_DEGREES)
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


def _bent_knee(side: Floats, above: float = 0.0) -> Callable[[Body], Frame]:
    """Return the camera before a bent knee, the shin upright; `side` is where it stands, Z in front of the shin."""

    def frame(body: Body) -> Frame:
        up = unit(body.joints["r-knee"] - body.joints["r-ankle"])
        ahead = unit(np.cross(X, up))
        return frame_of(up, (ahead if side is Z else side) + above * up, body.joints["r-knee"])

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
_WHOLE = _Shape("both", "lowered", PARTS, 0.8, (6, 1, 1))
_ARMS = _Shape("right", "lowered", PARTS, 2.0, _LIMB)
_FOREARM = _Shape("right", "arms", _ARM, 2.0, _LIMB)
_CLOSE_HAND = _Shape("right", "arms", _ARM, 6.0, _HAND)
_FEET = _Shape("right", "standing", _LEG, 5.0, _HAND)
_HEADS = _Shape("both", "standing", PARTS, 2.5, _HEAD)
_LEGS = _Shape("right", "standing", _NO_ARMS, 1.4, _LIMB)
_TRUNKS = _Shape("both", "standing", PARTS, 1.6, _TRUNK)

VIEWS: tuple[View, ...] = (
    _ARMS.view("arm-front", "Front of the right upper arm and shoulder", _upper_arm("front"), (-100, -110, 172, 340)),
    _ARMS.view(
        "arm-outer",
        "Outer side of the right upper arm and shoulder",
        _upper_arm("outer"),
        (-120, -110, 140, 340),
        shown=_ONE_ARM,
    ),
    _WHOLE.view("body-back", "Whole body from behind", _straight(Y, -Z, (0, 8.43, 0)), (-480, -20, 480, 1700)),
    _WHOLE.view("body-front", "Whole body from the front", _straight(Y, Z, (0, 8.43, 0)), (-480, -20, 480, 1700)),
    _WHOLE.view(
        "body-side", "Whole body from the side", _straight(Y, X, (0, 8.43, 0.2)), (-260, -20, 260, 1700), side="left"
    ),
    _FEET.view("foot-inner", "Inner side of the right foot", _foot(Y, X), (-215, -130, 80, 85)),
    _FEET.view("foot-outer", "Outer side of the right foot", _foot(Y, -X), (-80, -130, 215, 85)),
    _FEET.view(
        "foot-sole",
        "Sole of the right foot",
        _foot(Z, -Y),
        (-75, -215, 75, 75),
        shown=("r-foot", "r-shin"),
        kept=lambda at: at[:, 1] < -7.3,
    ),
    _FEET.view(
        "foot-top",
        "Top of the right foot",
        _foot(Z, Y * 0.9 + Z * 0.43),
        (-75, -200, 75, 75),
        shown=("r-foot", "r-shin"),
    ),
    _FOREARM.view("forearm-back", "Back of the right hand and forearm", _forearm("back"), (-100, -205, 100, 330)),
    _FOREARM.view("forearm-palm", "Palm side of the right hand and forearm", _forearm("palm"), (-100, -205, 100, 330)),
    _FOREARM.view(
        "forearm-thumb", "Thumb side of the right hand and forearm", _forearm("thumb"), (-100, -205, 100, 330)
    ),
    _CLOSE_HAND.view("hand-back", "Back of the right hand", _forearm("back"), (-100, -205, 80, 60)),
    _CLOSE_HAND.view("hand-edge", "Little-finger side of the right hand", _forearm("edge"), (-70, -205, 70, 60)),
    _CLOSE_HAND.view("hand-palm", "Palm of the right hand", _forearm("palm"), (-80, -205, 100, 60)),
    _HEADS.view("head-back", "Back of the head and neck", _straight(Y, -Z, (0, 8.43, 0)), (-110, -14, 110, 330)),
    _HEADS.view(
        "head-front", "Face and front of the neck", _straight(Y, Z, (0, 8.43, 0)), (-110, -14, 110, 345), scale=3.0
    ),
    _HEADS.view(
        "head-side",
        "Left side of the head and neck",
        _straight(Y, X, (0, 8.43, 0.5)),
        (-130, -14, 130, 330),
        side="left",
    ),
    _HEADS.view(
        "head-top",
        "Crown of the head from above, face below",
        _straight(-Z, Y, (0, 0, 0.2)),
        (-100, -100, 100, 160),
        shown=("head",),
    ),
    _LEGS.view("leg-back", "Back of the right leg", _leg(-Z), (-140, -500, 130, 470)),
    _LEGS.view("leg-front", "Front of the right leg", _leg(Z), (-140, -530, 130, 470)),
    _LEGS.view(
        "leg-inner",
        "Inner side of the right leg",
        _leg(X),
        (-150, -340, 150, 470),
        shown=_ONE_LEG,
        kept=lambda at: at[:, 0] < -0.12,
    ),
    _LEGS.view("leg-outer", "Outer side of the right leg", _leg(-X), (-180, -560, 180, 470), shown=_ONE_LEG),
    _TRUNKS.view("trunk-back", "Back of the trunk", _straight(Y, -Z, (0, 5.65, 0)), (-232, -90, 232, 740)),
    _TRUNKS.view("trunk-front", "Front of the trunk", _straight(Y, Z, (0, 5.75, 0)), (-232, -30, 232, 700)),
    _TRUNKS.view(
        "trunk-side",
        "Left flank, the arm left out",
        _straight(Y, X, (0, 5.75, 0)),
        (-180, -60, 180, 700),
        side="left",
        shown=_NO_ARMS,
    ),
)

POSED_VIEWS: tuple[View, ...] = (
    _CLOSE_HAND.view(
        "fist-back", "Back of the right fist, held loosely", _forearm("back"), (-75, -150, 65, 40), pose="fist"
    ),
    _CLOSE_HAND.view(
        "fist-edge",
        "Right fist, little-finger side",
        _forearm("edge"),
        (-65, -150, 75, 40),
        pose="fist",
    ),
    _CLOSE_HAND.view(
        "fist-thumb",
        "Right fist, thumb side",
        _forearm("thumb"),
        (-75, -150, 65, 40),
        pose="fist",
    ),
    _HEADS.view(
        "head-turned",
        "Left back of the head and neck",
        _straight(Y, -Z, (0, 8.43, 0)),
        (-118, -14, 118, 300),
        side="left",
        pose="turned",
    ),
    _LEGS.view(
        "knee-front",
        "Front of the right knee, bent",
        _bent_knee(Z, 0.42),
        (-110, -110, 110, 250),
        pose="seated",
        shown=_LEG,
        scale=2.0,
    ),
    _LEGS.view(
        "knee-inner",
        "Inner side of the right knee, bent",
        _bent_knee(X),
        (-110, -110, 230, 250),
        pose="seated",
        shown=_LEG,
        scale=2.0,
    ),
    _LEGS.view(
        "knee-outer",
        "Outer side of the right knee, bent",
        _bent_knee(-X),
        (-230, -110, 110, 250),
        pose="seated",
        shown=_LEG,
        scale=2.0,
    ),
)
"""Views of a part brought into the posture that a text asks for: they show points, and place none."""
