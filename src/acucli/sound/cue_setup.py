"""Which sounds are possible here, and the cues made of them."""

from __future__ import annotations

import contextlib
import os
import time
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from acucli.errors import MachineRefused, UsageError
from acucli.host.environment import Environment
from acucli.host.files import make_private_directory
from acucli.model.practice import Plan
from acucli.runner.output_stream import descriptor_of
from acucli.runner.terminal_mode import open_own
from acucli.session.timetable import moments, with_room_for_words
from acucli.sound.chimes import CHIMES, chime, write_wave
from acucli.sound.cues import CallSink, ChimeSink, Cue, Cues, Sink, SpeechSink
from acucli.sound.player import Player, candidates, find_players, player_of
from acucli.sound.sound_notes import remembered
from acucli.sound.speech import USUAL_RATE, Speech, find_voice, speech_for

_SILENT_SAMPLES = 1100
_LOOKS = 40
_LOOK_SECONDS = 0.01

KINDS = ("speech", "chime", "bell", "line")
_BELLS = frozenset({"hold", "half", "ten_seconds", "release", "side", "step", "gap", "end"})


class Sounds(NamedTuple):
    """What was found: a player, a voice that can be played, and one sentence where something is missing."""

    player: Player | None
    speech: Speech | None
    missing: str


class CueSetup(NamedTuple):
    """The cues of a session, the plan with room for the words, and one sentence where something is missing."""

    cues: Cues | None
    plan: Plan
    missing: str


def find_sounds(environment: Environment, *, voice: str = "", rate: int = USUAL_RATE) -> Sounds:
    """Return what can sound on this machine; that it is *heard* only the person can tell."""
    programs = find_players(environment.variables)
    player = player_of(programs, environment.clock.mono, environment.variables)
    tried = ", ".join(program.name for program in candidates())
    if player is None:
        return Sounds(None, None, f"No sound player found (tried {tried}).")
    found = find_voice(environment.variables, name=voice, rate=rate)
    speech = speech_for(found, environment.paths.cache, environment.variables)
    missing = "" if speech is not None else "No speech program found (espeak-ng): chimes only."
    return Sounds(player, speech, missing)


def build_cues(
    plan: Plan,
    environment: Environment,
    *,
    wanted: tuple[str, ...] = (),
    voice: str = "",
    rate: int = USUAL_RATE,
    ring: Callable[[], None] | None = None,
    show: Callable[[str], None] | None = None,
) -> CueSetup:
    """Return the cues of a session, every phrase rendered before step one.

    `wanted` names the kinds (`speech`, `chime`, `bell`, `line`); nothing named means whatever is found, without the
    own voice where a screen reader speaks (`ACCESSIBLE`), and the bell where no player is found. `off` means none.
    What `acu doctor --sound` was told counts. `ring` rings the bell (by default that of the terminal on standard
    output), `show` shows a sentence (the presenter's `tell`).

    Raises:
        UsageError: a kind that does not exist.
    """
    kinds = kinds_wanted(wanted, environment)
    if "off" in kinds:
        return CueSetup(None, plan, "")
    sounds = find_sounds(environment, voice=voice, rate=rate)
    if set(kinds) & {"speech", "chime"} and sounds.player is not None and not _answers(sounds.player, environment):
        sounds = Sounds(None, None, "The sound players that were found all failed.")
    missing = sounds.missing if set(kinds) & {"speech", "chime"} else ""
    sinks: list[Sink] = []
    if "speech" in kinds and sounds.speech is not None and sounds.player is not None:
        plan = _rendered(plan, sounds.speech)
        missing = f"{missing} {sounds.speech.given_up}".strip()
        sinks.append(SpeechSink(sounds.speech, sounds.player, breaths="chime" not in kinds))
    if "chime" in kinds and sounds.player is not None:
        sinks.append(ChimeSink(chime_files(environment), sounds.player))
    rung = ring or terminal_bell(environment)
    if rung is not None and ("bell" in kinds or (not wanted and not sinks)):
        sinks.append(CallSink(lambda _cue: rung(), _BELLS))
        missing = f"{missing} The terminal bell rings instead." if "bell" not in kinds else missing
    if show is not None and "line" in kinds:
        sinks.append(CallSink(lambda cue: show(cue.text)))
    return CueSetup(Cues(sinks, environment.clock.mono, tell=show) if sinks else None, plan, missing.strip())


def kinds_wanted(wanted: tuple[str, ...], environment: Environment) -> tuple[str, ...]:
    """Return the kinds of cue to use: those asked for, else what this person and machine can hear."""
    unknown = [kind for kind in wanted if kind not in (*KINDS, "off")]
    if unknown:
        raise UsageError(f"no cue is called {unknown[0]!r}", hint=f"the cues are {', '.join(KINDS)} and off")
    if wanted:
        return wanted
    heard = remembered(environment)
    if heard is not None and heard.chime_heard is False and not heard.voice_heard:
        return ("bell",)
    mute_voice = environment.flag("ACCESSIBLE") or (heard is not None and heard.voice_heard is False)
    return ("chime",) if mute_voice else ("speech", "chime")


def terminal_bell(environment: Environment) -> Callable[[], None] | None:
    """Return what rings the bell of the terminal, through a descriptor of its own that never blocks."""
    descriptor = descriptor_of(environment.stdout)
    if descriptor is None or not environment.stdout_is_terminal:
        return None
    own = open_own(descriptor)

    def ring() -> None:
        if own is not None:
            with contextlib.suppress(OSError):
                os.write(own, b"\a")

    return ring


def _answers(player: Player, environment: Environment) -> bool:
    """Tell whether a player takes a moment of silence without failing; those that fail give way to the next.

    Without this a session on a machine without a sound card would wait for words that nobody speaks.
    """
    silence = environment.paths.cache / "chimes" / "silence.wav"
    try:
        if not silence.exists():
            make_private_directory(silence.parent)
            write_wave(silence, array("h", [0] * _SILENT_SAMPLES))
    except (OSError, MachineRefused):
        return player.works
    while player.works:
        name = player.name
        player.play(silence, 0.1)
        for _ in range(_LOOKS):
            if not player.busy():
                break
            time.sleep(_LOOK_SECONDS)
        player.stop()
        if player.name == name:
            return player.works
    return False


def _rendered(plan: Plan, speech: Speech) -> Plan:
    """Render every phrase of the plan, and give each wait the time its words need."""
    texts = {moment.announcement.text: None for moment in moments(plan)}
    speech.prepare((*texts, *_ANSWERS))
    return with_room_for_words(plan, lambda text: _seconds(speech, text))


_ANSWERS = ("Paused. Let go if you like.", "Going on.", "Sound on.", "Breath pacer on.",
            "Breath pacer off. Breathe as you like.")  # fmt: skip


def _seconds(speech: Speech, text: str) -> float:
    phrase = speech.phrase(text) if text else None
    return phrase.seconds if phrase is not None else 0.0


def chime_files(environment: Environment) -> Callable[[str], Path | None]:
    """Return where each chime lies, made when first asked for; none where the cache cannot be written."""
    directory = environment.paths.cache / "chimes"
    files: dict[str, Path | None] = {}

    def file_of(name: str) -> Path | None:
        if name not in files:
            files[name] = _made(directory / f"{name}.wav", name)
        return files[name]

    for name in CHIMES:
        file_of(name)
    return file_of


def _made(path: Path, name: str) -> Path | None:
    try:
        if not path.exists():
            make_private_directory(path.parent)
            write_wave(path, chime(name))
    except (OSError, MachineRefused):
        return None
    return path


def cue_names() -> tuple[str, ...]:
    """Return the kinds of cue that can be asked for."""
    return (*KINDS, "off")


__all__ = ["Cue", "CueSetup", "Sounds", "build_cues", "cue_names", "find_sounds"]
