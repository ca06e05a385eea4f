"""Journal lines: one event as bytes, and bytes as what can still be read of them.

Lines and heads hold no cycles, so the collector leaves them alone (`gc=False`): ten years read in half the time.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from acucli.model.practice import Event

VERSION = 1
"""Version of the lines written now; lines of later versions are kept and read as far as they are understood."""


class StepHead(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a summary needs of a planned step."""

    seconds: float = 0.0
    code: str = ""
    area: str = ""


class PlanHead(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a summary needs of a plan; the words of its steps are skipped while reading."""

    slug: str = ""
    name: str = ""
    kind: str = ""
    conditions: tuple[str, ...] = ()
    total_seconds: float = 0.0
    steps: tuple[StepHead, ...] = ()


class Line(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One line as far as a summary needs it; see `model.practice.Event` for the fields."""

    kind: str
    sid: str
    v: int = 1
    seq: int = 0
    at: str = ""
    offset_minutes: int = 0
    mono: float = 0.0
    step: int = 0
    code: str = ""
    area: str = ""
    side: str = ""
    seconds: float = 0.0
    credited: float = 0.0
    left: float = 0.0
    why: str = ""
    text: str = ""
    when: str = ""
    score: int | None = None
    plan: PlanHead | None = None
    rehearsal: bool = False
    speed: float = 1.0
    resumes: str = ""
    pid: int = 0
    host: str = ""
    zone: str = ""


class Read(NamedTuple):
    """The lines of a file in their order, and the raw ones that nobody can read."""

    lines: list[Line]
    damaged: list[bytes]


_MANY = msgspec.json.Decoder(Line)
_OBJECT = msgspec.json.Decoder(dict[str, object])


def line_of(event: Event) -> bytes:
    """Return the event as one line, its version always written."""
    encoded = msgspec.json.encode(event)
    start = b"{" if event.v != VERSION else b'{"v":%d,' % VERSION
    return start + encoded[1:] + b"\n"


def read_lines(content: bytes) -> Read:
    """Return every readable line of a journal's content; one damaged line costs only itself."""
    try:
        return Read(_MANY.decode_lines(content), [])
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    found = Read([], [])
    for raw in content.split(b"\n"):
        if not raw.strip():
            continue
        line = read_line(raw)
        if line is not None:
            found.lines.append(line)
        elif not is_of_later_version(raw):
            found.damaged.append(raw)
    return found


def read_line(raw: bytes) -> Line | None:
    """Return one line, None when it cannot be read."""
    try:
        return _MANY.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def is_of_later_version(raw: bytes) -> bool:
    """Tell whether a line that cannot be read was written by a later version, and must be kept as it is."""
    try:
        found = _OBJECT.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    version = found.get("v")
    return isinstance(version, int) and version > VERSION


def whole_event(raw: bytes) -> Event | None:
    """Return the whole event of a line, the plan with every word; None when it cannot be read."""
    try:
        return msgspec.json.decode(raw, type=Event)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
