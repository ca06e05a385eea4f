"""The one family of errors a user can meet: a sentence, a hint, an exit status."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

ADDRESS = "https://example.org/acucli"
ISSUES = f"{ADDRESS}/issues"
"""Where the documents stand and faults are told of: placeholders, as in pyproject.toml, until there is a release."""


class ExitStatus(IntEnum):
    """Exit statuses of `acu`; the same table stands in the help, the manual and the tests."""

    DONE = 0
    NOTHING_FOUND = 1
    USAGE = 2
    DATA_INVALID = 3
    HELD_BACK = 4
    ENDED_EARLY = 5
    MACHINE_REFUSED = 6
    INTERNAL = 70


STATUS_MEANINGS: dict[int, str] = {
    0: "done",
    1: "nothing found",
    2: "the command line was wrong",
    3: "the library or a pack is invalid",
    4: "held back for safety",
    5: "ended early by you",
    6: "the machine refused (disk full, cannot write, nothing to resume)",
    70: "internal error (please report)",
    129: "ended by the hang-up signal",
    130: "ended by Ctrl-C",
    143: "ended by the terminate signal",
}


class AcuError(Exception):
    """Base of every error shown to a user; `str(error)` is one clear sentence."""

    status: ExitStatus = ExitStatus.INTERNAL

    def __init__(self, sentence: str, *, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class UsageError(AcuError):
    """The request itself cannot be carried out as written."""

    status = ExitStatus.USAGE


class NothingFound(AcuError):
    """The request was understood, and nothing answers it."""

    status = ExitStatus.NOTHING_FOUND


def did_you_mean(near: Sequence[str], otherwise: str) -> str:
    """Return the hint that names what is near to a word that means nothing; without any, what else helps."""
    return f"did you mean {' or '.join(near)}?" if near else otherwise


_NAMED_BY = {
    "article": "acu learn  names them",
    "breathing pattern": "acu list breathing  names them",
    "caution": "acu list cautions  names them",
    "condition or routine": "acu list conditions  and  acu list routines  name them",
    "point": "acu list points  names them",
    "routine or condition": "acu list routines  and  acu list conditions  name them",
}
"""What names the records of a kind, where there is a shorter way than the list of all kinds."""


class RecordNotFound(NothingFound):
    """No record of that kind has that name."""

    def __init__(self, kind: str, name: str, closest: Sequence[str] = (), *, hint: str = "") -> None:
        self.kind = kind
        self.name = name
        self.closest = tuple(closest)
        named_by = _NAMED_BY.get(kind, "acu list  names every kind of record")
        super().__init__(f"no {kind} is called {name!r}", hint=hint or did_you_mean(self.closest, named_by))


class LibraryInvalid(AcuError):
    """The library or a pack has problems; each is named in `problems`."""

    status = ExitStatus.DATA_INVALID

    def __init__(self, problems: Sequence[object], *, what: str = "the library", hint: str = "") -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        listing = "".join(f"\n  {problem}" for problem in self.problems)
        super().__init__(
            f"{what} has {count} {noun}:{listing}",
            hint=hint or "mend the lines named above, then try again",
        )


class HeldBack(AcuError):
    """A request that is not served for safety; the sentence says what to do instead."""

    status = ExitStatus.HELD_BACK


class EndedEarly(AcuError):
    """The person stopped before the end."""

    status = ExitStatus.ENDED_EARLY


class MachineRefused(AcuError):
    """The machine would not do it: no space, no permission, nothing there to go on with."""

    status = ExitStatus.MACHINE_REFUSED
