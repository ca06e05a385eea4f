"""The library as every room sees it: shelves of records, each decoded when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from acucli.model.conditions import Condition
    from acucli.model.evidence import Article, Claim, Reference, Source
    from acucli.model.figures import Figure
    from acucli.model.lexicon import Lexicon
    from acucli.model.points import Meridian, Point
    from acucli.model.routines import Area, BreathingPattern, Routine, Technique
    from acucli.model.safety import Caution, CountryHelplines, HeldBackRequest, Question, RedFlag, Region, SafetyWords


class Library:
    """The base of every library; every shelf is a mapping from id to record, in the library's own order.

    The shelves are those of `model.kinds`; their types stand here, and `shelf` gives each of them when it is first
    asked for. A missing id raises `KeyError`, as mappings do. `names` maps a folded name to the ids it may mean,
    written `kind:id`; `indexes` are those of `model.indexes`, undecoded; `words` is the general word list of the
    default language as `text.word_list` searches it, `danger_weights` the file of the second net for danger, each
    empty where there is none; `notes` are sentences that everybody who opens it must be told.
    """

    version: str
    fingerprint: str
    points: Mapping[str, Point]
    meridians: Mapping[str, Meridian]
    conditions: Mapping[str, Condition]
    routines: Mapping[str, Routine]
    techniques: Mapping[str, Technique]
    areas: Mapping[str, Area]
    breathing: Mapping[str, BreathingPattern]
    cautions: Mapping[str, Caution]
    questions: Mapping[str, Question]
    regions: Mapping[str, Region]
    safety_words: SafetyWords
    red_flags: Mapping[str, RedFlag]
    held_back: Mapping[str, HeldBackRequest]
    helplines: Mapping[str, CountryHelplines]
    references: Mapping[str, Reference]
    sources: Mapping[str, Source]
    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]
    figures: Mapping[str, Figure]
    lexicons: Mapping[str, Lexicon]
    names: Mapping[str, tuple[str, ...]]
    indexes: Mapping[str, bytes]
    words: bytes
    danger_weights: bytes
    notes: tuple[str, ...]

    def shelf(self, name: str) -> Mapping[str, Any]:
        """Return one shelf by its name.

        Raises:
            KeyError: no kind of record stands on a shelf of that name.
        """
        raise KeyError(name)
