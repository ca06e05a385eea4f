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
    kind: str
    records: tuple[Any, ...]
    left_out: tuple[LeftOutPoint, ...] | msgspec.UnsetType = msgspec.UNSET

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
    codes: tuple[str, ...]
    words: tuple[str, ...] = ()
    name: str = ""
    view: str = ""
    side: Literal["left", "right"] = "right"
    left_out: tuple[LeftOutPoint, ...] = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class OwnNumbers(Answer, frozen=True, kw_only=True):
    """The person's own numbers, empty where none was given."""

    emergency: str
    crisis: str


class HelplinesAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu helplines`: the person's own numbers, then those of countries.

    `unknown` is a country that was asked for and is not in the list; then there are none, and what holds anywhere.
    """

    library: LibraryStamp
    own: OwnNumbers
    helplines: tuple[CountryHelplines, ...]
    unknown: str = ""


class OfferedSession(Answer, frozen=True, kw_only=True):
    """A session that may be started, and the command that starts it."""

    session: str
    name: str
    minutes: float
    start: str


class SessionOffers(Document, frozen=True, kw_only=True):
    """The answer of `acu session` without a word: the last sessions and the common ones."""

    sessions: tuple[OfferedSession, ...]


class HomeChoice(Answer, frozen=True, kw_only=True):
    """Something that may be started from home by its number, and the command that does the same.

    `note` says when it was, how long, how it felt, or until when it waits.
    """

    number: int
    kind: Literal["calm", "again", "favourite", "unfinished", "due"]
    name: str
    start: str
    note: str = ""


class HomeAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu` alone: what may be started by a number, and what applies to the person in a line.

    `known` tells whether there is anything of a person here: a session, a favourite, a course.
    """

    choices: tuple[HomeChoice, ...]
    profile: str = ""
    known: bool = False


class FavouriteList(Document, frozen=True, kw_only=True):
    """The answer of `acu favourite list`: the sessions kept under a name."""

    favourites: tuple[Favourite, ...]


class DoctorFinding(Answer, frozen=True, kw_only=True):
    """One thing that the doctor looked at; an empty `what` goes on from the one before."""

    what: str
    is_: str = msgspec.field(name="is")


class DoctorAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu doctor`."""

    findings: tuple[DoctorFinding, ...]


class SettingsAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu config`: every setting with its value, and the file they are kept in."""

    file: str
    settings: dict[str, Any]


class ProfileFollows(Answer, frozen=True, kw_only=True):
    """One answer of a profile in words, and what follows from it; `ask_again` is a day, empty for never."""

    answer: str
    words: str
    follows: tuple[str, ...]
    ask_again: str = ""
    expired: bool = False


class ProfileShown(Document, frozen=True, kw_only=True):
    """The answer of `acu profile`: what is kept, and what follows from each answer."""

    profile: Profile
    consequences: tuple[ProfileFollows, ...] = ()


class PackProblem(Answer, frozen=True, kw_only=True):
    """A fault of a pack: its code, where it is, what is wrong and how to mend it."""

    code: str
    file: str
    line: int
    record: str
    field: str
    reason: str
    fix: str


class PackProblems(Document, frozen=True, kw_only=True):
    """The answer of `acu pack check`: every fault, none where all is well."""

    problems: tuple[PackProblem, ...]
    files: tuple[str, ...] = ()

    @property
    def status(self) -> int:
        """Return 0, or 3 where there is a fault."""
        return 3 if self.problems else 0


class PackList(Document, frozen=True, kw_only=True):
    """The answer of `acu pack list`: the names of the packs in use."""

    packs: tuple[str, ...]


class Done(Document, frozen=True, kw_only=True):
    """The answer of a command that changes something: one sentence that says what was done."""

    done: str


class VersionAnswer(Document, frozen=True, kw_only=True):
    """The answer of `acu --version`."""

    version: str


class NameList(Document, frozen=True, kw_only=True):
    """Names, one a line: what `acu schema` can be asked for."""

    names: tuple[str, ...]


class SchemaAnswer(Document, frozen=True, kw_only=True):
    """A JSON Schema; its JSON is the schema itself."""

    schema: dict[str, Any]

    def as_json(self) -> object:
        """Return the schema alone."""
        return self.schema


class TextAnswer(Document, frozen=True, kw_only=True):
    """Text that is no data: a welcome, a completion script, a calendar."""

    text: str
