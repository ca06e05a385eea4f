"""The person of one request: the profile, and what their words say of them for this once."""

from __future__ import annotations

from acucli.guide.person import Person
from acucli.library.compiled import CompiledLibrary
from acucli.model.practice import Profile
from tests.guide.oracle import TODAY, profile_of


def test_words_add_to_the_profile_for_this_once(library: CompiledLibrary) -> None:
    """The profile itself is untouched; the note says how to keep the answer."""
    profile = profile_of("over-50")
    person = Person(library, profile, today=TODAY, says=("pregnant",))
    assert person.profile.has("pregnant")
    assert not profile.has("pregnant")
    assert person.judge.point("LI4").action == "left_out"
    assert person.notes == ("understood for this answer only: pregnant. Keep it: acu profile set --pregnant",)


def test_what_the_profile_holds_already_is_not_said_again(library: CompiledLibrary) -> None:
    """No note, no second answer."""
    person = Person(library, profile_of("pregnant"), today=TODAY, says=("pregnant",))
    assert person.notes == ()
    assert len(person.profile.answers) == 1


def test_an_answer_that_needs_a_place_is_asked_for_not_guessed(library: CompiledLibrary) -> None:
    """Everything would wait for its place; so it is named, with how to tell it."""
    person = Person(library, Profile(), today=TODAY, says=("fracture",))
    assert not person.profile.answers
    assert "--fracture=PLACE:SIDE" in person.notes[0]
    assert person.judge.point("LI4").action == "allowed"


def test_an_answer_of_a_later_version_is_no_error(library: CompiledLibrary) -> None:
    """What this library does not know says nothing."""
    person = Person(library, profile_of("a-later-answer"), today=TODAY, says=("nothing-we-know",))
    assert person.notes == ()
    assert person.judge.point("LI4").action == "allowed"


def test_overrides_reach_the_judge(library: CompiledLibrary) -> None:
    """Only those that may be lifted."""
    lifted = frozenset({"pregnancy-points", "clot"})
    person = Person(library, profile_of("pregnant", "clot"), today=TODAY, overrides=lifted)
    assert person.judge.point("LI4").action != "left_out"
    assert person.judge.point("ST36").action == "left_out"
