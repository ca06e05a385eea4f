"""Lookup: what people type becomes warning signs, points, conditions and other records."""

from acucli.lookup.rank import rank
from acucli.lookup.understand import understand
from acucli.lookup.understanding import ConditionReading, PointReading, RankedPoint, Understanding

__all__ = ["ConditionReading", "PointReading", "RankedPoint", "Understanding", "rank", "understand"]
