"""Meridians: a channel named by its letters or its name in one of several languages."""

from __future__ import annotations

from acucli.lookup.decoded_indexes import notation_of, remembered, traits_of, word_lists_of
from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.library import Library
from acucli.text.fold import fold_code, fold_marks, fold_name

_LONGEST = 60


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


@remembered
def _channel_words(library: Library) -> frozenset[str]:
    return frozenset().union(*(traits.channel_words for traits in traits_of(library).values()))


def _split(meanings: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(kind, key) for kind, _, key in (meaning.partition(":") for meaning in meanings)]
