"""A small program of somebody else, as `docs/python.md` shows it: CI reads it strictly against the installed wheel."""

from __future__ import annotations

import acucli
from acucli import guide
from acucli.errors import AcuError
from acucli.guide import Profile, Request


def codes(words: str) -> list[str]:
    """Return the points for a complaint; none where something else must be said first."""
    answer = guide.find(words, profile=Profile(), today="2026-11-30")
    return [] if answer.red_flags or answer.held_back else [point.code for point in answer.points]


def minutes(words: str) -> float:
    """Return how long its session is, 0 where there is none."""
    prepared = guide.prepare(Request(what=words), profile=Profile())
    return round(prepared.plan.total_seconds / 60, 1) if prepared.plan is not None else 0.0


def name_of(words: str) -> str:
    """Return the English name of a point in any notation, or what is said where nothing has that name."""
    library = acucli.open_library()
    try:
        return library.points[guide.resolve(words, library).id].names.english
    except AcuError as error:
        return error.sentence


if __name__ == "__main__":
    print(codes("headache")[:2], codes("chest pain"), minutes("stress") > 5, name_of("he gu"), name_of("xyzzy"))
