"""What lookup searches, worked out when the library is compiled: phrases, signs, notation."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from acucli.library.sign_building import SignSources, form_key, sign_words, signs, spoken_languages
from acucli.model import lexicon as lexicon_model
from acucli.model.conditions import Condition
from acucli.model.evidence import Article, Claim
from acucli.model.indexes import (
    DEFAULT_LANGUAGE,
    Grammar,
    KnownWords,
    LanguageTraits,
    Letters,
    Notation,
    Phrases,
    PointWords,
    SpokenPhrases,
    Tables,
    WordLists,
)
from acucli.model.lexicon import Lexicon
from acucli.model.points import Meridian, Point
from acucli.text import fold, roots
from acucli.text.codes import zone_key
from acucli.text.fold import fold_code, fold_letters, fold_phrase, fold_words
from acucli.text.place_vocabulary import PlaceVocabulary
from acucli.text.stems import stem
from acucli.text.tokens import Tokenizer

_BY_STEM = frozenset(
    {
        "stop", "weak", "tools", "weak_sensations", "child_complaints", "own_body", "weeks", "nose", "grave_breath",
        "long_ago", "arm_pain", "child_caring", "child_things",
    }
)  # fmt: skip
"""Word lists that are compared by stems."""

_MAKERS = (Path(__file__).parent, Path(fold.__file__).parent, Path(lexicon_model.__file__).parent)
"""The rooms whose code decides what an index holds."""

_LEAST_LETTERS = 3  # as lookup.vocabulary has it
"""Letters of a word below which no mistake is looked for in it."""

_ALIAS = re.compile(r"^(.*?)\s*(?:\(([^)]*)\))?\s*(\?)?$")


class SpokenSources:
    """What the indexes of the languages are made of, the code that makes them included; no pack can change it."""

    def __init__(self, shelves: Mapping[str, Mapping[str, Any]]) -> None:
        self.lexicons: Mapping[str, Lexicon] = shelves["lexicons"]
        self.red_flags = tuple(shelves["red_flags"].values())
        self.held_back = tuple(shelves["held_back"].values())
        content = msgspec.json.encode((self.lexicons, self.red_flags, self.held_back), order="deterministic")
        digest = hashlib.blake2b(content, digest_size=16)
        for file in sorted(file for room in _MAKERS for file in room.glob("*.py")):
            digest.update(file.read_bytes())
        self.fingerprint = digest.hexdigest()

    def __eq__(self, other: object) -> bool:
        """Return whether the content is the same."""
        return isinstance(other, SpokenSources) and self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        """Return the hash of the content."""
        return hash(self.fingerprint)


def lookup_indexes(shelves: Mapping[str, Mapping[str, Any]], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return every index by name.

    `phrases`, `texts`, `descriptions`, `notation` and `known_words`, which packs may change, and those of
    `language_indexes`. These are taken from `known`, the indexes of another compiled library, where they were made of
    the same words: they cost three times all the rest.
    """
    spoken = SpokenSources(shelves)
    made_of = msgspec.json.encode(spoken.fingerprint)
    taken = known if bytes(known.get("made_of", b"")) == made_of else language_indexes(spoken)
    return {**taken, **_changing_indexes(shelves, taken), "made_of": made_of}


def indexes_over(shelves: Mapping[str, Mapping[str, Any]], base: Mapping[str, bytes]) -> dict[str, Any]:
    """Return every index of a library with packs over it; those of its languages are taken from the one below.

    A pack may bring a language of its own, whose indexes are made.
    """
    taken: dict[str, Any] = {name: base[name] for name in base if name != "made_of"}
    there = msgspec.json.decode(base["traits"], type=list[LanguageTraits])
    if new := shelves["lexicons"].keys() - {item.language for item in there}:
        raising = _raising(SpokenSources(shelves))
        for language in sorted(new):
            taken |= _indexes_of(language, raising)
        own = [lexicon for language, lexicon in raising.lexicons.items() if language in new]
        taken |= _indexes_of_all(own, there, msgspec.json.decode(base["elsewhere"], type=str))
    return {**taken, **_changing_indexes(shelves, taken)}


def _changing_indexes(shelves: Mapping[str, Mapping[str, Any]], taken: Mapping[str, Any]) -> dict[str, Any]:
    """Return the indexes that depend on records which packs may change."""
    default = _default_of(shelves["lexicons"])
    words = tokenizer_of(default)
    own: dict[str, Any] = {
        "phrases": phrases(shelves["conditions"].values(), default, words),
        "texts": texts(shelves["claims"].values(), shelves["articles"].values(), words),
        "descriptions": descriptions(shelves["points"].values(), default),
        "notation": notation(shelves["meridians"].values(), shelves["points"].values()),
    }
    said = {word for key in own["phrases"].literal for word in key.split()}
    own["known_words"] = known_words(said, _words_in(taken["sign_words"]), default, words)
    return own


def _default_of(lexicons: Mapping[str, Lexicon]) -> Lexicon:
    return lexicons.get(DEFAULT_LANGUAGE) or Lexicon(language=DEFAULT_LANGUAGE, name="")


def _words_in(index: Any) -> frozenset[str]:
    """Return the words of an index, which is encoded where it was taken from another library."""
    return frozenset(msgspec.json.decode(index, type=list[str]) if isinstance(index, bytes) else index)


@lru_cache(maxsize=1)
def language_indexes(spoken: SpokenSources) -> dict[str, Any]:
    """Return the indexes that depend on the languages alone.

    `tables`, `grammar`, `sign_words` and `point_words` of the default language, `elsewhere` and `traits` of the others,
    and `signs:<language>`, `says:<language>` and `spoken:<language>` for each language that has such words. The records
    of the signs are the same in every language, and stand in `raised`.
    """
    raising = _raising(spoken)
    default, words = _default_of(spoken.lexicons), raising.words
    indexes: dict[str, Any] = {
        "tables": tables(default, words),
        "grammar": _in_one_order(grammar(default, words)),
        "point_words": point_words(default),
        "sign_words": sign_words(raising),
        **_indexes_of_all(spoken.lexicons.values()),
    }
    for language in sorted({*spoken.lexicons, *spoken_languages(raising)}):
        indexes |= _indexes_of(language, raising)
    return indexes


def _raising(spoken: SpokenSources) -> SignSources:
    """Return what raises something by its words, those in the languages' own files included."""
    lexicons = spoken.lexicons
    flags = tuple(_spoken(flag, flag.id, "red_flags", lexicons) for flag in spoken.red_flags)
    held = tuple(_spoken(item, item.id, "held_back", lexicons) for item in spoken.held_back)
    return SignSources(flags, held, lexicons, tokenizer_of(_default_of(lexicons)))


def _indexes_of_all(
    lexicons: Iterable[Lexicon], known: Iterable[LanguageTraits] = (), elsewhere: str = ""
) -> dict[str, Any]:
    """Return the indexes that tell these languages apart, and those whose traits and phrases are known."""
    phrases = {*elsewhere.split("\n"), *phrases_elsewhere(lexicons)} - {""}
    return {
        "traits": _in_one_order([*known, *(traits(lexicon) for lexicon in lexicons)]),
        "elsewhere": _as_lines(phrases),
    }


def _indexes_of(language: str, raising: SignSources) -> dict[str, Any]:
    """Return the indexes of one language: its signs and their forms, its complaints, its sayings."""
    indexes: dict[str, Any] = {}
    lexicon = raising.lexicons.get(language)
    if language in spoken_languages(raising):
        table = signs(language, raising)
        indexes[f"forms:{language}"] = table.forms
        indexes[f"signs:{language}"] = msgspec.structs.replace(table, forms=None, records=())
        indexes["raised"] = table.records
    if lexicon is not None and language != DEFAULT_LANGUAGE and (lexicon.conditions or lexicon.body_parts):
        indexes[f"spoken:{language}"] = spoken_phrases(lexicon)
    if lexicon is not None and lexicon.says_of_person:
        indexes[f"says:{language}"] = sayings(lexicon, raising.words)
    return indexes


def _in_one_order(index: Any) -> msgspec.Raw:
    """Return an index that holds sets, written out in an order that is the same in every run."""
    return msgspec.Raw(msgspec.json.encode(index, order="deterministic"))


def _spoken(record: Any, name: str, field: str, lexicons: Mapping[str, Lexicon]) -> Any:
    """Return a red flag or held-back request with the words for it that stand in the languages' own files."""
    own = {language: getattr(lexicon, field).get(name, ()) for language, lexicon in lexicons.items()}
    added = {language: (*record.words.get(language, ()), *lines) for language, lines in own.items() if lines}
    return msgspec.structs.replace(record, words={**record.words, **added}) if added else record


def tokenizer_of(lexicon: Lexicon) -> Tokenizer:
    """Return what parts texts of this language into words."""
    return Tokenizer(lexicon.spellings, lexicon.word_lists.get("turning", ()))


def traits(lexicon: Lexicon) -> LanguageTraits:
    """Return what is special about a language, as lookup compares it."""
    return LanguageTraits(
        language=lexicon.language,
        scripts=lexicon.scripts,
        spaced=lexicon.spaced,
        letters=lexicon.letters,
        foldings=lexicon.foldings,
        elisions=lexicon.elisions,
        function_words=_folded(lexicon.function_words, lexicon),
        telling_words=_folded(lexicon.telling_words, lexicon),
        kept_words=_folded(lexicon.kept_words, lexicon),
        endings=lexicon.endings,
        intensifiers=lexicon.intensifiers,
        denial_before=tuple(_fold(word, lexicon) for word in lexicon.denial.before),
        denial_after=tuple(_fold(word, lexicon) for word in lexicon.denial.after),
        denial_behind=_folded(lexicon.denial.behind, lexicon),
        denial_fillers=_folded(lexicon.denial.fillers, lexicon),
        denial_person=tuple(_fold(word, lexicon) for word in lexicon.denial.person),
        after_name=lexicon.after_name,
        channel_words=frozenset(lexicon.channel_words),
        reads_conditions=bool(lexicon.conditions or lexicon.body_parts),
        says_of_person=bool(lexicon.says_of_person),
    )


def spoken_phrases(lexicon: Lexicon) -> SpokenPhrases:
    """Return what people of a further language complain of, as lookup compares it, the longest first."""
    own = traits(lexicon)
    ending = roots.ending_of(own)
    found = [
        (roots.form_of(phrase, own, ending), slug, phrase)
        for slug, known in lexicon.conditions.items()
        for phrase in known
    ]
    found.sort(key=lambda item: (-len(item[0]), -sum(map(len, item[0]))))
    lines = []
    for words, slug, phrase in found:
        form, plain = " ".join(words), roots.whole_of(phrase, own)
        lines.append("\t".join((form, slug, "" if phrase == form else phrase, "" if plain == phrase else plain)))
    parts = [(roots.part_of(part, own, ending), slug) for slug, known in lexicon.body_parts.items() for part in known]
    parts.sort(key=lambda item: -len(item[0]))
    pain = tuple(" ".join(roots.form_of(word, own, ending)) for word in lexicon.pain)
    return SpokenPhrases("\n".join(lines), tuple(parts), pain)


def _folded(known: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(_fold(word, lexicon) for word in known)


def _fold(word: str, lexicon: Lexicon) -> str:
    return " ".join(fold_words(word, lexicon.foldings)) if lexicon.spaced else fold_letters(word)


def grammar(lexicon: Lexicon, words: Tokenizer) -> Grammar:
    """Return the spellings and the small lists of the default language."""
    lists = {name: _word_list(name, known, words) for name, known in lexicon.word_lists.items()}
    lists["weak"] = lists.get("weak", frozenset()) | lists.get("stop", frozenset())
    return Grammar(lexicon.spellings, lexicon.bare_signs, lexicon.same_words, WordLists(**lists))


def _word_list(name: str, known: Iterable[str], words: Tokenizer) -> frozenset[str]:
    return frozenset(" ".join(words.stems_of(word)) if name in _BY_STEM else word for word in known)


def sayings(lexicon: Lexicon, words: Tokenizer) -> dict[str, str]:
    """Return what people of this language say of themselves, with the answer of the profile it gives.

    The answer is empty for longer names, such as "hay fever".
    """
    entries = [(phrase, answer) for answer, known in lexicon.says_of_person.items() for phrase in known]
    entries.extend((phrase, "") for phrase in lexicon.says_nothing)
    return _table(entries, lambda phrase: form_key(phrase, lexicon, words))


class _IndexedPhrase(NamedTuple):
    text: str
    words: tuple[str, ...]
    slugs: tuple[str, ...]
    whole: bool
    synonym: bool


def phrases(conditions: Iterable[Condition], english: Lexicon, words: Tokenizer) -> Phrases:
    """Return every English phrase, word for word and by its loud words; a condition's own words come first."""
    stop = _word_list("stop", english.word_lists.get("stop", ()), words)
    literal: dict[str, _IndexedPhrase] = {}
    for text, slug, synonym in _entries(list(conditions), english):
        whole = words.stems_of(text)
        loud = tuple(word for word in whole if word not in stop)
        key = " ".join(word.text for word in words.words_of(text))
        known = literal.get(key)
        if known is None:
            literal[key] = _IndexedPhrase(text, loud or whole, (slug,), len(loud) < min(2, len(whole)), synonym)
        elif slug not in known.slugs and known.synonym >= synonym:
            literal[key] = known._replace(slugs=(*known.slugs, slug))
    said = {
        key: f"{'synonym' if phrase.synonym else 'name'}:{','.join(phrase.slugs)}" for key, phrase in literal.items()
    }
    return Phrases(said, _by_rarest(_loose(literal.values())))


def _entries(conditions: list[Condition], english: Lexicon) -> Iterator[tuple[str, str, bool]]:
    for condition in conditions:
        yield from ((name, condition.slug, False) for name in _names(condition))
    for condition in conditions:
        yield from ((phrase, condition.slug, True) for phrase in condition.also)
    taken = {fold_phrase(phrase) for condition in conditions for phrase in (condition.name, *condition.also)}
    slugs = {condition.slug for condition in conditions}
    for slug, more in english.conditions.items():
        if slug in slugs:
            yield from ((phrase, slug, True) for phrase in more if fold_phrase(phrase) not in taken)


def _names(condition: Condition) -> list[str]:
    return list(dict.fromkeys((condition.name, condition.slug.replace("-", " "))))


def _loose(phrases: Iterable[_IndexedPhrase]) -> list[_IndexedPhrase]:
    """Return the phrases that are known by their loud words in any order; those that would clash are not."""
    means: dict[tuple[str, ...], dict[tuple[str, ...], _IndexedPhrase]] = {}
    for phrase in phrases:
        if not phrase.whole:
            means.setdefault(tuple(sorted(phrase.words)), {}).setdefault(phrase.slugs, phrase)
    return [next(iter(readings.values())) for readings in means.values() if len(readings) == 1]


def _by_rarest(found: list[_IndexedPhrase]) -> dict[str, str]:
    often = Counter(word for phrase in found for word in set(phrase.words))
    index: dict[str, list[_IndexedPhrase]] = {}
    for phrase in found:
        anchor = min(phrase.words, key=lambda word: (often[word], -len(word), word))
        index.setdefault(anchor, []).append(phrase)
    return {
        word: "\n".join(
            f"{' '.join(phrase.words)}\t{','.join(phrase.slugs)}\t{phrase.text}"
            for phrase in sorted(group, key=lambda phrase: (-len(phrase.words), phrase.text))
        )
        for word, group in sorted(index.items())
    }


def texts(claims: Iterable[Claim], articles: Iterable[Article], words: Tokenizer) -> dict[str, str]:
    """Return every phrase that leads to a claim or an article, by its first stem, with what it leads to."""
    entries = [(phrase, f"claim:{claim.slug}") for claim in claims for phrase in (claim.name, *claim.also)]
    entries.extend((phrase, f"article:{article.slug}") for article in articles for phrase in article.also)
    return _table(entries, words.stems_of)


def tables(lexicon: Lexicon, words: Tokenizer) -> Tables:
    """Return the tables of words that belong to no record: the body, figures of speech, idioms."""
    return Tables(
        parts=_table(_pairs(lexicon.parts), words.stems_of),
        sensations=_table(_pairs(lexicon.sensations), words.stems_of),
        figures=_table(((phrase, "") for phrase in lexicon.figures), words.stems_of),
        idioms=_table(((phrase, "") for phrase in lexicon.idioms), words.stems_of),
    )


def known_words(
    complaints: Iterable[str], sign_words: Iterable[str], lexicon: Lexicon, words: Tokenizer
) -> msgspec.Raw:
    """Return the words of the default language that the library knows; contractions are no other spellings."""
    body = _body_words(lexicon, words)
    spelled = {written for written, meant in lexicon.spellings.items() if " " not in written and " " not in meant}
    known = {*complaints, *body, *spelled}
    stems = {stem(word) for word in (*known, *sign_words) if len(word) >= _LEAST_LETTERS}
    small = _folded(lexicon.function_words, lexicon)
    felt = frozenset(stem for word in body for stem in words.stems_of(word))
    always = felt.union(stem for word in small for stem in words.stems_of(word))
    weak = _word_list("weak", lexicon.word_lists.get("weak", ()), words)
    stop = _word_list("stop", lexicon.word_lists.get("stop", ()), words)
    return _in_one_order(KnownWords(_as_lines(known), _as_lines(stems), felt, always | weak | stop))


def _as_lines(words: Iterable[str]) -> str:
    return "".join(f"\n{word}" for word in sorted(words)) + "\n"


def _body_words(lexicon: Lexicon, words: Tokenizer) -> frozenset[str]:
    """Return every word for a part of the body or for what is felt there."""
    said = [phrase for table in (lexicon.parts, lexicon.sensations) for known in table.values() for phrase in known]
    return frozenset(word.text for phrase in said for word in words.words_of(phrase))


def point_words(lexicon: Lexicon) -> PointWords:
    """Return the words by which points are asked for by class, region and place."""

    def meanings(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
        return {fold_phrase(said): key for key, known in table.items() for said in (*known, key)}

    return PointWords(
        classes=meanings(lexicon.point_classes),
        arguments={fold_phrase(said): key for key, known in lexicon.class_arguments.items() for said in known},
        regions={fold_phrase(said): known for said, known in lexicon.regions.items()},
        places=meanings(lexicon.place_words),
    )


def descriptions(points: Iterable[Point], lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Return what describes the place of each point, reduced to the words of places.

    These are its short description, its standard place, the way to find it, the way to feel it with what confirms it,
    and last the stems of the other words of all of them.
    """
    lists = lexicon.word_lists
    small = (*lists.get("asking_for_place", ()), *lists.get("stop", ()))
    vocabulary = PlaceVocabulary(point_words(lexicon).places, lists.get("place_relations", ()), small)
    return {point.code: _description(point, vocabulary) for point in points}


def _description(point: Point, vocabulary: PlaceVocabulary) -> tuple[str, ...]:
    texts = (point.short, point.where, point.find, f"{point.by_touch} {point.confirm}")
    said = [fold_phrase(text).split() for text in texts]
    read = [vocabulary.read(words) for words in said]
    others = {stem(words[place]) for words, text in zip(said, read, strict=True) for place in text.others}
    return (*(" ".join(text.told) for text in read), " ".join(sorted(others)))


def phrases_elsewhere(lexicons: Iterable[Lexicon]) -> set[str]:
    """Return every phrase of the other languages as it is typed."""
    return {
        fold_phrase(phrase) if lexicon.spaced else fold_letters(phrase)
        for lexicon in lexicons
        if lexicon.language != DEFAULT_LANGUAGE
        for phrases in lexicon.conditions.values()
        for phrase in phrases
    }


def _pairs(table: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    return ((phrase, meaning) for meaning, known in table.items() for phrase in known)


def _table(entries: Iterable[tuple[str, str]], key: Callable[[str], tuple[str, ...]]) -> dict[str, str]:
    index: dict[str, dict[tuple[str, ...], list[str]]] = {}
    for phrase, meaning in entries:
        first, *rest = key(phrase)
        meanings = index.setdefault(first, {}).setdefault(tuple(rest), [])
        if meaning not in meanings:
            meanings.append(meaning)
    return {
        first: "\n".join(
            f"{' '.join(rest)}\t{meaning}"
            for rest, meanings in sorted(found.items(), key=lambda item: -len(item[0]))
            for meaning in meanings
        )
        for first, found in sorted(index.items())
    }


def notation(meridians: Iterable[Meridian], points: Iterable[Point]) -> Notation:
    """Return the codes of every scheme; keys of letters are folded twice, with and without their dots and accents."""
    letters: dict[str, dict[tuple[str, bool], Letters]] = {}
    counts: dict[str, int] = {}
    titles: dict[str, str] = {}
    for meridian in meridians:
        counts[meridian.code], titles[meridian.code] = meridian.points, meridian.name
        own = (meridian.code, meridian.name)
        for written in (*own, *meridian.aliases):
            for key, reading in _letters(written, meridian.code, own=written in own):
                letters.setdefault(key, {})[(reading.meridian, reading.ambiguous)] = reading
    codes, zones = _whole_codes(points)
    return Notation(
        {key: tuple(found.values()) for key, found in sorted(letters.items())}, codes, zones, counts, titles
    )


def _letters(written: str, code: str, *, own: bool) -> list[tuple[str, Letters]]:
    found = _ALIAS.match(written)
    name, languages, ambiguous = found.groups() if found else (written, None, None)
    spoken = tuple(part.strip() for part in (languages or "").split(",") if part.strip())
    reading = Letters(code, spoken, bool(ambiguous) and not own, name)
    plain, exact = fold_code(name), "".join(name.casefold().split()).replace("-", "")
    if "ü" in exact and len(exact) <= 3:
        return [(exact, Letters(code, spoken, False, name)), (plain, reading)]
    return [(plain, reading)] if plain == exact else [(plain, reading), (exact, reading)]


def _whole_codes(points: Iterable[Point]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    codes: dict[str, list[str]] = {}
    zones: dict[str, str] = {}
    for point in points:
        if point.meridian == "EAR":
            zones[zone_key(point.code.removeprefix("EAR-"))] = point.code
        for code in (point.code, *point.names.codes):
            if any(letter.isdigit() for letter in code) or code == point.code:
                known = codes.setdefault(fold_code(code.split(" (")[0]), [])
                if point.code not in known:
                    known.append(point.code)
    return {key: tuple(found) for key, found in sorted(codes.items())}, zones
