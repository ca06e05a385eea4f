"""The courses' file: read, added to, changed; private and replaced as a whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from acucli.errors import MachineRefused, NothingFound, RecordNotFound, UsageError
from acucli.host.environment import Environment
from acucli.host.files import is_there, make_private_directory, read_plain, reason, write_private
from acucli.host.locks import locked
from acucli.journal.course_schedule import Course, fault_of

VERSION = 1
_MOST_BYTES = 4_000_000


class Kept(NamedTuple):
    """The courses in the order they were made, and what must be said of their file."""

    courses: tuple[Course, ...]
    notes: tuple[str, ...] = ()


class _File(NamedTuple):
    entries: list[dict[str, Any]]
    further: dict[str, Any]
    damaged: bytes


def courses_path(environment: Environment) -> Path:
    """Return the file of the courses."""
    return environment.paths.state / "courses.json"


def load_courses(environment: Environment) -> Kept:
    """Return every course; nothing is written.

    Raises:
        MachineRefused: there is a file and it cannot be opened.
    """
    file = _read(environment)
    shown = environment.home_for(courses_path(environment))
    if file.damaged:
        return Kept((), (f"the courses cannot be read ({shown}); the next change keeps the damaged file beside it",))
    courses, notes = [], []
    for entry in file.entries:
        try:
            course = msgspec.convert(entry, Course)
            fault = fault_of(course)
        except (msgspec.ValidationError, ValueError, RecursionError) as error:
            fault = str(error)
        if fault:
            notes.append(f"{shown}: a course cannot be read and is left as it is ({fault})")
        else:
            courses.append(course)
    return Kept(tuple(courses), tuple(notes))


def find_course(environment: Environment, what: str = "") -> Course:
    """Return the course of that id, slug or beginning of an id; without a word the only one that is not dropped.

    Raises:
        RecordNotFound: there is none.
        UsageError: several fit.
    """
    courses = load_courses(environment).courses
    open_ones = [item for item in courses if not item.dropped]
    exact = [item for item in courses if item.id == what]
    fitting = exact or [item for item in open_ones if not what or item.what == what or item.id.startswith(what)]
    if not fitting:
        if not open_ones:
            raise NothingFound("no course is going on", hint="acu course new headache  begins one")
        raise RecordNotFound("course", what, [item.id for item in open_ones][:3])
    if len(fitting) > 1:
        raise UsageError("several courses fit", hint=f"name one: {', '.join(item.id for item in fitting)}")
    return fitting[0]


def add_course(environment: Environment, course: Course) -> Course:
    """Keep a new course and return it, its id made unique.

    Raises:
        MachineRefused: it cannot be written; nothing was changed.
    """
    made: list[Course] = []

    def change(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
        taken = {entry.get("id") for entry in entries}
        base = course.id or f"{course.what}-{course.started}"
        names = (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3)))
        name = next(name for name in names if name not in taken)
        made.append(msgspec.structs.replace(course, id=name, uid=course.uid or os.urandom(8).hex()))
        return [*entries, msgspec.to_builtins(made[0])]

    _change(environment, change)
    return made[0]


def update_course(environment: Environment, course: Course) -> None:
    """Replace the course of this id; fields of later versions stay.

    Raises:
        MachineRefused: it cannot be written; nothing was changed.
    """

    def change(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
        new = msgspec.to_builtins(course)
        return [{**entry, **new} if entry.get("id") == course.id else entry for entry in entries]

    _change(environment, change)


def drop_course(environment: Environment, course: Course, *, today: str) -> Course:
    """End a course by wish; it stays in the list as dropped."""
    dropped = msgspec.structs.replace(course, dropped=today)
    update_course(environment, dropped)
    return dropped


def _change(environment: Environment, change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> None:
    path = Path(os.path.realpath(courses_path(environment)))
    make_private_directory(path.parent)
    with locked(path):
        file = _read(environment)
        if file.damaged:
            now = datetime.fromtimestamp(environment.clock.wall(), UTC)
            write_private(path.with_name(f"courses.damaged-{now:%Y%m%dT%H%M%SZ}.json"), file.damaged)
        content = {**file.further, "version": file.further.get("version", VERSION), "courses": change(file.entries)}
        write_private(path, msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n")


def _read(environment: Environment) -> _File:
    try:
        path = courses_path(environment)
        if not is_there(path):
            return _File([], {}, b"")
        content = read_plain(path, _MOST_BYTES)
    except OSError as error:
        raise MachineRefused(f"the courses cannot be read: {reason(error)}") from error
    try:
        found = msgspec.json.decode(content, type=dict[str, Any])
    except (msgspec.DecodeError, ValueError, RecursionError):
        return _File([], {}, content)
    entries = found.pop("courses", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        return _File([], {}, content)
    return _File(entries, found, b"")
