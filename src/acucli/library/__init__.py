"""YAML to checked records, compiled for speed, opened; packs laid over it. `open_library` is the way in."""

from acucli.library.loader import open_library
from acucli.library.problems import Problem

__all__ = ["Problem", "open_library"]
