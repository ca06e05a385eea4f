"""Drafts: which places a session would press, in which order and position, before anybody was asked."""

from __future__ import annotations

import pytest

from acucli.guide import step_requests as drafts
from acucli.guide.step_requests import StepRequest
from acucli.model.routines import Routine, RoutineStep
from tests.session.places import library, make_condition

LIBRARY = library()


def codes(made: tuple[StepRequest, ...]) -> list[str]:
    """Return the codes of drafts."""
    return [draft.code for draft in made]


def test_a_routine_keeps_its_order_and_words() -> None:
    """Every field of a step comes through."""
    routine = Routine(
        slug="r",
        name="R",
        for_=("ache",),
        level="usual",
        target_minutes=2,
        positions=("seated",),
        steps=(
            RoutineStep(point="ST36", seconds=60, pressure=1, words="Slowly.", stand_in=("LI4",), rounds=2),
            RoutineStep(area="hands", technique="rub", tool="oil", side="left", position="seated"),
        ),
    )
    first, second = drafts.of_routine(routine)
    assert first == StepRequest(code="ST36", seconds=60, pressure=1, words="Slowly.", stand_in=("LI4",), rounds=2)
    assert second == StepRequest(area="hands", technique="rub", tool="oil", side="left")


def test_positions_are_grouped_seated_then_feet_then_lying() -> None:
    """Nobody gets up and lies down twice; within a position the order stays."""
    condition = make_condition(("CV12", "local"), ("LI4", "distal"), ("KI3", "distal"), ("ST36", "local"))
    made = drafts.of_condition(condition, LIBRARY)
    assert codes(made) == ["LI4", "ST36", "KI3", "CV12"]
    assert [draft.position for draft in made] == ["seated", "seated", "feet", "lying-on-back"]


@pytest.mark.parametrize(
    ("region", "position"),
    [("belly-lower", "lying-on-back"), ("groin", "lying-on-back"), ("sole", "feet"), ("toe", "feet"),
     ("hand", "seated"), ("back-lower", "seated"), ("scalp", "seated")],
)  # fmt: skip
def test_a_region_has_its_position(region: str, position: str) -> None:
    """Bellies are pressed lying, feet bent to, all else sitting."""
    assert drafts.position_of(region) == position


def test_near_and_far_points_are_mixed() -> None:
    """Where the condition names both, one of each is among the chosen, best first."""
    condition = make_condition(
        ("LI4", "distal"), ("ST36", "distal"), ("EX-UE9", "distal"), ("GV20", "local"), ("KI3", "distal")
    )
    made = drafts.of_condition(condition, LIBRARY, count=3)
    assert set(codes(made)) == {"LI4", "ST36", "GV20"}
    assert {draft.why for draft in made} == {"why LI4", "why ST36", "why GV20"}


def test_only_places_within_ones_own_reach_are_taken() -> None:
    """What a partner or nobody may press stays out, as a point and as a stand-in."""
    condition = make_condition(("BL20", "local"), ("ST9", "local"), ("LI4", "distal"))
    (only,) = drafts.of_condition(condition, LIBRARY)
    assert only.code == "LI4"
    assert not {"BL20", "ST9"} & set(only.stand_in)


def test_a_setting_leaves_only_what_fits() -> None:
    """At a desk neither ankles nor belly."""
    condition = make_condition(("CV12", "local"), ("KI3", "distal"), ("LI4", "distal"))
    assert codes(drafts.of_condition(condition, LIBRARY, setting="desk")) == ["LI4"]
    assert codes(drafts.of_condition(condition, LIBRARY, setting="lying")) == []


def test_the_points_not_chosen_stand_in() -> None:
    """Whoever may not press a chosen point gets the condition's next one."""
    condition = make_condition(("LI4", "distal"), ("ST36", "local"), ("GV20", "distal"))
    made = drafts.of_condition(condition, LIBRARY, count=2)
    assert all(draft.stand_in == ("GV20",) for draft in made)


def test_a_stand_in_brings_its_own_side_and_none_of_the_first_ones_words() -> None:
    """Time and place in the order stay; technique, tool, pressure and words do not."""
    first = StepRequest(
        code="LI4", technique="knead", tool="ball", pressure=3, seconds=40, words="Pinch.", stand_in=("GV20",)
    )
    made = drafts.standing_in(first, LIBRARY.points["GV20"])
    assert made == StepRequest(code="GV20", side="midline", seconds=40, stands_for="LI4", why="GV20 stands in for LI4")
    area = drafts.standing_in(StepRequest(area="hands", technique="rub"), LIBRARY.points["GV20"])
    assert (area.area, area.stands_for, area.technique) == ("", "hands", "press")


def test_points_by_code_keep_the_order_given() -> None:
    """A free choice is pressed as it was typed; a code that is none is an error."""
    assert codes(drafts.of_points(("GV20", "LI4"), LIBRARY)) == ["GV20", "LI4"]
    with pytest.raises(KeyError):
        drafts.of_points(("LI99",), LIBRARY)
