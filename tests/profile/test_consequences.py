"""Consequences: what follows from each answer, for the person to read."""

from __future__ import annotations

from acucli.profile.consequences import as_ranges, consequences
from tests.safety.conftest import TODAY


def of(library, profile):
    (only,) = consequences(profile, library, today=TODAY)
    return only, "\n".join(only.follows)


def test_pregnancy_names_points_areas_positions_and_breath(library, person):
    """Everything the answer changes is said, with what is good to do instead."""
    found, text = of(library, person("pregnant"))
    assert "82 points: left out" in text
    assert "LI4" in text
    assert "Breathing without holds." in text
    assert "lying on back" in text
    assert "Areas left out:" in text
    assert "PC6 (wrist, for sickness)" in text
    assert found.ask_again == "2027-09-10"
    assert not found.expired


def test_a_side_and_a_missing_place_are_said(library, person):
    """A break on the left, and a tumour without a place."""
    _, text = of(library, person("fracture:wrist:left"))
    assert "left out on that side" in text
    _, text = of(library, person("cancer"))
    assert text.startswith("Say where:")


def test_no_session_is_said_alone(library, person):
    """Fever ends it; nothing else needs saying."""
    found, text = of(library, person("fever"))
    assert text.startswith("No session")
    assert len(found.follows) == 1


def test_an_answer_of_a_later_version_is_named(library, person):
    """It is kept, and nothing follows from it."""
    found, text = of(library, person("levitating"))
    assert not found.known
    assert "not known to this version" in text


def test_every_question_has_a_consequence(library, person):
    """No answer is asked for nothing."""
    for slug, question in library.questions.items():
        place = ":hand:left" if question.asks_place else ""
        _, text = of(library, person(slug + place))
        assert text, slug


def test_runs_of_codes_are_joined():
    """BL22, BL23, BL24 read as BL22-BL24."""
    assert as_ranges(["BL22", "BL23", "BL24", "GV4", "EX-Tituo"]) == "BL22-BL24, GV4, EX-Tituo"
