"""The build: checked source records become the compiled library."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from acucli.errors import LibraryInvalid
from acucli.library import derived_fields as computed
from acucli.library import index_building as indexes
from acucli.library.checks import all_problems
from acucli.library.compiled import CompiledLibrary, Contents, compiled
from acucli.library.packed_figures import packed_figure
from acucli.library.problems import Problem
from acucli.library.source import Sources, read_directory
from acucli.library.written_records import INDEX, as_written
from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.kinds import KINDS
from acucli.model.lexicon import Lexicon

DATA_VERSION = "2026.11"
"""Version of the bundled data: year and month of its evidence."""


_NEVER_EMPTY = ("points", "cautions", "questions", "red_flags", "held_back", "helplines")
"""Shelves without which nobody would be warned: a folder that holds none of them is no library."""


NOTHING: Mapping[str, Any] = MappingProxyType({})


def compile_directory(directory: str | Path, known: Mapping[str, Any] = NOTHING) -> bytes:
    """Return the compiled form of a `data/` directory; see `compile_sources` for `known`.

    Raises:
        LibraryInvalid: it has problems; nothing is compiled.
    """
    return compile_sources(checked_directory(Path(directory)), known=known)


def checked_directory(directory: Path) -> Sources:
    """Return the records of a `data/` directory.

    Raises:
        LibraryInvalid: it has problems, or whole shelves of it are missing.
    """
    sources = read_directory(directory)
    problems = sources.problems or all_problems(sources)
    if not problems:
        reason, fix = "holds no {}", "the directory of the bundled library was expected here"
        empty = (shelf for shelf in _NEVER_EMPTY if not sources.records[shelf])
        problems = [Problem("Y009", "data", 1, "", shelf, reason.format(shelf), fix) for shelf in empty]
    if problems:
        raise LibraryInvalid(problems)
    return sources


def compile_sources(sources: Sources, *, known: Mapping[str, Any] = NOTHING, for_packs: bool = True) -> bytes:
    """Return the compiled form of checked records with its checksum; the fingerprint is the hash of their content.

    `known` are indexes of another compiled library: what was made of the same words is not made again. `for_packs` is
    false for a library over which no pack will be laid, which need not know what its records were made of.
    """
    shelves = _computed(sources)
    written = _without_words(shelves)
    source = {shelf: sources.shelf(shelf) for shelf in shelves}
    made = {**indexes.lookup_indexes(shelves, known), INDEX: as_written(source, written) if for_packs else {}}
    return compiled(DATA_VERSION, _hash_of(shelves), (), Contents(_packed(written), _names(shelves), made))


def compile_over(base: CompiledLibrary, merged: Sources, notes: tuple[str, ...] = ()) -> bytes:
    """Return the compiled form of a library with packs laid over its records; its own languages stay as they are."""
    shelves = _computed(merged)
    written = _without_words(shelves)
    made = indexes.indexes_over(shelves, base.indexes)
    fingerprint = _hash_of((base.fingerprint, shelves))
    return compiled(base.version, fingerprint, notes, Contents(_packed(written), _names(shelves), made))


def _packed(shelves: Mapping[str, Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Return the shelves as they stand in the file: figures are mostly places, which are kept as short texts."""
    return {**shelves, "figures": {name: packed_figure(figure) for name, figure in shelves["figures"].items()}}


def _hash_of(content: Any) -> str:
    return hashlib.sha256(msgspec.json.encode(content, order="deterministic")).hexdigest()[:12]


def _computed(sources: Sources) -> dict[str, dict[str, Any]]:
    """Return the records by shelf with everything that nobody has to type."""
    shelves = {kind.shelf: sources.shelf(kind.shelf) for kind in KINDS}
    shelves["cautions"] = computed.with_tissue(shelves["cautions"], shelves["points"].values())
    shelves["points"] = computed.with_cautions(shelves["points"].values(), shelves["cautions"].values())
    shelves["meridians"] = computed.with_counts(shelves["meridians"], shelves["points"].values())
    shelves["conditions"] = computed.with_claims(shelves["conditions"].values(), shelves["claims"].values())
    shelves["questions"] = computed.with_expiry(shelves["questions"], shelves["cautions"].values())
    shelves["routines"] = {
        slug: msgspec.structs.replace(
            routine,
            open=computed.is_open(routine, shelves["points"], shelves["areas"], shelves["cautions"]),
        )
        for slug, routine in shelves["routines"].items()
    }
    return shelves


_SAID = frozenset(
    {"language", "name", "crisis", "emergency", "urgent", "may_need_help", "yes_or_no", "numbers"}
)  # fmt: skip
"""Fields of a language that are said; lookup finds all the others in the indexes."""


def _without_words(shelves: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the shelves without the words that lookup finds in the indexes: they would be read at every start."""
    nothing = Lexicon(language=DEFAULT_LANGUAGE, name="")
    unsaid = {field: getattr(nothing, field) for field in Lexicon.__struct_fields__ if field not in _SAID}
    written = {**shelves, "lexicons": _emptied(shelves["lexicons"], unsaid)}
    for shelf in ("red_flags", "held_back"):
        written[shelf] = _emptied(shelves[shelf], {"words": {}, "words_not": {}})
    return written


def _emptied(records: Mapping[str, Any], empty: Mapping[str, Any]) -> dict[str, Any]:
    """Return records with these values instead of their own."""
    return {name: msgspec.structs.replace(record, **empty) for name, record in records.items()}


def _names(shelves: dict[str, dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    return computed.name_index(shelves["points"].values(), shelves["meridians"].values(), _other_names(shelves))


def _other_names(shelves: dict[str, dict[str, Any]]) -> list[tuple[str, str, tuple[str, ...]]]:
    named: list[tuple[str, str, tuple[str, ...]]] = []
    for kind in KINDS:
        if kind.spoken == kind.key:
            named.extend((kind.name, key, ()) for key in shelves[kind.shelf])
        elif kind.spoken:
            named.extend((kind.name, key, (getattr(item, kind.spoken),)) for key, item in shelves[kind.shelf].items())
    for lexicon in shelves["lexicons"].values():
        named.extend(("point", code, names) for code, names in lexicon.points.items() if code in shelves["points"])
    return named
