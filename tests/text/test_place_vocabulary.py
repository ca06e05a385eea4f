"""Place words: descriptions reduced to the words that tell where something is."""

from __future__ import annotations

import pytest

from acucli.text.place_vocabulary import PlaceVocabulary

WORDS = PlaceVocabulary(
    {
        "dip": "hollow",
        "hollow": "hollow",
        "belly button": "navel",
        "navel": "navel",
        "ankle": "ankle",
        "ankle knob": "ankle",
    },
    {"below"},
    {"the"},
)


@pytest.mark.parametrize(
    ("said", "reduced"),
    [
        ("dip below the ankle", ("hollow", "below", "ankle")),
        ("dip below the ankle knob", ("hollow", "below", "ankle")),
        ("below the belly button", ("below", "navel")),
        ("dips below the navels middle", ("hollow", "below", "navel")),
        ("", ()),
    ],
)
def test_words_stand_for_what_they_mean(said: str, reduced: tuple[str, ...]) -> None:
    """The longest phrase at each place counts; small words are left out."""
    assert WORDS.reduced(said.split()) == reduced


def test_strictly_a_word_of_no_place_is_no_description() -> None:
    """A lump below the ankle is none."""
    assert WORDS.reduced(["lump", "below", "the", "ankle"], strictly=True) is None
    assert WORDS.reduced(["lump", "below", "the", "ankle"]) == ("below", "ankle")
