"""How deep a place lies in the drawn body."""

from __future__ import annotations

from collections.abc import Sequence

from acucli.bodymap.geometry import Spot, contains, edge_distance


def depth_inside(regions: Sequence[Sequence[Spot]], spot: Spot) -> float:
    """Return how many millimetres inside the body `spot` lies; negative outside of every region."""
    inside = [edge_distance(region, spot) for region in regions if contains(region, spot)]
    if inside:
        return max(inside)
    return -min((edge_distance(region, spot) for region in regions), default=0.0)
