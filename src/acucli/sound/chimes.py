"""Chimes made from sines: rising for in, falling for out, double for a change of side."""

from __future__ import annotations

import math
import wave
from array import array
from pathlib import Path

RATE = 22_050
"""Samples a second, mono, 16 bits: what espeak-ng renders, so that nothing has to be converted."""
CHIME_SECONDS = 0.9
_LOUD, _SOFT = 9000, 4200
_LOW, _HIGH = 392.0, 523.25

_NOTES: dict[str, tuple[tuple[float, float, float], ...]] = {
    "in": ((0.0, _LOW, _SOFT), (0.18, _HIGH, _SOFT)),
    "out": ((0.0, _HIGH, _SOFT), (0.18, _LOW, _SOFT)),
    "double": ((0.0, _HIGH, _LOUD), (0.3, _HIGH, _LOUD)),
    "begin": ((0.0, _LOW, _LOUD),),
    "mark": ((0.0, _HIGH, _LOUD),),
    "end": ((0.0, _HIGH, _LOUD), (0.25, _LOW, _LOUD), (0.5, _LOW / 2, _LOUD)),
}
CHIMES = tuple(_NOTES)

CHIME_OF: dict[str, str] = {
    "hold": "begin",
    "half": "mark",
    "ten_seconds": "mark",
    "side": "double",
    "step": "double",
    "release": "out",
    "pause": "mark",
    "gap": "mark",
    "resume": "begin",
    "close": "end",
    "end": "end",
    "in": "in",
    "top-up": "in",
    "out": "out",
}
"""Which chime stands for which kind of thing said; a kind that is missing has no sound of its own."""


def chime(name: str) -> array[int]:
    """Return the samples of a chime: decaying sines, `CHIME_SECONDS` long."""
    count = int(RATE * CHIME_SECONDS)
    mixed = [0.0] * count
    for start, pitch, loud in _NOTES[name]:
        first = int(start * RATE)
        turn = 2 * math.pi * pitch / RATE
        for index in range(count - first):
            mixed[first + index] += loud * math.exp(-6.0 * index / RATE) * math.sin(turn * index)
    fade = int(0.05 * RATE)
    for index in range(fade):
        mixed[count - 1 - index] *= index / fade
    return array("h", (max(-32767, min(32767, round(value))) for value in mixed))


def write_wave(path: Path, samples: array[int]) -> None:
    """Write samples as a WAV file.

    Raises:
        OSError: it cannot be written.
    """
    with path.open("wb") as stream, wave.open(stream, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(memoryview(samples).cast("B"))


def read_wave(path: Path) -> array[int]:
    """Return the samples of a mono WAV file at `RATE`; other rates are stretched to it.

    Raises:
        OSError, wave.Error, EOFError: it is not there or no sound.
    """
    with wave.open(str(path), "rb") as found:
        rate, channels, width = found.getframerate(), found.getnchannels(), found.getsampwidth()
        data = found.readframes(found.getnframes())
    if width != 2:
        raise wave.Error(f"{8 * width} bits a sample, 16 are read")
    samples = array("h")
    samples.frombytes(data[: len(data) // 2 * 2])
    samples = samples[::channels]
    if rate == RATE:
        return samples
    count = len(samples) * RATE // rate
    return array("h", (samples[index * rate // RATE] for index in range(count)))
