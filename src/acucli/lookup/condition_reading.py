"""Conditions: what somebody complains of, read from a word, a phrase or a whole sentence in the default language."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

from acucli.lookup.bodyparts import is_compound, names_part, part_spans, read_parts
from acucli.lookup.decoded_indexes import phrases_of, traits_in, word_lists_of, word_tables_of
from acucli.lookup.denial import denied_positions
from acucli.lookup.phrase_table import Found
from acucli.lookup.query_result import ConditionHow, ConditionReading
from acucli.model.indexes import DEFAULT_LANGUAGE
from acucli.model.library import Library
from acucli.text.tokens import Word

_LONGEST_PHRASE_WORDS = 9
_LOOSE_WORDS = 3
"""Loud words that may stand between those of a phrase taken in any order."""


class _Phrase(msgspec.Struct, frozen=True):
    text: str
    words: tuple[str, ...]
    slugs: tuple[str, ...]


class _Match(msgspec.Struct, frozen=True):
    places: tuple[int, ...]
    phrase: _Phrase
    how: ConditionHow
    weight: tuple[int, int, int]


def read_conditions(words: Sequence[Word], library: Library) -> tuple[ConditionReading, ...]:
    """Return the conditions the words speak of, in the order of the sentence; denied ones are left out."""
    if not words:
        return ()
    denied = denied_positions(words, library)
    idioms = [set(range(idiom.start, idiom.end)) for idiom in _idioms_in(words, library)]
    closed = frozenset(place for idiom in idioms for place in idiom)
    matches = _chosen([*_literal(words, denied, idioms, library), *_loose(words, denied, closed, library)])
    taken = {place for match in matches for place in match.places}
    found: list[tuple[int, ConditionReading]] = []
    for match in matches:
        found.extend((match.places[0], reading) for reading in _readings(match))
    for part in read_parts(words, denied, taken | closed, library):
        if part.slug in library.conditions:
            reading = ConditionReading(slug=part.slug, matched=part.matched, how="body-part")
            found.append((min(part.places), reading))
    found.sort(key=lambda item: item[0])
    kept: dict[str, ConditionReading] = {}
    for _, reading in found:
        kept.setdefault(reading.slug, reading)
    return tuple(kept.values())


def _readings(match: _Match) -> Iterator[ConditionReading]:
    for slug in match.phrase.slugs:
        yield ConditionReading(slug=slug, matched=match.phrase.text, how=match.how)


def _idioms_in(words: Sequence[Word], library: Library) -> Iterator[Found]:
    return word_tables_of(library).idioms.all_in([word.stem for word in words])


def _literal(
    words: Sequence[Word], denied: Collection[int], idioms: Sequence[set[int]], library: Library
) -> Iterator[_Match]:
    """Find phrases word for word, the longest at each place.

    An idiom closes its words, unless the phrase says more than the idiom ("under the weather", not "the weather").
    """
    literal, stop = phrases_of(library).literal, word_lists_of(library).stop
    texts = [word.text for word in words]
    for start in range(len(words)):
        if start in denied:
            continue
        for end in range(min(len(words), start + _LONGEST_PHRASE_WORDS), start, -1):
            text = " ".join(texts[start:end])
            said = literal.get(text)
            if said is None or words[start].sentence != words[end - 1].sentence:
                continue
            places = tuple(range(start, end))
            if any(idiom.intersection(places) and not idiom < set(places) for idiom in idioms):
                continue
            how, _, slugs = said.partition(":")
            loud = tuple(word.stem for word in words[start:end] if word.stem not in stop)
            phrase = _Phrase(text, loud, tuple(slugs.split(",")))
            if _may_stand(words, places, phrase, library):
                is_name = how == "name"
                yield _Match(places, phrase, "name" if is_name else "synonym", (len(loud) or 1, len(places), is_name))
                break


def _are_free(places: Collection[int], closed: Collection[int]) -> bool:
    """Tell whether none of the places is closed."""
    return not any(place in closed for place in places)


def _loose(
    words: Sequence[Word], denied: Collection[int], closed: Collection[int], library: Library
) -> Iterator[_Match]:
    """Find phrases by their loud words, in any order, near each other in one sentence."""
    loose, stop = phrases_of(library).loose, word_lists_of(library).stop
    by_stem: dict[str, list[int]] = {}
    loud: list[int] = []
    for place, word in enumerate(words):
        if word.stem not in stop:
            by_stem.setdefault(word.stem, []).append(place)
            loud.append(place)
    said = frozenset(by_stem)
    rank = {place: number for number, place in enumerate(loud)}
    spans = [span.intersection(loud) for span in part_spans(words, library)]
    for stem, places in by_stem.items():
        for phrase in _phrases_at(loose.get(stem, "")):
            if not said.issuperset(phrase.words):
                continue
            for anchor in places:
                found = _around(anchor, phrase, by_stem, rank, words)
                if not found or found[0] in denied or not _are_free(found, closed):
                    continue
                if any(place in denied for place in found) or not _may_stand(words, found, phrase, library):
                    continue
                if _is_torn(found, phrase, words, library) or _is_turned(found, phrase, library):
                    continue
                if any(span.intersection(found) and not span.issubset(found) for span in spans):
                    continue
                ordered = all(a < b for a, b in pairwise(found))
                yield _Match(tuple(sorted(found)), phrase, "word", (len(phrase.words), 0, int(ordered)))


@lru_cache(maxsize=2048)
def _phrases_at(lines: str) -> tuple[_Phrase, ...]:
    found = []
    for line in lines.split("\n") if lines else ():
        words, slugs, text = line.split("\t")
        found.append(_Phrase(text, tuple(words.split()), tuple(slugs.split(","))))
    return tuple(found)


def _is_torn(places: Sequence[int], phrase: _Phrase, words: Sequence[Word], library: Library) -> bool:
    """Tell whether the words belong to two things ("headache and nausea") rather than to this phrase."""
    first, last = min(places), max(places)
    if len(places) < 2:
        return False
    between = {word.text for word in words[first:last]}
    if " and " not in phrase.text and ("and" in between or words[first].clause != words[last].clause):
        return True
    if len(places) != 2 or last - first == 1:
        return False
    loud = sum(word.stem not in word_lists_of(library).stop for word in words[first + 1 : last])
    if is_compound(phrase.words, library):
        return True
    return not names_part(phrase.words, library) and loud > (1 if places[0] < places[1] else 0)


def _is_turned(places: Sequence[int], phrase: _Phrase, library: Library) -> bool:
    """Tell whether a word that denies stands behind what it would deny: "hungry, not sick" is no "not hungry"."""
    denying = traits_in(library, DEFAULT_LANGUAGE).denial_before
    return any(
        word in denying and any(other < place for other in places[number + 1 :])
        for number, (word, place) in enumerate(zip(phrase.words, places, strict=True))
    )


def _around(
    anchor: int, phrase: _Phrase, by_stem: dict[str, list[int]], rank: dict[int, int], words: Sequence[Word]
) -> tuple[int, ...]:
    """Return the place of each word of the phrase nearest to the anchor, nothing when they stand too far apart."""
    found: list[int] = []
    for word in phrase.words:
        free = [place for place in by_stem[word] if place not in found]
        if not free:
            return ()
        found.append(min(free, key=lambda place: (abs(place - anchor), place)))
    first, last = min(found), max(found)
    near = rank[last] - rank[first] <= len(found) - 1 + (_LOOSE_WORDS if len(found) > 1 else 0)
    return tuple(found) if near and words[first].sentence == words[last].sentence else ()


def _may_stand(words: Sequence[Word], places: Sequence[int], phrase: _Phrase, library: Library) -> bool:
    """Tell whether an everyday word is used here as a complaint."""
    lists = word_lists_of(library)
    first, last = min(places), max(places)
    if len(phrase.words) > 1 or not lists.everyday_complaints.intersection(
        word.text for word in words[first : last + 1]
    ):
        return True
    clause = [word for word in words if word.clause == words[first].clause]
    others = [word for word in clause if word.stem not in lists.weak and word not in words[first : last + 1]]
    if not others:
        return True
    after = words[last + 1] if last + 1 < len(words) and words[last + 1].clause == words[last].clause else None
    free = after is None or after.stem in lists.weak or after.text in lists.complaint_followers
    if free and words[first].text in lists.noun_complaints and first and words[first - 1].stem in lists.stop:
        return True
    before = words[first - 1] if first and words[first - 1].clause == words[first].clause else None
    return free and (before is None or before.stem in lists.complaint_introducers)


def _chosen(matches: list[_Match]) -> list[_Match]:
    """Return the matches that say most, none over the words of another."""
    chosen: list[_Match] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda match: (match.weight, -match.places[0]), reverse=True):
        if not taken.intersection(match.places):
            chosen.append(match)
            taken.update(match.places)
    return sorted(chosen, key=lambda match: match.places)
