"""The surface of one human body: vertices, faces and joints, in decimetres; x to its left, y up, z forward.

It is the base mesh "hm08" of MakeHuman, released to the public domain (CC0 1.0) in September 2020 by its holders,
Data Collection AB, Joel Palmius and Jonas Hauquier. `body.bin` keeps its skin and the middles of its joints.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SOURCE_SHA256 = "8e761e6624b8f54536409135d1636da63b32486a90d4897f84e121d144f6fb4c"
KEPT = Path(__file__).with_name("body.bin")
_STEP = 1e-4  # the source gives four decimals
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Body(NamedTuple):
    """One closed skin: `vertices` n x 3, `quads` m x 4, and the middle of every joint by name."""

    vertices: Floats
    quads: Ints
    joints: dict[str, Floats]


def read_source(path: Path) -> Body:
    """Return the skin and the joints of the source file.

    Raises:
        ValueError: the file is not the one whose licence was read.
    """
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != SOURCE_SHA256:
        raise ValueError(f"{path} is not the known base mesh")
    spots: list[list[float]] = []
    quads: list[list[int]] = []
    members: dict[str, set[int]] = {}
    group = ""
    for line in data.decode().splitlines():
        word, *rest = line.split() or [""]
        if word == "v":
            spots.append([float(number) for number in rest[:3]])
        elif word == "g":
            group = rest[0]
        elif word == "f":
            corners = [int(corner.split("/")[0]) - 1 for corner in rest]
            if group == "body":
                quads.append(corners)
            elif group.startswith("joint-"):
                members.setdefault(group.removeprefix("joint-"), set()).update(corners)
    every = np.array(spots)
    used, flat = np.unique(np.array(quads), return_inverse=True)
    joints = {name: every[sorted(corners)].mean(0) for name, corners in sorted(members.items())}
    return Body(every[used], flat.reshape(-1, 4).astype(np.int64), joints)


def keep(body: Body, path: Path = KEPT) -> None:
    """Write the skin and the joints, packed: a JSON line, then vertices and faces as whole numbers, compressed."""
    head = {
        "licence": "CC0 1.0: MakeHuman base mesh hm08, (c) 2020 Data Collection AB, Joel Palmius, Jonas Hauquier; "
        "released to the public domain in September 2020. Skin and joints only; see data/LICENSE.",
        "source_sha256": SOURCE_SHA256,
        "vertices": len(body.vertices),
        "quads": len(body.quads),
        "joints": {name: [round(float(number), 4) for number in spot] for name, spot in body.joints.items()},
    }
    steps = np.rint(body.vertices / _STEP).astype("<i4")
    corners = np.diff(body.quads.reshape(-1), prepend=0).astype("<i2" if len(body.vertices) < 16000 else "<i4")
    packed = steps.T.tobytes() + corners.tobytes()
    path.write_bytes(json.dumps(head).encode() + b"\n" + zlib.compress(packed, 9))


def kept(path: Path = KEPT) -> Body:
    """Return the body that the project keeps."""
    line, _, packed = path.read_bytes().partition(b"\n")
    head = json.loads(line)
    data = zlib.decompress(packed)
    count = head["vertices"]
    vertices = np.frombuffer(data, "<i4", 3 * count).reshape(3, -1).T * _STEP
    corners = np.cumsum(np.frombuffer(data, "<i2", 4 * head["quads"], 12 * count).astype(np.int64))
    return Body(vertices, corners.reshape(-1, 4), {name: np.array(spot) for name, spot in head["joints"].items()})


def refined(vertices: Floats, quads: Ints, attributes: Floats | None = None) -> tuple[Floats, Ints, Floats | None]:
    """Return the surface after one step of Catmull and Clark, four faces for one; attributes are averaged."""
    count, faces = len(vertices), len(quads)
    ends = np.stack([quads, np.roll(quads, -1, 1)], -1).reshape(-1, 2)
    edges, which, shared = np.unique(np.sort(ends, 1), axis=0, return_inverse=True, return_counts=True)
    which = which.reshape(-1, 4)
    centre = vertices[quads].mean(1)
    around = np.zeros((len(edges), 3))
    np.add.at(around, which.reshape(-1), np.repeat(centre, 4, 0))
    whole = (shared == 2)[:, None]
    ends_sum = vertices[edges].sum(1)
    middle = np.where(whole, (ends_sum + around) / 4, ends_sum / 2)
    valence = np.zeros(count)
    np.add.at(valence, quads.reshape(-1), 1)
    near = np.zeros((count, 3))
    np.add.at(near, quads.reshape(-1), np.repeat(centre, 4, 0))
    half = np.zeros((count, 3))
    touching = np.zeros(count)
    for side in (0, 1):
        np.add.at(half, edges[:, side], ends_sum / 2)
        np.add.at(touching, edges[:, side], 1)
    valence = np.maximum(valence, 1)
    inner = (near / valence[:, None] + 2 * half / touching[:, None] + (valence[:, None] - 3) * vertices) / valence[
        :, None
    ]
    rim = np.zeros(count, bool)
    rim[edges[shared == 1].reshape(-1)] = True
    moved = np.where(rim[:, None], vertices, inner)
    spots = np.concatenate([moved, middle, centre])
    at_edge, at_face = count + which, count + len(edges) + np.arange(faces)
    pieces = [np.stack([quads[:, k], at_edge[:, k], at_face, at_edge[:, k - 1]], 1) for k in range(4)]
    if attributes is None:
        return spots, np.concatenate(pieces), None
    values = np.concatenate([attributes, attributes[edges].mean(1), attributes[quads].mean(1)])
    return spots, np.concatenate(pieces), values


def triangles(quads: Ints) -> Ints:
    """Return two triangles for every face."""
    return np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])


def normals(vertices: Floats, corners: Ints) -> Floats:
    """Return the unit normal of every vertex, outwards."""
    flat = np.cross(
        vertices[corners[:, 1]] - vertices[corners[:, 0]], vertices[corners[:, 2]] - vertices[corners[:, 0]]
    )
    found = np.zeros_like(vertices)
    for corner in range(3):
        np.add.at(found, corners[:, corner], flat)
    return found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-12)
