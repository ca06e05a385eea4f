"""What the build works out: when an answer is asked again."""

from __future__ import annotations

import pytest

from acucli.library.derived_fields import span_of, with_expiry
from acucli.model.safety import Caution, Question


@pytest.mark.parametrize(
    ("words", "said", "days"),
    [
        ("90 days", "90 days", 90),
        ("healed; ask again after 3 weeks", "3 weeks", 21),
        ("ask again next time", "next session", 0),
        ("1 month", "1 month", 30),
        ("never (until the person says otherwise)", "never (until the person says otherwise)", float("inf")),
    ],
)
def test_a_time_is_read_out_of_words(words: str, said: str, days: float) -> None:
    """As people write it in a caution or a question."""
    assert span_of(words) == (days, said)


def test_words_without_a_time_are_none() -> None:
    """So that the check can name them."""
    assert span_of("when it is better") is None


@pytest.mark.parametrize(
    ("own", "expires", "again"), [("90 days", "6 weeks", "6 weeks"), ("2 weeks", "3 months", "2 weeks")]
)
def test_an_answer_is_asked_again_after_the_shorter_time(own: str, expires: str, again: str) -> None:
    """Its own, or that of a caution it switches on; answers of other cautions keep theirs."""
    questions = {slug: Question(slug=slug, words=slug, screen=1, ask_again=own) for slug in ("a", "b")}
    caution = Caution(id="c", title="C", profile=("a",), action="block", rule="R.", strength="x", expires=expires)
    found = with_expiry(questions, [caution])
    assert (found["a"].ask_again, found["b"].ask_again) == (again, own)
