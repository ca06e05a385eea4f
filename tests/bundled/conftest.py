"""Fixtures of the bundled data: these tests read no variable and no home, and there are thousands of them."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _clean_variables() -> None:
    """Nothing to clean: a fresh home for each record would take longer than all of the checks."""
