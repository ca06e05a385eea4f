"""The source form: every file of a `data/` directory or pack, as records that know their place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from acucli.library.conversion import to_record
from acucli.library.former_fields import renewed
from acucli.library.problems import Problem
from acucli.library.reader import LineNumbers, YamlDocument, read_file, read_text
from acucli.model.kinds import KINDS, Kind


class Located(NamedTuple):
    """A record with its shelf, name, file and lines."""

    shelf: str
    name: str
    record: Any
    file: str
    lines: LineNumbers

    def problem(self, code: str, reason: str, fix: str, *path: object) -> Problem:
        """Return a problem at the field named by `path`."""
        field = ".".join(str(part) for part in path)
        return Problem(code, self.file, self.lines.at(*path), self.name, field, reason, fix)


class Sources(NamedTuple):
    """Everything read from one directory; `notes` are sentences about fields of earlier versions."""

    records: dict[str, dict[str, Located]]
    problems: list[Problem]
    notes: tuple[str, ...] = ()

    def all(self, shelf: str) -> Iterator[Located]:
        """Yield the located records of one shelf."""
        yield from self.records.get(shelf, {}).values()

    def shelf(self, shelf: str) -> dict[str, Any]:
        """Return the records of one shelf by name."""
        return {name: located.record for name, located in self.records.get(shelf, {}).items()}

    def only(self, file: str) -> Sources:
        """Return the records of one file."""
        mine = {
            shelf: {name: item for name, item in records.items() if item.file == file}
            for shelf, records in self.records.items()
        }
        return Sources(mine, [])

    def copy(self) -> Sources:
        """Return the same records on shelves of their own."""
        return Sources({shelf: dict(records) for shelf, records in self.records.items()}, list(self.problems))


def read_directory(directory: Path, shown_as: str = "data") -> Sources:
    """Return every record below `directory`; `shown_as` replaces its path in problems."""
    sources = Sources({kind.shelf: {} for kind in KINDS}, [])
    documents: dict[str, YamlDocument] = {}
    for kind in KINDS:
        for file in sorted(directory.glob(kind.pattern)):
            name = file.relative_to(directory).as_posix()
            if name not in documents:
                documents[name] = _read(file, f"{shown_as}/{name}")
                sources.problems.extend(documents[name].problems)
            _collect(kind, documents[name], f"{shown_as}/{name}", sources)
    _check_sections(documents, shown_as, sources)
    return sources


def read_single_file(path: Path) -> Sources:
    """Return the records of one pack file: a mapping from shelf (`points`, `conditions`, ...) to a list.

    A field of an earlier version is read as what stands in its place today, with a note.
    """
    sources = Sources({kind.shelf: {} for kind in KINDS}, [])
    document = read_file(path, path.name)
    sources.problems.extend(document.problems)
    if document.value is None:
        return sources
    known = {kind.shelf: kind for kind in KINDS if kind.key}
    notes: list[str] = []
    if not isinstance(document.value, dict):
        reason, fix = (
            "a pack is a set of shelves",
            "begin with `points:` or `conditions:` and a list below it",
        )
        sources.problems.append(Problem("Y009", path.name, 1, "", "", reason, fix))
        return sources
    for shelf, items in document.value.items():
        if shelf == "pack":
            continue
        line = document.lines.at(shelf)
        if shelf not in known:
            fix = f"known shelves: {', '.join(known)}"
            sources.problems.append(Problem("R001", path.name, line, "", str(shelf), f"no shelf {shelf!r}", fix))
        else:
            kind = msgspec.structs.replace(known[shelf], section="", single=False)
            read = [renewed(shelf, item) for item in items] if isinstance(items, list) else []
            notes += [f"{path.name}: {item.note}" for item in read if item.note]
            values = [item.value for item in read] if isinstance(items, list) else items
            _collect(kind, YamlDocument(values, document.lines.inside[shelf], ()), path.name, sources)
    return sources._replace(notes=tuple(notes))


def _read(file: Path, shown_as: str) -> YamlDocument:
    if file.suffix == ".md":
        return _read_article(file, shown_as)
    if file.suffix == ".json":
        return _read_json(file, shown_as)
    return read_file(file, shown_as)


def _read_json(file: Path, shown_as: str) -> YamlDocument:
    try:
        return YamlDocument(msgspec.json.decode(file.read_bytes()), LineNumbers(1, {}), ())
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        problem = Problem("Y003", shown_as, 1, "", "", f"is not JSON: {error}", "check brackets and commas")
        return YamlDocument(None, LineNumbers(1, {}), (problem,))


def _read_article(file: Path, shown_as: str) -> YamlDocument:
    """Return an article's front matter, with the text below it as `body`."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return read_file(file, shown_as)
    parts = text.split("---\n", 2)
    if len(parts) != 3 or parts[0].strip():
        reason = "has no front matter"
        fix = "begin with --- and the lines slug, title, summary, then ---"
        return YamlDocument(None, LineNumbers(1, {}), (Problem("Y009", shown_as, 1, "", "", reason, fix),))
    document = read_text(parts[1], shown_as, first_line=2)
    if isinstance(document.value, dict):
        document.value["body"] = parts[2].strip() + "\n"
    return document


def _collect(kind: Kind, document: YamlDocument, file: str, sources: Sources) -> None:
    value, lines = document.value, document.lines
    if value is None:
        if not document.problems:
            sources.problems.append(Problem("Y009", file, 1, "", "", "is empty", "write a record, or remove it"))
        return
    if kind.section:
        if not isinstance(value, dict) or kind.section not in value:
            return
        value, lines = value[kind.section], lines.inside[kind.section]
    if kind.single:
        _add(kind, value, lines, file, sources)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _add(kind, item, lines.inside[index], file, sources)
    else:
        reason, fix = "holds no list of records", "begin each record with a dash: `- code: ...`"
        sources.problems.append(Problem("Y009", file, lines.line, "", "", reason, fix))


def _add(kind: Kind, value: Any, lines: LineNumbers, file: str, sources: Sources) -> None:
    name = str(value.get(kind.key, "")) if isinstance(value, dict) and kind.key else kind.schema
    record, problems = to_record(value, kind.type, name=name or f"({kind.shelf})", file=file, lines=lines)
    sources.problems.extend(problems)
    if record is None:
        return
    shelf = sources.records[kind.shelf]
    if name in shelf:
        first = shelf[name]
        reason = f"{name} stands twice (first in {first.file}:{first.lines.line})"
        sources.problems.append(
            Problem("R005", file, lines.line, name, kind.key, reason, "remove one, or give it another name")
        )
        return
    shelf[name] = Located(kind.shelf, name, record, file, lines)


def _check_sections(documents: dict[str, YamlDocument], shown_as: str, sources: Sources) -> None:
    """Name sections of a file that no kind knows, and those that are missing."""
    wanted: dict[str, set[str]] = {}
    for kind in KINDS:
        if kind.section:
            wanted.setdefault(kind.pattern, set()).add(kind.section)
    for pattern, sections in wanted.items():
        document = documents.get(pattern)
        if document is None or document.value is None:
            continue
        present = set(document.value) if isinstance(document.value, dict) else set()
        for section in sorted(sections ^ present):
            extra = section in present
            reason = f"there is no section {section!r}" if extra else f"the section {section!r} is missing"
            line = document.lines.at(section) if extra else 1
            fix = f"sections of this file: {', '.join(sorted(sections))}"
            code = "R001" if extra else "R002"
            sources.problems.append(Problem(code, f"{shown_as}/{pattern}", line, "", section, reason, fix))
