"""Fixtures of the profile tests: the safety samples, and a home whose clock is set by hand."""

from tests.journal.conftest import environment, now
from tests.safety.conftest import library, person

__all__ = ["environment", "library", "now", "person"]
