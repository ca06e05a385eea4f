"""What the other commands answer, as values; their JSON is these values and nothing else."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from acucli.model.answers import SCHEMA_VERSION, Answer, Document, LeftOutPoint, LibraryStamp
from acucli.model.named_session import Favourite
from acucli.model.practice import Profile
from acucli.model.safety import CountryHelplines


class RecordList(Document, frozen=True, kw_only=True):
    """The answer of `acu list KIND`; in JSON the records stand under the name of their kind."""

    library: LibraryStamp
    """Which library answered. Example: {version: "2026.11", fingerprint: 6f1c2a9b0d3e}"""
    kind: str
    """The kind, as `acu list` names it. Example: points"""
    records: tuple[Any, ...]
    """The records; in JSON they stand under the name of their kind. Example: []"""
    left_out: tuple[LeftOutPoint, ...] | msgspec.UnsetType = msgspec.UNSET
    """Points that are kept from this person; there only where they have a profile. Example: []"""

    @property
    def status(self) -> int:
        """Return 0, or 1 where nothing is like that."""
        return 0 if self.records else 1

    def as_json(self) -> object:
        """Return the records under the name of their kind."""
        kept = {} if self.left_out is msgspec.UNSET else {"left_out": self.left_out}
        return {"schema_version": SCHEMA_VERSION, "library": self.library, self.kind: self.records, **kept}


class MapAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu map`: the points of a picture in its order, and the picture in words.

    `kind` is what it is of: `point`, `meridian`, `routine` (numbered points) or `view`. `view` and `side` are what was
    asked for. `left_out` are points of it that this person should not press; `notes` say what was changed, `warnings`
    that a point is never pressed, or not by this person.
    """

    kind: Literal["point", "meridian", "routine", "view"]
    """What the picture is of. Example: point"""
    codes: tuple[str, ...]
    """The points in the order of the picture. Example: [LI4]"""
    words: tuple[str, ...] = ()
    """The picture in words, a line each. Example: ["On the back of the hand."]"""
    name: str = ""
    """What it is called. Example: LI4 Hegu"""
    view: str = ""
    """The view that was asked for; empty for the usual one. Example: hand-back"""
    side: Literal["left", "right"] = "right"
    """The side of the body that is drawn. Example: right"""
    left_out: tuple[LeftOutPoint, ...] = ()
    """Points of it that this person should not press. Example: []"""
    notes: tuple[str, ...] = ()
    """What was changed or understood, in sentences. Example: []"""
    warnings: tuple[str, ...] = ()
    """That a point is never pressed, or not by this person. Example: []"""


class OwnNumbers(Answer, frozen=True, kw_only=True):
    """The person's own numbers, empty where none was given."""

    emergency: str
    """The number for an emergency; empty where none was given.

    Example: "112"
    """
    crisis: str
    """The number for a crisis; empty where none was given.

    Example: "116 123"
    """


class HelplinesAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu helplines`: the person's own numbers, then those of countries.

    `unknown` is a country that was asked for and is not in the list; then there are none, and what holds anywhere.
    """

    library: LibraryStamp
    """Which library answered. Example: {version: "2026.11", fingerprint: 6f1c2a9b0d3e}"""
    own: OwnNumbers
    """The person's own numbers. Example: {emergency: "112", crisis: ""}"""
    helplines: tuple[CountryHelplines, ...]
    """The numbers of countries, each with the day on which they were read. Example: []"""
    unknown: str = ""
    """A country that was asked for and is not on the list; empty otherwise. Example: Atlantis"""


class OfferedSession(Answer, frozen=True, kw_only=True):
    """A session that may be started, and the command that starts it."""

    session: str
    """The routine. Example: stress"""
    name: str
    """Its name. Example: Stress"""
    minutes: float
    """How many minutes it lasts. Example: 10"""
    start: str
    """The command that starts it. Example: acu session stress"""


class SessionOffers(Document, frozen=True, kw_only=True):
    """The answer of `acu session` without a word: the last sessions and the common ones."""

    sessions: tuple[OfferedSession, ...]
    """The last sessions and the common ones. Example: []"""


class HomeChoice(Answer, frozen=True, kw_only=True):
    """Something that may be started from home by its number, and the command that does the same.

    `note` says when it was, how long, how it felt, or until when it waits.
    """

    number: int
    """The number by which it is started. Example: 1"""
    kind: Literal["calm", "again", "favourite", "unfinished", "due"]
    """What it is. Example: again"""
    name: str
    """What it is called. Example: Stress again"""
    start: str
    """The command that does the same. Example: acu again"""
    note: str = ""
    """When it was, how long, how it felt, or until when it waits. Example: yesterday, 8 min"""


class HomeAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu` alone: what may be started by a number, and what applies to the person in a line.

    `known` tells whether there is anything of a person here: a session, a favourite, a course.
    """

    choices: tuple[HomeChoice, ...]
    """What may be started, by its number; 0 is always calm. Example: []"""
    profile: str = ""
    """What applies to the person, in a line. Example: pregnant"""
    known: bool = False
    """true where a session, a favourite or a course is kept. Example: true"""


class FavouriteList(Document, frozen=True, kw_only=True):
    """The answer of `acu favourite list`: the sessions kept under a name."""

    favourites: tuple[Favourite, ...]
    """The favourites, in the order they were kept. Example: []"""


class DoctorFinding(Answer, frozen=True, kw_only=True):
    """One thing that the doctor looked at; an empty `what` goes on from the one before."""

    what: str
    """What was looked at; empty where it goes on from the one before. Example: terminal"""
    is_: str = msgspec.field(name="is")
    """What was found. Example: 80 x 24"""


class DoctorAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu doctor`."""

    findings: tuple[DoctorFinding, ...]
    """What was found, in the order of the report. Example: []"""


class SettingsAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu config`: every setting with its value, and the file they are kept in."""

    file: str
    """The file the settings are kept in. Example: /home/ada/.config/acucli/config.toml"""
    settings: dict[str, str | int | float | bool]
    """Every setting with its value. Example: {hold: 90}"""


class ProfileFollows(Answer, frozen=True, kw_only=True):
    """One answer of a profile in words, and what follows from it; `ask_again` is a day, empty for never."""

    answer: str
    """The answer. Example: pregnant"""
    words: str
    """The answer in words. Example: pregnant or maybe pregnant"""
    follows: tuple[str, ...]
    """What follows from it, a sentence each. Example: ["LI4 is left out."]"""
    ask_again: str = ""
    """The day on which it is asked again, ISO 8601; empty for never.

    Example: "2027-02-20"
    """
    expired: bool = False
    """true where that day has passed. Example: false"""


class ProfileShown(Document, frozen=True, kw_only=True):
    """The answer of `acu profile`: what is kept, and what follows from each answer."""

    profile: Profile
    """What is kept. Example: {version: 1}"""
    consequences: tuple[ProfileFollows, ...] = ()
    """What follows from each answer. Example: []"""


class PackProblem(Answer, frozen=True, kw_only=True):
    """A fault of a pack: its code, where it is, what is wrong and how to mend it."""

    code: str
    """The kind of fault. Example: Y003"""
    file: str
    """The file. Example: mine.yaml"""
    line: int
    """The line, from 1. Example: 12"""
    record: str
    """The record; empty where it is of the whole file. Example: LI4"""
    field: str
    """The field; empty where it is of the whole record. Example: where"""
    reason: str
    """What is wrong. Example: is missing"""
    fix: str
    """How to mend it. Example: write where the point is"""


class PackProblems(Document, frozen=True, kw_only=True):
    """The answer of `acu pack check`: every fault, none where all is well."""

    problems: tuple[PackProblem, ...]
    """Every fault; none where all is well. Example: []"""
    files: tuple[str, ...] = ()
    """The files that were checked. Example: [mine.yaml]"""

    @property
    def status(self) -> int:
        """Return 0, or 3 where there is a fault."""
        return 3 if self.problems else 0


class PackList(Document, frozen=True, kw_only=True):
    """The answer of `acu pack list`: the names of the packs in use."""

    packs: tuple[str, ...]
    """The names of the packs in use. Example: [mine]"""


class Done(Document, frozen=True, kw_only=True):
    """The answer of a command that changes something: one sentence that says what was done."""

    done: str
    """What was done, in one sentence.

    Example: "hold = 90"
    """


class VersionAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu --version`."""

    version: str
    """The version of the program.

    Example: "0.1.0"
    """
    library: LibraryStamp | None = None
    """Which library is in use; null where none can be opened.

    Example: {version: "2026.11", fingerprint: 6f1c2a9b0d3e}
    """


class SchemaName(Answer, frozen=True, kw_only=True):
    """A schema that `acu schema` prints, and whose shape it is."""

    name: str
    """What it is asked for by. Example: find"""
    about: str
    """What it is the shape of. Example: The whole answer of `acu find`."""
    commands: tuple[str, ...] = ()
    """The commands that print it; none where it is a record of a pack, or part of others. Example: [find]"""


class SchemaNames(Document, frozen=True, kw_only=True):
    """The answer of `acu schema` without a name: every schema, and which command prints it."""

    names: tuple[str, ...]
    """The names of all. Example: [find, show]"""
    schemas: tuple[SchemaName, ...] = ()
    """Each with what it is the shape of. Example: []"""


class SchemaAnswer(Document, frozen=True, kw_only=True):
    """A JSON Schema; its JSON is the schema itself."""

    schema: dict[str, Any]
    """The schema itself. Example: {}"""

    def as_json(self) -> object:
        """Return the schema alone."""
        return self.schema


class TextAnswer(Document, frozen=True, kw_only=True):
    """Text that is no data: a welcome, a completion script, a calendar."""

    text: str
    """The text. Example: Begin: acu calm"""
