"""What an id means: the record that a code, slug or name stands for, of any kind or of one that is forced."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from acucli.errors import RecordNotFound, UsageError
from acucli.lookup import QueryResult, interpret
from acucli.model.kinds import BY_NAME
from acucli.model.library import Library
from acucli.text.fold import fold_name
from acucli.text.nearness import closest


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """One record by kind and id; `others` are further readings as `kind:id`, `notes` what was understood.

    `guessed` where a word was only read as it, with a slip or another ending.
    """

    kind: str
    id: str
    others: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    guessed: bool = False

    def record(self, library: Library) -> object:
        """Return the record itself."""
        return library.shelf(BY_NAME[self.kind].shelf)[self.id]


def resolve_all(texts: Sequence[str], library: Library) -> list[Resolved]:
    """Return the record that each text names; texts that only together are the name of a point are one ("he", "gu").

    Raises:
        UsageError: a kind is not one.
        RecordNotFound: one of them names nothing; the closest names are its hint.
    """
    texts = _codes_joined(texts, library)
    together = " ".join(texts)
    if len(texts) > 1 and _names_point(together, library) and not all(_is_known(text, library) for text in texts):
        return [resolve(together, library)]
    try:
        return [resolve(text, library) for text in texts]
    except RecordNotFound:
        readings = interpret(together, library).points
        if len(texts) > 1 and readings and all(reading.how == "name" for reading in readings):
            return [resolve(together, library)]
        raise


def _codes_joined(texts: Sequence[str], library: Library) -> list[str]:
    """Return the texts with a code in two words ("GB", "20") as one."""
    joined: list[str] = []
    for text in texts:
        last = joined[-1] if joined else ""
        if last.isalpha() and text.isdigit() and interpret(f"{last} {text}", library).points:
            joined[-1] = f"{last} {text}"
        else:
            joined.append(text)
    return joined


def _names_point(text: str, library: Library) -> bool:
    return any(meaning.startswith("point:") for meaning in library.names.get(fold_name(text), ()))


def _is_known(text: str, library: Library) -> bool:
    return fold_name(text) in library.names or bool(_by_id(text, library))


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
    found = _by_id(text, library)
    meaning = interpret(text, library)
    found += [item for item in _readings(meaning) if (item.kind, item.id) not in _pairs(found)]
    found = found or _near(meaning)
    if not found:
        raise _not_found(text, meaning, library)
    first, *others = found
    readings = tuple(f"{item.kind}:{item.id}" for item in others)
    return msgspec.structs.replace(first, others=readings)


def _by_id(text: str, library: Library) -> list[Resolved]:
    """Return the records whose id the text is, of the kinds that are found by it."""
    tried = (item for item in BY_NAME.values() if item.found_by == "id")
    return [Resolved(kind=item.name, id=text) for item in tried if text in library.shelf(item.shelf)]


def _of_kind(kind: str, name: str, library: Library) -> Resolved:
    shelf = library.shelf(BY_NAME[kind].shelf)
    for key in (name, name.upper(), name.lower()):
        if key in shelf:
            return Resolved(kind=kind, id=key)
    for item in _readings(interpret(name, library)):
        if item.kind == kind:
            return item
    raise RecordNotFound(kind, name, closest(name.lower(), shelf))


def _readings(meaning: QueryResult) -> list[Resolved]:
    """Return the records that a query names: points and meridians first, then what bears the name."""
    found = [Resolved(kind="point", id=reading.code, notes=meaning.readings) for reading in meaning.points]
    found += [Resolved(kind="meridian", id=code, notes=meaning.readings) for code in meaning.meridians]
    found += [Resolved(kind=kind, id=key) for kind, key in meaning.named if kind in BY_NAME]
    exact = [reading for reading in meaning.conditions if reading.how in {"name", "synonym", "language"}]
    found += [Resolved(kind="condition", id=reading.slug, notes=meaning.readings) for reading in exact]
    return found


def _near(meaning: QueryResult) -> list[Resolved]:
    """Return the complaint that a word with a slip or another ending is read as, which is said; several are none."""
    near = [reading for reading in meaning.conditions if reading.how in {"typo", "word"}]
    if len(meaning.conditions) != 1 or not near or " " in meaning.query.strip():
        return []
    notes = meaning.readings or (f"read as: {near[0].matched}",)
    return [Resolved(kind="condition", id=near[0].slug, notes=notes, guessed=True)]


def _not_found(text: str, meaning: QueryResult, library: Library) -> RecordNotFound:
    """Return the error for a name that nothing has: what was said of it, else the nearest names."""
    if meaning.readings:
        return RecordNotFound("record", text, hint="; ".join(meaning.readings))
    slugs = dict.fromkeys((*library.conditions, *library.routines, *library.articles))
    near = meaning.suggestions[:3] or closest(text.lower(), slugs)
    return RecordNotFound("record", text, near)


def _pairs(found: list[Resolved]) -> set[tuple[str, str]]:
    return {(item.kind, item.id) for item in found}
