"""Bytes from a keyboard, presenter or pedal, turned into key names: whole sequences, no pastes, no repeats."""

from __future__ import annotations

import re

REPEAT_SECONDS = 0.15
SLIP_SECONDS = 0.5
"""A second space so soon is a trembling hand, no wish to go on."""
_LONE_ESCAPE_SECONDS = 0.1
_MOST_AT_ONCE = 12
_MOST_PENDING = 256
_PASTE_START, _PASTE_END = b"\x1b[200~", b"\x1b[201~"
_SEQUENCE = re.compile(
    rb"\x1b(?:\[M...|\[\[.|\[[0-?]*[ -/]*[@-~]|O.|[\]PX^_].*?(?:\x07|\x1b\\)|[^\[O\]PX^_\x1b])", re.DOTALL
)
_NAMES = {
    b"\x1b[C": "right",
    b"\x1bOC": "right",
    b"\x1b[D": "left",
    b"\x1bOD": "left",
    b"\x1b[5~": "page-up",
    b"\x1b[6~": "page-down",
}
_ENHANCED = re.compile(rb"\x1b\[(\d+)(?::(\d*))?(?::(\d+))?(?:;(\d*)(?::(\d+))?)?(?:;[\d:]*)?u")
"""A key as the enhanced mode of some terminals sends it: its code, with shift, on a plain keyboard, what was held."""
_SHIFT, _CTRL, _LOCKS = 1, 4, ~(64 | 128)
_RELEASED = b"3"
_SURROGATES = 0xD800
_CONTROLS = {" ": "space", "\r": "enter", "\n": "enter", "\x0c": "redraw"}


class KeyReader:
    """Reads key names out of a stream of bytes; pure but for what it remembers between two reads."""

    def __init__(self) -> None:
        self._pending = b""
        self._pending_since = 0.0
        self._pasting = False
        self._last: tuple[str, float] = ("", float("-inf"))

    def feed(self, data: bytes, now: float) -> list[str]:
        """Return the names of the keys in `data`, which arrived at `now` (seconds).

        A bracketed paste is dropped whole, and so are more than 12 characters at once (no hand types that); a key
        that comes again within 150 ms is the keyboard's own repeat, a space within half a second a slip.
        """
        if self._pending and now - self._pending_since > _LONE_ESCAPE_SECONDS and not self._pasting:
            self._pending = b""
        names = self._names(self._without_pastes(self._pending + data), now)
        return [name for name in names if not self._is_repeat(name, now)]

    def _without_pastes(self, data: bytes) -> bytes:
        self._pending = b""
        kept = b""
        while data:
            mark = _PASTE_END if self._pasting else _PASTE_START
            before, found, after = data.partition(mark)
            if not self._pasting:
                kept += before
            elif not found:
                self._pending = before[-len(mark) + 1 :]
            self._pasting ^= bool(found)
            data = after
        return kept

    def _names(self, data: bytes, now: float) -> list[str]:
        names: list[str] = []
        plain = b""
        position = 0
        while position < len(data):
            if data[position] != 0x1B:
                plain += data[position : position + 1]
                position += 1
                continue
            names += _letters(plain)
            plain = b""
            match = _SEQUENCE.match(data, position)
            if match is None:
                position = self._keep_or_drop(data, position, now)
                continue
            names += _named(match.group())
            position = match.end()
        names += _letters(plain)
        return names

    def _keep_or_drop(self, data: bytes, position: int, now: float) -> int:
        """Keep an unfinished sequence for the next read; one that never ends is dropped."""
        rest = data[position:]
        if len(rest) > _MOST_PENDING or rest.startswith(b"\x1b\x1b"):
            return position + 1
        self._pending, self._pending_since = rest, now
        return len(data)

    def _is_repeat(self, name: str, now: float) -> bool:
        key, at = self._last
        self._last = (name, now)
        return name == key and now - at < (SLIP_SECONDS if name == "space" else REPEAT_SECONDS)


def _named(sequence: bytes) -> list[str]:
    """Return the key that a sequence stands for; none where it stands for none of ours."""
    if sequence in _NAMES:
        return [_NAMES[sequence]]
    found = _ENHANCED.fullmatch(sequence)
    if found is None or found[5] == _RELEASED:
        return []
    held = (int(found[4] or 1) - 1) & _LOCKS
    code = int((found[2] if held == _SHIFT else b"") or found[3] or found[1])
    if code >= _SURROGATES:
        return []
    if held == _CTRL and chr(code) == "c":
        return ["q"]
    return _letters(chr(code).encode()) if held in {0, _SHIFT} else []


def _letters(plain: bytes) -> list[str]:
    if len(plain) > _MOST_AT_ONCE:
        return []
    text = plain.decode("utf-8", "ignore")
    named = (_CONTROLS.get(character, character) for character in text)
    return [name.lower() for name in named if name.isprintable()]
