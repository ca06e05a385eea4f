"""A whole session as one sound file, exact to the sample, with a sheet of its cues beside it."""

from __future__ import annotations

import html
import wave
from array import array
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from acucli.errors import MachineRefused, UsageError
from acucli.host.environment import Environment
from acucli.host.files import reason, temporary_files
from acucli.host.outputs import check_output, write_output
from acucli.host.programs import find_program, subprocesses
from acucli.model.practice import Plan
from acucli.session.announcements import CHANGE
from acucli.session.timetable import BREATH, Moment, moments, with_room_for_words
from acucli.sound.chimes import CHIME_OF, RATE, chime, read_wave, write_wave
from acucli.sound.speech import USUAL_RATE, Speech, find_voice, speech_for
from acucli.text.cleaning import clean

ENCODERS = {".flac": ("flac", ("--silent", "--force", "-o")), ".mp3": ("lame", ("--quiet", "-V", "7"))}
"""Program and options for each ending that is not plain WAV."""
_TAIL_SECONDS = 2.0
_SILENT = 200
_ENCODE_SECONDS = 120.0


class Placed(NamedTuple):
    """A cue as it lies in the file: first sample, number of samples, kind and words."""

    first: int
    samples: int
    kind: str
    text: str

    @property
    def at(self) -> float:
        """Return the second at which it begins."""
        return self.first / RATE

    @property
    def until(self) -> float:
        """Return the second at which it is over."""
        return (self.first + self.samples) / RATE


Progress = Callable[[int, int], None]
"""Told after each phrase that was rendered: how many are done, and of how many."""


class SoundOptions(NamedTuple):
    """How a session is made into sound: the voice by its name (empty: the first there is), words a minute, chimes.

    `told` hears how far the rendering of the phrases has got.
    """

    voice: str = ""
    rate: int = USUAL_RATE
    chimes: bool = True
    told: Progress | None = None


USUAL_SOUND = SoundOptions()


class Sounded(NamedTuple):
    """A session as sound: its plan with room for the words, the samples, the cues, and what is missing."""

    plan: Plan
    samples: array[int]
    cues: tuple[Placed, ...]
    missing: str

    @property
    def seconds(self) -> float:
        """Return how long it lasts."""
        return len(self.samples) / RATE


class Audio(NamedTuple):
    """What was written: the sound, the sheets, its length, its cues, and one sentence where something is missing."""

    file: Path
    sheets: tuple[Path, ...]
    seconds: float
    cues: tuple[Placed, ...]
    missing: str


def write_audio(
    plan: Plan,
    file: Path,
    environment: Environment,
    options: SoundOptions = USUAL_SOUND,
    *,
    force: bool = False,
) -> Audio:
    """Write the session as sound and return what was written; cautions and stop signs are spoken first.

    The ending of `file` chooses the kind: `.wav`, or `.flac` and `.mp3` where their encoder is installed. Waits grow
    to hold the words said in them, holds do not. Without a speech program there are chimes only.

    Nothing is written over unless `force`; the cue sheets beside it neither.

    Raises:
        UsageError: an ending that is not known, or a file that is there already.
        MachineRefused: no encoder for it, or the files cannot be written.
    """
    ending = file.suffix.lower()
    encoder = _encoder(ending, environment)
    sheets = (file.with_suffix(".txt"), file.with_suffix(".vtt"))
    for target in (file, *sheets):
        check_output(target, force=force)
    made = sounded(plan, environment, options)
    try:
        write_output(file, _encoded(made.samples, encoder, environment), force=force)
        for sheet, text in zip(sheets, _sheets(made.plan, made.cues), strict=True):
            write_output(sheet, text.encode(), force=force)
    except OSError as error:
        raise MachineRefused(f"cannot write {file}: {reason(error)}") from error
    return Audio(file, sheets, made.seconds, made.cues, made.missing)


def sounded(plan: Plan, environment: Environment, options: SoundOptions = USUAL_SOUND) -> Sounded:
    """Return a session as sound; without a speech program of chimes only.

    Raises:
        MachineRefused: the directory of the rendered phrases cannot be made.
    """
    voice = find_voice(environment.variables, name=options.voice, rate=options.rate)
    speech = speech_for(voice, environment.paths.cache, environment.variables)
    missing = "No speech program found (espeak-ng): the file holds chimes only."
    if speech is not None:
        spoken = speech
        texts = dict.fromkeys(moment.announcement.text for moment in moments(plan, breaths=False))
        speech.prepare(_told(list(texts), options.told))
        plan = with_room_for_words(plan, lambda text: _length(spoken, text))
        missing = speech.given_up
    samples, cues = _mixed(plan, speech, chimes=options.chimes)
    return Sounded(plan, samples, tuple(cues), missing)


def wave_of(made: Sounded, environment: Environment) -> bytes:
    """Return the bytes of a WAV file."""
    return _encoded(made.samples, (), environment)


def _told(texts: list[str], told: Progress | None) -> Iterator[str]:
    for done, text in enumerate(texts):
        if told is not None:
            told(done, len(texts))
        yield text
    if told is not None:
        told(len(texts), len(texts))


def _mixed(plan: Plan, speech: Speech | None, *, chimes: bool) -> tuple[array[int], list[Placed]]:
    """Lay every cue at its sample.

    A later cue that matters more cuts the one before; one that matters less is left out.
    """
    sounds: dict[str, array[int]] = {}
    placed: list[tuple[Placed, array[int], int]] = []
    for moment in sorted(moments(plan, breaths=chimes), key=lambda one: (one.at, -one.announcement.priority)):
        first = round(moment.at * RATE)
        sound = _sound(moment, speech, sounds, chimes=chimes)
        if sound is None:
            continue
        if placed and first < placed[-1][0].first + placed[-1][0].samples:
            before, heard, priority = placed[-1]
            if moment.announcement.priority < max(priority, CHANGE) or first == before.first:
                continue
            placed[-1] = (before._replace(samples=first - before.first), heard, priority)
        placed.append(
            (
                Placed(first, len(sound), moment.announcement.kind, moment.announcement.text),
                sound,
                moment.announcement.priority,
            )
        )
    total = max(round(plan.total_seconds * RATE), max((one.first + one.samples for one, _, _ in placed), default=0))
    mixed = array("h", bytes(2 * (total + round(_TAIL_SECONDS * RATE))))
    for one, sound, _ in placed:
        mixed[one.first : one.first + one.samples] = sound[: one.samples]
    return mixed, [one for one, _, _ in placed]


def _sound(moment: Moment, speech: Speech | None, known: dict[str, array[int]], *, chimes: bool) -> array[int] | None:
    """Return the samples of a moment: its phrase, or the chime of its kind."""
    if speech is not None and moment.announcement.priority != BREATH:
        text = moment.announcement.text
        if text not in known:
            phrase = speech.phrase(text)
            known[text] = _trimmed(read_wave(phrase.path)) if phrase is not None else array("h")
        if known[text]:
            return known[text]
    name = CHIME_OF.get(moment.announcement.kind) if chimes else None
    if name is None:
        return None
    if name not in known:
        known[name] = chime(name)
    return known[name]


def _trimmed(samples: array[int]) -> array[int]:
    """Return the samples from the first that can be heard, so that a phrase begins when its cue does."""
    first = next((index for index, value in enumerate(samples) if abs(value) > _SILENT), 0)
    last = next((index for index in range(len(samples) - 1, -1, -1) if abs(samples[index]) > _SILENT), 0)
    return samples[first : last + 1]


def _length(speech: Speech, text: str) -> float:
    phrase = speech.phrase(text) if text else None
    return phrase.seconds if phrase is not None else 0.0


def _encoder(ending: str, environment: Environment) -> tuple[str, ...]:
    """Return the encoder's command for an ending, nothing for plain WAV."""
    if ending == ".wav":
        return ()
    if ending not in ENCODERS:
        raise UsageError(
            f"a sound file that ends in {ending or 'nothing'} cannot be written", hint="use .wav, .flac or .mp3"
        )
    program, options = ENCODERS[ending]
    found = find_program(program, environment.variables)
    if not found:
        raise MachineRefused(f"{program} is needed for {ending} and is not installed", hint="write a .wav file instead")
    return (found, *options)


def _encoded(samples: array[int], encoder: tuple[str, ...], environment: Environment) -> bytes:
    """Return the sound as the bytes of its file; half files lie in a private folder that goes away again."""
    with temporary_files().TemporaryDirectory(prefix="acu-") as folder:
        wav = Path(folder) / "session.wav"
        try:
            write_wave(wav, samples)
        except wave.Error as error:
            raise MachineRefused(f"the sound cannot be written: {error}") from error
        if not encoder:
            return wav.read_bytes()
        encoded = Path(folder) / "session.encoded"
        _encode(encoder, wav, encoded, environment)
        return encoded.read_bytes()


def _encode(encoder: tuple[str, ...], wav: Path, encoded: Path, environment: Environment) -> None:
    subprocess = subprocesses()
    program = Path(encoder[0]).name
    files = [str(encoded), str(wav)] if program == "flac" else [str(wav), str(encoded)]
    try:
        subprocess.run(
            [*encoder, *files],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_ENCODE_SECONDS,
            check=True,
            env=dict(environment.variables),
        )
    except subprocess.SubprocessError as error:
        raise MachineRefused(f"{program} could not encode the sound", hint="write a .wav file instead") from error


def _sheets(plan: Plan, cues: Iterable[Placed]) -> tuple[str, str]:
    """Return the cues as plain text and as WebVTT, whose marks in a text are written out."""
    listed = list(cues)
    text = [f"{plan.name}: what is heard, and when", ""]
    text += [f"{_stamp(one.at)}  {one.kind:<11}  {one.text}" for one in listed]
    vtt = ["WEBVTT", ""]
    for one in listed:
        if one.kind not in {"in", "out", "top-up"}:
            vtt += [f"{_stamp(one.at)} --> {_stamp(one.until)}", html.escape(one.text, quote=False), ""]
    return clean("\n".join(text).rstrip() + "\n"), clean("\n".join(vtt).rstrip() + "\n")


def _stamp(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}.{rest % 1000:03d}"
