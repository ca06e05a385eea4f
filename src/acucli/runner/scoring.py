"""A number from 0 to 10 typed in one or two keys."""

from __future__ import annotations

SECOND_KEY_SECONDS = 1.0


class ScoreEntry:
    """Waits after a `1` whether a `0` follows; every other digit counts at once."""

    def __init__(self) -> None:
        self.deadline: float | None = None

    def digit(self, value: int, now: float) -> int | None:
        """Return the number that this digit completes, None while a second key may follow."""
        if self.deadline is not None and value == 0:
            self.deadline = None
            return 10
        if value == 1:
            self.deadline = now + SECOND_KEY_SECONDS
            return None
        self.deadline = None
        return value

    def due(self, now: float) -> int | None:
        """Return the 1 that no 0 has followed in time."""
        return self.flush() if self.deadline is not None and now >= self.deadline else None

    def flush(self) -> int | None:
        """Return the 1 that waits, if one does."""
        waited, self.deadline = self.deadline is not None, None
        return 1 if waited else None
