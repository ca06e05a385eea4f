"""A desk that answers by itself and remembers every sheet it was shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from types import TracebackType

from acucli.dialogue.sheets import Sheet
from acucli.errors import EndedEarly


class ScriptedDesk:
    """Gives the answers in their order; where none is left the person leaves."""

    one_by_one = True

    def __init__(self, answers: Iterable[str]) -> None:
        self.answers = list(answers)
        self.sheets: list[Sheet] = []
        self.closed = False

    def __enter__(self) -> ScriptedDesk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closed = True

    def close(self) -> None:
        """Remember that it was given back."""
        self.closed = True

    def choose(self, sheet: Sheet, wanted: Collection[str]) -> str:
        """Return the next answer, which must be one of those wanted."""
        return self._next(sheet, wanted)

    def chosen_numbers(self, sheet: Sheet, most: int, *, others: Collection[str]) -> str:
        """Return the next answer: a number of the sheet or one of the other keys."""
        return self._next(sheet, {*map(str, range(1, most + 1)), *others})

    def typed(self, sheet: Sheet) -> str:
        """Return the next answer, whatever it is."""
        self.sheets.append(sheet)
        return self._taken()

    def _next(self, sheet: Sheet, wanted: Collection[str]) -> str:
        self.sheets.append(sheet)
        while True:
            answer = self._taken()
            if answer in wanted:
                return answer

    def _taken(self) -> str:
        if not self.answers:
            raise EndedEarly("Not started.")
        return self.answers.pop(0)
