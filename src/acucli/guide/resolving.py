"""What an id means: the record that a code, slug or name stands for, of any kind or of one that is forced."""

from __future__ import annotations

import msgspec

from acucli.errors import RecordNotFound, UsageError
from acucli.lookup import interpret
from acucli.model.kinds import BY_NAME
from acucli.model.library import Library


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """One record by kind and id; `others` are further readings as `kind:id`, `notes` what was understood."""

    kind: str
    id: str
    others: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def record(self, library: Library) -> object:
        """Return the record itself."""
        return library.shelf(BY_NAME[self.kind].shelf)[self.id]


def resolve(text: str, library: Library) -> Resolved:
    """Return the record that `text` names; `KIND:ID` forces a kind.

    Raises:
        UsageError: the kind is not one.
        RecordNotFound: nothing has that name; the closest names are its hint.
    """
    kind, separator, rest = text.partition(":")
    if separator and kind in BY_NAME:
        return _of_kind(kind, rest.strip(), library)
    if separator and kind.isalpha() and rest:
        raise UsageError(f"there is no kind {kind!r}", hint=f"kinds: {', '.join(BY_NAME)}")
    tried = (item for item in BY_NAME.values() if item.found_by == "id")
    found = [Resolved(kind=item.name, id=text) for item in tried if text in library.shelf(item.shelf)]
    found += [item for item in _understood(text, library) if (item.kind, item.id) not in _pairs(found)]
    if not found:
        raise RecordNotFound("record", text, interpret(text, library).suggestions[:3])
    first, *others = found
    readings = tuple(f"{item.kind}:{item.id}" for item in others)
    return msgspec.structs.replace(first, others=readings)


def _of_kind(kind: str, name: str, library: Library) -> Resolved:
    shelf = library.shelf(BY_NAME[kind].shelf)
    for key in (name, name.upper(), name.lower()):
        if key in shelf:
            return Resolved(kind=kind, id=key)
    for item in _understood(name, library):
        if item.kind == kind:
            return item
    raise RecordNotFound(kind, name, _closest(name, shelf))


def _understood(text: str, library: Library) -> list[Resolved]:
    """Return what the lookup makes of the text: points and meridians first, then what bears the name."""
    meaning = interpret(text, library)
    found = [Resolved(kind="point", id=reading.code, notes=meaning.readings) for reading in meaning.points]
    found += [Resolved(kind="meridian", id=code, notes=meaning.readings) for code in meaning.meridians]
    found += [Resolved(kind=kind, id=key) for kind, key in meaning.named if kind in BY_NAME]
    exact = [reading for reading in meaning.conditions if reading.how in {"name", "synonym", "language"}]
    found += [Resolved(kind="condition", id=reading.slug, notes=meaning.readings) for reading in exact]
    return found


def _pairs(found: list[Resolved]) -> set[tuple[str, str]]:
    return {(item.kind, item.id) for item in found}


def _closest(name: str, shelf: object) -> list[str]:
    import difflib

    return difflib.get_close_matches(name.lower(), list(shelf), n=3)  # type: ignore[call-overload]
