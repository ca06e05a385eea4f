"""Problems: faults in data, collected rather than raised, each naming its place and its mend."""

from __future__ import annotations

import msgspec


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
        where = f"{self.file}:{self.line}"
        what = ": ".join(part for part in (self.record, self.field) if part)
        subject = f" {what}:" if what else ""
        return f"{where}: {self.code}{subject} {self.reason}; {self.fix}"
