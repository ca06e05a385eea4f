"""Figures as people draw them: outlines, landmarks and rulers in millimetres, y downwards."""

from typing import Literal

import msgspec

from acucli.model.record import Record


class Node(msgspec.Struct, frozen=True, array_like=True):
    """A spline node; `kind` "c" makes a corner."""

    x: float
    y: float
    kind: Literal["", "c"] = ""


class Path(msgspec.Struct, frozen=True, array_like=True):
    """One stroke or region of a layer."""

    layer: Literal["mask", "hairfill", "skin", "detail", "bone", "hair"]
    closed: bool
    nodes: tuple[Node, ...]


class Ruler(msgspec.Struct, frozen=True, array_like=True):
    """From one landmark to another, divided into `cun` equal parts.

    `zero` is the edge of the picture, seen as it is written, where `across` begins: the radial or lateral edge.
    """

    start: str
    end: str
    cun: float
    zero: Literal["left", "right"] = "left"


class Locator(msgspec.Struct, frozen=True, array_like=True):
    """Where a figure lies on a whole-body figure: two landmarks that both of them have.

    `spread` is no where the whole width of the figure lies on the line between the two (hands, arms, feet).
    """

    view: str
    start: str
    end: str
    spread: bool = False


class Figure(Record, frozen=True, kw_only=True):
    """One view of the body; a symmetric figure is written as its right half (x >= 0)."""

    name: str
    title: str
    landmarks: dict[str, tuple[float, float]]
    rulers: dict[str, Ruler]
    paths: tuple[Path, ...]
    side: Literal["left", "right", "both"] = "both"
    unit: str = "mm"
    windows: dict[str, tuple[float, float, float, float] | None] = {}
    symmetric: bool = False
    facing: Literal["viewer", "away"] = "viewer"
    locator: Locator | None = None
