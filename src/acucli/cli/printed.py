"""Which command prints which answer, and the schema of each: for the help, for `acu schema`, for completion."""

from __future__ import annotations

from typing import Any

from acucli.journal import journal_answers as journal
from acucli.library.field_docs import summary_of
from acucli.library.schemas import DIALECT, schema_of
from acucli.model import answers, practice, timetable_answer
from acucli.model import command_answers as others
from acucli.model.kinds import BY_NAME, BY_PLURAL, KINDS
from acucli.render.formats import FORMATS, Format
from acucli.render.renderer import formats_of

PRINTED: dict[str, tuple[type[Any], ...]] = {
    "": (others.HomeAnswer, others.VersionAnswer),
    "find": (answers.FindAnswer,),
    "show": (answers.RecordAnswer,),
    "list": (others.RecordList,),
    "session": (timetable_answer.Timetable, others.SessionOffers, others.HomeAnswer),
    "again": (timetable_answer.Timetable,),
    "plan": (timetable_answer.ProposalAnswer,),
    "map": (others.MapAnswer,),
    "learn": (answers.RecordAnswer, others.RecordList),
    "favourite list": (others.FavouriteList,),
    "favourite add": (others.Done,),
    "favourite drop": (others.Done,),
    "profile show": (others.ProfileShown,),
    "profile set": (others.ProfileShown,),
    "profile clear": (others.Done,),
    "journal list": (journal.SessionList,),
    "journal show": (journal.SessionShown,),
    "journal stats": (journal.StatisticsAnswer,),
    "journal helped": (journal.HelpedAnswer,),
    "journal note": (others.Done,),
    "journal undo": (others.Done,),
    "journal export": (journal.JournalExport,),
    "journal import": (journal.ImportAnswer,),
    "journal compact": (journal.CompactAnswer,),
    "journal delete": (others.Done,),
    "course new": (journal.CourseBegun,),
    "course show": (journal.CourseList,),
    "course next": (journal.CoursesDue,),
    "course drop": (others.Done,),
    "course export": (others.TextAnswer,),
    "pack new": (others.Done,),
    "pack check": (others.PackProblems,),
    "pack add": (others.Done,),
    "pack list": (others.PackList,),
    "pack remove": (others.Done,),
    "helplines": (others.HelplinesAnswer,),
    "doctor": (others.DoctorAnswer,),
    "config show": (others.SettingsAnswer,),
    "config set": (others.Done,),
    "config unset": (others.Done,),
    "schema": (others.SchemaNames, others.SchemaAnswer),
    "completion": (others.TextAnswer,),
}
"""By the words of the command; what stops a request and why one failed may come from any of them."""

_BARE = {
    "favourite": "favourite list",
    "profile": "profile show",
    "journal": "journal list",
    "course": "course show",
    "pack": "pack list",
    "config": "config show",
}
"""What a command does that has commands of its own and is given none."""


_BY_THEMSELVES: dict[str, tuple[Format, ...]] = {"journal export": ("csv", "json", "md")}
"""The formats of a command that writes its answer by itself."""


def formats_of_command(words: str) -> list[Format]:
    """Return the formats that a command gives; none where it prints no answer."""
    own = _BY_THEMSELVES.get(words)
    if own is not None:
        return list(own)
    given = {name for answer in printed_by(words) for name in formats_of(answer)}
    return [name for name in FORMATS if name in given]


def printed_by(words: str) -> tuple[type[Any], ...]:
    """Return what a command may print; nothing for one that prints no answer, such as `calm` or `help`."""
    return PRINTED.get(_BARE.get(words, words), ())


NAMES: dict[str, type[Any]] = {
    "find": answers.FindAnswer,
    "show": answers.RecordAnswer,
    "list": others.RecordList,
    "session": timetable_answer.Timetable,
    "proposal": timetable_answer.ProposalAnswer,
    "stop": answers.Stop,
    "error": answers.ErrorAnswer,
    "event": practice.Event,
    "plan": practice.Plan,
    "profile": practice.Profile,
    "home": others.HomeAnswer,
    "session-offers": others.SessionOffers,
    "map": others.MapAnswer,
    "favourite-list": others.FavouriteList,
    "profile-show": others.ProfileShown,
    "journal-list": journal.SessionList,
    "journal-show": journal.SessionShown,
    "journal-stats": journal.StatisticsAnswer,
    "journal-helped": journal.HelpedAnswer,
    "journal-export": journal.JournalExport,
    "journal-import": journal.ImportAnswer,
    "journal-compact": journal.CompactAnswer,
    "course-new": journal.CourseBegun,
    "course-show": journal.CourseList,
    "course-next": journal.CoursesDue,
    "pack-check": others.PackProblems,
    "pack-list": others.PackList,
    "helplines-answer": others.HelplinesAnswer,
    "doctor": others.DoctorAnswer,
    "config": others.SettingsAnswer,
    "done": others.Done,
    "version": others.VersionAnswer,
    "schema-list": others.SchemaNames,
    "schema": others.SchemaAnswer,
    **{kind.schema: kind.type for kind in KINDS},
}
"""What each schema is asked for by, and the type it is made from: answers, what they hold, and the kinds of record."""

_ANYWHERE = (answers.Stop, answers.ErrorAnswer)


def schema_named(name: str) -> dict[str, Any]:
    """Return a schema by its name, made from the type and from what stands under its fields."""
    kind = NAMES[name]
    if kind is others.SchemaAnswer:
        return {
            "$schema": DIALECT,
            "title": kind.__name__,
            "description": summary_of(kind),
            "$ref": DIALECT,
            "$defs": {},
        }
    if kind is answers.RecordAnswer:
        return _of_any_record(schema_of(kind, *(each.type for each in BY_NAME.values())))
    if kind is others.RecordList:
        return _of_any_list(schema_of(kind, *(each.type for each in BY_PLURAL.values())))
    return schema_of(kind)


def _of_any_record(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of `acu show`, whose record is of any kind that has a card."""
    record = schema["$defs"]["RecordAnswer"]["properties"]["record"]
    record["anyOf"] = [_reference(kind.type) for kind in BY_NAME.values()]
    return schema


def _of_any_list(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of `acu list`: in JSON its records stand under the name of their kind."""
    answer = schema["$defs"]["RecordList"]
    of_list = {name: answer["properties"].pop(name) for name in ("kind", "records")}
    for plural, kind in BY_PLURAL.items():
        about = f"{of_list['records']['description']} Here: {summary_of(kind.type)}"
        answer["properties"][plural] = {"type": "array", "items": _reference(kind.type), "description": about}
    answer["required"] = [name for name in answer["required"] if name not in of_list]
    answer["oneOf"] = [{"required": [plural]} for plural in BY_PLURAL]
    return schema


def _reference(kind: type[Any]) -> dict[str, str]:
    return {"$ref": f"#/$defs/{kind.__name__}"}


def commands_printing(name: str) -> tuple[str, ...]:
    """Return the commands that print the answer of a schema; `*` for what any of them may."""
    kind = NAMES[name]
    if kind in _ANYWHERE:
        return ("*",)
    events = ("session --events", "calm --events", "again --events") if kind is practice.Event else ()
    return (*(words or "acu" for words, types in PRINTED.items() if kind in types), *events)


def schema_names() -> others.SchemaNames:
    """Return every schema with what it is the shape of, and which command prints it."""
    listed = (
        others.SchemaName(name=name, about=summary_of(kind), commands=commands_printing(name))
        for name, kind in NAMES.items()
    )
    return others.SchemaNames(names=tuple(NAMES), schemas=tuple(listed))
