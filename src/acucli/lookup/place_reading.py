"""Places: points asked for by where they lie, a region ("points on the forearm") or a spot ("hollow in front of the
ear").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from acucli.lookup.decoded_indexes import phrases_of, point_words_of, remembered, word_lists_of, word_tables_of
from acucli.lookup.place_scoring import other_words, score_places, shortest
from acucli.lookup.query_result import PointsAskedFor
from acucli.lookup.vocabulary import is_medical
from acucli.model.library import Library
from acucli.model.points import Point
from acucli.text.place_vocabulary import PlaceVocabulary
from acucli.text.tokens import Word

_MOST_WORDS = 20
_MOST_PLACES = 4
_NEAR_BEST = 0.8
"""The share of the best score from which a place may be meant, too."""
_LEAST = 0.55
"""The share of what was said that a place must hold."""
_SURE = 0.8
"""The score from which nothing is said of how well a place fits."""
_CLAUSES = frozenset({"where", "when", "if", "as", "while", "that", "which"})
"""Words behind which a clause tells what one does to find a place: "when I make a fist"."""
_MOST_OTHERS = 3
"""Words of no place that a description may hold, clauses aside."""
_SHAPES = frozenset({"hollow", "crease", "corner", "tip", "web", "middle", "between", "end", "base", "notch", "cord"})


def read_region(words: Sequence[Word], library: Library) -> PointsAskedFor | None:
    """Return the points of the part of the body that a query asks for ("foot points"), None where it asks for none."""
    lists = word_lists_of(library)
    said = [word.text for word in words]
    if len(said) > _MOST_WORDS or not lists.asking_for_point.intersection(said):
        return None
    plain = _bare(said, library)
    regions = _regions(library).get(plain) or _regions(library).get(plain.removesuffix("s"))
    if not regions:
        return None
    return PointsAskedFor(tuple(code for code in library.points if _lies_in(library.points[code], regions)), plain)


@remembered
def _regions(library: Library) -> dict[str, tuple[str, ...]]:
    return {_bare(said.split(), library): regions for said, regions in point_words_of(library).regions.items()}


def _bare(said: Sequence[str], library: Library) -> str:
    return " ".join(word for word in said if word not in word_lists_of(library).asking_for_place)


def _lies_in(point: Point, regions: Sequence[str]) -> bool:
    own = {part.strip() for part in point.press_region.split(";")}
    for region in regions:
        name, _, side = region.partition(":")
        if name in own and side in point.surface:
            return True
    return False


def points_in(said: str, codes: Iterable[str], library: Library) -> tuple[str, ...]:
    """Return those of some points that lie in a region or at a place that words name, none where they name none."""
    plain = _bare(said.split(), library)
    regions = _regions(library).get(plain) or _regions(library).get(plain.removesuffix("s"))
    if regions:
        return tuple(code for code in codes if _lies_in(library.points[code], regions))
    read = _vocabulary(library).read(said.split())
    if read.others or not read.told:
        return ()
    scores = score_places(read.told, (), library)
    return tuple(code for code in codes if scores[code] >= _LEAST)


def read_place(words: Sequence[Word], library: Library) -> PointsAskedFor | None:
    """Return the points that lie at a described place, None where the query is no description of one.

    Most words must be such as describe a place: a lump, a pain or a rash in front of the ear is no place. Words that
    tell nothing of it are left out where they are harmless, and named in the answer.
    """
    said = tuple(word.text for word in words)
    if not 2 <= len(said) <= _MOST_WORDS:
        return None
    read = _vocabulary(library).read(said)
    others = [words[place] for place in read.others]
    if not _describes(read.told, words, library) or not _is_harmless(words, read.others, library):
        return None
    helping = {word.stem for word in others} & other_words(library)
    scores = score_places(read.told, helping, library)
    best = max(scores.values(), default=0.0)
    if best < _LEAST:
        return None
    near = [code for code, score in scores.items() if score >= max(best * _NEAR_BEST, _LEAST)]
    near.sort(key=lambda code: (-round(scores[code], 2), shortest(code, library)))
    left = tuple(word.text for word in others if word.stem not in helping)
    return PointsAskedFor(tuple(near[:_MOST_PLACES]), " ".join(said), left, _note(len(near), best))


def _note(count: int, best: float) -> str:
    """Return what is said of how surely a description was read, nothing where it fits one place well."""
    if best < _SURE:
        return "read as the description of a place: no point fits all of it, those nearest come first"
    return "read as the description of a place: it fits several points, the likeliest first" if count > 1 else ""


def _is_harmless(words: Sequence[Word], others: Iterable[int], library: Library) -> bool:
    """Tell whether the words of no place may be left out: none says what is wrong, and none is what is asked about.

    Outside of a clause ("when I make a fist") they are few, and such as the library describes places with.
    """
    lists = word_lists_of(library)
    in_clause = next((place for place, word in enumerate(words) if word.text in _CLAUSES), len(words))
    first = next((place for place, word in enumerate(words) if word.text not in lists.asking_for_place), 0)
    if any(word.text in lists.no_place_with for word in words[:in_clause]):
        return False
    left = 0
    for place in others:
        word = words[place]
        if _tells_of_trouble(word, library) and (place < in_clause or word.stem not in other_words(library)):
            return False
        if place < in_clause:
            left += 1
            if place == first or left > _MOST_OTHERS or word.stem not in other_words(library):
                return False
    return not _is_about_bump(words, first, library)


def _tells_of_trouble(word: Word, library: Library) -> bool:
    lists, literal = word_lists_of(library), phrases_of(library).literal
    if word.text in lists.body_changes or word.text in literal or is_medical(word.text, library):
        return True
    felt = bool(word_tables_of(library).sensations.places_in([word.stem]))
    return felt and word.stem not in lists.weak_sensations


def _is_about_bump(words: Sequence[Word], first: int, library: Library) -> bool:
    """Tell whether a bump is what is asked about ("bump behind the ear"), not one that shows where ("ankle bump")."""
    bumps, said = word_lists_of(library).bumps, [word.text for word in words]
    return any(
        word in bumps
        and (place == first or said[place - 1] in {"a", "my"})
        and not _vocabulary(library).is_in_phrase(said, place)
        for place, word in enumerate(said)
    )


def _describes(asked: Sequence[str], words: Sequence[Word], library: Library) -> bool:
    """Tell whether a part of the body is named, and where at it: of the speaker's own one a shape must be named."""
    relations = word_lists_of(library).place_relations
    if not any(word not in relations and not word.startswith("@") for word in asked):
        return False
    asks = bool(word_lists_of(library).asking_for_point.intersection(word.text for word in words))
    own = any(word.text in {"my", "mine"} for word in words)
    if any(word.startswith("@") for word in asked):
        return True
    told = set(asked) & (_SHAPES if own and not asks else relations)
    return bool(told)


@remembered
def _vocabulary(library: Library) -> PlaceVocabulary:
    lists = word_lists_of(library)
    small = lists.stop | lists.asking_for_place
    return PlaceVocabulary(point_words_of(library).places, lists.place_relations, small)
