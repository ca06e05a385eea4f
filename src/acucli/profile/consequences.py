"""Consequences: what follows from each answer of a profile, for `acu profile show`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable
from functools import cache

from acucli.model.library import Library
from acucli.model.practice import Profile, ProfileAnswer, Verdict
from acucli.model.record import PRESSURE_WORDS, Value
from acucli.profile.profile_answers import ask_again_on, is_expired, say_answer, wants_place
from acucli.safety.judge import Judge

_PointVerdict = Callable[[str], Verdict]
"""Returns the verdict on a point for somebody without answers; each point is judged once."""

_CODE = re.compile(r"(.*?)(\d+)\Z")


class Consequence(Value, frozen=True, kw_only=True):
    """One answer, what follows from it in sentences, and from which date it is asked again ("" for never)."""

    answer: ProfileAnswer
    words: str
    follows: tuple[str, ...]
    cautions: tuple[str, ...]
    ask_again: str = ""
    expired: bool = False
    known: bool = True


def consequences(profile: Profile, library: Library, *, today: str) -> tuple[Consequence, ...]:
    """Return what follows from every answer by itself, in the order the answers were given."""
    without = Judge(library, Profile(), today=today)
    before = cache(without.point)
    return tuple(_consequence(answer, library, without, before, today) for answer in profile.answers)


def _consequence(
    answer: ProfileAnswer, library: Library, without: Judge, before: _PointVerdict, today: str
) -> Consequence:
    question = library.questions.get(answer.slug)
    if question is None:
        unknown = f"{answer.slug!r} is not known to this version; it is kept, and nothing follows from it."
        return Consequence(answer=answer, words=answer.slug, follows=(unknown,), cautions=(), known=False)
    judge = Judge(library, Profile(answers=(answer,)), today=today)
    mine = [rule.caution for rule in judge.rules if rule.by_answer]
    follows: list[str] = []
    if wants_place(answer, question):
        follows.append("Say where: until then every point waits for the place.")
    session = judge.session()
    if session.action == "left_out":
        follows.append(session.because)
    else:
        follows += _of_points(judge, without, before, library)
        follows += _of_uses(judge, without, library)
        follows += [f"Instead: {caution.instead.rstrip('.')}." for caution in mine if caution.instead][:2]
    return Consequence(
        answer=answer,
        words=say_answer(answer, library.questions),
        follows=tuple(follows),
        cautions=tuple(caution.id for caution in mine),
        ask_again=ask_again_on(answer, question),
        expired=is_expired(answer, question, today),
    )


def _of_points(judge: Judge, without: Judge, before: _PointVerdict, library: Library) -> list[str]:
    found: dict[str, list[str]] = {}
    for code in filter(judge.may_change, library.points):
        if (own := before(code)).action != "left_out":
            found.setdefault(_what_follows(own, judge.point(code)), []).append(code)
    lines = [_counted(codes, what) for what, codes in sorted(found.items()) if what]
    areas = [
        area.name.lower()
        for slug, area in library.areas.items()
        if judge.area(slug).action == "left_out" and without.area(slug).action != "left_out"
    ]
    return [line for line in (*lines, f"Areas left out: {', '.join(areas)}." if areas else "") if line]


def _what_follows(before: Verdict, verdict: Verdict) -> str:
    if verdict.action == "left_out":
        return "left out"
    if verdict.action == "ask":
        return "waiting for an answer"
    if verdict.only_side:
        return "left out on that side"
    limits = []
    if verdict.max_pressure < before.max_pressure:
        limits.append(f"{PRESSURE_WORDS[verdict.max_pressure]} pressure at most")
    if verdict.max_seconds < before.max_seconds:
        limits.append(f"{verdict.max_seconds} seconds at most")
    if verdict.max_seconds_per_day < before.max_seconds_per_day:
        limits.append(f"{verdict.max_seconds_per_day} seconds a day at most")
    return ", ".join(limits)


def _counted(codes: list[str], what: str) -> str:
    noun = "point" if len(codes) == 1 else "points"
    many = len(codes) > 150
    return f"{len(codes)} {noun}: {what}{'' if many else f' ({as_ranges(codes)})'}."


def _of_uses(judge: Judge, without: Judge, library: Library) -> list[str]:
    mine = [rule for rule in judge.rules if rule.by_answer]
    techniques = [
        item.name.lower()
        for slug, item in library.techniques.items()
        if judge.technique(slug).action == "left_out" and without.technique(slug).action != "left_out"
    ]
    tools = sorted({tool.replace("-", " ") for rule in mine for tool in rule.caution.tools})
    positions = sorted({name.replace("-", " ") for rule in mine for name in rule.positions})
    lines = [f"{head}: {', '.join(items)}." for head, items in (
        ("Techniques left out", techniques),
        ("Tools left out", tools),
        ("Positions left out", positions),
    ) if items]  # fmt: skip
    if judge.no_holds_because:
        lines.append("Breathing without holds.")
    if any(rule.caution.look_first for rule in mine):
        lines.append("Look at the skin or both legs first; it is said with the step.")
    told = [rule.caution.rule for rule in mine if rule.caution.action in {"warn", "inform"}]
    return [*lines, *told]


def as_ranges(codes: Iterable[str]) -> str:
    """Return codes with their runs joined: `BL22, BL23, BL24, GV4` -> `BL22-BL24, GV4`."""
    shown = []
    numbered = [(code, _CODE.match(code)) for code in codes]
    keys = (
        (found[1], int(found[2]) - place) if found else (code, place) for place, (code, found) in enumerate(numbered)
    )
    for _, run in itertools.groupby(zip(keys, numbered, strict=True), key=lambda item: item[0]):
        run_codes = [code for _, (code, _) in run]
        shown.append(run_codes[0] if len(run_codes) == 1 else f"{run_codes[0]}-{run_codes[-1]}")
    return ", ".join(shown)
