"""Classes: points asked for by their traditional class ("source point of the heart channel")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from acucli.lookup.decoded_indexes import point_words_of, remembered, word_lists_of
from acucli.lookup.meridians import group_of_channels, meridians_named, name_of_group, without_channel_words
from acucli.lookup.notation import read_notation
from acucli.lookup.place_reading import points_in
from acucli.lookup.query_result import PointsAskedFor
from acucli.model.indexes import PointWords
from acucli.model.library import Library
from acucli.text.fold import fold_name
from acucli.text.tokens import Word

_FEEDS = {"wood": "fire", "fire": "earth", "earth": "metal", "metal": "water", "water": "wood"}
"""The order of the five phases: each is the mother of the next."""
_FED_BY = {child: mother for mother, child in _FEEDS.items()}
_FIVE = ("jing-well", "ying-spring", "shu-stream", "jing-river", "he-sea")
"""The five classes whose points carry a phase."""
_LONGEST = 5
_MOST_WORDS = 16
_JOINS = frozenset({"and", "with", "plus", "then"})
"""Words between two classes that are asked for together."""
_ORGANS = {"back-shu", "front-mu", "lower-he-sea"}
"""Classes whose points belong to an organ and lie on another channel."""
_OF_VESSELS = "confluent"
"""The class whose points each open one of the eight vessels."""
_PARTNERS = "coupled"
"""The class that names for each of these points the one it is used with."""
_SAYS_POINTS = frozenset({"point", "points", "acupoint", "acupoints", "of"})
"""Words that tell that a class of points is asked for."""


class _AskedClass(msgspec.Struct, frozen=True):
    """What is asked for: classes and phases that were named, the words of the class, and the words that are left."""

    classes: tuple[str, ...]
    phase: str
    matched: str
    rest: tuple[str, ...]


def read_classes(words: Sequence[Word], library: Library) -> PointsAskedFor | None:
    """Return the points whose class is asked for, None where the words ask for none, or for more than a class.

    Every word must be that of a class, of its channel, organ or tissue, or one that adds nothing.
    """
    if len(words) > _MOST_WORDS:
        return None
    said = tuple(word.text for word in words)
    return _read(said, library) or _both(said, library)


def read_partner(words: Sequence[Word], library: Library) -> PointsAskedFor | None:
    """Return the point that is used with one of the eight that open the vessels ("coupled point of PC6")."""
    said = ("point", *(word.text for word in words))
    asked = _asked(said, library) if len(words) <= _MOST_WORDS else None
    if asked is None or _PARTNERS not in asked.classes:
        return None
    codes = tuple(_partners(" ".join(asked.rest), library))
    return PointsAskedFor(codes, asked.matched) if codes else None


def _partners(said: str, library: Library) -> Iterator[str]:
    """Yield the points coupled with a point that is called by its code or its name, or that opens a vessel."""
    of_code = {code for found in read_notation(said, library).codes for code in found.points[:1]}
    named = {name.partition(":")[2] for name in library.names.get(fold_name(said), ()) if name.startswith("point:")}
    argument, channels = _named(said, library)
    names = {argument, *(library.meridians[channel].name for channel in channels), *channels}
    opening = {
        code
        for code, written in _class_members(library).get(_OF_VESSELS, ())
        if names.intersection((_inside(written), *_inside(written).split("/")))
    }
    for code, written in _class_members(library).get(_PARTNERS, ()):
        if not said or _inside(written) in of_code | named | opening:
            yield code


def _read(said: tuple[str, ...], library: Library) -> PointsAskedFor | None:
    asked = _asked(said, library)
    if asked is None:
        return None
    codes = tuple(dict.fromkeys(_points(asked, library)))
    return PointsAskedFor(codes, asked.matched) if codes else None


def _both(said: tuple[str, ...], library: Library) -> PointsAskedFor | None:
    """Return the points of two classes asked for together ("luo of the kidney with the source of the bladder")."""
    for place, word in enumerate(said):
        if word not in _JOINS:
            continue
        first, second = _read(said[:place], library), _read(said[place + 1 :], library)
        if first is not None and second is not None:
            return PointsAskedFor((*first.codes, *second.codes), f"{first.matched} {word} {second.matched}")
    return None


def _asked(said: tuple[str, ...], library: Library) -> _AskedClass | None:
    known, lists = point_words_of(library), word_lists_of(library)
    points = not _SAYS_POINTS.isdisjoint(said)
    left = [word for word in said if word not in lists.asking_for_class]
    found: list[tuple[str, str]] = []
    phase = ""
    place = 0
    rest: list[str] = []
    while place < len(left):
        length = _length_of_class(left, place, library)
        phrase = " ".join(left[place : place + length])
        if length and (points or length > 1 or found) and len(found) < 2 and not _is_channel(left[place:], library):
            name, _, argument = _class_named(left[place : place + length], known).partition("(")
            found.append((name, phrase))
            rest.extend(filter(None, [argument.rstrip(")")]))
            place += length
        elif left[place] in _FEEDS and points and not phase:
            phase = left[place]
            place += 1
        else:
            rest.append(left[place])
            place += 1
    if not found and not phase and points and _is_vessel(" ".join(rest), library):
        found.append((_OF_VESSELS, " ".join(rest)))
    if not found and not phase:
        return None
    matched = " ".join((*filter(None, [phase]), *(phrase for _, phrase in found)))
    return _AskedClass(tuple(name for name, _ in found), phase, matched, _without_joins(rest))


def _class_named(words: Sequence[str], known: PointWords) -> str:
    """Return the class that words name, also in the plural ("jing wells"), or nothing."""
    phrase = " ".join(words)
    return known.classes.get(phrase) or known.classes.get(phrase.removesuffix("s"), "")


def _without_joins(rest: Sequence[str]) -> tuple[str, ...]:
    """Return the words that are left, without a word that only joined two classes before them ("source and luo of")."""
    words = list(rest)
    while words and words[0] in _JOINS:
        words.pop(0)
    while words and words[-1] in _JOINS:
        words.pop()
    return tuple(words)


def _length_of_class(said: Sequence[str], place: int, library: Library) -> int:
    """Return how many words at a place are the longest name of a class there, 0 where none is."""
    if _first_words(library).isdisjoint((said[place], said[place].removesuffix("s"))):
        return 0
    known = point_words_of(library)
    return next((n for n in range(_LONGEST, 0, -1) if _class_named(said[place : place + n], known)), 0)


@remembered
def _first_words(library: Library) -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in point_words_of(library).classes)


def _is_vessel(rest: str, library: Library) -> bool:
    """Tell whether words name one of the vessels without points of their own: each has a point that opens it."""
    arguments = point_words_of(library).arguments
    written = f"{_OF_VESSELS}({arguments.get(rest) or arguments.get(without_channel_words(rest, library), '')})"
    known = (other for _, other in _class_members(library).get(_OF_VESSELS, ()))
    return written in known and not meridians_named(rest, library)


def _is_channel(rest: Sequence[str], library: Library) -> bool:
    """Tell whether the words that are left are the name of a channel as a whole ("triple ...")."""
    return bool(meridians_named(" ".join(rest), library))


def _points(asked: _AskedClass, library: Library) -> Iterator[str]:
    classes, rest = set(asked.classes), " ".join(asked.rest)
    if _PARTNERS in classes:
        yield from _partners(rest, library)
        classes -= {_PARTNERS}
        if not classes:
            return
    if "back-shu" in classes:
        rest = rest.removesuffix(" back")  # "shu point of the heart on the back"
    argument, channels = _named(rest, library)
    if rest and not channels and not argument:
        members = [code for name in asked.classes for code, _ in _class_members(library).get(name, ())]
        yield from points_in(rest, members, library)
        return
    if not classes or classes & {"mother", "child", "horary", "five-shu"}:
        yield from _by_phase(asked, channels, library)
        return
    for name in dict.fromkeys(asked.classes):
        for code, written in _class_members(library).get(name, ()):
            if _fits(code, written, name, channels, argument, rest, library) and _has_phase(written, asked.phase):
                yield code


def _has_phase(written: str, phase: str) -> bool:
    return not phase or f"({phase})" in written


def _fits(
    code: str, written: str, name: str, channels: tuple[str, ...], argument: str, rest: str, library: Library
) -> bool:
    if not rest:
        return True
    inside = _inside(written)
    if name in _ORGANS:
        return any(library.meridians[channel].name == inside for channel in channels)
    if inside and name not in _FIVE:
        names = {argument, *(library.meridians[channel].name for channel in channels), *channels}
        return any(part.strip() in names for part in (*inside.split("/"), *inside.split("&"), inside))
    return library.points[code].meridian in channels


def _inside(written: str) -> str:
    """Return what stands in brackets behind a class."""
    return written.partition("(")[2].rstrip(")")


def _named(said: str, library: Library) -> tuple[str, tuple[str, ...]]:
    """Return what words name: what stands in brackets behind a class, and the channel or the group of channels."""
    arguments = point_words_of(library).arguments
    bare = without_channel_words(said, library)
    tried = dict.fromkeys((said, bare, *(text.removesuffix("s") for text in (said, bare))))
    argument = name_of_group(said, library) or next((arguments[text] for text in tried if text in arguments), "")
    group = group_of_channels(said, library)
    channels = next(filter(None, (meridians_named(text, library) for text in tried if text)), ())
    return argument, group or channels[:1]


def _by_phase(asked: _AskedClass, channels: tuple[str, ...], library: Library) -> Iterator[str]:
    """Yield the points of the five classes by phase: the named one, the channel's own, its mother's or child's."""
    if not channels or not library.meridians[channels[0]].element:
        if not channels and asked.phase and not asked.rest:
            yield from _with_phase(asked.phase, "", library)
        return
    channel = channels[0]
    own = library.meridians[channel].element.partition(" (")[0]  # fire has two kinds, with a channel pair each
    if "five-shu" in asked.classes:
        for phase in _FEEDS:
            yield from _with_phase(phase, channel, library)
        return
    phase = asked.phase
    if "mother" in asked.classes:
        phase = _FED_BY[own]
    elif "child" in asked.classes:
        phase = _FEEDS[own]
    elif "horary" in asked.classes:
        phase = own
    if phase:
        yield from _with_phase(phase, channel, library)


def _with_phase(phase: str, channel: str, library: Library) -> Iterator[str]:
    for name in _FIVE:
        for code, written in _class_members(library).get(name, ()):
            if f"({phase})" in written and (not channel or library.points[code].meridian == channel):
                yield code


@remembered
def _class_members(library: Library) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return for each class its points, each with the class as it is written there, such as "he-sea(earth)"."""
    found: dict[str, list[tuple[str, str]]] = {}
    for code, point in library.points.items():
        for written in point.classes:
            found.setdefault(written.partition("(")[0], []).append((code, written))
    return {name: tuple(members) for name, members in found.items()}
