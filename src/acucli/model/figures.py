"""Figures as people draw them: outlines, landmarks and rulers in millimetres, y downwards."""

from typing import Literal

import msgspec

from acucli.model.record import Record, Slug

Edge = Literal["top", "bottom", "left", "right"]


class Node(msgspec.Struct, frozen=True, array_like=True):
    """One place of a stroke, written as a list: [x, y] or [x, y, c]."""

    x: float
    """Millimetres to the right. Example: 10"""
    y: float
    """Millimetres down. Example: 5"""
    kind: Literal["", "c"] = ""
    """c makes a corner; left out, the stroke is smooth. Example: c"""


class Path(msgspec.Struct, frozen=True, array_like=True):
    """One stroke, written as a list: [layer, closed, nodes]."""

    layer: Literal["mask", "hairfill", "skin", "detail", "bone", "hair"]
    """`mask` is the body, `skin` its outline, `detail` what one sees, `bone` what one feels, `hair` the hairline.

    Example: skin
    """
    closed: bool
    """Whether it comes back to its beginning. Example: false"""
    nodes: tuple[Node, ...]
    """The places it runs through, see Node. Example: [[0, 0], [10, 5, c]]"""


class Ruler(msgspec.Struct, frozen=True, array_like=True):
    """A distance with its cun, written as a list: [from, to, cun] or [from, to, cun, zero]."""

    start: str
    """The landmark it begins at. Example: wrist"""
    end: str
    """The landmark it ends at. Example: elbow"""
    cun: float
    """Into how many cun it is divided. Example: 12"""
    zero: Literal["left", "right"] = "left"
    """The edge of the picture where `across` of a place begins. Example: left"""


class Locator(msgspec.Struct, frozen=True, array_like=True):
    """Where a picture lies on the whole body, written as a list: [view, start, end] or [view, start, end, spread]."""

    view: str
    """The picture of the whole body. Example: body-front"""
    start: str
    """A landmark that both pictures have. Example: wrist"""
    end: str
    """Another one. Example: tip_middle"""
    spread: bool = False
    """true where the whole width lies on the line between the two. Example: true"""


class Shade(msgspec.Struct, frozen=True, array_like=True):
    """A region in shade, written as a list: [tone, spots]; a polygon, both halves of a symmetric figure written."""

    tone: int
    """0 is half shade, 1 is full shade, 2 is deep shade. Example: 0"""
    spots: tuple[tuple[float, float], ...]
    """The corners of the region. Example: [[0, 0], [10, 5], [10, 0]]"""


class Figure(Record, frozen=True, kw_only=True):
    """One picture of a part of the body. Drawn in millimetres of an adult of 1.70 m; x runs right, y runs down."""

    name: Slug
    """Its name, the name of its file. Example: hand-back"""
    title: str
    """What it shows, in words. Example: Back of the right hand"""
    landmarks: dict[str, tuple[float, float]]
    """Named places: x and y. Points and rulers refer to them. Example: {wrist: [0, 1], elbow: [0, 250]}"""
    rulers: dict[str, Ruler]
    """Named rulers, see Ruler. Example: {forearm: [wrist, elbow, 12]}"""
    paths: tuple[Path, ...]
    """The strokes, see Path. Example: [[skin, false, [[0, 0], [10, 5]]]]"""
    side: Literal["left", "right", "both"] = "both"
    """Which side of the body it shows; the other is its mirror image. Example: right"""
    unit: str = "mm"
    """Always millimetres. Example: mm"""
    windows: dict[str, tuple[float, float, float, float] | None] = {}
    """Named parts of it: left, top, right, bottom; null is the whole.

    Example: {hand: [-60, -200, 75, 30], all: null}
    """
    captions: dict[str, str] = {}
    """What a window shows, in words, where that differs from the title. Example: {elbow: Back of the right elbow}"""
    ends: dict[Edge, str] = {}
    """What lies beyond an edge of the picture: said with an arrow where a window cuts it off. Example: {top: hand}"""
    symmetric: bool = False
    """true where only the right half is written and the left is its mirror. Example: true"""
    facing: Literal["viewer", "away"] = "viewer"
    """Whether one looks at the front or the back of the person. Example: away"""
    spots: dict[str, tuple[tuple[float, float], ...]] = {}
    """Where the body's surface has the points of the library in this picture; these come before their rules.

    Example: {LI4: [[-24.5, -60]]}
    """
    shades: tuple[Shade, ...] = ()
    """Regions in shade, see Shade. Example: [[0, [[0, 0], [10, 5], [10, 0]]]]"""
    locator: Locator | None = None
    """Where it lies on a picture of the whole body, see Locator. Example: [body-front, wrist, tip_middle]"""
