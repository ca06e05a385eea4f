"""The kinds of record: where each lives in `data/`, its type and the field that names it."""

from __future__ import annotations

from typing import Any, NamedTuple

from acucli.model.conditions import Condition
from acucli.model.evidence import Article, Reference, Source
from acucli.model.figures import Figure
from acucli.model.lexicon import Lexicon
from acucli.model.points import Meridian, Point
from acucli.model.routines import Area, BreathingPattern, Routine, Technique
from acucli.model.safety import Caution, HeldBackRequest, Helpline, Question, RedFlag, Region, SafetyWords


class Kind(NamedTuple):
    """One kind of record.

    `pattern` is a glob below `data/`; `section` the key of the list inside the file, empty where the file is the list
    itself; `single` marks files that are one record.
    """

    shelf: str
    pattern: str
    type: Any
    key: str
    section: str = ""
    single: bool = False


KINDS: tuple[Kind, ...] = (
    Kind("meridians", "meridians.yaml", Meridian, "code"),
    Kind("points", "points/*.yaml", Point, "code"),
    Kind("conditions", "conditions/*.yaml", Condition, "slug"),
    Kind("routines", "routines/*.yaml", Routine, "slug", single=True),
    Kind("techniques", "techniques.yaml", Technique, "slug", section="techniques"),
    Kind("areas", "techniques.yaml", Area, "slug", section="areas"),
    Kind("breathing", "breathing.yaml", BreathingPattern, "slug"),
    Kind("cautions", "cautions.yaml", Caution, "id", section="cautions"),
    Kind("questions", "cautions.yaml", Question, "slug", section="questions"),
    Kind("regions", "cautions.yaml", Region, "slug", section="regions"),
    Kind("safety_words", "cautions.yaml", SafetyWords, "", section="words", single=True),
    Kind("red_flags", "red_flags.yaml", RedFlag, "id"),
    Kind("held_back", "held_back.yaml", HeldBackRequest, "id"),
    Kind("helplines", "helplines.yaml", Helpline, "code"),
    Kind("references", "evidence.yaml", Reference, "id", section="references"),
    Kind("sources", "evidence.yaml", Source, "id", section="sources"),
    Kind("articles", "articles/*.md", Article, "slug", single=True),
    Kind("figures", "figures/*.json", Figure, "name", single=True),
    Kind("lexicons", "lexicon/*.yaml", Lexicon, "language", single=True),
)

BY_SHELF: dict[str, Kind] = {kind.shelf: kind for kind in KINDS}
