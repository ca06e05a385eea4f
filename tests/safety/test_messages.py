"""Messages: what is said of what is left out, and of overrides."""

from __future__ import annotations

import re

import pytest

from acucli.errors import ExitStatus, HeldBack, RecordNotFound
from acucli.model.practice import LeftOut
from acucli.safety import messages
from acucli.safety.judge import Judge
from tests.safety.conftest import TODAY


def test_what_is_left_out_says_why_and_what_to_do_instead(library, person):
    """Never a blank screen."""
    verdict = Judge(library, person("swollen-leg"), today=TODAY).point("ST36")
    left_out = LeftOut(because="clot", message=verdict.because, code="ST36")
    assert messages.left_out_line(left_out, library) == (
        "Left out: ST36, because you said “one leg swollen, hot or painful”. Instead: hand, arm, face and ear points."
    )


def test_no_code_of_a_rule_reaches_a_person(library, person):
    """Whatever somebody answers, what is said of a place gives the reason in words: codes are for programs."""
    ids, hyphened = "|".join(library.cautions), "|".join(_hyphened(library.cautions))
    code = re.compile(rf"\((?:{ids})\)[.:?]|\((?:{ids})\)$|\b(?:{hyphened})\b")
    said = set()
    for slug in library.questions:
        judge = Judge(library, person(slug), today=TODAY)
        verdicts = [judge.point(point) for point in library.points] + [judge.area(area) for area in library.areas]
        said.update(verdict.because for verdict in verdicts if verdict.because)
    assert len(said) > 500
    assert sorted(text for text in said if code.search(text)) == []


def _hyphened(names):
    """Return the names that cannot be meant as ordinary words."""
    return [name for name in names if "-" in name]


@pytest.mark.parametrize("name", ["clot", "front-of-neck", "under-18"])
def test_some_cautions_are_never_lifted(library, name):
    """Status 4, with what to do instead."""
    with pytest.raises(HeldBack, match="never lifted") as error:
        messages.check_overrides(library, [name])
    assert error.value.status == ExitStatus.HELD_BACK
    assert error.value.hint


def test_an_unknown_caution_suggests_the_nearest(library):
    """A slip of the finger lifts nothing."""
    with pytest.raises(RecordNotFound, match="pregnancy-point") as error:
        messages.check_overrides(library, ["pregnancy-point"])
    assert "pregnancy-points" in error.value.hint
    messages.check_overrides(library, ["pregnancy-points"])


@pytest.mark.parametrize(
    ("because", "said"),
    [
        ("pregnancy-points", "because you said “pregnant”"),
        ("epilepsy", "because you said “epilepsy (fits, seizures)”"),
        ("front-of-neck", "because of a rule for everybody: front and side of the neck"),
        ("limit", "because it is not for untrained hands"),
        ("it is done seated", "because it is done seated"),
    ],
)
def test_the_reason_of_a_change_is_said_in_words(library, person, because, said):
    """What stands in for a place, or for a breath that is held, is explained as people speak."""
    assert messages.reason_in_words(because, library, person("pregnant", "epilepsy")) == said
