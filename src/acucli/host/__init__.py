"""The outside world as one typed Environment: paths, streams, clock, variables, abilities, private files."""

from acucli.host.environment import Environment

__all__ = ["Environment"]
