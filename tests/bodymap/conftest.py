"""Fixtures of the body maps: the bundled figures and twelve carried points."""

from __future__ import annotations

import msgspec
import pytest

from acucli.model.figures import Figure
from acucli.model.points import Point
from tests.bodymap.factories import carried_points
from tests.bodymap.write_golden import FIGURES


@pytest.fixture(scope="session")
def figures() -> dict[str, Figure]:
    """Return all bundled figures by name."""
    decoded = (msgspec.json.decode(path.read_bytes(), type=Figure) for path in sorted(FIGURES.glob("*.json")))
    return {figure.name: figure for figure in decoded}


@pytest.fixture(scope="session")
def points() -> dict[str, Point]:
    """Return the twelve carried points."""
    return carried_points()
