"""The one table of kinds of record: what each is called, where it stands, and how it is found.

Everything that goes through the kinds reads it: the reading of `data/`, the compiled library, `acu show`, `acu list`,
`acu schema`, completion, packs and the documents. A new kind is one row here beside its type.
"""

from __future__ import annotations

import importlib
from typing import Any, Literal

import msgspec


class Kind(msgspec.Struct, frozen=True):
    """One kind of record.

    `shelf` is its name in the library and in packs, `pattern` a glob below `data/`, `home` the module and name of its
    type, `key` the field that names a record (empty where there is one record alone). `section` is the key of the list
    inside the file, empty where the file is the list itself; `single` marks files that are one record.

    `name` is what stands before the colon of `KIND:ID`, empty where no card is shown; `found_by` says what else leads
    to it: its `id`, the `words` of lookup, or the `kind` alone. `plural` is its name in `acu list`, empty where it is
    not listed, and `columns` what its table shows, the field that names it first; those that are `spare` give way on a
    narrow terminal. `spoken` is the field with the name
    by which lookup knows it. `in_packs` is false for what only the library itself may say.
    """

    shelf: str
    pattern: str
    home: str
    key: str
    name: str = ""
    plural: str = ""
    columns: tuple[str, ...] = ()
    section: str = ""
    single: bool = False
    found_by: Literal["id", "words", "kind"] = "id"
    spoken: str = ""
    in_packs: bool = True
    spare: tuple[str, ...] = ()

    @property
    def type(self) -> Any:
        """Return the record type; its module is imported now, so that a lookup pays for no kind it does not read."""
        module, name = self.home.split(".")
        return getattr(importlib.import_module(f"acucli.model.{module}"), name)

    @property
    def schema(self) -> str:
        """Return the name of its JSON Schema."""
        return self.shelf.replace("_", "-")


KINDS: tuple[Kind, ...] = (
    Kind("points", "points/*.yaml", "points.Point", "code", "point", "points", found_by="words",
         columns=("code", "pinyin", "hanzi", "english", "region", "reach", "limit"), spare=("hanzi", "reach")),
    Kind("meridians", "meridians.yaml", "points.Meridian", "code", "meridian", "meridians", found_by="words",
         columns=("code", "name", "pinyin", "hanzi", "points", "pair", "hours")),
    Kind("conditions", "conditions/*.yaml", "conditions.Condition", "slug", "condition", "conditions",
         columns=("slug", "name", "grade", "session", "routine", "theme"), spare=("theme", "routine")),
    Kind("routines", "routines/*.yaml", "routines.Routine", "slug", "routine", "routines", single=True, spoken="name",
         columns=("slug", "name", "target_minutes", "level", "open", "for"), spare=("level",)),
    Kind("techniques", "techniques.yaml", "routines.Technique", "slug", "technique", "techniques", spoken="name",
         columns=("slug", "name", "summary"), section="techniques"),
    Kind("breathing", "breathing.yaml", "routines.BreathingPattern", "slug", "breathing", "breathing", spoken="name",
         columns=("slug", "name", "summary")),
    Kind("areas", "techniques.yaml", "routines.Area", "slug", "area", "areas", spoken="name",
         columns=("slug", "name", "where"), section="areas"),
    Kind("cautions", "cautions.yaml", "safety.Caution", "id", "caution", "cautions", spoken="id",
         columns=("id", "action", "title", "profile"), section="cautions"),
    Kind("articles", "articles/*.md", "evidence.Article", "slug", "article", "articles", single=True, spoken="title",
         columns=("slug", "title", "summary")),
    Kind("claims", "claims.yaml", "evidence.Claim", "slug", "claim", "claims", in_packs=False,
         columns=("slug", "says", "since", "conditions")),
    Kind("references", "evidence.yaml", "evidence.Reference", "id", "reference", "references", section="references",
         columns=("id", "year", "kind", "direction", "conditions"), spare=("conditions",)),
    Kind("sources", "evidence.yaml", "evidence.Source", "id", "source", "sources", section="sources",
         columns=("id", "kind", "title")),
    Kind("red_flags", "red_flags.yaml", "safety.RedFlag", "id", "sign", "signs",
         columns=("id", "level", "ask"), in_packs=False),
    Kind("helplines", "helplines.yaml", "safety.CountryHelplines", "code", "helpline", "helplines", found_by="kind",
         columns=("code", "country", "emergency", "checked"), in_packs=False),
    Kind("figures", "figures/*.json", "figures.Figure", "name", "figure", "figures", found_by="kind", single=True,
         columns=("name", "title")),
    Kind("safety_words", "cautions.yaml", "safety.SafetyWords", "", "safety-words", section="words", single=True,
         in_packs=False),
    Kind("questions", "cautions.yaml", "safety.Question", "slug", plural="answers", section="questions",
         columns=("slug", "words", "ask_again"), in_packs=False),
    Kind("regions", "cautions.yaml", "safety.Region", "slug", plural="regions", section="regions",
         columns=("slug", "means"), in_packs=False),
    Kind("held_back", "held_back.yaml", "safety.HeldBackRequest", "id", in_packs=False),
    Kind("lexicons", "lexicon/*.yaml", "lexicon.Lexicon", "language", single=True),
)  # fmt: skip
"""Every kind, in the order in which `acu show` tries an id."""

BY_SHELF: dict[str, Kind] = {kind.shelf: kind for kind in KINDS}
BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS if kind.name}
BY_PLURAL: dict[str, Kind] = {kind.plural: kind for kind in KINDS if kind.plural}
