"""A pack to begin with: one record that works, and every field of every kind as a remark, made from the model."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from acucli.library.field_docs import fields_of, summary_of
from acucli.library.record_types import records_of
from acucli.model.kinds import BY_SHELF, KINDS, Kind

_HEAD = """\
# A pack: your own records, laid over the bundled library and kept when acucli is updated.
# Check it:  acu pack check {name}.yaml      Use it:  acu pack add {name}.yaml
# A pack may add cautions and limits; it can never take one away.
# Lines that begin with # are remarks: take the # away to use one. What may stand in a field: acu schema routines
"""
_COMPUTED = frozenset({"open"})
_LEFT_OUT = frozenset({"routines", "meridians", "figures"})
"""The one that is written out above, and what nobody adds by hand."""
_WIDTH = 118


def commented_pack(name: str) -> str:
    """Return a pack with a routine of this name that passes the checks, and the other kinds below it as remarks."""
    own = {
        "slug": name,
        "name": '"My own minute"',
        "for": "[stress]",
        "level": "gentle",
        "target_minutes": "2",
        "positions": "[seated]",
        "steps": '[{point: LI10, side: both, seconds: 40, words: "Press slowly into the muscle, then let go slowly."}]',
    }
    lines = [_HEAD.format(name=name).rstrip(), "", *_shelf(BY_SHELF["routines"], own)]
    for kind in KINDS:
        if kind.in_packs and kind.key and kind.shelf not in _LEFT_OUT:
            lines += ["", *_as_remarks(_shelf(kind, {}))]
    return "\n".join(lines) + "\n"


def _shelf(kind: Kind, own: Mapping[str, str]) -> Iterator[str]:
    """Yield a shelf with one record; what is not in `own` stands as a remark where `own` says anything at all."""
    yield from _remark(summary_of(kind.type), "")
    yield f"{kind.shelf}:"
    dash = "- "
    docs = fields_of(kind.type)
    for field in sorted(msgspec.structs.fields(kind.type), key=lambda field: not field.required):
        name = field.encode_name
        if name in _COMPUTED:
            continue
        yield from _remark(docs[name].meaning, "    ")
        used = name in own or not own
        yield f"  {dash if used else '  # '}{name}: {own.get(name, docs[name].example)}"
        dash = "  " if used else dash
    for inner in records_of(kind.type)[1:]:
        yield from _inside(inner.cls)


def _inside(kind: Any) -> Iterator[str]:
    """Yield the fields of a set of fields inside a record, each with what it means."""
    yield from _remark(f"Inside: {summary_of(kind)}", "    ")
    for name, doc in fields_of(kind).items():
        yield from _remark(f"  {name}: {doc.meaning}", "    ", "      ")


def _remark(text: str, indent: str, further: str = "") -> Iterator[str]:
    head = f"{indent}# "
    yield from textwrap.wrap(
        text, _WIDTH, initial_indent=head, subsequent_indent=head + further, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip


def _as_remarks(lines: Iterator[str]) -> Iterator[str]:
    yield from (line if line.startswith("#") else f"# {line}" for line in lines)
