"""Signs: groups of words near each other, tried against a query in one language."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, product
from types import MappingProxyType

import msgspec

from acucli.lookup.decoded_indexes import PatternTables
from acucli.lookup.denial import is_denied_in_letters
from acucli.lookup.phrase_table import Found, PhraseTable
from acucli.model.indexes import LanguageTraits, WordPatterns
from acucli.text.fold import fold_letters
from acucli.text.packed_words import packed_numbers, unpacked_numbers

_MOST_HITS = 8
_MOST_DIGITS = 4
_ABOUT = 6
_WELL = 2
_OF_TIME = 7
_DIGITS = re.compile(r"\d+")
_NOTHING: Mapping[int, int] = MappingProxyType({})


class Hit(msgspec.Struct, frozen=True, order=True):
    """A form found in the query: the first and last position it covers."""

    start: int
    end: int


class Raised(msgspec.Struct, frozen=True):
    """A record that the query raises; `hits` are the words that did it, `more` those of its further lines that fit."""

    kind: str
    id: str
    hits: tuple[Hit, ...]
    more: tuple[tuple[Hit, ...], ...] = ()

    @property
    def lines(self) -> int:
        """Return how many lines fit."""
        return 1 + len(self.more)

    @property
    def places(self) -> set[int]:
        """Return every place that the words of any line cover."""
        return {place for hits in (self.hits, *self.more) for hit in hits for place in range(hit.start, hit.end + 1)}


class ClassSaid(msgspec.Struct, frozen=True, order=True):
    """A word class that a query says: where, and how: "" if it is so, "!" if it is denied, "<" if it is set aside."""

    place: int
    end: int
    name: str
    how: str


def classes_in_words(
    tables: PatternTables,
    keys: Sequence[str],
    denied: Collection[int],
    clauses: Sequence[int],
    behind: Mapping[int, int] = _NOTHING,
) -> list[ClassSaid]:
    """Return every word class that the words say, from left to right; see `raised_by_words`."""
    forms = _forms_in_words(tables.forms, tuple(keys))
    if not forms.said:
        return []
    found = forms.atoms
    kept = _without(found, lambda hit: hit.start in denied or hit.end in behind) if denied or behind else found
    return _classes(tables, forms, _QueryAtoms(found, kept, _now(kept, tables.signs, found, clauses)))


def classes_in_letters(tables: PatternTables, text: str, traits: LanguageTraits) -> list[ClassSaid]:
    """Return every word class that a text of a language without blanks says, from left to right."""
    plain = fold_letters(text)
    forms = _forms_in_letters(tables.forms, plain, None)
    found = forms.atoms
    kept = _without(found, lambda hit: is_denied_in_letters(plain, hit.start, hit.end + 1, traits))
    return _classes(tables, forms, _QueryAtoms(found, kept, _now(kept, tables.signs, found, [0] * len(plain))))


def _classes(tables: PatternTables, forms: _Forms, query: _QueryAtoms) -> list[ClassSaid]:
    said: list[ClassSaid] = []
    kept: set[Hit] = set().union(*query.kept.values())
    now = kept if query.now is query.kept else set().union(*query.now.values())
    for hit, numbers in forms.said:
        how = "" if hit in now else "<" if hit in kept else "!"
        said.extend([ClassSaid(hit.start, hit.end, name, how) for name in tables.classes_of(numbers)])
    return sorted(said)


def raised_by_words(
    tables: PatternTables,
    keys: Sequence[str],
    denied_in: Callable[[], Collection[int]],
    clauses: Sequence[int] = (),
    behind: Mapping[int, int] = _NOTHING,
) -> list[Raised]:
    """Return every record that words raise, in the records' own order.

    `keys` are the words as compared, `denied_in` returns the positions of those under a denial; it is asked only where
    any form is found. `clauses` number the clause of every word; without them all stand in one. `behind` are the places
    that a later word denies, with its own place (`denial.denials_behind`).
    """
    forms = _forms_in_words(tables.forms, tuple(keys))
    if not forms.said and not any(map(str.isdecimal, keys)):
        return []
    found = _with_numbers(forms.atoms, tables.signs, keys)
    if not found:
        return []
    denied = denied_in()
    kept = _without(found, lambda hit: hit.start in denied) if denied else found
    now = _now(kept, tables.signs, found, clauses or [0] * len(keys))
    return _raised(tables, forms, _QueryAtoms(found, kept, now), _hits(tables.idioms, keys), behind)


def set_aside(
    tables: PatternTables, keys: Sequence[str], denied: Collection[int], clauses: Sequence[int]
) -> frozenset[int]:
    """Return the positions of words that are denied, long over or only read about, though a sign knows them."""
    found = _hits(tables.forms, keys)
    if not found:
        return frozenset()
    now = _now(_without(found, lambda hit: hit.start in denied), tables.signs, found, clauses)
    so_now = {hit.start for hits in now.values() for hit in hits}
    return frozenset(hit.start for hits in found.values() for hit in hits if hit.start not in so_now)


def clauses_set_aside(tables: PatternTables, keys: Sequence[str], clauses: Sequence[int]) -> frozenset[int]:
    """Return the clauses that say of themselves that something is long over, only read about, or well."""
    signs, found = tables.signs, _hits(tables.forms, keys)
    aside = (signs.long_ago, signs.studied, signs.all_well)
    hits = [hit for atoms in aside for hit in _hits_of(atoms, found)]
    return frozenset(clauses[hit.start] for hit in hits)


def idioms_said(tables: PatternTables, keys: Sequence[str]) -> frozenset[str]:
    """Return the ids of the records for which the words hold an idiom."""
    return frozenset(tables.signs.records[number][1] for number in _hits(tables.idioms, keys))


def raised_by_letters(tables: PatternTables, text: str, traits: LanguageTraits) -> list[Raised]:
    """Return every record that a text of a language without blanks raises, with its words of degree or without."""
    plain, bare = fold_letters(text), fold_letters(text, traits.intensifiers)
    found = _raised_by_letters(tables, plain, traits)
    if bare == plain:
        return found
    known = {item.id for item in found}
    return [*found, *(item for item in _raised_by_letters(tables, bare, traits) if item.id not in known)]


def _raised_by_letters(tables: PatternTables, plain: str, traits: LanguageTraits) -> list[Raised]:
    forms = _forms_in_letters(tables.forms, plain, traits)
    found = _copied(forms.atoms)
    for number in _DIGITS.finditer(plain):
        if not tables.signs.counted or not plain.startswith(tables.signs.counted, number.end()):
            _add_number(found, tables.signs, number.group(), Hit(number.start(), number.end() - 1))
    now = _now(found, tables.signs, found, [0] * len(plain))
    idioms = _forms_in_letters(tables.idioms, plain, None).atoms
    return _raised(tables, forms, _QueryAtoms(found, found, now), idioms)


def _without(atoms: dict[int, list[Hit]], is_out: Callable[[Hit], bool]) -> dict[int, list[Hit]]:
    """Return the atoms without some of their hits; many atoms share a hit, which is looked at once."""
    out = set(filter(is_out, set().union(*atoms.values())))
    if not out:
        return atoms
    kept = {atom: [hit for hit in hits if hit not in out] for atom, hits in atoms.items()}
    return {atom: hits for atom, hits in kept.items() if hits}


def _now(
    kept: dict[int, list[Hit]], signs: WordPatterns, found: dict[int, list[Hit]], clauses: Sequence[int]
) -> dict[int, list[Hit]]:
    """Return what is so now: not long over ("years ago", and not so again), nor only read about, nor "fine"."""
    long_ago = _hits_of(signs.long_ago, found)
    studied = _hits_of(signs.studied, found)
    all_well = _hits_of(signs.all_well, kept)  # "not normal" is not well
    if not long_ago and not studied and not all_well:
        return kept
    again = _left(_hits_of(signs.again, found), long_ago)  # the "back" of "ten years back" is no return

    def is_aside(hit: Hit) -> bool:
        if any(0 < word.start - hit.end <= _WELL and clauses[word.start] == clauses[hit.end] for word in all_well):
            return True
        return any(_gap(hit, word) <= _ABOUT for word in studied) or any(
            _belongs_to(hit, word, clauses) and not any(_stands_between(one, hit, word) for one in again)
            for word in long_ago
        )

    return _without(kept, is_aside)


def _gap(hit: Hit, other: Hit) -> int:
    return max(other.start - hit.end, hit.start - other.end, 0)


def _belongs_to(hit: Hit, long_ago: Hit, clauses: Sequence[int]) -> bool:
    """Tell whether words of time are said of this hit: in its own clause, or first in the next one."""
    if _gap(hit, long_ago) > _OF_TIME:
        return False
    apart = clauses[long_ago.start] - clauses[hit.end]
    first = max(0, long_ago.start - 2)
    return apart == 0 or (apart == 1 and clauses[first] == clauses[hit.end] and hit.end < long_ago.start)


def _stands_between(again: Hit, hit: Hit, long_ago: Hit) -> bool:
    return min(hit.start, long_ago.start) - 3 <= again.start <= max(hit.end, long_ago.end) and again != long_ago


def _with_numbers(found: dict[int, list[Hit]], signs: WordPatterns, keys: Sequence[str]) -> dict[int, list[Hit]]:
    """Return what was found with the numbers written in digits; "400 mg" and "twenty minutes" are no amounts."""
    if found.keys().isdisjoint(signs.amounts) and not any(map(str.isdecimal, keys)):
        return found

    def is_counted(place: int) -> bool:
        return place + 1 < len(keys) and keys[place + 1] in signs.counted

    found = _copied(found)
    for place, key in enumerate(keys):
        if key.isdecimal() and not is_counted(place):
            _add_number(found, signs, key, Hit(place, place))
    for atom in signs.amounts:
        if atom in found:
            found[atom] = [hit for hit in found[atom] if not is_counted(hit.end)]
    return found


def _add_number(found: dict[int, list[Hit]], signs: WordPatterns, digits: str, hit: Hit) -> None:
    if len(digits) > _MOST_DIGITS:
        return
    value = int(digits)
    for atom, least, most in signs.ranges:
        if least <= value <= most:
            found.setdefault(atom, []).append(hit)


class _Forms(msgspec.Struct, frozen=True):
    """The forms in a query: where each stands, with its numbers as they are packed, and the places of each number."""

    said: list[tuple[Hit, str]]
    atoms: dict[int, list[Hit]]


def _forms_in_letters(table: PhraseTable, plain: str, traits: LanguageTraits | None) -> _Forms:
    """Return the forms of a text without blanks; denied ones are left out where `traits` tell what denies."""
    return _forms(
        form
        for form in table.within(plain)
        if traits is None or not is_denied_in_letters(plain, form.start, form.end, traits)
    )


@lru_cache(maxsize=64)
def _forms_in_words(table: PhraseTable, keys: tuple[str, ...]) -> _Forms:
    """Return the forms of a table, remembered: the signs and the second net ask for the same ones."""
    return _forms(table.all_in(keys))


def _forms(found: Iterable[Found]) -> _Forms:
    said = [(Hit(form.start, form.end - 1), form.meaning) for form in found]
    atoms: dict[int, list[Hit]] = {}
    for hit, numbers in said:
        for number in unpacked_numbers(numbers):
            atoms.setdefault(number, []).append(hit)
    return _Forms(said, atoms)


def _hits(table: PhraseTable, keys: Sequence[str]) -> dict[int, list[Hit]]:
    """Return the hits of a table, which are shared: whoever adds to them takes a copy."""
    return _forms_in_words(table, tuple(keys)).atoms


def _copied(hits: dict[int, list[Hit]]) -> dict[int, list[Hit]]:
    return {number: [*own] for number, own in hits.items()}


class _QueryAtoms(msgspec.Struct, frozen=True):
    """The atoms of a query: all that are said, those that are not denied, and those that are so now."""

    said: dict[int, list[Hit]]
    kept: dict[int, list[Hit]]
    now: dict[int, list[Hit]]


def _raised(
    tables: PatternTables,
    forms: _Forms,
    query: _QueryAtoms,
    idioms: dict[int, list[Hit]],
    behind: Mapping[int, int] = _NOTHING,
) -> list[Raised]:
    """Return the records of which a group is there; idioms of several parts are added to the plain ones."""
    signs = tables.signs
    groups = _groups_to_try(tables, forms, query.said.keys() - forms.atoms.keys())
    idioms = _copied(idioms)
    for group in groups:
        if group.takes_out and group.is_there(query.said):
            hits = _nearest([_hits_of(part, query.said) for part in group.parts], group)
            idioms.setdefault(group.owner, []).extend(hits)
    found: dict[int, list[tuple[Hit, ...]]] = {}
    for group in groups:
        atoms = query.kept if group.owner in signs.lasting else query.now
        if group.takes_out or not group.is_there(atoms):
            continue
        taken_out = idioms.get(group.owner, [])
        hits = _nearest([_left(_hits_of(part, atoms), taken_out) for part in group.parts], group, behind)
        if hits:
            found.setdefault(group.owner, []).append(hits)
    return [Raised(*signs.records[number], hits[0], tuple(hits[1:])) for number, hits in sorted(found.items())]


class _Group(msgspec.Struct, frozen=True):
    """A group taken apart; `takes_out` marks an idiom of several parts."""

    owner: int
    takes_out: bool
    near: int
    apart: bool
    ordered: bool
    parts: tuple[tuple[int, ...], ...]

    def is_there(self, atoms: dict[int, list[Hit]]) -> bool:
        """Tell whether each part has an atom among these."""
        return not any(map(atoms.keys().isdisjoint, self.parts))


def _groups_to_try(tables: PatternTables, forms: _Forms, digits: Iterable[int]) -> list[_Group]:
    """Return the groups of which the rarest part may be there: by forms, and by the atoms of numbers in digits."""
    numbers = {numbers for _, numbers in forms.said}.union(packed_numbers([atom]) for atom in digits)
    lines = tables.signs.groups
    return [_group(lines[number]) for number in sorted(set().union(*map(tables.groups_at, numbers)))]


@lru_cache(maxsize=4096)
def _group(line: str) -> _Group:
    owner, near, *parts = line.split()
    atoms = tuple(tuple(int(atom) for atom in part.split(",")) for part in parts)
    return _Group(
        owner=int(owner.lstrip("-")),
        takes_out=owner.startswith("-"),
        near=int(near.rstrip("/>")),
        apart=near.endswith(("/", ">")),
        ordered=near.endswith(">"),
        parts=atoms,
    )


def _hits_of(part: tuple[int, ...], atoms: dict[int, list[Hit]]) -> list[Hit]:
    if len(part) == 1:
        return atoms.get(part[0], [])
    return sorted({hit for atom in part for hit in atoms.get(atom, ())})


def _left(hits: list[Hit], taken_out: list[Hit]) -> list[Hit]:
    if not taken_out:
        return hits
    return [hit for hit in hits if not any(out.start <= hit.end and hit.start <= out.end for out in taken_out)]


def _nearest(parts: list[list[Hit]], group: _Group, behind: Mapping[int, int] = _NOTHING) -> tuple[Hit, ...]:
    best: tuple[int, tuple[Hit, ...]] | None = None
    if not all(parts):
        return ()
    for hits in product(*(part[:_MOST_HITS] for part in parts)):
        width = max(hit.end for hit in hits) - min(hit.start for hit in hits)
        if width > group.near or (best is not None and width >= best[0]):
            continue
        in_turn = hits if group.ordered else sorted(hits)
        if behind and _is_denied(hits, behind):
            continue
        if not group.apart or all(one.end < other.start for one, other in pairwise(in_turn)):
            best = (width, hits)
    return best[1] if best else ()


def _is_denied(hits: Sequence[Hit], behind: Mapping[int, int]) -> bool:
    """Tell whether a later word denies one of the hits, and is no hit of the same sign itself ("no pulse")."""
    deniers = [behind[hit.end] for hit in hits if hit.end in behind]
    return any(not any(hit.start <= place <= hit.end for hit in hits) for place in deniers)
