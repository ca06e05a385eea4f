"""The rescue: a second, small library with what warns, that answers where the installed one was damaged."""

from __future__ import annotations

import msgspec

from acucli.library.source import Located, Sources
from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.lexicon import Lexicon

RESCUE = "rescue.json"
"""The name of its file, in the folder of the compiled library."""

SHELVES = (
    "red_flags", "held_back", "helplines", "safety_words", "cautions", "questions", "regions", "breathing", "lexicons",
)  # fmt: skip
"""What the rescue holds: signs, requests held back, numbers to call, who should not press, and a breath to take."""

_COMPLAINTS = ("conditions", "points", "body_parts", "says_of_person", "says_nothing")
"""What a language says of records that are not there."""
_TABLES = ("classes", "red_flags", "held_back")
"""The larger part of the words that raise something in a further language; those beside the signs stay."""


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
