"""The values of filters as people say them: a meridian by any of its names, a region or class by a near word."""

from __future__ import annotations

from collections.abc import Iterable

from acucli.errors import UsageError, did_you_mean
from acucli.lookup import interpret
from acucli.model.library import Library
from acucli.text.fold import fold_name
from acucli.text.nearness import closest


def meridian_of(text: str, library: Library, *, option: str = "--meridian") -> str:
    """Return the code of a meridian that is named by code or in words (`LU`, `Lung`, `lung channel`); "" for "".

    Raises:
        UsageError: none is called so, or more than one.
    """
    wanted = text.strip()
    if not wanted or wanted.upper() in library.meridians:
        return wanted.upper()
    found = interpret(wanted, library).meridians or interpret(f"{wanted} meridian", library).meridians
    if len(found) == 1:
        return found[0]
    raise UsageError(f"{option} cannot be {text!r}", hint=f"choose from: {', '.join(library.meridians)}")


def value_of(text: str, known: Iterable[str], *, option: str) -> str:
    """Return the known value that is meant: said exactly, in other letters, or by a part that only it has; "" for "".

    Raises:
        UsageError: none is, or several; the hint names what is near.
    """
    values = list(dict.fromkeys(known))
    wanted = text.strip()
    if not wanted or wanted in values:
        return wanted
    folded = fold_name(wanted)
    same = [value for value in values if fold_name(value) == folded]
    parts = same or [value for value in values if folded and folded in fold_name(value)]
    if len(parts) == 1:
        return parts[0]
    near = parts[:5] or closest(wanted.lower(), values)
    hint = did_you_mean(near, f"choose from: {', '.join(values)}")
    raise UsageError(f"{option} cannot be {text!r}", hint=hint)
