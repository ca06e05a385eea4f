"""What tests put in the place of the real thing, shared by the rooms."""

from __future__ import annotations

from acucli.library.compiled import CompiledLibrary


class WithShelf:
    """A library with some shelves replaced."""

    def __init__(self, library: CompiledLibrary, **shelves: object) -> None:
        self._library = library
        self.__dict__.update(shelves)

    def __getattr__(self, name: str) -> object:
        return getattr(self._library, name)
