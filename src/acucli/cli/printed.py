"""Which command prints which answer: for the help of each, for `acu schema`, and for completion."""

from __future__ import annotations

from acucli.render.formats import FORMATS, Format
from acucli.render.renderer import formats_named

PRINTED: dict[str, tuple[str, ...]] = {
    "": ("HomeAnswer", "VersionAnswer"),
    "find": ("FindAnswer",),
    "show": ("RecordAnswer",),
    "list": ("RecordList",),
    "session": ("Timetable", "SessionOffers", "HomeAnswer"),
    "again": ("Timetable",),
    "plan": ("ProposalAnswer",),
    "map": ("MapAnswer",),
    "learn": ("RecordAnswer", "RecordList"),
    "favourite list": ("FavouriteList",),
    "favourite add": ("Done",),
    "favourite drop": ("Done",),
    "profile show": ("ProfileShown",),
    "profile set": ("ProfileShown",),
    "profile clear": ("Done",),
    "journal list": ("SessionList",),
    "journal show": ("SessionShown",),
    "journal stats": ("StatisticsAnswer",),
    "journal helped": ("HelpedAnswer",),
    "journal note": ("Done",),
    "journal undo": ("Done",),
    "journal export": ("JournalExport",),
    "journal import": ("ImportAnswer",),
    "journal compact": ("CompactAnswer",),
    "journal delete": ("Done",),
    "course new": ("CourseBegun",),
    "course show": ("CourseList",),
    "course next": ("CoursesDue",),
    "course drop": ("Done",),
    "course export": ("TextAnswer",),
    "pack new": ("Done",),
    "pack check": ("PackProblems",),
    "pack add": ("Done",),
    "pack list": ("PackList",),
    "pack remove": ("Done",),
    "helplines": ("HelplinesAnswer",),
    "doctor": ("DoctorAnswer",),
    "config show": ("SettingsAnswer",),
    "config set": ("Done",),
    "config unset": ("Done",),
    "schema": ("SchemaNames", "SchemaAnswer"),
    "completion": ("TextAnswer",),
}
"""The names of its types by the words of the command; what stops a request, and why one failed, any may print."""

_BARE = {
    "favourite": "favourite list",
    "profile": "profile show",
    "journal": "journal list",
    "course": "course show",
    "pack": "pack list",
    "config": "config show",
}
"""What a command does that has commands of its own and is given none."""


_BY_THEMSELVES: dict[str, tuple[str, ...]] = {
    "journal export": ("csv", "json", "md", "html"),
    "handout": ("md", "html"),
}
"""The formats of a command that writes its answer by itself, as far as there are such formats."""


def formats_of_command(words: str) -> list[Format]:
    """Return the formats that a command gives; none where it prints no answer."""
    given = set(_BY_THEMSELVES.get(words, ()))
    for answer in printed_by(words):
        given.update(formats_named(answer))
    return [name for name in FORMATS if name in given]


def printed_by(words: str) -> tuple[str, ...]:
    """Return what a command may print; nothing for one that prints no answer, such as `calm` or `help`."""
    return PRINTED.get(_BARE.get(words, words), ())
