"""The person of one request: their profile, what their words say of them, and the judge who knows both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from acucli.model.library import Library
from acucli.model.practice import Profile, ProfileAnswer
from acucli.safety.judge import Judge


class Person:
    """A profile with the answers a sentence gave for this once (`says`); `notes` say what was understood from it.

    Answers that need a place are not taken from a sentence: they are named, so that the person can give the place.
    """

    def __init__(
        self,
        library: Library,
        profile: Profile,
        *,
        today: str,
        says: Iterable[str] = (),
        overrides: frozenset[str] = frozenset(),
        facts: Mapping[str, bool] | None = None,
    ) -> None:
        known = [slug for slug in says if not profile.has(slug) and slug in library.questions]
        new = [slug for slug in known if not library.questions[slug].asks_place]
        unplaced = [slug for slug in known if library.questions[slug].asks_place]
        answers = (*profile.answers, *(ProfileAnswer(slug=slug, given=today) for slug in new))
        self.profile = msgspec.structs.replace(profile, answers=answers)
        if overrides or facts is not None:
            self.judge = Judge(library, self.profile, today=today, overrides=overrides, facts=facts)
        else:
            self.judge = _judge_of(library, answers, profile.blocked_points, today)
        self.says = tuple(new)
        self.notes = tuple(
            [
                f"understood for this answer only: {library.questions[slug].words}. Keep it: acu profile set --{slug}"
                for slug in new
            ]
            + [
                f"you spoke of {library.questions[slug].words}; say where, so that the place is left alone: "
                f"acu profile set --{slug}=PLACE:SIDE"
                for slug in unplaced
            ]
        )


@lru_cache(maxsize=8)
def _judge_of(
    library: Library, answers: tuple[ProfileAnswer, ...], blocked_points: tuple[str, ...], today: str
) -> Judge:
    """Return the judge of these answers: the queries of a batch have one, who judges each place once."""
    return Judge(library, Profile(answers=answers, blocked_points=blocked_points), today=today)
