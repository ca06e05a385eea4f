"""The kinds of record: where each lives in `data/`, its type and the field that names it."""

from __future__ import annotations

import importlib
from typing import Any, NamedTuple


class Kind(NamedTuple):
    """One kind of record.

    `pattern` is a glob below `data/`; `home` the module and name of its type; `section` the key of the list inside the
    file, empty where the file is the list itself; `single` marks files that are one record.
    """

    shelf: str
    pattern: str
    home: str
    key: str
    section: str = ""
    single: bool = False

    @property
    def type(self) -> Any:
        """Return the record type; its module is imported now, so that a lookup pays for no kind it does not read."""
        module, name = self.home.split(".")
        return getattr(importlib.import_module(f"acucli.model.{module}"), name)


KINDS: tuple[Kind, ...] = (
    Kind("meridians", "meridians.yaml", "points.Meridian", "code"),
    Kind("points", "points/*.yaml", "points.Point", "code"),
    Kind("conditions", "conditions/*.yaml", "conditions.Condition", "slug"),
    Kind("routines", "routines/*.yaml", "routines.Routine", "slug", single=True),
    Kind("techniques", "techniques.yaml", "routines.Technique", "slug", section="techniques"),
    Kind("areas", "techniques.yaml", "routines.Area", "slug", section="areas"),
    Kind("breathing", "breathing.yaml", "routines.BreathingPattern", "slug"),
    Kind("cautions", "cautions.yaml", "safety.Caution", "id", section="cautions"),
    Kind("questions", "cautions.yaml", "safety.Question", "slug", section="questions"),
    Kind("regions", "cautions.yaml", "safety.Region", "slug", section="regions"),
    Kind("safety_words", "cautions.yaml", "safety.SafetyWords", "", section="words", single=True),
    Kind("red_flags", "red_flags.yaml", "safety.RedFlag", "id"),
    Kind("held_back", "held_back.yaml", "safety.HeldBackRequest", "id"),
    Kind("helplines", "helplines.yaml", "safety.CountryHelplines", "code"),
    Kind("references", "evidence.yaml", "evidence.Reference", "id", section="references"),
    Kind("sources", "evidence.yaml", "evidence.Source", "id", section="sources"),
    Kind("articles", "articles/*.md", "evidence.Article", "slug", single=True),
    Kind("figures", "figures/*.json", "figures.Figure", "name", single=True),
    Kind("lexicons", "lexicon/*.yaml", "lexicon.Lexicon", "language", single=True),
)

BY_SHELF: dict[str, Kind] = {kind.shelf: kind for kind in KINDS}
