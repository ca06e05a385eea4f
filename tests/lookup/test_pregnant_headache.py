"""Somebody pregnant with a plain headache is served in every language, without the points that are left out."""

from __future__ import annotations

import pytest

from tests.lookup.conftest import Ask


@pytest.mark.parametrize(
    "query",
    [
        "I'm pregnant and have a headache", "ich bin schwanger und habe kopfschmerzen",
        "estoy embarazada y me duele la cabeza", "je suis enceinte et j'ai mal à la tête",
        "sono incinta e ho mal di testa", "estou grávida e com dor de cabeça",
        "ik ben zwanger en heb hoofdpijn", "jestem w ciąży i boli mnie głowa", "я беременна и болит голова",
        "hamileyim ve başım ağrıyor", "أنا حامل وعندي صداع", "tôi đang mang thai và đau đầu",
        "मैं गर्भवती हूँ और सिर दर्द है", "妊娠中で頭が痛い", "임신 중인데 두통이 있어요", "怀孕头痛",
    ],
)  # fmt: skip
def test_a_plain_headache_in_pregnancy_raises_no_sign(query: str, ask: Ask) -> None:
    """What is severe, comes with sight or swelling, or late is a sign; the fact alone keeps places away."""
    found = ask(query)
    assert not found.stops
    assert "headache" in [reading.slug for reading in found.conditions]
    assert "pregnant" in found.says_of_person
