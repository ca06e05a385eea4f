"""Notation: points written as codes of any scheme, by grammar and never by likeness."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from acucli.lookup.decoded_indexes import notation_of
from acucli.lookup.old_codes import OLD_EXTRAS, means_old_books, older_bladder_code
from acucli.model.indexes import Letters, Notation
from acucli.model.library import Library
from acucli.text.codes import zone_key
from acucli.text.fold import fold_code
from acucli.text.numbers import NUMBER_WORDS, TENS
from acucli.text.tokens import LONGEST_TEXT
from acucli.text.word_sets import word_set

EAR_WORDS = frozenset(
    {"ear", "ears", "auricular", "auriculo", "auriculotherapy", "ohr", "oreille", "orecchio", "oreja", "orelha", "耳"}
)
"""Words that say a code or name is meant in the ear."""

# Compiled when a query first holds a code: most queries hold none, and compiling costs milliseconds.
_PATTERNS: dict[str, str] = {
    "spoken": r"\b(" + "|".join(NUMBER_WORDS) + r")\b",
    "tens": r"\b(" + "|".join(TENS) + r")(?:[\s\-](" + "|".join(list(NUMBER_WORDS)[:9]) + r"))?\b",
    "code": (
        r"(?<![^\W_])(?P<letters>[^\W\d_][^\W\d_.\s]*(?:[.\s\-][^\W\d_]+){0,3}|3\s?[eh])"
        r"(?P<gap>[\s.\-–—_#:°/]*)(?P<number>0*\d{1,3}(?:\.5|\+)?)(?![^\W_])"
    ),
    "extra": (
        r"(?<![^\W_])(?P<scheme>ex|[mn])[\s.\-_]*(?P<part>hn|ca|bw|ue|le|b)[\s.\-_]*(?P<number>0*\d{1,2})(?![^\W_])"
    ),
    "old_extra": r"(?<![^\W_])(?:extra(?:[\s.\-_]*point)?|ex|ep)[\s.\-_]*(?P<number>0*\d{1,2})(?![^\W_])",
    "zone": (
        r"(?<![^\W_])(?:ear|ap|aa|ma)?[\s.\-_:]*(?P<letters>hx|sf|ah|tf|tg|at|co|lo|ps|p|r)[\s.\-_]*"
        r"(?P<number>0*\d{1,2}(?:\s*[,./\-]\s*\d{1,2})*\s?[iulpa]?)?(?![^\W_])"
    ),
    "whole": r"(?<![^\W_])(?:ex[\s\-]*[a-z]{4,}|gv[\s.\-]*(?:24\.5|24\+|29)|ear[\s\-]+[a-z]{4,})",
    "reversed": r"^(?P<number>\d{1,2})\s?(?P<letters>[^\W\d_]{1,3})$",
    "between": r"\b(?:meridian|channel|point|meridien|meridiano|kanal|jing|mai|no|nr|number)\b\.?",
    "separators": r"[\s,;+&/|、，；和与と]+|\band\b|\bor\b|\bplus\b|\bwith\b|\bund\b|\bet\b|\by\b",
}
_NEEDED: dict[str, tuple[str, ...]] = {
    "extra": ("hn", "ca", "bw", "ue", "le", "b"),
    "old_extra": ("ex", "ep"),
    "zone": ("hx", "sf", "ah", "tf", "tg", "at", "co", "lo", "p", "r"),
    "whole": ("ex", "gv", "ear"),
}
"""Letters of which a pattern needs one: it is compiled only where a text has any."""
_WORDS = re.compile(r"[^\W\d_]+")
_SPOKEN_NUMBERS = frozenset({*NUMBER_WORDS, *TENS})
_CODE_WORDS = frozenset({"ex", "ear", "ps", "ap"}) | _SPOKEN_NUMBERS
_NOT_NUMBERS = word_set(
    """
    times time days day weeks week months month hours hour hrs years year yrs minutes minute mins percent kg mg ml
    st pounds stone am pm o oclock degrees out of per in children kids people
    """
)
_POINT_WORDS = word_set(
    """
    point points acupoint acupoints acupuncture acupressure press pressing massage meridian channel where find
    locate location show stimulate rub xue tsubo punkt punto ponto point
    """
)
_NO_CODE_AFTER = word_set("vitamin vitamins covid type version size room flight apartment")
_WITH_I = 10
"""From here on a number behind a bare L may be "LI4" with a 1 for the I."""
_BRANCHES = ("HN", "CA", "B", "UE", "LE")


class Code(msgspec.Struct, frozen=True, order=True):
    """One code found: the points it may mean, the usual reading first; none where the number is out of range."""

    start: int
    end: int
    written: str
    points: tuple[str, ...]
    note: str


class NotationReading(msgspec.Struct, frozen=True):
    """The codes of a query; `alone` when the query is nothing but codes, `in_ear` when it speaks of the ear."""

    codes: tuple[Code, ...]
    alone: bool
    in_ear: bool


def read_notation(query: str, library: Library) -> NotationReading:
    """Return the codes the query holds. A number beyond its meridian is read and means no point."""
    text = _plain(query)
    if not text:
        return NotationReading((), False, False)
    said = set(_WORDS.findall(text))
    in_ear = bool(said & EAR_WORDS) or text.startswith("耳")
    if not (said & _CODE_WORDS or any(map(str.isdecimal, text))):
        return NotationReading((), False, in_ear)
    text = _with_digits(text) if said & _SPOKEN_NUMBERS else text
    codes = _without_overlaps(_candidates(text, query, notation_of(library), in_ear))
    rest = _rest(text, codes)
    alone = bool(codes) and not (rest - _POINT_WORDS - EAR_WORDS - {"the", "no", "number", "nr"})
    if not alone:
        codes = tuple(code for code in codes if _stands_in_sentence(code, text, query, said))
    return NotationReading(tuple(codes), alone, in_ear)


def _plain(query: str) -> str:
    text = unicodedata.normalize("NFKC", query[:LONGEST_TEXT]).casefold().strip()
    return unicodedata.normalize("NFC", text)


def _with_digits(text: str) -> str:
    if not text.isascii():
        return text
    tens = _pattern("tens").sub(lambda found: str(TENS[found[1]] + NUMBER_WORDS.get(found[2] or "", 0)), text)
    return _pattern("spoken").sub(lambda found: str(NUMBER_WORDS[found.group(1)]), tens)


def _all_of(name: str, text: str) -> Iterator[re.Match[str]]:
    """Yield where a pattern fits."""
    return _pattern(name).finditer(text) if any(part in text for part in _NEEDED[name]) else iter(())


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


def _candidates(text: str, query: str, notation: Notation, in_ear: bool) -> Iterator[Code]:
    yield from _zones(text, notation, in_ear)
    yield from _extras(text, notation)
    yield from _whole(text, notation)
    yield from _on_meridians(text, query, notation)


def _zones(text: str, notation: Notation, in_ear: bool) -> Iterator[Code]:
    for found in _all_of("zone", text):
        letters, number = found.group("letters"), found.group("number") or ""
        if not number and letters != "ps":
            continue
        key = zone_key(letters + re.sub(r"\s+", "", number).lstrip("0"))
        old = fold_code(found.group(0)).startswith("ma")
        point = "" if old else notation.zones.get(key)
        own_prefix = not found.group(0).startswith(letters)
        if point and (in_ear or own_prefix or letters not in {"co", "p", "r", "ps"} or "," in key):
            yield Code(found.start(), found.end(), found.group(0), (point,), "")
        elif letters in {"hx", "sf", "ah", "tf", "tg", "at", "lo"} or own_prefix or (in_ear and letters == "co"):
            note = f"{letters.upper()}{number.upper()}: no such ear zone in this library"
            yield Code(found.start(), found.end(), found.group(0), (), note)


def _extras(text: str, notation: Notation) -> Iterator[Code]:
    for found in _all_of("extra", text):
        scheme, part, number = found.group("scheme"), found.group("part"), int(found.group("number"))
        points = notation.codes.get(f"{scheme}{part}{number}", ())
        note = "" if points else f"{scheme.upper()}-{part.upper()}{number}: no such extra point here"
        yield Code(found.start(), found.end(), found.group(0), points, note)
    for found in _all_of("old_extra", text):
        number = int(found.group("number"))
        others = [f"EX-{branch}{number}" for branch in _BRANCHES]
        readings = [code for code in others if fold_code(code) in notation.codes]
        first = [OLD_EXTRAS[number]] if number in OLD_EXTRAS else []
        points = tuple(dict.fromkeys([*first, *readings]))
        note = ""
        if len(points) > 1:
            known = f"is {first[0]} in older English books" if first else "does not say on which part of the body"
            note = f"Extra {number} {known}; by the parts of the body it could be {_listed(readings)}"
        yield Code(found.start(), found.end(), found.group(0), points, note)


def _whole(text: str, notation: Notation) -> Iterator[Code]:
    for found in _all_of("whole", text):
        points = notation.codes.get(fold_code(found.group(0)), ())
        if points:
            yield Code(found.start(), found.end(), found.group(0), points, "")


def _on_meridians(text: str, query: str, notation: Notation) -> Iterator[Code]:
    reversed_ = _pattern("reversed").match(text) if text[:1].isdecimal() else None
    if reversed_ and not (reversed_.group("number") == "3" and reversed_.group("letters") in {"e", "h"}):
        readings = notation.letters.get(reversed_.group("letters"))
        if readings:
            yield _code(0, len(text), text, readings, int(reversed_.group("number")), query, notation)
    for found in _pattern("code").finditer(text):
        digits = found.group("number").rstrip("+").split(".")[0]
        for start, letters in _tails(found.group("letters"), found.start()):
            readings = notation.letters.get(letters) or notation.letters.get(fold_code(letters))
            if readings:
                yield _code(start, found.end(), text[start : found.end()], readings, int(digits), query, notation)
                break


def _tails(letters: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield the letters and every shorter end of them that begins a word, longest first, without their blanks."""
    shortened = _pattern("between").sub(lambda found: " " * len(found.group(0)), letters)
    for source in dict.fromkeys((letters, shortened)):
        for found in re.finditer(r"(?:^|(?<=[\s.]))[^\W_]", source):
            tail = re.sub(r"[\s.\-]+", "", source[found.start() :])
            if tail:
                yield start + found.start(), tail


def _code(
    start: int, end: int, written: str, readings: tuple[Letters, ...], number: int, query: str, notation: Notation
) -> Code:
    ordered = sorted(readings, key=_usual_first)
    if ordered[0].meridian == "EX":
        return Code(start, end, written, (), "")
    definite = [reading for reading in ordered if reading.written.casefold() == reading.meridian.casefold()]
    if definite and not _is_old_liver(written, query):
        ordered = definite
    inside = [reading for reading in ordered if _point(reading, number, notation)]
    points = tuple(dict.fromkeys(_point(reading, number, notation) for reading in inside))
    note = _note(written.strip(), inside, number, notation) if inside else _beyond(ordered[0], number, notation)
    if points[:1] == (f"BL{number}",) and 36 <= number <= 54 and means_old_books(query):
        points = (older_bladder_code(number), *points)
    return Code(start, end, written, points, note)


def _usual_first(reading: Letters) -> int:
    """Return 0 for what English readers mean first; zones come last, other languages before them."""
    if "zone" in reading.languages:
        return 3
    if reading.languages == ("en-old",):
        return 2
    return 0 if not reading.languages or "en" in reading.languages else 1


def _is_old_liver(written: str, query: str) -> bool:
    """Tell whether "Li" is written as old English books write the liver: capital L, small i."""
    letters = written.strip()[:2]
    return letters == "li" and re.search(r"(?<![^\W_])Li[\s.\-]*\d", query) is not None


def _point(reading: Letters, number: int, notation: Notation) -> str:
    if reading.meridian == "EAR":
        return notation.zones.get(zone_key(f"{reading.written}{number}"), "")
    return f"{reading.meridian}{number}" if 1 <= number <= notation.counts.get(reading.meridian, 0) else ""


def _beyond(reading: Letters, number: int, notation: Notation) -> str:
    if reading.meridian == "EAR":
        return f"{reading.written}{number}: no such ear zone in this library"
    last = notation.counts.get(reading.meridian, 0)
    title = notation.titles.get(reading.meridian, reading.meridian)
    code = reading.meridian
    return f"{code}{number}: the {title} channel has {last} points, {code}1 to {code}{last}"


def _note(written: str, inside: list[Letters], number: int, notation: Notation) -> str:
    first = _point(inside[0], number, notation)
    others = [reading for reading in inside[1:] if _point(reading, number, notation) != first]
    notes = []
    if written.strip().casefold() == f"l{number}" and _WITH_I <= number < 2 * _WITH_I:
        notes.append(f"if a capital I was meant, it is LI{number % _WITH_I}")
    if others:
        listed = "; ".join(_said(reading, number, notation) for reading in others)
        notes.append(f"{written.upper()} is read as {first}; it could also be {listed}")
    if inside[0].meridian == "BL" and 36 <= number <= 54:
        older = older_bladder_code(number)
        notes.append(f"older European books number the outer back and thigh differently: {number} there is {older}")
    return ". ".join(notes)


def _said(reading: Letters, number: int, notation: Notation) -> str:
    names = {
        "fr": "French", "it": "Italian", "es": "Spanish", "pt": "Portuguese", "de": "German", "en": "English",
        "en-old": "old English", "Voll": "Voll's",
    }  # fmt: skip
    point = _point(reading, number, notation)
    if reading.meridian == "EAR":
        return f"{point}, a zone of the ear"
    books = _listed([names.get(language, language) for language in reading.languages])
    title = notation.titles.get(reading.meridian, reading.meridian)
    return f"{point} ({title}, in {books} books)" if books else f"{point} ({title})"


def _listed(items: Iterable[str]) -> str:
    known = list(items)
    return " or ".join(filter(None, (", ".join(known[:-1]), *known[-1:])))


def _without_overlaps(codes: Iterable[Code]) -> tuple[Code, ...]:
    kept: list[Code] = []
    for code in codes:
        if all(code.end <= other.start or other.end <= code.start for other in kept):
            kept.append(code)
    return tuple(sorted(kept))


def _rest(text: str, codes: tuple[Code, ...]) -> set[str]:
    left = list(text)
    for code in codes:
        left[code.start : code.end] = " " * (code.end - code.start)
    return set(re.findall(r"[^\W_]+", _pattern("separators").sub(" ", "".join(left))))


def _stands_in_sentence(code: Code, text: str, query: str, said: set[str]) -> bool:
    """Tell whether a code inside a sentence is meant as one: "press li 4", but not "he 5" or "stomach 3 times"."""
    after = re.match(r"\W*([^\W_]+)", text[code.end :])
    if after and after.group(1) in _NOT_NUMBERS:
        return False
    before = re.findall(r"[^\W\d_]+", text[: code.start])
    if before and before[-1] in _NO_CODE_AFTER:
        return False
    name = "".join(re.findall(r"^[^\W\d_]*", code.written.strip()))
    joined = bool(re.match(r"^[^\W\d_]+[\-.]?\d", code.written.strip()))
    if joined and len(name) >= 2:
        return True
    if said & _POINT_WORDS or len(code.written.split()) > 2:
        return True
    written = re.escape(name)
    return len(name) >= 2 and re.search(rf"(?<![^\W_]){written.upper()}\s?\d", query) is not None
