"""The JSON Schemas that can be asked for: of every answer, of what answers hold, and of every kind of record."""

from __future__ import annotations

from typing import Any

from acucli.cli.printed import PRINTED
from acucli.journal import journal_answers as journal
from acucli.library.field_docs import summary_of
from acucli.library.schemas import DIALECT, schema_of
from acucli.model import answers, practice, timetable_answer
from acucli.model import command_answers as others
from acucli.model.kinds import BY_NAME, BY_PLURAL, KINDS

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
    return (*(words or "acu" for words, types in PRINTED.items() if kind.__name__ in types), *events)


def schema_names() -> others.SchemaNames:
    """Return every schema with what it is the shape of, and which command prints it."""
    listed = (
        others.SchemaName(name=name, about=summary_of(kind), commands=commands_printing(name))
        for name, kind in NAMES.items()
    )
    return others.SchemaNames(names=tuple(NAMES), schemas=tuple(listed))
