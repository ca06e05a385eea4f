"""Meridians: a channel named by its letters or its name in one of several languages."""

from __future__ import annotations

from acucli.lookup.decoded_indexes import notation_of
from acucli.model.library import Library
from acucli.text.fold import fold_code, fold_marks, fold_name
from acucli.text.listing import word_set

_SAYS_MERIDIAN = word_set(
    """
    the meridian meridians channel channels point points of jing vessel meridien meridiano canal leitbahn show list
    all what is are on
    """
)
_CHANNEL_WORDS = frozenset(
    {"meridian", "meridians", "channel", "channels", "vessel", "meridiano", "meridien", "canal", "leitbahn", "points"}
)
_LONGEST = 60


def read_meridians(query: str, library: Library) -> tuple[str, ...]:
    """Return the meridians that the whole query names; ambiguous letters name several, the English reading first."""
    text = query.strip()
    if not text or len(text) > _LONGEST:
        return ()
    by_name = [key for kind, key in _split(library.names.get(fold_name(text), ())) if kind == "meridian"]
    if by_name:
        return tuple(by_name)
    folded = fold_marks(text)
    said_words = folded.replace("?", " ").split()
    bare = " ".join(word for word in said_words if word not in _SAYS_MERIDIAN)
    said = bool(_CHANNEL_WORDS.intersection(said_words))
    named = [key for kind, key in _split(library.names.get(fold_name(bare), ())) if kind == "meridian"]
    letters = notation_of(library).letters.get(fold_code(bare), ()) if said or len(bare) > 1 else ()
    ordered = sorted(letters, key=lambda item: (bool(item.languages) and "en" not in item.languages, item.ambiguous))
    found = [item.meridian for item in ordered if said or len(item.written) > 2 or item.written == item.meridian]
    return tuple(dict.fromkeys([*named, *found])) if said or bare == folded else ()


def _split(meanings: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(kind, key) for kind, _, key in (meaning.partition(":") for meaning in meanings)]
