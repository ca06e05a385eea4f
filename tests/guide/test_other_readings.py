"""Other readings: one session serves one complaint, says which, and hands on the next with what was told."""

from __future__ import annotations

import pytest

from acucli.guide.other_readings import also_understood
from acucli.guide.preparing import prepare
from acucli.guide.request import Request
from acucli.library.compiled import CompiledLibrary
from acucli.model.practice import Profile


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("headache", ""),
        ("PC6 and headache", "also understood: PC6; this session is for Headache"),
        (
            "headache and nausea",
            "also understood: Nausea, feeling sick; this session is for Headache. The next one: acu session nausea",
        ),
        (
            "knee pain, back pain, I take warfarin",
            "also understood: Low back pain; this session is for Knee pain, knee arthritis."
            ' The next one: acu session "low-back-pain, blood thinners"',
        ),
        (
            "stress, knee pain and asthma",
            "also understood: Knee pain, knee arthritis, Asthma; this session is for Stress."
            " The next one: acu session knee-pain  with what you said of yourself",
        ),
    ],
)
def test_says_which_complaint_is_served_and_how_to_begin_the_next(
    what: str, told: str, library: CompiledLibrary
) -> None:
    """The line for the next one can be pasted, and carries the facts where it can."""
    prepared = prepare(Request(what=what), library, Profile(), today="2026-12-01")
    assert also_understood(prepared, library) == told
