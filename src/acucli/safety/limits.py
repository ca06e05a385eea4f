"""Limits: the seconds that no wish, key or word lengthens (the caution `time-limit`)."""

ROUND_SECONDS = 180
"""Most seconds on one point and side in a round."""
DAY_SECONDS = 600
"""Most seconds on one point and side in a day."""
LIGHT_SECONDS = 60
"""Longest hold of a point with a light limit (30 to 60 seconds, the project's own precaution)."""
