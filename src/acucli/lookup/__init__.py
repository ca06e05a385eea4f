"""What people type becomes warning signs, points, conditions and other records."""

from acucli.lookup.interpreter import interpret
from acucli.lookup.query_result import ConditionReading, PointReading, QueryResult, RankedPoint
from acucli.lookup.rank import rank

__all__ = ["ConditionReading", "PointReading", "QueryResult", "RankedPoint", "interpret", "rank"]
