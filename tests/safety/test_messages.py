"""Messages: what is said of what is left out, and of overrides."""

from __future__ import annotations

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
