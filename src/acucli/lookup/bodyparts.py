"""Body part x sensation: the small grammar by which whole sentences name a complaint."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from acucli.lookup.decoded_indexes import sign_words_of, tokenizer_of, word_lists_of, word_tables_of
from acucli.lookup.phrase_table import Found
from acucli.lookup.query_result import ConditionReading
from acucli.lookup.vocabulary import ends_medically, is_real
from acucli.model.indexes import WordLists
from acucli.model.library import Library
from acucli.text.numbers import NUMBER_WORDS
from acucli.text.tokens import Word

NEAR_WORDS = 9
"""Words between a part of the body and what is felt there."""
_MOST_PARTS = 3
"""Parts of the body that one wish may name."""
_SHORT_QUERY = 4
"""Words of a query in which one that nobody knows may stand before a part of the body."""

# What a part and a sensation together mean; "*" stands for any sensation of the general kind (pain, stiff, tight ...).
_MEANS: dict[str, dict[str, str]] = {
    "brain": {"fog": "brain-fog", "race": "worry", "tired": "brain-fog", "pain": "headache"},
    "head": {"*": "headache", "tight": "tension-headache", "spin": "dizziness", "fog": "brain-fog", "itch": "itching"},
    "forehead": {"*": "headache", "tight": "tension-headache", "itch": "itching", "twitch": "headache",
        "race": "headache"},
    "scalp": {"*": "hair-scalp-tension", "itch": "itching"},
    "eyelid": {"*": "eye-strain", "twitch": "eyelid-twitch", "tired": "tired-eyes", "cramp": "eyelid-twitch"},
    "eye": {"*": "eye-strain", "tired": "tired-eyes", "dry": "dry-eye", "burn": "dry-eye", "itch": "hay-fever",
            "twitch": "eyelid-twitch", "run": "hay-fever", "strain": "eye-strain", "swell": "tired-eyes"},
    "ear": {"*": "earache", "ring": "tinnitus", "block": "earache", "full": "earache", "itch": "itching"},
    "nose": {"block": "blocked-nose", "run": "runny-nose", "bleed": "nosebleed", "itch": "hay-fever",
        "*": "sinus-pressure"},
    "sinus": {"*": "sinus-pressure", "block": "blocked-nose", "full": "sinus-pressure"},
    "face": {"*": "sinus-pressure", "full": "sinus-pressure"},
    "jaw": {"*": "jaw-pain", "grind": "teeth-grinding"},
    "tooth": {"*": "toothache", "grind": "teeth-grinding"},
    "gum": {"*": "toothache"},
    "mouth": {"dry": "dry-mouth", "burn": "dry-mouth"},
    "throat": {"*": "sore-throat", "itch": "sore-throat", "dry": "sore-throat", "burn": "sore-throat",
        "lose": "hoarseness",
               "swell": "sore-throat"},
    "voice": {"lose": "hoarseness", "tired": "hoarseness", "weak": "hoarseness"},
    "neck": {"*": "neck-pain", "stiff": "stiff-neck", "cramp": "stiff-neck", "twist": "neck-pain",
        "tired": "neck-pain"},
    "shoulder": {"*": "shoulder-pain", "cramp": "shoulder-pain", "twist": "shoulder-pain", "tired": "shoulder-pain"},
    "upper-back": {"*": "upper-back-pain", "cramp": "upper-back-pain", "burn": "upper-back-pain",
        "twist": "upper-back-pain"},
    "low-back": {"*": "low-back-pain", "cramp": "low-back-pain", "twist": "low-back-pain", "weak": "low-back-pain",
                 "burn": "low-back-pain", "itch": "itching", "tired": "low-back-pain"},
    "arm": {"*": "shoulder-pain", "tired": "desk-wrists", "itch": "itching", "cramp": "desk-wrists"},
    "elbow": {"*": "elbow-pain", "twist": "elbow-pain", "burn": "elbow-pain"},
    "forearm": {"*": "desk-wrists", "tired": "desk-wrists", "cramp": "desk-wrists"},
    "wrist": {"*": "wrist-pain", "numb": "carpal-tunnel", "twist": "wrist-pain", "weak": "wrist-pain",
        "tired": "desk-wrists",
              "burn": "wrist-pain"},
    "hand": {"*": "hand-finger-pain", "numb": "carpal-tunnel", "cold": "cold-hands-feet", "tired": "desk-wrists",
             "cramp": "hand-finger-pain", "weak": "hand-finger-pain", "swell": "hand-finger-pain", "itch": "itching"},
    "finger": {"*": "hand-finger-pain", "numb": "carpal-tunnel", "cold": "cold-hands-feet", "cramp": "hand-finger-pain",
               "swell": "hand-finger-pain"},
    "hip": {"*": "hip-pain", "twist": "hip-pain", "tired": "hip-pain"},
    "buttock": {"*": "sciatica", "cramp": "sciatica", "numb": "sciatica", "burn": "sciatica"},
    "nerve": {"*": "sciatica", "numb": "sciatica", "burn": "sciatica"},
    "thigh": {"*": "sprain-strain", "cramp": "leg-cramps", "twist": "sprain-strain", "tired": "sports-recovery"},
    "knee": {"*": "knee-pain", "swell": "knee-pain", "twist": "knee-pain", "weak": "knee-pain", "burn": "knee-pain",
             "tired": "knee-pain"},
    "calf": {"*": "calf-pain", "cramp": "leg-cramps", "tired": "calf-pain", "twist": "calf-pain", "burn": "calf-pain"},
    "shin": {"*": "calf-pain", "burn": "calf-pain"},
    "leg": {"*": "calf-pain", "cramp": "leg-cramps", "restless": "restless-legs", "twitch": "restless-legs",
            "swell": "swollen-legs", "tired": "sports-recovery", "numb": "sciatica", "itch": "itching"},
    "ankle": {"*": "ankle-sprain", "twist": "ankle-sprain", "weak": "ankle-sprain", "swell": "swollen-legs"},
    "heel": {"*": "heel-pain", "burn": "heel-pain"},
    "foot": {"*": "foot-pain", "tired": "foot-pain", "cold": "cold-hands-feet", "cramp": "leg-cramps",
        "swell": "swollen-legs",
             "burn": "foot-pain", "numb": "foot-pain", "twist": "ankle-sprain", "itch": "itching"},
    "belly": {"*": "belly-ache", "cramp": "belly-ache", "full": "bloating", "swell": "bloating", "upset": "indigestion",
              "burn": "heartburn", "tight": "bloating", "twitch": "belly-ache", "tired": "indigestion",
                  "twist": "belly-ache"},
    "bowel": {"*": "ibs", "loose": "diarrhoea", "block": "constipation", "full": "bloating", "cramp": "ibs",
        "tired": "constipation"},
    "womb": {"*": "period-pain", "cramp": "period-pain"},
    "breast": {"*": "premenstrual"},
    "heart": {"race": "palpitations", "twitch": "palpitations", "burn": "heartburn"},
    "chest": {"burn": "heartburn", "block": "cough"},
    "skin": {"itch": "itching", "dry": "itching", "burn": "itching"},
    "muscle": {"*": "sports-recovery", "tight": "whole-body-tension", "cramp": "leg-cramps", "stiff": "sports-recovery",
               "twist": "sprain-strain", "tired": "sports-recovery", "twitch": "leg-cramps"},
    "joint": {"*": "joint-pain", "swell": "joint-pain", "burn": "joint-pain"},
    "body": {"*": "whole-body-tension", "itch": "itching", "stiff": "morning-stiffness", "tired": "fatigue"},
}  # fmt: skip
_GENERAL = frozenset({"pain", "stiff", "tight"})


class PartReading(msgspec.Struct, frozen=True):
    """A complaint read from a part and a sensation; `places` are the positions of their words."""

    slug: str
    matched: str
    places: tuple[int, ...]


class _Sense(msgspec.Struct, frozen=True, order=True):
    start: int
    end: int
    kind: str
    text: str


def read_parts(
    words: Sequence[Word], denied: Collection[int], taken: Collection[int], library: Library
) -> list[PartReading]:
    """Return the complaints that parts of the body and sensations near them make together, in the query's order.

    `denied` are positions under a denial, `taken` those already understood: neither speaks here.
    """
    tables, lists = word_tables_of(library), word_lists_of(library)
    stems = [word.stem for word in words]
    if not any(stem in tables.parts for stem in stems):
        return []
    figures = tables.figures.places_in(stems)
    parts = [_sense(part, words) for part in tables.parts.longest_in(stems, figures | set(taken))]
    parts = [part for part in parts if not _is_adverb(words, part, lists)]
    sensations = [_sense(found, words) for found in tables.sensations.all_in(stems, figures)] if parts else []
    found: list[PartReading] = []
    for part in parts:
        reading = _reading(words, part, sensations, denied, lists)
        if reading is not None and all(reading.slug != other.slug for other in found):
            found.append(reading)
    return found


def _sense(found: Found, words: Sequence[Word]) -> _Sense:
    text = " ".join(word.text for word in words[found.start : found.end])
    return _Sense(found.start, found.end, found.meaning, text)


def is_felt(text: str, library: Library) -> bool:
    """Tell whether every word of a text, small words aside, says what is felt and not where ("stabbing")."""
    words = tokenizer_of(library).words_of(text)
    stems = [word.stem for word in words]
    felt = word_tables_of(library).sensations.places_in(stems)
    loud = [place for place, stem in enumerate(stems) if stem not in word_lists_of(library).weak]
    return bool(loud) and felt.issuperset(loud)


def names_part(stems: Sequence[str], library: Library) -> bool:
    """Tell whether one of the stems is a part of the body."""
    parts = word_tables_of(library).parts
    return any(stem in parts for stem in stems)


def is_compound(stems: Sequence[str], library: Library) -> bool:
    """Tell whether words are a part of the body with the name of a tool or place beside it ("office neck")."""
    return any(stem in word_lists_of(library).tools for stem in stems) and names_part(stems, library)


def part_spans(words: Sequence[Word], library: Library) -> list[set[int]]:
    """Return the places of every part of the body that is said in several words ("between the shoulder blades")."""
    found = word_tables_of(library).parts.longest_in([word.stem for word in words])
    return [set(range(part.start, part.end)) for part in found if part.end - part.start > 1]


def _reading(
    words: Sequence[Word], part: _Sense, sensations: list[_Sense], denied: Collection[int], lists: WordLists
) -> PartReading | None:
    if part.start in denied:
        return None
    means = _MEANS.get(part.kind, {})
    best: tuple[int, str, _Sense] | None = None
    for sensation in sensations:
        slug = means.get(sensation.kind) or (means.get("*") if sensation.kind in _GENERAL else None)
        distance = _distance(words, part, sensation, lists)
        if slug is None or distance is None or sensation.start in denied:
            continue
        if best is None or (distance, sensation.kind not in means) < (best[0], best[2].kind not in means):
            best = (distance, slug, sensation)
    if best is None:
        return None
    matched = " ".join(item.text for item in sorted((part, best[2])))
    return PartReading(best[1], matched, (*range(part.start, part.end), *range(best[2].start, best[2].end)))


def _distance(words: Sequence[Word], part: _Sense, sensation: _Sense, lists: WordLists) -> int | None:
    """Return how far apart a part and a sensation stand, None when they do not belong together."""
    first, second = sorted((part, sensation))
    if first.end > second.start or words[first.start].sentence != words[second.start].sentence:
        return None
    gap = second.start - first.end
    between = words[first.end : second.start]
    crossed = words[first.start].clause != words[second.start].clause
    felt = " ".join(word.stem for word in words[sensation.start : sensation.end])
    limit = 3 if felt in lists.weak_sensations else NEAR_WORDS
    if gap > limit or (crossed and limit <= 3):
        return None
    joins = sum(word.text in lists.part_joins for word in between)
    if second is sensation and first is part and joins and any(word.text in lists.self_here for word in between):
        gap += 6
    return gap * 2 + 6 * crossed + 3 * joins + (first is sensation)


def _is_adverb(words: Sequence[Word], part: _Sense, lists: WordLists) -> bool:
    """Tell "come back from" from "my back"."""
    if part.text not in lists.part_as_adverb:
        return False
    before = words[part.start - 1].text if part.start else ""
    after = words[part.end].text if part.end < len(words) else ""
    return bool(before) and before not in lists.owners and after in lists.after_adverb


def parts_named(words: Sequence[Word], closed: Collection[int], library: Library) -> list[tuple[str, str, str]]:
    """Return the parts of the body that words name: its kind, what trouble with it mostly is, and the words.

    Figures of speech name none, nor do words at `closed` places.
    """
    lists, tables = word_lists_of(library), word_tables_of(library)
    stems = [word.stem for word in words]
    figures = tables.figures.places_in(stems)
    parts = [_sense(part, words) for part in tables.parts.longest_in(stems, figures | set(closed))]
    return [
        (part.kind, _MEANS.get(part.kind, {}).get("*", ""), part.text)
        for part in parts
        if not _is_adverb(words, part, lists)
    ]


def read_bare_part(words: Sequence[Word], library: Library) -> tuple[ConditionReading, ...]:
    """Return what a query that is only a part of the body ("knee", "my lower back") most likely asks about."""
    lists = word_lists_of(library)
    loud = [word for word in words if word.stem not in lists.stop and word.text not in lists.beside_part]
    if not loud or len(loud) > 4:
        return ()
    found = word_tables_of(library).parts.longest_in([word.stem for word in words])
    parts = [_sense(part, words) for part in found]
    covered = {place for part in parts for place in range(part.start, part.end)}
    if any(words[place] in loud and place not in covered for place in range(len(words))):
        return ()
    return _asked_about(parts, library)


def read_part_beside(words: Sequence[Word], denied: Collection[int], library: Library) -> tuple[ConditionReading, ...]:
    """Return what a query asks about that names a part of the body and, beside it, only a wish or what was done.

    "Release my neck", "buggered shoulder", "left hip office chair". One word that nobody knows may stand right before
    the part in a short query; words of danger, illness or injury never do.
    """
    lists = word_lists_of(library)
    stems = [word.stem for word in words]
    said = (found for found in word_tables_of(library).figures.all_in(stems) if found.end - found.start > 1)
    figures = {place for found in said for place in range(found.start, found.end)}
    parts = [_sense(part, words) for part in word_tables_of(library).parts.longest_in(stems, figures)]
    parts = [part for part in parts if part.start not in denied and not _is_adverb(words, part, lists)]
    covered = {place for part in parts for place in range(part.start, part.end)}
    known = lists.wishes | lists.before_part | lists.around_part | lists.beside_part | lists.self_words
    left = [
        place
        for place, word in enumerate(words)
        if place not in covered and word.stem not in lists.weak and word.text not in known and not _is_number(word.text)
    ]
    if not parts or len(parts) > _MOST_PARTS or (left and not _is_slang(left, words, parts, library)):
        return ()
    return _asked_about(parts, library)


def _is_number(text: str) -> bool:
    return text.isdigit() or text in NUMBER_WORDS


def _is_slang(left: Sequence[int], words: Sequence[Word], parts: Sequence[_Sense], library: Library) -> bool:
    """Tell whether one word of nobody stands right before a part, in a short query: "cattywampus knee".

    A word that stands in the word list may be an illness or an injury, and is left to be asked about.
    """
    if len(left) != 1 or len(words) > _SHORT_QUERY or left[0] + 1 not in {part.start for part in parts}:
        return False
    word = words[left[0]]
    told = sign_words_of(library) | word_lists_of(library).body_changes
    return not (is_real(word.text, library) or {word.text, word.stem} & told or ends_medically(word.text, library))


def _asked_about(parts: Sequence[_Sense], library: Library) -> tuple[ConditionReading, ...]:
    slugs = [(_MEANS.get(part.kind, {}).get("*", ""), part.text) for part in parts]
    return tuple(
        ConditionReading(slug=slug, matched=text, how="body-part")
        for slug, text in dict(slugs).items()
        if slug in library.conditions
    )
