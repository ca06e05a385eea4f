"""Meridians: a channel named by its letters or its name in one of several languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from acucli.lookup.decoded_indexes import notation_of, remembered, traits_of, word_lists_of
from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.library import Library
from acucli.text.fold import fold_code, fold_marks, fold_name
from acucli.text.tokens import Word

_LONGEST = 60
_LIMBS = {"Shǒu": frozenset({"arm", "hand", "arms"}), "Zú": frozenset({"leg", "foot", "legs"})}
"""How the names of the channels of arm and leg begin, and how each limb is said."""
_OF_GROUPS = frozenset(
    {"yin", "yang", "three", "six", "all", "arm", "arms", "hand", "leg", "legs", "foot", "the", "of"}
)
_HOUR = re.compile(r"(\d{1,2})(am|pm)?")


def read_meridians(query: str, library: Library) -> tuple[str, ...]:
    """Return the meridians that the whole query names, for ambiguous letters those of the default language first."""
    text = query.strip()
    if not text or len(text) > _LONGEST:
        return ()
    by_name = [key for kind, key in _split(library.names.get(fold_name(text), ())) if kind == "meridian"]
    if by_name:
        return tuple(by_name)
    folded = fold_marks(text)
    said_words = folded.replace("?", " ").split()
    channel_words = _channel_words(library)
    beside = word_lists_of(library).asking_for_channel
    bare = " ".join(word for word in said_words if word not in beside and word not in channel_words)
    said = bool(channel_words.intersection(said_words))
    named = [key for kind, key in _split(library.names.get(fold_name(bare), ())) if kind == "meridian"]
    letters = notation_of(library).letters.get(fold_code(bare), ()) if said or len(bare) > 1 else ()
    ordered = sorted(
        letters, key=lambda item: (bool(item.languages) and DEFAULT_LANGUAGE not in item.languages, item.ambiguous)
    )
    found = [item.meridian for item in ordered if said or len(item.written) > 2 or item.written == item.meridian]
    return tuple(dict.fromkeys([*named, *found])) if said or bare == folded else ()


def meridians_named(name: str, library: Library) -> tuple[str, ...]:
    """Return the meridians that words name, with or without a word for a channel ("heart", "du mai", "heart channel").

    Of letters those of the default language come first.
    """
    plain = fold_marks(name)
    bare = " ".join(word for word in plain.split() if word not in _channel_words(library)) or plain
    named = [
        key for tried in (plain, bare) for kind, key in _split(library.names.get(fold_name(tried), ()))
        if kind == "meridian"
    ]  # fmt: skip
    letters = notation_of(library).letters
    read = [item for tried in (plain, bare) for item in letters.get(fold_code(tried), ())]
    ordered = sorted(read, key=lambda item: bool(item.languages) and DEFAULT_LANGUAGE not in item.languages)
    found = dict.fromkeys([*named, *(item.meridian for item in ordered if len(item.written) > 1)])
    return tuple(key for key in found if key in library.meridians)


def without_channel_words(said: str, library: Library) -> str:
    """Return words without those for a channel and for a vessel ("yin qiao vessel" is "yin qiao")."""
    beside = _channel_words(library) | {"mai", "vessel", "jing"}
    return " ".join(word for word in said.split() if word not in beside)


def group_of_channels(said: str, library: Library) -> tuple[str, ...]:
    """Return the channels of a group ("three leg yin", "yang channels", "arm yang"), none where words name no group."""
    words = set(without_channel_words(said, library).split())
    if not words & {"yin", "yang"} or words - _OF_GROUPS:
        return ()
    limbs = {limb for limb, names in _LIMBS.items() if words & names}
    return tuple(
        code
        for code, channel in library.meridians.items()
        if channel.yin_yang in words and channel.element and (not limbs or channel.pinyin.split()[0] in limbs)
    )


def name_of_group(said: str, library: Library) -> str:
    """Return the plain name of a group of channels of one limb ("arm yin"), nothing where words name no such group."""
    words = set(without_channel_words(said, library).split())
    limb = "arm" if words & _LIMBS["Shǒu"] else "leg" if words & _LIMBS["Zú"] else ""
    kind = next((kind for kind in ("yin", "yang") if kind in words), "")
    return f"{limb} {kind}" if limb and kind and not words - _OF_GROUPS else ""


def read_hours(words: Sequence[Word], library: Library) -> tuple[str, ...]:
    """Return the channels whose hours a query tells ("which channel is active from 3 to 5 am"), none where it does not.

    A word for a channel, for its points or for the clock of the organs must be said, and an hour.
    """
    said = {word.text for word in words}
    if not (said & _channel_words(library) or {"organ", "clock"} <= said):
        return ()
    hours = list(_hours_in([word.text for word in words]))
    if not hours:
        return ()
    first = hours[0]
    last = hours[1] if len(hours) > 1 else first + 1
    middle = (first + ((last - first) % 24) / 2) % 24
    return tuple(code for code, channel in library.meridians.items() if _is_within(middle, channel.hours))


def _hours_in(said: Sequence[str]) -> Iterator[int]:
    """Yield the hours of the day that are said; "3 to 5 am" are both in the morning."""
    halves = [_HOUR.fullmatch(word) for word in said]
    half = next((found[2] for found in reversed(halves) if found and found[2]), "")
    half = half or next((word for word in reversed(said) if word in {"am", "pm"}), "")
    for place, found in enumerate(halves):
        if found is None:
            continue
        following = said[place + 1] if place + 1 < len(said) else ""
        own = found[2] or (following if following in {"am", "pm"} else half)
        hour = int(found[1]) % 12 if own and int(found[1]) <= 12 else int(found[1])
        if hour < 24 and (own or half or "oclock" in said or ":" in found[0]):
            yield hour + 12 * (own == "pm")


def _is_within(hour: float, hours: str) -> bool:
    """Tell whether an hour lies in a span such as "23-01"."""
    first, _, last = hours.partition("-")
    return bool(first) and (hour - int(first)) % 24 < (int(last) - int(first)) % 24


@remembered
def _channel_words(library: Library) -> frozenset[str]:
    return frozenset().union(*(traits.channel_words for traits in traits_of(library).values()))


def _split(meanings: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(kind, key) for kind, _, key in (meaning.partition(":") for meaning in meanings)]
