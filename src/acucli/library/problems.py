"""Problems: faults in data, collected rather than raised, each naming its place and its mend."""

from __future__ import annotations

import msgspec

from acucli.text.shorten import shortened

_LONGEST_NAME = 80
_LONGEST_REASON = 400


class Problem(msgspec.Struct, frozen=True, order=True):
    """One fault: a code, where it is, what is wrong and how to mend it. `line` counts from 1."""

    code: str
    file: str
    line: int
    record: str
    field: str
    reason: str
    fix: str

    def __str__(self) -> str:
        """Return the problem in a line; what a file names or holds is in it, and may be megabytes long."""
        where = f"{self.file}:{self.line}"
        what = ": ".join(_within(_LONGEST_NAME, part) for part in (self.record, self.field) if part)
        subject = f" {what}:" if what else ""
        reason, fix = _within(_LONGEST_REASON, self.reason), _within(_LONGEST_REASON, self.fix)
        return f"{where}: {self.code}{subject} {reason}; {fix}"


def _within(most: int, text: str) -> str:
    return text if len(text) <= most else shortened(text, most)
