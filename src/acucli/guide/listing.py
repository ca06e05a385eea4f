"""Listing: every record of a kind that passes the filters, and which of them are kept from this person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from acucli.errors import UsageError, did_you_mean
from acucli.guide.filter_values import meridian_of, value_of
from acucli.guide.offering import kept_from, places_offered, points_offered
from acucli.model.answers import LeftOutPoint, stamp_of
from acucli.model.command_answers import RecordList
from acucli.model.kinds import BY_PLURAL
from acucli.model.library import Library
from acucli.model.practice import Profile
from acucli.text.nearness import closest

_PLACES = frozenset({"points", "areas"})


class ListFilters(msgspec.Struct, frozen=True, kw_only=True):
    """What a list is narrowed to; empty means no narrowing."""

    meridian: str = ""
    region: str = ""
    class_: str = msgspec.field(name="class", default="")
    reach: str = ""
    setting: str = ""
    caution: str = ""
    condition: str = ""
    theme: str = ""
    grade: str = ""
    kind: str = ""
    open_only: bool = False


_Test = Callable[[Any, str], bool]
_TESTS: dict[str, dict[str, _Test]] = {
    "points": {
        "meridian": lambda point, value: point.meridian == value,
        "region": lambda point, value: value in point.regions,
        "class": lambda point, value: any(value in {item, item.split("(")[0]} for item in point.classes),
        "reach": lambda point, value: value in point.reach,
        "setting": lambda point, value: value in point.settings,
        "caution": lambda point, value: value in point.cautions,
    },
    "conditions": {
        "theme": lambda condition, value: condition.theme == value,
        "grade": lambda condition, value: condition.grade == value,
    },
    "references": {
        "kind": lambda reference, value: reference.kind == value,
        "condition": lambda reference, value: value in reference.conditions,
    },
    "sources": {"kind": lambda source, value: source.kind == value},
    "routines": {"condition": lambda routine, value: value in routine.for_},
}


def list_records(
    kind: str, library: Library, profile: Profile, *, today: str, filters: ListFilters | None = None
) -> RecordList:
    """Return the records of a kind, named in the plural or singular.

    Raises:
        UsageError: there is no such kind, or a filter does not narrow it.
    """
    plural = kind if kind in BY_PLURAL else f"{kind}s"
    if plural not in BY_PLURAL:
        near = closest(kind.lower(), BY_PLURAL, most=2)
        hint = did_you_mean(near, f"kinds: {', '.join(BY_PLURAL)}")
        raise UsageError(f"there is no kind {kind!r}", hint=hint)
    records = list(library.shelf(BY_PLURAL[plural].shelf).values())
    if filters is not None:
        wanted = msgspec.to_builtins(_meant(filters, library))
        open_only = wanted.pop("open_only")
        tests = [(_test(plural, name, value, library), value) for name, value in wanted.items() if value]
        records = [record for record in records if all(test(record, value) for test, value in tests)]
        if open_only:
            records = [record for record in records if getattr(record, "open", False)]
    left_out = (
        _left_out(plural, records, library, profile, today)
        if plural in _PLACES and profile.restricts
        else msgspec.UNSET
    )
    return RecordList(library=stamp_of(library), kind=plural, records=tuple(records), left_out=left_out)


def _meant(filters: ListFilters, library: Library) -> ListFilters:
    """Return the filters with every value as the library has it.

    Raises:
        UsageError: a value that it has not.
    """
    classes = (
        (item.split("(")[0] for point in library.points.values() for item in point.classes) if filters.class_ else ()
    )
    themes = (condition.theme for condition in library.conditions.values()) if filters.theme else ()
    return msgspec.structs.replace(
        filters,
        meridian=meridian_of(filters.meridian, library),
        region=value_of(filters.region, library.regions if filters.region else (), option="--region"),
        class_=filters.class_ if "(" in filters.class_ else value_of(filters.class_, classes, option="--class"),
        caution=value_of(filters.caution, library.cautions if filters.caution else (), option="--caution"),
        theme=value_of(filters.theme, themes, option="--theme"),
    )


def lists_places(kind: str) -> bool:
    """Tell whether a kind is of places to be pressed, so that a profile may keep some of them from its person."""
    return kind in _PLACES or f"{kind}s" in _PLACES


def _test(plural: str, name: str, value: str, library: Library) -> _Test:
    if plural == "points" and name == "condition":
        if value not in library.conditions:
            raise UsageError(f"there is no condition {value!r}", hint="acu list conditions")
        codes = {choice.code for choice in library.conditions[value].points}
        return lambda point, _: point.code in codes
    tests = _TESTS.get(plural, {})
    if name not in tests:
        known = [*tests, *(["condition"] if plural == "points" else [])]
        hint = f"filters here: {', '.join('--' + key for key in known) or 'none'}"
        raise UsageError(f"--{name} does not narrow {plural}", hint=hint)
    return tests[name]


def _left_out(
    plural: str, records: list[Any], library: Library, profile: Profile, today: str
) -> tuple[LeftOutPoint, ...]:
    if plural == "points":
        return kept_from(points_offered((point.code for point in records), library, profile, today=today))
    kept = ((area.slug, kept_from(places_offered(area, library, profile, today=today))) for area in records)
    return tuple(msgspec.structs.replace(item, code=slug) for slug, items in kept for item in items)
