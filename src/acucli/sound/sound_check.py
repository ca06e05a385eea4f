"""`acu doctor --sound`: one of each cue is played, and only the person can say whether it was heard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from acucli.host.environment import Environment
from acucli.sound.chimes import CHIME_SECONDS
from acucli.sound.cue_setup import chime_files, find_sounds
from acucli.sound.sound_notes import SoundCheck, remember, remembered

__all__ = ["SoundCheck", "check_sound", "remembered"]

_PHRASE = "This is the voice of your session."
_WAIT_SECONDS = 6.0


def check_sound(environment: Environment, ask: Callable[[str], bool], *, pause: Callable[[float], None]) -> SoundCheck:
    """Play a chime and a phrase, ask after each whether it was heard, remember the answers, and return them.

    `ask` puts a question with yes or no; `pause` waits while a sound plays.
    """
    sounds = find_sounds(environment)
    player, speech = sounds.player, sounds.speech
    if player is None:
        return SoundCheck("", "", None, None, f"{sounds.missing} Try --cues bell, or --audio FILE on another device.")
    chime_heard = voice_heard = None
    path = chime_files(environment)("double")
    if path is not None:
        chime_heard = _heard(player, path, CHIME_SECONDS, "Did you hear two tones?", ask, pause)
    phrase = speech.phrase(_PHRASE) if speech is not None else None
    if phrase is not None:
        voice_heard = _heard(player, phrase.path, phrase.seconds, "Did you hear a voice?", ask, pause)
    found = SoundCheck(
        player=player.name,
        voice=speech.voice.program if speech is not None else "",
        chime_heard=chime_heard,
        voice_heard=voice_heard,
        sentence=_sentence(sounds.missing, chime_heard, voice_heard),
    )
    remember(environment, found)
    return found


def _heard(
    player: Any, path: Path, seconds: float, question: str, ask: Callable[[str], bool], pause: Callable[[float], None]
) -> bool:
    player.play(path, seconds)
    waited = 0.0
    while player.busy() and waited < _WAIT_SECONDS:
        pause(0.05)
        waited += 0.05
    return bool(player.works and ask(question))


def _sentence(missing: str, chime_heard: bool | None, voice_heard: bool | None) -> str:
    if chime_heard is False and not voice_heard:
        return "Nothing was heard. Sessions ring the terminal bell; --audio FILE writes the sound for another device."
    if voice_heard is False:
        return "Chimes are heard, the voice is not. Sessions use chimes."
    return f"Sound works. {missing}".strip()
