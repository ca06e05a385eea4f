"""References, the sources that name points, and the articles."""

from acucli.model.record import Record


class Reference(Record, frozen=True, kw_only=True):
    """One piece of evidence; identifiers are as seen, and absent where none was seen."""

    id: str
    title: str
    kind: str
    finding: str
    direction: str
    certainty: str
    seen_level: str
    usable_for_claims: bool
    indirect: bool
    conditions: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    authors: str = ""
    year: int | None = None
    journal: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    delivered_by: str = ""
    dose: str = ""
    note: str = ""


class Source(Record, frozen=True, kw_only=True):
    """A published way of pressing (a handout, a class, a trial's protocol); not evidence that it works."""

    id: str
    title: str
    kind: str
    url: str = ""


class Article(Record, frozen=True, kw_only=True):
    """A text to read; `documents` are the project documents it carries (S1 to S20)."""

    slug: str
    title: str
    summary: str
    body: str
    documents: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
