"""What the places of a pack inherit: where a bundled place is guarded, a place of another name there is guarded too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from acucli.bodymap.geometry import Spot, distance, mirrored
from acucli.bodymap.placing import Placer, PlacingError, views_of
from acucli.library.problems import Problem
from acucli.library.source import Located, Sources
from acucli.model.points import Point
from acucli.model.routines import Area
from acucli.text.fold import fold_code, fold_marks, fold_name

NEAR_CUN = 1.0
"""A place within a thumb's breadth of a guarded point is that point for a finger."""
_ALIKE = 0.7
"""Two descriptions that share so much of all their words describe one place."""
_LEAST_WORDS = 6
_LONGEST_NAME = 4
"""Words of the longest name that is looked for in a text."""
_WORD = re.compile(r"[^\W_]+")
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_NUMBERED = re.compile(r"[A-Z]+(\d+)")
_ALIAS = re.compile(r"([^(?\s][^(?]*[^(?\s])\s*(?:\([^)]*\))?\s*(\?)?")
"""A name of a meridian in other books, its languages in brackets, and a mark where it may mean another one.

Single letters are no names here: T12 and C7 are bones.
"""
_LEVELS = ("none", "light", "avoid")
_LIMBS = frozenset({"arm", "leg"})
_TOGETHER = ("yes", "no", "never")

# Words that name a guarded region in a description. Only what cannot mean another place stands here.
_REGION_WORDS: dict[str, tuple[str, ...]] = {
    "belly": ("belly-upper", "belly-lower"),
    "abdomen": ("belly-upper", "belly-lower"),
    "abdominal": ("belly-upper", "belly-lower"),
    "navel": ("belly-upper", "belly-lower"),
    "womb": ("belly-lower",),
    "uterus": ("belly-lower",),
    "bladder": ("belly-lower",),
    "pubic": ("belly-lower",),
    "groin": ("groin",),
    "perineum": ("perineum",),
    "sacrum": ("sacrum",),
    "sacral": ("sacrum",),
    "tailbone": ("sacrum",),
    "throat": ("throat-front",),
    "windpipe": ("throat-front",),
    "larynx": ("throat-front",),
    "eyeball": ("eye",),
    "breast": ("breast",),
    "nipple": ("breast",),
    "loin": ("back-lower",),
    "lumbar": ("back-lower",),
}
_SPOKEN: dict[str, tuple[str, ...]] = {
    "routines": ("name", "summary", "prepare", "close"),
    "techniques": ("name", "summary", "how", "words"),
    "breathing": ("name", "summary", "caution"),
    "conditions": ("name", "advice"),
}
"""Texts of a pack that are shown or voiced as something to do; a guarded point may not be named in them."""


class _Guards(NamedTuple):
    """The guarded points by code, the folded names that mean one of them, and those names in Chinese signs."""

    points: dict[str, Point]
    names: dict[str, str]
    signs: tuple[str, ...]


def with_inherited(merged: Sources, touched: Iterable[Located], base: Sources) -> None:
    """Give every new place of the packs the cautions, limits and regions of the bundled places it lies at.

    A new point inherits from a guarded one that is within a thumb's breadth in any picture, is described alike, or has
    a name in common; an area holds the guarded points and the regions that its name and words speak of. What is
    inherited is only added: a place never loses a guard by it.
    """
    guards = _guards_of(base)
    near = _Nearness(merged, guards)
    for item in touched:
        if item.shelf == "points":
            _guard_point(merged, item.name, guards, near, base)
        elif item.shelf == "areas":
            _guard_area(merged, item.name, guards)


def smuggled_words(touched: Iterable[Located], base: Sources) -> Iterator[Problem]:
    """Yield where words of a pack send the hand to a guarded point that is not the place of their step (K005)."""
    guards = _guards_of(base)
    for item in touched:
        if item.shelf not in _SPOKEN:
            continue
        old = base.records[item.shelf].get(item.name)
        said_before = {text for _, text, _ in _spoken_texts(old)} if old is not None else set()
        for path, text, own in _spoken_texts(item):
            if text in said_before:
                continue
            named = [code for code in _named_in(text, guards) if code not in own]
            if named:
                reason = f"the words name {', '.join(named)}, which has cautions of its own"
                fix = "write the point as the step's point, so that its cautions hold, or leave its name out"
                yield item.problem("K005", reason, fix, *path)


def moved_places(old: Located, new: Located) -> Iterator[tuple[str, str]]:
    """Yield each field in which a pack would send the hand elsewhere for a bundled point.

    A pack that gives no line in lay words keeps the bundled one.
    """
    fields = ("short",) if new.record.short else ()
    for field in (*fields, "where", "find", "by_touch", "places", "measure", "sides", "sites"):
        if getattr(old.record, field) != getattr(new.record, field):
            yield field, "says where the bundled point is and stays as it is; a place of your own is EX-Name"


def _guards_of(base: Sources) -> _Guards:
    listed = {code for caution in base.all("cautions") for code in caution.record.points}
    points = {
        code: item.record
        for code, item in base.records["points"].items()
        if code in listed or item.record.limit.level != "none"
    }
    names: dict[str, str] = {}
    for code, point in points.items():
        for name in (*_names_of(point), *_numbered(point, base)):
            names.setdefault(name, code)
    return _Guards(points, names, tuple(name for name in names if not name.isascii()))


def _numbered(point: Point, base: Sources) -> set[str]:
    """Return the names of a point by its meridian and number in other books: Large Intestine 4, Di4, GI4.

    Those that may mean another meridian, or are a code of another point, are not among them.
    """
    numbered = _NUMBERED.fullmatch(point.code)
    meridian = base.records["meridians"].get(point.meridian)
    if numbered is None or meridian is None:
        return set()
    written = [_ALIAS.fullmatch(name) for name in (meridian.record.name, *meridian.record.aliases)]
    sure = {fold_code(found[1] + numbered[1]) for found in written if found is not None and not found[2]}
    return sure - {fold_code(code) for code in base.records["points"]}


def _names_of(point: Point) -> set[str]:
    names = point.names
    spoken = [names.pinyin, names.plain, names.traditional, names.simplified, *names.aliases]
    spoken += [names.english] if " " in names.english.strip() else []
    found = {fold_name(name) for name in spoken}
    if point.meridian == "EAR":  # ear points are called by plain words: shoulder, uterus
        found = {fold_name(names.english)} if " " in names.english else set()
    found.update(fold_code(code) for code in (point.code, *names.codes))
    return {name for name in found if len(name) > 1}


def _named_in(text: str, guards: _Guards) -> list[str]:
    """Return the guarded points that a text names, by code or name, in any spelling of theirs."""
    words = _WORD.findall(_LEADING_ZEROS.sub("", fold_marks(text)))
    found: dict[str, None] = {}
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
            code = guards.names.get("".join(words[start:end]))
            if code is not None:
                found[code] = None
    if not text.isascii():  # Chinese names stand in a text without blanks
        found |= {guards.names[name]: None for name in guards.signs if name in text}
    return list(found)


def _spoken_texts(item: Located) -> Iterator[tuple[tuple[object, ...], str, frozenset[str]]]:
    """Yield each text that is said or shown as something to do: its path, itself, and the points it may name."""
    record = item.record
    steps = getattr(record, "steps", ())
    all_points = {step.point for step in steps if step.point}
    all_points.update(choice.code for choice in getattr(record, "points", ()) if hasattr(choice, "code"))
    for field in _SPOKEN[item.shelf]:
        value = getattr(record, field, "")
        for index, text in enumerate((value,) if isinstance(value, str) else value):
            if isinstance(text, str):
                yield (field,) if isinstance(value, str) else (field, index), text, frozenset(all_points)
    for index, step in enumerate(steps):
        yield ("steps", index, "words"), step.words, frozenset({step.point})


class _Nearness:
    """Tells which guarded points lie at a point, by pictures and by descriptions; each picture is placed once."""

    def __init__(self, merged: Sources, guards: _Guards) -> None:
        self._points: Mapping[str, Point] = merged.shelf("points")
        self._figures = merged.shelf("figures")
        self._guards = guards
        self._placers: dict[str, Placer] = {}
        self._words = {field: _descriptions(guards, field) for field in _DESCRIBING}
        self._views = {code: set(views_of(point)) for code, point in guards.points.items()}

    def of(self, point: Point) -> set[str]:
        """Return the codes of the guarded points at this point."""
        views = set(views_of(point)) & set(self._figures)
        near = {code for code, theirs in self._views.items() if any(self._is_near(point, code, views & theirs))}
        return (near | self._described_alike(point)) - {point.code}

    def _is_near(self, point: Point, other: str, views: set[str]) -> Iterator[bool]:
        for view in views:
            for here in self._spots(view, point.code):
                for there in self._spots(view, other):
                    yield distance(here, there) <= NEAR_CUN * self._cun(view)

    def _described_alike(self, point: Point) -> set[str]:
        """Return the codes of the guarded points that a description of theirs is like one of this point's."""
        found: set[str] = set()
        for field, described in self._words.items():
            mine = _words_of(getattr(point, field))
            found.update(code for code, theirs in described if _alike(mine, theirs))
        return found

    def _spots(self, view: str, code: str) -> tuple[Spot, ...]:
        if view not in self._placers:
            self._placers[view] = Placer(self._figures[view], self._points)
        try:
            written = self._placers[view].spots(code)
            return (*written, *map(mirrored, written)) if self._figures[view].symmetric else written
        except (PlacingError, ArithmeticError):  # a check of its own names a place that cannot be carried out
            return ()

    def _cun(self, view: str) -> float:
        """Return the millimetres of one cun in a picture, by its longest ruler."""
        self._spots(view, "")
        lengths = []
        for name in self._figures[view].rulers:
            start, end, ruler = self._placers[view].ruler(name)
            lengths.append(distance(start, end) / ruler.cun)
        return max(lengths, default=0.0)


_DESCRIBING = ("where", "find", "by_touch")


def _descriptions(guards: _Guards, field: str) -> list[tuple[str, frozenset[str]]]:
    """Return the words of a description of each guarded point, where they are enough to tell a place."""
    words = [(code, _words_of(getattr(point, field))) for code, point in guards.points.items()]
    return [(code, known) for code, known in words if len(known) >= _LEAST_WORDS]


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    fewer, more = (len(mine), len(theirs)) if len(mine) < len(theirs) else (len(theirs), len(mine))
    if fewer < _LEAST_WORDS or fewer < _ALIKE * more:
        return False
    shared = len(mine & theirs)
    return shared >= _ALIKE * (fewer + more - shared)


@lru_cache(maxsize=16_384)
def _words_of(text: str) -> frozenset[str]:
    """Return the words of a description; that of a guarded place is compared with every place of the packs."""
    return frozenset(_WORD.findall(fold_marks(text)))


def _guard_point(merged: Sources, code: str, guards: _Guards, near: _Nearness, base: Sources) -> None:
    item = merged.records["points"][code]
    point: Point = item.record
    own_names = _names_of(point) | {fold_name(point.names.english)}
    at = {guards.names[name] for name in own_names if name in guards.names}
    spoken = [point.short, point.where, point.find, point.by_touch, point.confirm, point.position]
    spoken += [point.feel, point.stop_if]
    spoken += [point.press.direction, point.press.counter] if point.press else []
    if code not in base.records["points"]:
        at |= near.of(point)
        at.update(code for text in spoken for code in _named_in(text, guards))
    elif not point.short:
        _put(merged, item, short=base.records["points"][code].record.short)
    at.discard(code)
    regions = () if code in base.records["points"] else _regions_in(_placed(point))
    for other in sorted(at):
        _as_guarded(merged, code, guards.points[other])
    item = merged.records["points"][code]
    more = tuple(region for region in regions if region not in item.record.regions)
    if more:
        _put(merged, item, also_regions=(*item.record.also_regions, *more))


def _as_guarded(merged: Sources, code: str, guard: Point) -> None:
    """Make a point at least as guarded as another: its cautions, regions, limit, hold, pressure and tissue."""
    for caution in list(merged.all("cautions")):
        if guard.code in caution.record.points and code not in caution.record.points:
            _put(merged, caution, points=(*caution.record.points, code))
    item = merged.records["points"][code]
    point: Point = item.record
    changes: dict[str, Any] = {
        "also_regions": _joined(point.also_regions, guard.regions - point.regions - _LIMBS),
        "tissue": _joined(point.tissue, guard.tissue),
        "cautions": _joined(point.cautions, guard.cautions),
        "both_at_once": max(point.both_at_once, guard.both_at_once, key=_TOGETHER.index),
    }
    if _LEVELS.index(guard.limit.level) > _LEVELS.index(point.limit.level):
        changes["limit"] = guard.limit
    if guard.hold.most_seconds < point.hold.most_seconds:
        changes["hold"] = guard.hold
    if point.press is not None and guard.press is not None and guard.press.pressure < point.press.pressure:
        changes["press"] = msgspec.structs.replace(point.press, pressure=guard.press.pressure)
    _put(merged, item, **changes)


def _placed(point: Point) -> str:
    """Return the words that say where a point is."""
    return f"{point.names.english} {point.short} {point.where} {point.find}"


def _guard_area(merged: Sources, slug: str, guards: _Guards) -> None:
    item = merged.records["areas"][slug]
    area: Area = item.record
    text = f"{area.name}. {area.where}. {area.by_touch}. {area.words}"
    points = _joined(area.points, _named_in(text, guards))
    regions = _joined(area.regions, _regions_in(f"{area.name}. {area.where}"))
    if (points, regions) != (area.points, area.regions):
        _put(merged, item, points=points, regions=regions)


def _regions_in(text: str) -> tuple[str, ...]:
    words = _words_of(text)
    return tuple(
        dict.fromkeys(region for word, regions in _REGION_WORDS.items() if word in words for region in regions)
    )


def _joined(old: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *sorted(set(more) - set(old)))))


def _put(merged: Sources, item: Located, **changes: Any) -> None:
    replace: Callable[..., Any] = msgspec.structs.replace
    merged.records[item.shelf][item.name] = item._replace(record=replace(item.record, **changes))
