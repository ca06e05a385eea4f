"""The rescue: a second, small library with what warns, that answers where the installed one was damaged."""

from __future__ import annotations

import lzma
from pathlib import Path

import msgspec

from acucli.library.build import compile_sources
from acucli.library.compiled import CompiledLibrary, content_of, from_bytes
from acucli.library.source import Located, Sources
from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.lexicon import Lexicon

RESCUE = "rescue.json.xz"
"""The name of its file, in the folder of the compiled library."""

_FILTERS = [
    {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 20, "lc": 4, "lp": 0, "pb": 0}
]
"""What packs text best: it is read once in a blue moon."""

SHELVES = (
    "red_flags", "held_back", "helplines", "safety_words", "cautions", "questions", "regions", "breathing", "lexicons",
)  # fmt: skip
"""What the rescue holds: signs, requests held back, numbers to call, who should not press, and a breath to take."""

_COMPLAINTS = (
    "conditions", "points", "body_parts", "says_of_person", "says_nothing",
    "point_classes", "class_arguments", "regions", "place_words", "same_words",
)  # fmt: skip
"""What a language says of records that are not there."""
_TABLES = ("classes", "red_flags", "held_back")
"""The larger part of the words that raise something in a further language; those beside the signs stay."""


def rescue(sources: Sources) -> bytes:
    """Return the file of the rescue for the records of a library."""
    return lzma.compress(compile_sources(rescue_of(sources), for_packs=False), format=lzma.FORMAT_XZ, filters=_FILTERS)


def opened_rescue(path: str | Path) -> CompiledLibrary:
    """Return the rescue in a file.

    Raises:
        OSError, ValueError: it cannot be read, or was damaged as well.
    """
    try:
        return from_bytes(lzma.decompress(content_of(path), format=lzma.FORMAT_XZ))
    except (lzma.LZMAError, EOFError) as error:
        raise ValueError(f"it cannot be unpacked: {error}") from error


def rescue_of(sources: Sources) -> Sources:
    """Return the part of the records that the rescue is compiled from.

    Every warning sign stays, with all of its English words, and in further languages with those beside the sign.
    """
    kept = {shelf: records if shelf in SHELVES else {} for shelf, records in sources.records.items()}
    kept["lexicons"] = {language: _shortened(item) for language, item in kept["lexicons"].items()}
    return Sources(kept, [])


def _shortened(item: Located) -> Located:
    fields = _COMPLAINTS if item.name == DEFAULT_LANGUAGE else (*_COMPLAINTS, *_TABLES)
    empty = Lexicon(language=item.name, name="")
    return item._replace(record=msgspec.structs.replace(item.record, **{name: getattr(empty, name) for name in fields}))
