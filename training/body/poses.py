"""Poses: the limbs brought by their joints into the positions that pictures need, smoothly; and the parts of the body.

Everything is worked out for the body's left side and mirrored where a picture shows the right one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from training.body.surface import Body, Floats

FINGERS = (1, 2, 3, 4, 5)
_BONES = {
    "head": [("neck", "head"), ("head", "head-2"), ("head", "jaw")],
    "trunk": [("neck", "spine-1"), ("spine-1", "spine-2"), ("spine-2", "spine-3"), ("spine-3", "pelvis"),
              ("neck", "S-scapula"), ("spine-1", "S-scapula"), ("pelvis", "S-upper-leg")],
    "arm": [("S-shoulder", "S-elbow")],
    "forearm": [("S-elbow", "S-hand")],
    "hand": [("S-hand", f"S-finger-{finger}-1") for finger in FINGERS]
    + [(f"S-finger-{finger}-{bone}", f"S-finger-{finger}-{bone + 1}") for finger in FINGERS for bone in (1, 2, 3)],
    "thigh": [("S-upper-leg", "S-knee")],
    "shin": [("S-knee", "S-ankle")],
    "foot": [("S-ankle", "S-foot-1"), ("S-foot-1", "S-foot-2")],
}  # fmt: skip
_BREADTHS = {"head": 0.9, "trunk": 1.35, "arm": 0.5, "forearm": 0.4, "hand": 0.35, "thigh": 0.9, "shin": 0.6,
             "foot": 0.6}  # fmt: skip
PARTS = ("head", "trunk", *(f"{side}-{part}" for side in "lr" for part in list(_BONES)[2:]))


class Bend(NamedTuple):
    """A turn of all that hangs on one joint: about `axis` by `degrees`, blended over `reach` decimetres.

    A limb that is bent already is blended between both its directions, a `straight` one along its own.
    """

    joint: str
    beyond: tuple[str, ...]
    axis: Floats
    degrees: float
    reach: float
    straight: bool = False


def parts(body: Body) -> Floats:
    """Return for every vertex how much it belongs to each of PARTS, 0 or 1."""
    names, distances = [], []
    for part, bones in _BONES.items():
        for side in "lr":
            near = [
                _to_segment(body.vertices, body.joints[_of(start, side)], body.joints[_of(end, side)])
                for start, end in bones
            ]
            names.append(part if part in ("head", "trunk") else f"{side}-{part}")
            distances.append(np.min(near, 0) / _BREADTHS[part])
    nearest = np.argmin(distances, 0)
    belongs = np.zeros((len(body.vertices), len(PARTS)))
    for row, name in enumerate(names):
        belongs[nearest == row, PARTS.index(name)] = 1
    return belongs


def bent(body: Body, bend: Bend, belongs: Floats) -> Body:
    """Return the body with one joint turned; vertices near the joint go along in part."""
    pivot = body.joints[bend.joint]
    turn = rotation(bend.axis, bend.degrees)
    following = sorted(name for name in body.joints if name.startswith(bend.beyond))
    ahead = np.mean([body.joints[name] for name in following], 0) - pivot
    ahead /= np.linalg.norm(ahead)
    middle = ahead if bend.straight else ahead + np.linalg.inv(turn) @ ahead
    middle /= np.linalg.norm(middle)
    share = np.clip(((body.vertices - pivot) @ middle) / bend.reach * 0.5 + 0.5, 0, 1)
    weight = share * share * (3 - 2 * share) * belongs
    angles = weight * bend.degrees
    vertices = pivot + _turned(body.vertices - pivot, bend.axis, angles)
    joints = dict(body.joints)
    for name in following:
        joints[name] = pivot + turn @ (body.joints[name] - pivot)
    return Body(vertices, body.quads, joints)


def twisted(body: Body, start: str, end: str, beyond: tuple[str, ...], degrees: float, belongs: Floats) -> Body:
    """Return the body with a bone turned about its own length, the more the nearer to its end, and all beyond it."""
    base, tip = body.joints[start], body.joints[end]
    axis = (tip - base) / np.linalg.norm(tip - base)
    share = np.clip((body.vertices - base) @ axis / np.linalg.norm(tip - base), 0, 1)
    vertices = base + _turned(body.vertices - base, axis, share * belongs * degrees)
    joints = dict(body.joints)
    turn = rotation(axis, degrees)
    for name in joints:
        if name.startswith(beyond):
            joints[name] = base + turn @ (joints[name] - base)
    return Body(vertices, body.quads, joints)


def rotation(axis: Floats, degrees: float) -> Floats:
    """Return the matrix of a turn about `axis`."""
    return _turned(np.eye(3), axis, np.full(3, degrees)).T


def _turned(spots: Floats, axis: Floats, degrees: Floats) -> Floats:
    unit = axis / np.linalg.norm(axis)
    cosine, sine = np.cos(np.radians(degrees))[:, None], np.sin(np.radians(degrees))[:, None]
    along = (spots @ unit)[:, None] * unit
    return spots * cosine + np.cross(unit, spots) * sine + along * (1 - cosine)


def _to_segment(spots: Floats, start: Floats, end: Floats) -> Floats:
    way = end - start
    share = np.clip((spots - start) @ way / (way @ way), 0, 1)
    return np.linalg.norm(spots - start - share[:, None] * way, axis=1)


def _of(name: str, side: str) -> str:
    return name.replace("S-", f"{side}-", 1) if name.startswith("S-") else name


def unit(vector: Floats) -> Floats:
    """Return the vector with the length 1."""
    return vector / np.linalg.norm(vector)


def palm_normal(joints: dict[str, Floats], side: str = "l") -> Floats:
    """Return the direction out of the palm."""
    along = joints[f"{side}-finger-3-1"] - joints[f"{side}-hand"]
    across = joints[f"{side}-finger-5-1"] - joints[f"{side}-finger-2-1"]
    normal = unit(np.cross(across, along))
    return normal if side == "l" else -normal


def arm_straight(body: Body, side: str = "l") -> Body:
    """Return the body with one arm held straight, the palm to the front of the elbow, hand in line with the forearm."""
    belongs = parts(body)
    columns = [PARTS.index(f"{side}-{part}") for part in ("arm", "forearm", "hand")]
    limb = belongs[:, columns].sum(1)
    hand = (f"{side}-hand", f"{side}-finger")
    upper = unit(body.joints[f"{side}-elbow"] - body.joints[f"{side}-shoulder"])
    fore = unit(body.joints[f"{side}-hand"] - body.joints[f"{side}-elbow"])
    hinge = unit(np.cross(upper, fore))
    front = np.cross(hinge, fore)
    palm = palm_normal(body.joints, side)
    angle = np.degrees(np.arctan2(np.cross(palm, front) @ fore, palm @ front))
    body = twisted(body, f"{side}-elbow", f"{side}-hand", hand, angle, limb)
    flexed = np.degrees(np.arccos(upper @ fore))
    body = bent(body, Bend(f"{side}-elbow", hand, hinge, -flexed + 3, 0.55), limb)
    fore = unit(body.joints[f"{side}-hand"] - body.joints[f"{side}-elbow"])
    ahead = unit(body.joints[f"{side}-finger-3-1"] - body.joints[f"{side}-hand"])
    wrist = np.cross(ahead, fore)
    angle = np.degrees(np.arcsin(np.linalg.norm(wrist)))
    body = bent(body, Bend(f"{side}-hand", (f"{side}-finger",), unit(wrist), angle, 0.3), limb)
    return _slimmed(
        body, side, limb, front=np.cross(hinge, unit(body.joints[f"{side}-hand"] - body.joints[f"{side}-elbow"]))
    )


class _Curl(NamedTuple):
    """One joint of a finger that closes: which, about what, how far, blended over how many decimetres."""

    bone: int
    axis: Floats
    degrees: float
    reach: float


_CLOSED = {2: (55, 80, 40), 3: (60, 80, 40), 4: (65, 80, 40), 5: (70, 80, 40)}
"""By how many degrees the three joints of a finger bend in a loosely closed hand."""
_REACHES = (0.28, 0.16, 0.12)


def hand_closed(body: Body, side: str = "l") -> Body:
    """Return the body with one hand loosely closed, the thumb beside the index finger."""
    belongs = parts(body)
    hand = belongs[:, [PARTS.index(f"{side}-{part}") for part in ("forearm", "hand")]].sum(1)
    near = [
        np.min(
            [
                _to_segment(body.vertices, body.joints[start], body.joints[end])
                for start, end in _bones_of(side, finger)
            ],
            0,
        )
        for finger in FINGERS
    ]
    finger_of = np.argmin(near, 0)
    vertices, joints = body.vertices, dict(body.joints)
    for number, finger in enumerate(FINGERS):
        names = [f"{side}-finger-{finger}-{bone}" for bone in (1, 2, 3, 4)]
        for curl in reversed(
            _curls(body, side, finger)
        ):  # from the tip on: what is nearer to the wrist is still at rest
            pivot = body.joints[names[curl.bone - 1]]
            share = np.clip(
                ((body.vertices - pivot) @ unit(body.joints[names[curl.bone]] - pivot)) / curl.reach * 0.5 + 0.5, 0, 1
            )
            weight = share * share * (3 - 2 * share) * hand * (finger_of == number)
            vertices = pivot + _turned(vertices - pivot, curl.axis, weight * curl.degrees)
            turn = rotation(curl.axis, curl.degrees)
            for name in names[curl.bone :]:
                joints[name] = pivot + turn @ (joints[name] - pivot)
    return Body(vertices, body.quads, joints)


def _bones_of(side: str, finger: int) -> list[tuple[str, str]]:
    names = [f"{side}-hand", *(f"{side}-finger-{finger}-{bone}" for bone in (1, 2, 3, 4))]
    return list(pairwise(names))


def _curls(body: Body, side: str, finger: int) -> list[_Curl]:
    """Return how the joints of a finger close, the nearest to the wrist first."""
    normal = palm_normal(body.joints, side)
    if finger > 1:
        ahead = unit(body.joints[f"{side}-finger-{finger}-3"] - body.joints[f"{side}-finger-{finger}-1"])
        axis = unit(np.cross(ahead, normal))
        return [
            _Curl(bone, axis, degrees, reach)
            for bone, degrees, reach in zip((1, 2, 3), _CLOSED[finger], _REACHES, strict=True)
        ]
    ahead = unit(body.joints[f"{side}-finger-1-2"] - body.joints[f"{side}-finger-1-1"])
    across = unit(body.joints[f"{side}-finger-5-1"] - body.joints[f"{side}-finger-2-1"])
    up = unit(body.joints[f"{side}-finger-3-1"] - body.joints[f"{side}-hand"])
    inward = unit(np.cross(ahead, up - 0.35 * normal + 0.1 * across))
    bending = unit(np.cross(ahead, across + 0.5 * up))
    return [_Curl(1, inward, 24, 0.35), _Curl(2, bending, 12, 0.2), _Curl(3, bending, 25, 0.15)]


def knee_bent(body: Body, side: str = "l") -> Body:
    """Return the body with one knee bent to a right angle, as of one who sits."""
    belongs = parts(body)
    limb = belongs[:, [PARTS.index(f"{side}-{part}") for part in ("thigh", "shin", "foot")]].sum(1)
    beyond = (f"{side}-ankle", f"{side}-foot", f"{side}-toe")
    return bent(body, Bend(f"{side}-knee", beyond, np.array([1.0, 0.0, 0.0]), 90, 0.9, straight=True), limb)


def head_turned(body: Body, degrees: float) -> Body:
    """Return the body with its head turned to its left, the neck along with it."""
    belongs = parts(body)
    above = belongs[:, PARTS.index("head")] + belongs[:, PARTS.index("trunk")]
    return twisted(body, "neck", "head", ("head", "jaw", "l-eye", "r-eye"), degrees, above)


def _slimmed(body: Body, side: str, limb: Floats, front: Floats) -> Body:
    """Return the body with the front of one upper arm drawn in: held straight, its flexors no longer bulge."""
    shoulder, elbow = body.joints[f"{side}-shoulder"], body.joints[f"{side}-elbow"]
    along = unit(elbow - shoulder)
    share = (body.vertices - shoulder) @ along / np.linalg.norm(elbow - shoulder)
    ramp = np.clip((share - 0.05) / 0.35, 0, 1) * np.clip((1.25 - share) / 0.35, 0, 1)
    ahead = (body.vertices - shoulder) @ front
    taken = np.where(ahead > 0, ahead * 0.36, 0) * ramp * limb
    return Body(body.vertices - taken[:, None] * front, body.quads, body.joints)
