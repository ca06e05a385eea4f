"""Keys: whole sequences, no pastes, no repeats, and the keys of presenters and pedals."""

from __future__ import annotations

import pytest

from acucli.runner.keys import KeyReader


def read(*chunks: bytes, every: float = 1.0) -> list[str]:
    """Return the keys in chunks that arrive one after the other."""
    reader = KeyReader()
    return [name for at, chunk in enumerate(chunks) for name in reader.feed(chunk, at * every)]


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"n", ["n"]),
        (b"N", ["n"]),
        (b" ", ["space"]),
        (b"\r", ["enter"]),
        (b"\n", ["enter"]),
        (b"?", ["?"]),
        (b"+-", ["+", "-"]),
        (b"\x1b[C", ["right"]),
        (b"\x1bOD", ["left"]),
        (b"\x1b[6~", ["page-down"]),
        (b"\x1b[5~", ["page-up"]),
        ("−".encode(), ["−"]),
    ],
)
def test_key_has_its_name(data, names):
    """What a keyboard, a presenter or a pedal sends."""
    assert read(data) == names


@pytest.mark.parametrize(
    "data",
    [b"\x1b[A", b"\x1b[B", b"\x1b[[A", b"\x1bOP", b"\x1b[15~", b"\x1b[1;5A", b"\x1b[M !!", b"\x1b]0;nbq\x07",
     b"\x1bPnb\x1b\\", b"\x1bn", b"\x1b[<0;10;10M", b"\x01", b"\xff\xfe"],
)  # fmt: skip
def test_sequences_without_meaning_are_dropped_whole(data):
    """No letter inside a sequence triggers its binding."""
    assert read(data) == []


def test_sequence_may_arrive_in_pieces():
    """A slow line cuts sequences anywhere."""
    assert read(b"\x1b", b"[", b"C", every=0.01) == ["right"]


def test_lone_escape_does_not_swallow_the_next_key():
    """Escape pressed by itself is forgotten after a tenth of a second."""
    assert read(b"\x1b", b"n", every=1.0) == ["n"]


def test_bracketed_paste_is_dropped_even_in_pieces():
    """A paste is never a row of commands."""
    paste = b"\x1b[200~" + b"nbq " * 16384 + b"\x1b[201~"
    pieces = [paste[at : at + 4096] for at in range(0, len(paste), 4096)]
    assert read(*pieces, b"n", every=0.001) == ["n"]
    assert read(b"a\x1b[200~q\x1b[20", b"1~n") == ["a", "n"]


def test_paste_without_brackets_is_dropped_too():
    """Nobody types thirteen characters at once."""
    assert read(b"nbqnbqnbqnbqn") == []


def test_repeat_of_the_keyboard_is_ignored():
    """A key held down counts once, however long it is held."""
    assert read(*[b" "] * 40, every=0.033) == ["space"]
    assert read(b" ", b" ", every=0.5) == ["space", "space"]
    assert read(b"n", b"b", every=0.03) == ["n", "b"]


def test_a_second_space_within_half_a_second_is_a_slip():
    """A trembling hand does not undo its own pause; other keys may follow at once."""
    assert read(b" ", b" ", every=0.3) == ["space"]
    assert read(b" ", b" ", every=0.49) == ["space"]
    assert read(b"n", b"n", every=0.3) == ["n", "n"]


def test_unfinished_sequence_does_not_grow_for_ever():
    """Rubbish that opens a sequence and never ends it is dropped."""
    reader = KeyReader()
    for at in range(100):
        reader.feed(b"\x1b]" + b"x" * 50, at * 0.01)
    assert reader.feed(b"n", 10.0) == ["n"]


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"\x1b[113u", ["q"]),
        (b"\x1b[113;1:1u", ["q"]),
        (b"\x1b[113;129u", ["q"]),
        (b"\x1b[113:81;2u", ["q"]),
        (b"\x1b[47:63;2u", ["?"]),
        (b"\x1b[1081::113u", ["q"]),
        (b"\x1b[32u", ["space"]),
        (b"\x1b[13u", ["enter"]),
        (b"\x1b[99;5u", ["q"]),
        (b"\x1b[113;1:3u", []),
        (b"\x1b[113;3u", []),
        (b"\x1b[57344u", []),
    ],
    ids=["plain", "pressed", "with num lock", "shift", "shifted sign", "place of a plain keyboard", "space", "enter",
         "control c", "released", "alt", "no letter"],
)  # fmt: skip
def test_keys_of_the_enhanced_mode_mean_the_same(data, names):
    """Some terminals send keys as numbers; letting go of one is no key."""
    assert read(data) == names
