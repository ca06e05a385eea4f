"""The outline of a figure: all its paths in full, both halves of a symmetric figure included."""

from __future__ import annotations

from collections.abc import Iterator

from acucli.bodymap.geometry import Spot, flattened
from acucli.model.figures import Figure, Node, Path

MASK_STEP_MM = 2.0
_ON_MIDLINE_MM = 0.05


def full_paths(figure: Figure, layers: frozenset[str] | None = None) -> list[Path]:
    """Return the paths of `figure` (only those of `layers`, when given), symmetric figures unfolded.

    A half path that begins or ends on the midline is joined to its mirror image; any other path gets a mirror
    image of its own.
    """
    wanted = [path for path in figure.paths if layers is None or path.layer in layers]
    if not figure.symmetric:
        return wanted
    return [full for path in wanted for full in _unfolded(path)]


def masks(figure: Figure) -> list[list[Spot]]:
    """Return the closed body regions of `figure` as polygons, pieces about 2 mm long."""
    paths = full_paths(figure, frozenset({"mask"}))
    return [flattened(path.nodes, True, MASK_STEP_MM) for path in paths]


def _unfolded(path: Path) -> Iterator[Path]:
    nodes = path.nodes
    image = tuple(Node(-node.x, node.y, node.kind) for node in reversed(nodes))
    starts, ends = _on_midline(nodes[0]), _on_midline(nodes[-1])
    if all(_on_midline(node) for node in nodes):
        yield path
    elif starts and ends:
        yield Path(path.layer, True, nodes + image[1:-1])
    elif starts and not path.closed:
        yield Path(path.layer, False, image[:-1] + nodes)
    elif ends and not path.closed:
        yield Path(path.layer, False, nodes + image[1:])
    else:
        yield path
        yield Path(path.layer, path.closed, image)


def _on_midline(node: Node) -> bool:
    return abs(node.x) < _ON_MIDLINE_MM
