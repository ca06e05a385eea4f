"""Finding: words become conditions and ranked points, with what this person should know of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from acucli.guide.person import Person
from acucli.guide.warnings import as_flag, help_for_any, stop_of
from acucli.lookup import QueryResult, interpret, rank
from acucli.lookup.bodyparts import is_felt
from acucli.lookup.decoded_indexes import word_lists_of
from acucli.lookup.vocabulary import is_medical
from acucli.model import answers
from acucli.model.library import Library
from acucli.model.points import Point
from acucli.model.practice import Profile, Verdict
from acucli.safety.judge import Judge
from acucli.text.fold import fold_phrase
from acucli.text.quoting import quoted

_WEIGHT = {"block": 0, "ask": 1, "lighter": 2, "warn": 3, "inform": 4}
_GRADES = "ABCDN"
_FEW_WORDS = 2
_REMEMBERED = 256
"""Complaints, alone or together, of which the points are remembered."""
_PLACES_TO_NAME = ("head", "neck", "shoulder", "low back", "knee", "belly")
"""Places that are offered where somebody said only that it hurts."""


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What an answer is narrowed to; empty and 0 mean no narrowing."""

    reach: str = ""
    setting: str = ""
    meridian: str = ""
    region: str = ""
    limit: int = 0
    min_grade: str = ""

    def keeps(self, point: Point) -> bool:
        """Tell whether the point passes."""
        return (
            (not self.reach or self.reach in point.reach)
            and (not self.setting or self.setting in point.settings)
            and (not self.meridian or self.meridian == point.meridian)
            and (not self.region or self.region in point.regions)
        )


def find(
    query: str, library: Library, profile: Profile, *, today: str, filters: Filters | None = None
) -> answers.FindAnswer:
    """Return the answer to a query in anybody's words.

    Red flags and held-back requests come first and empty the points; the profile's verdicts come last: a point that is
    kept from this person stands in `left_out`, with the caution that does so.
    """
    return answer_to(interpret(query, library), library, profile, today=today, filters=filters or Filters())


def answer_to(
    meaning: QueryResult, library: Library, profile: Profile, *, today: str, filters: Filters
) -> answers.FindAnswer:
    """Return the answer to what was understood; see `find`."""
    stamp = answers.stamp_of(library)
    stop = stop_of(meaning, library)
    if stop is not None:
        return answers.FindAnswer(
            library=stamp,
            query=meaning.query,
            red_flags=stop.red_flags,
            held_back=stop.held_back,
            not_understood=meaning.not_understood,
            notes=(*_not_understood(meaning), *meaning.readings),
            language=meaning.language,
            pages=stop.pages,
        )
    person = Person(library, profile, today=today, says=meaning.says_of_person)
    readings = _above(meaning, library, filters.min_grade)
    named = _points_named(meaning, library)
    found = named or _points_ranked(meaning, library, _served(meaning, readings))
    points, left_out = _judged(found, library, person.judge, filters)
    return answers.FindAnswer(
        library=stamp,
        query=meaning.query,
        conditions=tuple(_condition(slug, matched, how, library) for slug, matched, how in readings),
        watch_for=_watch_for(meaning, library, [slug for slug, _, _ in readings]),
        points=points,
        left_out=left_out,
        not_understood=meaning.not_understood,
        suggestions=_suggestions(meaning, library),
        texts=tuple(_texts(meaning, [slug for slug, _, _ in readings], library)),
        notes=(*_said_signs(meaning), *_not_understood(meaning), *_notes(meaning, person, library)),
        language=meaning.language,
    )


def _notes(meaning: QueryResult, person: Person, library: Library) -> Iterable[str]:
    """Yield how the words were read, what they tell of the person, and what to do where they led to nothing."""
    yield from meaning.readings
    yield from person.notes
    yield from _see_a_doctor(meaning, library)
    yield from _refusal(meaning, library)
    yield from _facts_alone(meaning, library)
    yield from _themes(meaning, library)
    yield from _help_where_nothing(meaning, library)


def _see_a_doctor(meaning: QueryResult, library: Library) -> Iterable[str]:
    """Yield when to see a doctor, for words that say that something is wrong and not what."""
    if any(fold_phrase(reading.matched) in word_lists_of(library).vague for reading in meaning.conditions):
        yield (
            "if you feel unwell and cannot say why, and it is new, gets worse or lasts longer than a few days, "
            "see a doctor; if a place or a complaint comes to mind, look that up instead"
        )


def _refusal(meaning: QueryResult, library: Library) -> Iterable[str]:
    """Yield why nothing is offered for an illness that the words name or want to be cured."""
    if meaning.points or meaning.meridians or meaning.conditions:
        return
    ill, wants_cure = _illnesses(meaning, library), _wants_cure(meaning, library)
    if wants_cure or (ill and not meaning.says_of_person):
        named = f" for {ill[0]}" if ill else ""
        yield f"no points are shown{named}: pressing does not treat an illness. Ask a doctor or pharmacist about it"


def _illnesses(meaning: QueryResult, library: Library) -> list[str]:
    return [word for word in fold_phrase(meaning.query).split() if is_medical(word, library)]


def _wants_cure(meaning: QueryResult, library: Library) -> bool:
    return bool(word_lists_of(library).cures.intersection(fold_phrase(meaning.query).split()))


def _themes(meaning: QueryResult, library: Library) -> Iterable[str]:
    """Yield where to look by theme, for words that led to nothing and to nothing near."""
    if _is_shown(meaning) or _suggestions(meaning, library):
        return
    if meaning.named:
        yield from (f"it has a card: acu show {kind}:{key}" for kind, key in meaning.named)
        return
    if word_lists_of(library).asking_for_point.intersection(fold_phrase(meaning.query).split()):
        yield f"by class, meridian or region: acu list points --class NAME, one of {_classes(library)}"
        return
    yield f"by theme: acu list conditions --theme NAME, one of {_theme_names(library)}"


@lru_cache(maxsize=8)
def _classes(library: Library) -> str:
    return ", ".join(sorted({item.partition("(")[0] for point in library.points.values() for item in point.classes}))


@lru_cache(maxsize=8)
def _theme_names(library: Library) -> str:
    return ", ".join(dict.fromkeys(condition.theme for condition in library.conditions.values()))


def _is_shown(meaning: QueryResult) -> bool:
    """Tell whether what was read is shown by itself; of a record that is only named the card is pointed to."""
    named = any(kind == "article" for kind, _ in meaning.named)
    return bool(named or meaning.points or meaning.meridians or meaning.conditions or meaning.texts)


def _facts_alone(meaning: QueryResult, library: Library) -> Iterable[str]:
    """Yield what to do with words that tell of the person and name no complaint."""
    told = meaning.points or meaning.conditions or meaning.meridians
    if meaning.says_of_person and not told and not _wants_cure(meaning, library):
        yield (
            "that is no complaint, but it changes what may be pressed, and how: say it with one, as in "
            f"acu find {quoted(f'headache, {meaning.query}')}"
        )


def _suggestions(meaning: QueryResult, library: Library) -> tuple[str, ...]:
    """Return what else may have been meant; nothing for an illness, whose words are near complaints by chance."""
    if meaning.found:
        return meaning.suggestions
    if any(_refusal(meaning, library)):
        return ()
    return _with_a_place(meaning, library) or meaning.suggestions


def _with_a_place(meaning: QueryResult, library: Library) -> tuple[str, ...]:
    """Return the words of a complaint that has no place yet ("pain") with some places, where that makes them one."""
    words = meaning.query.split()
    if not 0 < len(words) <= _FEW_WORDS or meaning.says_of_person or not is_felt(meaning.query, library):
        return ()
    tried = (f"{part} {meaning.query.strip().lower()}" for part in _PLACES_TO_NAME)
    return tuple(text for text in tried if any(item.how != "typo" for item in interpret(text, library).conditions))


def _help_where_nothing(meaning: QueryResult, library: Library) -> tuple[str, ...]:
    """Return where help is for words that nobody understood: they may have been a cry for it, in any language."""
    return () if meaning.found else help_for_any(meaning.query, library)


def _above(meaning: QueryResult, library: Library, least: str) -> list[tuple[str, str, str]]:
    kept: list[tuple[str, str, str]] = []
    for reading in meaning.conditions:
        grade = library.conditions[reading.slug].grade
        if not least or _GRADES.index(grade) <= _GRADES.index(least):
            kept.append((reading.slug, reading.matched, reading.how))
    return kept


def _condition(slug: str, matched: str, how: str, library: Library) -> answers.FoundCondition:
    condition = library.conditions[slug]
    routine = library.routines.get(condition.routine)
    minutes = round(routine.target_minutes) if routine else (8 if condition.offered else 0)
    return answers.FoundCondition(
        slug=condition.slug,
        name=condition.name,
        matched=matched,
        how=how,  # type: ignore[arg-type]
        session=condition.session,
        routine=condition.routine,
        minutes=minutes,
        grade=condition.grade,
        grade_words=condition.grade_words,
        sham=condition.sham,
        evidence=condition.evidence,
        evidence_date=condition.evidence_date,
        session_reason=condition.session_reason,
        way_out=condition.way_out,
    )


def _texts(meaning: QueryResult, slugs: Sequence[str], library: Library) -> Iterable[answers.FoundText]:
    """Yield the claims and articles that the words lead to, then the claims about the conditions that were read.

    Beside a complaint or a point a text is only pointed to: "after yoga my back hurts" asks for the back.
    """
    alone = not (slugs or meaning.points or meaning.meridians)
    named = {
        (reading.kind, reading.key): reading.matched if alone or reading.whole else "" for reading in meaning.texts
    }
    about = (("claim", claim) for slug in slugs for claim in library.conditions[slug].claims)
    named |= {item: meaning.query for item in meaning.named if item[0] == "article"}
    for kind, key in dict.fromkeys((*named, *about)):
        matched = named.get((kind, key), "")
        yield _article(key, matched, library) if kind == "article" else _claim(key, matched, library)


def _article(slug: str, matched: str, library: Library) -> answers.FoundText:
    article = library.articles[slug]
    return answers.FoundText(kind="article", id=slug, name=article.title, says=article.summary, matched=matched)


def _claim(slug: str, matched: str, library: Library) -> answers.FoundText:
    claim = library.claims[slug]
    return answers.FoundText(
        kind="claim",
        id=slug,
        name=claim.name,
        says=claim.says,
        known=claim.known,
        leave=claim.leave,
        since=claim.since,
        matched=matched,
    )


def _served(meaning: QueryResult, readings: list[tuple[str, str, str]]) -> set[str]:
    """Return the complaints that get points."""
    return {slug for slug, matched, _ in readings if not is_the_sign(slug, matched, meaning)}


def is_the_sign(slug: str, matched: str, meaning: QueryResult) -> bool:
    """Tell whether a complaint is the sign to see a doctor about that the words speak of: it gets no points.

    What is said beside the sign does. So does a complaint's own name ("persistent cough"), with the sign said first.
    """
    signs = [flag for flag in meaning.watch_for if flag.level == "see-doctor" and not flag.press_meanwhile]
    own = slug in meaning.of_signs or any(slug in flag.applies_to for flag in signs)
    return own and fold_phrase(matched) != fold_phrase(meaning.query)


def _said_signs(meaning: QueryResult) -> Iterable[str]:
    """Yield what is to be done about signs that the query itself speaks of: that comes before any point."""
    return (as_flag(flag).sentence for flag in meaning.watch_for)


def _not_understood(meaning: QueryResult) -> Iterable[str]:
    """Yield the line that says which words count for nothing in the answer: that comes before any point."""
    if meaning.not_understood:
        yield f"not understood: {', '.join(meaning.not_understood)}"


def _watch_for(meaning: QueryResult, library: Library, slugs: Iterable[str]) -> tuple[answers.Flag, ...]:
    ids = dict.fromkeys(flag.id for flag in meaning.watch_for)
    for slug in slugs:
        ids.update(dict.fromkeys(library.conditions[slug].watch_for))
    return tuple(as_flag(library.red_flags[flag]) for flag in ids)


class _Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A point on its way into the answer."""

    code: str
    role: str = ""
    basis: str = ""
    why: str = ""
    slugs: tuple[str, ...] = ()


def _points_named(meaning: QueryResult, library: Library) -> tuple[_Candidate, ...]:
    codes = [reading.code for reading in meaning.points]
    for meridian in meaning.meridians:
        codes += [code for code, point in library.points.items() if point.meridian == meridian]
    return tuple(_Candidate(code=code) for code in dict.fromkeys(codes))


def _points_ranked(meaning: QueryResult, library: Library, slugs: set[str]) -> tuple[_Candidate, ...]:
    return _points_for(tuple(reading.slug for reading in meaning.conditions if reading.slug in slugs), library)


@lru_cache(maxsize=_REMEMBERED)
def _points_for(slugs: tuple[str, ...], library: Library) -> tuple[_Candidate, ...]:
    return tuple(
        _Candidate(code=item.code, role=item.role, basis=item.basis, why=item.why, slugs=item.for_)
        for item in rank(slugs, library)
    )


@lru_cache(maxsize=_REMEMBERED)
def _judged(
    found: tuple[_Candidate, ...], library: Library, judge: Judge, filters: Filters
) -> tuple[tuple[answers.FoundPoint, ...], tuple[answers.LeftOutPoint, ...]]:
    """Return the points that pass, and those kept from this person: the queries of a batch share their complaints."""
    points: list[answers.FoundPoint] = []
    left_out: list[answers.LeftOutPoint] = []
    for candidate in found:
        point = library.points[candidate.code]
        if not filters.keeps(point):
            continue
        verdict = judge.point_as_on_card(candidate.code)
        kept_away = verdict.action == "left_out"
        if kept_away and (candidate.slugs or point.pressable):
            because = verdict.cautions[0] if verdict.cautions else "limit"
            left_out.append(answers.LeftOutPoint(code=point.code, because=because, message=verdict.because))
        if kept_away and candidate.slugs:
            continue  # a point that was asked for by name is described all the same, as one that is not for this person
        if not filters.limit or len(points) < filters.limit:
            points.append(_found(len(points) + 1, point, candidate, verdict, library))
    return tuple(points), tuple(left_out)


def _found(
    rank_number: int, point: Point, candidate: _Candidate, verdict: Verdict, library: Library
) -> answers.FoundPoint:
    offered = verdict.action in {"allowed", "lighter"}
    return answers.FoundPoint(
        rank=rank_number,
        code=point.code,
        name=point.names.pinyin,
        hanzi=point.names.traditional,
        english=point.names.english,
        meridian=point.meridian,
        where=point.where,
        find=point.find,
        hold_seconds=min(point.hold.usual_seconds, verdict.max_seconds) if offered else 0,
        sides=point.sides,
        technique=point.press.technique if point.press else "",
        pressure=min(point.press.pressure, verdict.max_pressure) if point.press else 0,
        reach=point.reach,
        pressable=offered,
        role=candidate.role,  # type: ignore[arg-type]
        basis=candidate.basis,  # type: ignore[arg-type]
        for_=candidate.slugs,
        why=candidate.why,
        cautions=cautions_of(point, verdict, library),
        short=point.short,
    )


def cautions_of(point: Point, verdict: Verdict, library: Library) -> tuple[answers.FoundCaution, ...]:
    """Return the cautions of a point, those that apply to this person first, then by weight.

    The one that waits for an answer says so: until then the point is not offered.
    """
    return _cautions(point.cautions, verdict, library)


@lru_cache(maxsize=512)
def _cautions(named: tuple[str, ...], verdict: Verdict, library: Library) -> tuple[answers.FoundCaution, ...]:
    applying = set(verdict.cautions) | set(verdict.said)
    ids = dict.fromkeys((*verdict.cautions, *named))
    found = [
        answers.FoundCaution(
            id=rule.id,
            action="ask" if verdict.action == "ask" and rule.id == verdict.cautions[0] else rule.action,
            message=rule.rule,
            applies=rule.for_everyone or rule.id in applying,
        )
        for rule in filter(None, map(library.cautions.get, ids))
    ]
    return tuple(sorted(found, key=lambda item: (not item.applies, _WEIGHT[item.action])))
