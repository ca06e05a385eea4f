"""Journal lines: one event as bytes, and bytes as what can still be read of them.

A plan stands in the file once, on a line of its own under its hash; a start line holds its head and that hash. Lines of
earlier versions hold the whole plan and are read as ever. Lines and heads hold no cycles, so the collector leaves them
alone (`gc=False`): ten years read in half the time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Annotated, NamedTuple

import msgspec

from acucli.model.practice import Event, Plan

VERSION = 1
"""Version of the lines written now; lines of later versions are kept and read as far as they are understood."""
PLAN_VERSION = 2
"""Version of a line that holds a plan: a program of version 1 keeps such lines as they are, without reading them."""
_FAILED = (msgspec.DecodeError, UnicodeDecodeError, ValueError, OverflowError, RecursionError, TypeError)
"""What a line can raise, whatever stands in it."""

# A number that nothing can be summed up with makes its line a damaged one; a century has 3.2e9 seconds.
_Seconds = Annotated[float, msgspec.Meta(ge=-4e9, le=4e9)]
_Minutes = Annotated[int, msgspec.Meta(ge=-2000, le=2000)]
_Count = Annotated[int, msgspec.Meta(ge=-(2**53), le=2**53)]
_Score = Annotated[int, msgspec.Meta(ge=-1000, le=1000)]


class StepHead(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """What a summary needs of a planned step."""

    seconds: _Seconds = 0.0
    code: str = ""
    area: str = ""


class PlanHead(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """What a summary needs of a plan; the words of its steps are skipped while reading."""

    slug: str = ""
    name: str = ""
    kind: str = ""
    conditions: tuple[str, ...] = ()
    total_seconds: _Seconds = 0.0
    steps: tuple[StepHead, ...] = ()


class Line(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One line as far as a summary needs it; see `model.practice.Event` for the fields.

    `plan_id` is the hash of the whole plan, "" where the line holds it itself; a line of the kind "plan" has no `sid`.
    """

    kind: str
    sid: str = ""
    v: int = 1
    seq: _Count = 0
    at: str = ""
    offset_minutes: _Minutes = 0
    mono: _Seconds = 0.0
    step: _Count = 0
    code: str = ""
    area: str = ""
    side: str = ""
    seconds: _Seconds = 0.0
    credited: _Seconds = 0.0
    left: _Seconds = 0.0
    why: str = ""
    text: str = ""
    when: str = ""
    score: _Score | None = None
    plan: PlanHead | None = None
    plan_id: str = ""
    rehearsal: bool = False
    speed: float = 1.0
    resumes: str = ""
    pid: _Count = 0
    host: str = ""
    zone: str = ""


class Read(NamedTuple):
    """The lines of a file in their order, and the raw ones that nobody can read."""

    lines: list[Line]
    damaged: list[bytes]


class Written(NamedTuple):
    """An event as bytes; `plan_line` is the line of its plan, to stand before it where the file does not hold it."""

    line: bytes
    plan_id: str = ""
    plan_line: bytes = b""


class _PlanLine(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    plan_id: str
    plan: Plan


_MANY = msgspec.json.Decoder(Line)
_OBJECT = msgspec.json.Decoder(dict[str, object])
_PLANS = msgspec.json.Decoder(_PlanLine)


def written(event: Event) -> Written:
    """Return the event as one line, its version always written; a plan becomes a line of its own."""
    if event.plan is None:
        return Written(_line(msgspec.json.encode(event), event.v))
    plan = msgspec.json.encode(event.plan)
    plan_id = hashlib.blake2b(plan, digest_size=8).hexdigest()
    fields = msgspec.to_builtins(event)
    fields["plan"] = msgspec.json.decode(plan, type=PlanHead)
    fields["plan_id"] = plan_id
    plan_line = b'{"v":%d,"kind":"plan","plan_id":"%s","plan":%s}\n' % (PLAN_VERSION, plan_id.encode(), plan)
    return Written(_line(msgspec.json.encode(fields), event.v), plan_id, plan_line)


def _line(encoded: bytes, version: int) -> bytes:
    start = b"{" if version != VERSION or encoded.startswith(b'{"v"') else b'{"v":%d,' % VERSION
    return start + encoded[1:] + b"\n"


def line_of(event: Event) -> bytes:
    """Return the event as the line, or the two lines, it takes in a file of its own."""
    made = written(event)
    return made.plan_line + made.line


def read_lines(content: bytes) -> Read:
    """Return every readable line of a journal's content; one damaged line costs only itself."""
    try:
        lines = _MANY.decode_lines(content)
        if all(line.sid or line.plan_id for line in lines):
            return Read([line for line in lines if line.sid], [])
    except _FAILED:
        pass
    found = Read([], [])
    for raw in content.split(b"\n"):
        if not raw.strip():
            continue
        line = read_line(raw)
        if line is not None:
            if line.sid:
                found.lines.append(line)
        elif not is_of_later_version(raw):
            found.damaged.append(raw)
    return found


def read_line(raw: bytes) -> Line | None:
    """Return one line, None when it cannot be read; a line without session and without plan is none."""
    try:
        line = _MANY.decode(raw)
    except _FAILED:
        return None
    return line if line.sid or (line.kind == "plan" and line.plan_id) else None


def is_of_later_version(raw: bytes) -> bool:
    """Tell whether a line that cannot be read was written by a later version, and must be kept as it is."""
    try:
        version = _OBJECT.decode(raw).get("v")
    except _FAILED:
        return False
    return isinstance(version, int) and version > VERSION


def whole_event(raw: bytes, plan_of: Callable[[str], Plan | None] = lambda _: None) -> Event | None:
    """Return the whole event of a line, the plan with every word; None when it cannot be read.

    `plan_of` gives the plan of a hash; an event whose plan is nowhere has none.
    """
    try:
        fields = _OBJECT.decode(raw)
        plan_id = fields.pop("plan_id", "")
        if plan_id:
            fields.pop("plan", None)
        event = msgspec.convert(fields, Event)
    except _FAILED:
        return None
    return msgspec.structs.replace(event, plan=plan_of(plan_id)) if isinstance(plan_id, str) and plan_id else event


def plan_in(raw: bytes) -> tuple[str, Plan] | None:
    """Return hash and plan of a line that holds one, None for any other."""
    try:
        found = _PLANS.decode(raw)
    except _FAILED:
        return None
    return found.plan_id, found.plan


def compacted(raw: bytes) -> Written:
    """Return a line as it is written now: a start line that holds its plan becomes head and plan; others stay."""
    if b'"plan":' in raw and b'"plan_id":' not in raw:
        event = whole_event(raw)
        line = read_line(raw)
        if event is not None and event.plan is not None and line is not None and _loses_nothing(raw, event):
            return written(event)
    return Written(raw.rstrip(b"\n") + b"\n")


def _loses_nothing(raw: bytes, event: Event) -> bool:
    """Tell whether every field of a line is one that is known here: what a later version wrote is not dropped."""
    try:
        return set(_OBJECT.decode(raw)) <= set(event.__struct_fields__)
    except _FAILED:
        return False
