"""What of a record a person may press: one judgement for cards, lists, codes and maps."""

from __future__ import annotations

import pytest

from acucli.guide import Request, prepare
from acucli.guide.offering import kept_from, places_offered, points_offered
from acucli.library.compiled import CompiledLibrary
from acucli.model.practice import Profile, ProfileAnswer

TODAY = "2026-11-20"


def profile(*slugs: str, **more: object) -> Profile:
    """Return a profile with these answers."""
    return Profile(answers=tuple(ProfileAnswer(slug=slug, given=TODAY) for slug in slugs), **more)  # type: ignore[arg-type]


def test_places_stand_in_the_order_of_the_record(library: CompiledLibrary) -> None:
    """So that a card can set each beside its line."""
    condition = library.conditions["headache"]
    offers = places_offered(condition, library, Profile(), today=TODAY)
    assert [offer.place for offer in offers] == [choice.code for choice in condition.points]
    routine = library.routines["headache"]
    assert len(places_offered(routine, library, Profile(), today=TODAY)) == len(routine.steps)
    assert places_offered(library.cautions["pregnancy-points"], library, Profile(), today=TODAY) == ()


def test_what_is_kept_from_a_person_says_why_and_what_nobody_presses_is_not_theirs(library: CompiledLibrary) -> None:
    """Three labels: not for you, not yet for you, never pressed."""
    offers = {
        offer.place: offer
        for offer in points_offered(["LI4", "LI10", "ST17"], library, profile("pregnant"), today=TODAY)
    }
    assert offers["LI4"].refusal.startswith("not for you: because you said")
    assert (offers["LI10"].offered, offers["LI10"].refusal) == (True, "")
    assert (offers["ST17"].label, offers["ST17"].offered) == ("Never pressed", False)
    assert [item.code for item in kept_from(offers.values())] == ["LI4"]


def test_a_point_left_out_by_oneself_is_kept_away(library: CompiledLibrary) -> None:
    """`acu profile set --block PC6`."""
    (offer,) = points_offered(["PC6"], library, profile(blocked_points=("PC6",)), today=TODAY)
    assert not offer.offered
    assert offer.caution == "own-choice"


def test_limits_are_those_of_the_person(library: CompiledLibrary) -> None:
    """On blood thinners a card says light, and at most a minute, where the point itself allows more."""
    (free,) = points_offered(["LI10"], library, Profile(), today=TODAY)
    (thin,) = points_offered(["LI10"], library, profile("blood-thinners"), today=TODAY)
    assert thin.offered
    assert thin.max_pressure < free.max_pressure
    assert thin.max_seconds < free.max_seconds


@pytest.mark.parametrize("slug", ["pregnant", "blood-thinners", "osteoporosis", "epilepsy"])
def test_a_card_offers_no_step_that_the_session_leaves_out(library: CompiledLibrary, slug: str) -> None:
    """For every routine: whatever a plan leaves out or replaces as a whole is marked on the card, too."""
    person = profile(slug)
    for name, routine in library.routines.items():
        plan = prepare(Request(what=name), library, person, today=TODAY).plan
        offers = places_offered(routine, library, person, today=TODAY)
        if plan is None:
            continue
        pressed = {step.code for step in plan.steps}
        for step, offer in zip(routine.steps, offers, strict=True):
            if step.point and step.point not in pressed:
                assert not offer.offered, (name, step.point)
