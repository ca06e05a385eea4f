"""Robustness: nothing that anybody types ends in an error, or takes long."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acucli.library.compiled import CompiledLibrary
from acucli.lookup import interpret
from acucli.text.tokens import LONGEST_TEXT

_HOSTILE = """
headache LI4 my hurts no not and or P6 ex-hn3 合谷 zu san li he2 gu3 [red]x[/red] .* (?= \\d+ $(rm) %s {0} ² ٣ Ⅳ ½
999999999999999999999 1e9 -5 ㎏ pregnant 15 I am aged year old 頭痛 두통 सिर 😀 👩\u200d⚕️ Dü3
HX6,7i co ,;: ' " ear extra EAR-CO10
"""
_PIECES = (*_HOSTILE.split(), "\u202e", "\ufeff", "\x1b[31m", "\x00", "\n\t")
QUICK_COUNT = 400


def texts(count: int, seed: int = 20261120) -> list[str]:
    """Return texts as nobody should type them: pieces of queries, any characters, random letters."""
    chance = random.Random(seed)
    found: list[str] = []
    for number in range(count):
        if number % 3 == 0:
            found.append(" ".join(chance.choices(_PIECES, k=chance.randrange(12))))
        elif number % 3 == 1:
            found.append("".join(chr(chance.randrange(0x20, 0x3100)) for _ in range(chance.randrange(25))))
        else:
            found.append("".join(chance.choices("abcdefghinorstu  '-.,?!0123456789", k=chance.randrange(40))))
    return found


@pytest.mark.long
def test_random_and_hostile_input_never_fails(library: CompiledLibrary) -> None:
    """Control characters, markup, patterns, numbers of every script; tests/soak tries thousands."""
    for text in texts(QUICK_COUNT):
        assert interpret(text, library).query == text


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_any_text_is_answered(text: str, library: CompiledLibrary) -> None:
    """Whatever Unicode allows."""
    interpret(text, library)


@pytest.mark.parametrize(
    "text",
    [
        "headache " * 12_000,
        "头痛" * 50_000,
        "no " * 34_000,
        "li4 " * 25_000,
        "(" * 100_000,
        "a" * 100_000,
        "a." * 50_000,
    ],
)
def test_long_input_is_cut_before_it_is_read(text: str, library: CompiledLibrary) -> None:
    """A hundred thousand characters mean what their first two thousand mean."""
    short = interpret(text[:LONGEST_TEXT], library)
    assert msgspec.structs.replace(interpret(text, library), query=short.query) == short
