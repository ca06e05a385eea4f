"""The YAML reader: plain values with the line of every key and item, from parser events alone.

No tags, anchors or aliases; depth, size and count are limited; plain scalars follow the JSON rules only, so
that `no`, `on` and `12:30` stay text. Loading through YAML's own constructors would end the process on deep
nesting and turn `no` into a truth value.
"""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from acucli.host.files import read_plain, reason
from acucli.library.nesting import line_beyond
from acucli.library.problems import Problem

MAX_DEPTH = 20
MAX_BYTES = 4_000_000
MAX_NODES = 400_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_JSON_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?\Z")
_ENDLESS = frozenset({float("inf"), float("-inf")})
_JSON_WORDS: dict[str, object] = {"true": True, "false": False, "null": None}


class LineNumbers(NamedTuple):
    """The line of a value and, for a mapping or list, the lines of what is in it."""

    line: int
    inside: Mapping[Any, LineNumbers]

    def at(self, *path: object) -> int:
        """Return the line of the value at `path`, or of the nearest value around it."""
        here = self
        for part in path:
            if part not in here.inside:
                break
            here = here.inside[part]
        return here.line


_NOTHING_INSIDE: Mapping[Any, LineNumbers] = MappingProxyType({})
"""Inside of every plain value: the library holds a quarter of a million of them."""


class YamlDocument(NamedTuple):
    """What a file held; `value` is None when there were problems that stop reading."""

    value: Any
    lines: LineNumbers
    problems: tuple[Problem, ...]


class _Fault(NamedTuple):
    """What is wrong in a line, and how it is mended."""

    code: str
    line: int
    reason: str
    fix: str


class _StopError(Exception):
    """Reading cannot go on; carries the fault."""

    def __init__(self, code: str, line: int, reason: str, fix: str) -> None:
        super().__init__(reason)
        self.fault = _Fault(code, line, reason, fix)


def read_file(path: Path, shown_as: str) -> YamlDocument:
    """Return the document in the file; every fault of the file itself is a problem, never an exception."""
    try:
        content = read_plain(path, MAX_BYTES)
    except OSError as error:
        if error.errno == errno.EFBIG:
            return _failed(shown_as, "Y006", 1, f"is larger than {MAX_BYTES:,} bytes", "split it into several files")
        return _failed(shown_as, "Y001", 1, f"cannot be read: {reason(error)}", "check the name and the permissions")
    except ValueError:  # a zero byte in the name
        return _failed(shown_as, "Y001", 1, "cannot be read: no file has such a name", "check the name")
    return read_bytes(content, shown_as)


def read_bytes(content: bytes, shown_as: str) -> YamlDocument:
    """Return the document in these bytes; see `read_file`."""
    if len(content) > MAX_BYTES:
        return _failed(shown_as, "Y006", 1, f"is larger than {MAX_BYTES:,} bytes", "split it into several files")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return _failed(shown_as, "Y002", line, "is not UTF-8", "save the file as UTF-8")
    return read_text(text, shown_as)


def read_text(text: str, shown_as: str, first_line: int = 1) -> YamlDocument:
    """Return the document in this text, its lines counted from `first_line`."""
    builder = _Builder(shown_as, first_line)
    try:
        value, lines = builder.build(yaml.parse(text, Loader=_LOADER))
    except _StopError as stop:
        return _failed(shown_as, *stop.fault)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if deep := line_beyond(text[: mark.index + 1] if mark and mark.index else text, MAX_DEPTH):
            return _failed(shown_as, *_too_deep(deep + first_line - 1))
        line = (mark.line if mark else 0) + first_line
        reason = f"is not YAML here: {error.problem or error.context}"
        return _failed(shown_as, "Y003", line, reason, "check indentation, quotes and colons near this line")
    except yaml.YAMLError as error:
        line = text[: getattr(error, "position", 0)].count("\n") + first_line
        return _failed(shown_as, "Y003", line, "holds a character YAML does not allow", "remove it")
    return YamlDocument(value, lines, tuple(builder.problems))


def _too_deep(line: int) -> _Fault:
    return _Fault("Y008", line, f"is nested more than {MAX_DEPTH} levels deep", "flatten it")


def _failed(file: str, code: str, line: int, reason: str, fix: str) -> YamlDocument:
    return YamlDocument(None, LineNumbers(line, _NOTHING_INSIDE), (Problem(code, file, line, "", "", reason, fix),))


class _Frame:
    """One mapping or list under construction."""

    __slots__ = ("inside", "key", "key_line", "line", "value")

    def __init__(self, value: dict[Any, Any] | list[Any], line: int) -> None:
        self.value = value
        self.line = line
        self.inside: dict[Any, LineNumbers] = {}
        self.key: str | None = None
        self.key_line = line


class _Builder:
    """Builds one value from events with an explicit stack; Python's own recursion is never used."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.stack: list[_Frame] = []
        self.nodes = 0
        self.root: tuple[Any, LineNumbers] | None = None
        self._plain_lines = LineNumbers(first_line, _NOTHING_INSIDE)

    def build(self, events: Iterator[Any]) -> tuple[Any, LineNumbers]:
        """Return the value and its lines."""
        documents = 0
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._open(event, {} if kind is yaml.MappingStartEvent else [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._close()
            elif kind is yaml.AliasEvent:
                raise _StopError("Y004", self._line(event), "an alias (*) is not allowed", "write the value out")
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _StopError("Y007", self._line(event), "holds a second document", "remove the line ---")
        return self.root if self.root is not None else (None, LineNumbers(self.first_line, _NOTHING_INSIDE))

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + self.first_line

    def _count(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _StopError("Y006", self._line(event), f"holds more than {MAX_NODES:,} values", "split the file")
        if event.anchor is not None:
            raise _StopError("Y004", self._line(event), "an anchor (&) is not allowed", "write the value out")
        if event.tag is not None:
            raise _StopError("Y004", self._line(event), f"a tag ({event.tag}) is not allowed", "remove the tag")

    def _scalar(self, event: Any) -> None:
        self._count(event)
        line = event.start_mark.line + self.first_line
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.key is None and type(frame.value) is dict:
            self._key(frame, event.value, line)
            return
        if line != self._plain_lines.line:  # values that stand in one line share it
            self._plain_lines = LineNumbers(line, _NOTHING_INSIDE)
        self._add(_plain(event.value) if event.implicit[0] else event.value, self._plain_lines)

    def _key(self, frame: _Frame, key: str, line: int) -> None:
        if key in frame.value:
            first = frame.inside[key].line
            self.problems.append(
                Problem(
                    "Y005",
                    self.file,
                    line,
                    "",
                    key,
                    f"the key {key!r} stands twice (first on line {first})",
                    "remove one of the two",
                )
            )
        frame.key, frame.key_line = key, line

    def _open(self, event: Any, value: dict[Any, Any] | list[Any]) -> None:
        self._count(event)
        line = self._line(event)
        if self.stack and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None:
            raise _StopError("Y003", line, "a key must be a plain word", "put quotes around the key")
        if len(self.stack) >= MAX_DEPTH:
            raise _StopError(*_too_deep(line))
        self.stack.append(_Frame(value, line))

    def _close(self) -> None:
        frame = self.stack.pop()
        self._add(frame.value, LineNumbers(frame.line, frame.inside))

    def _add(self, value: Any, lines: LineNumbers) -> None:
        if not self.stack:
            self.root = (value, lines)
            return
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            frame.inside[len(frame.value)] = lines
            frame.value.append(value)
        else:
            frame.value[frame.key] = value
            same = lines.line == frame.key_line
            frame.inside[frame.key] = lines if same else LineNumbers(frame.key_line, lines.inside)
            frame.key = None


def _plain(text: str) -> object:
    """Return a plain scalar by the JSON rules: null, true, false and numbers; all else is text."""
    if text in _JSON_WORDS:
        return _JSON_WORDS[text]
    if not text:
        return None
    if text[0] in "-0123456789" and _JSON_NUMBER.match(text):
        try:
            number = json.loads(text)
        except ValueError:  # more digits than Python converts
            return text
        return text if number in _ENDLESS else number
    return text
