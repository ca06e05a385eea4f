"""A profile written by hand: other spellings and shapes are understood, named, and obeyed where they can be."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from acucli.model.library import Library
from acucli.model.practice import Profile, ProfileAnswer
from acucli.text.fold import fold_code, fold_phrase

_CLOSE = 0.8
_TRUE = frozenset({"true", "yes", "on", "1"})


def answers_in(value: object) -> list[object]:
    """Return the entries of `answers` in whichever shape they were written, each as the file's own entries are.

    `answers = ["pregnant"]`, `answers = "pregnant, fever"`, one `[answers]` table, and `[answers]` with a line for each
    answer (`pregnant = true`, `skin-broken = "hand"`) all mean something.
    """
    if isinstance(value, str):
        return [_bare(word) for word in value.replace(",", " ").split()]
    if isinstance(value, dict):
        return [value] if "slug" in value else claims_in(value)
    if isinstance(value, list):
        return [_bare(item) if isinstance(item, str) else item for item in value]
    return [value]


def claims_in(table: Mapping[str, Any]) -> list[object]:
    """Return the lines of a table that read like answers: `pregnant = true`, `skin-broken = "hand"`."""
    found: list[object] = []
    for name, value in table.items():
        said = str(value).lower()
        if value is True or said in _TRUE:
            found.append(_bare(name))
        elif isinstance(value, str) and value and said not in {"false", "no", "off", "0"}:
            found.append({"slug": name, "given": "", "region": value})
        elif isinstance(value, dict):
            found.append({"given": "", **value, "slug": name})
    return found


def _bare(slug: str) -> dict[str, str]:
    return {"slug": slug, "given": ""}


def understood(
    profile: Profile, library: Library, claims: Iterable[ProfileAnswer] = ()
) -> tuple[Profile, tuple[str, ...]]:
    """Return the profile with its spellings mended, and a sentence for everything that was read another way or not.

    An answer that is nearly one of ours counts as that one: a caution too many is said and can be taken away, one too
    few is not noticed. `claims` are lines that stand outside the answers; those that are no answer are left alone.
    """
    notes: list[str] = []
    answers: dict[ProfileAnswer, None] = {}
    for answer in profile.answers:
        for slug in _slugs(answer.slug, library, notes) or (answer.slug,):
            answers[msgspec.structs.replace(answer, slug=slug)] = None
    for claim in claims:
        said: list[str] = []
        slugs = _slugs(claim.slug, library, said)
        if slugs:
            notes += said or [f"{claim.slug!r} stands outside the answers of your profile; it is read as one"]
        for slug in slugs:
            answers[msgspec.structs.replace(claim, slug=slug)] = None
    blocked = tuple(dict.fromkeys(_code(code, library, notes) for code in profile.blocked_points))
    mended = msgspec.structs.replace(profile, answers=tuple(answers), blocked_points=blocked)
    return mended, tuple(f"{note}. Set it anew: acu profile set" for note in notes)


def _slugs(written: str, library: Library, notes: list[str]) -> tuple[str, ...]:
    """Return the answers that a slug means: itself, or the nearest by spelling or by its words; none where none is."""
    if written in library.questions:
        return (written,)
    slug = "-".join(fold_phrase(written).split())
    near = [slug] if slug in library.questions else []
    near = near or difflib.get_close_matches(slug, list(library.questions), n=1, cutoff=_CLOSE)
    if not near:
        by_words = {
            fold_phrase(words): name
            for name, question in library.questions.items()
            for words in (question.words, *question.also)
        }
        near = [by_words[name] for name in difflib.get_close_matches(fold_phrase(written), by_words, 1, _CLOSE)]
    if near:
        notes.append(f"the answer {written!r} of your profile is read as {near[0]!r}")
    else:
        notes.append(f"the answer {written!r} of your profile is not known, and nothing follows from it")
    return tuple(near)


def _code(written: str, library: Library, notes: list[str]) -> str:
    if written in library.points:
        return written
    meant = {item.split(":", 1)[1] for item in library.names.get(fold_code(written), ()) if item.startswith("point:")}
    if len(meant) == 1:
        code = meant.pop()
        notes.append(f"the blocked point {written!r} of your profile is read as {code}")
        return code
    notes.append(f"the blocked point {written!r} of your profile is not known, and nothing follows from it")
    return written
