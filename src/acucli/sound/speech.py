"""Phrases rendered to sound files once, by the speech program of the system, and kept in the cache."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
import wave
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from acucli.errors import MachineRefused
from acucli.host.files import make_private_directory
from acucli.host.programs import find_program, subprocesses
from acucli.text.cleaning import clean_line

USUAL_RATE = 150
"""Words a minute: unhurried, for closed eyes."""
_RENDER_SECONDS = 5.0
_MOST_FAILURES = 2
_MOST_KEPT = 800
_CODE = re.compile(r"\(?\b([A-Z]{2,3})-?([A-Z]{2})?(\d{1,2})\b\)?")
_OTHER_SCRIPTS = re.compile("[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]+")
_SAPI = (
    "Add-Type -AssemblyName System.Speech;"
    "$s = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "$s.Rate = {rate}; $s.SetOutputToWaveFile('{path}');"
    "$s.Speak([Console]::In.ReadToEnd()); $s.Dispose()"
)


class Voice(NamedTuple):
    """A speech program with a voice's name and words a minute."""

    program: str
    name: str = ""
    rate: int = USUAL_RATE


class Phrase(NamedTuple):
    """A rendered phrase: its file and its length."""

    path: Path
    seconds: float


def find_voice(
    variables: Mapping[str, str], *, name: str = "", rate: int = USUAL_RATE, platform: str = sys.platform
) -> Voice | None:
    """Return the speech program that is installed here, None where there is none."""
    programs = {"darwin": ("say", "espeak-ng"), "win32": ("powershell", "espeak-ng")}
    for program in programs.get(platform, ("espeak-ng", "espeak")):
        if find_program(program, variables):
            return Voice(program, name, rate)
    return None


def aloud(text: str) -> str:
    """Return the text as it is to be spoken: codes letter by letter, no brackets, no other scripts."""
    spelled = _CODE.sub(_spelled, text)
    return clean_line(_OTHER_SCRIPTS.sub(" ", spelled).replace(" ,", ",").replace("(", "").replace(")", ""))


def _spelled(found: re.Match[str]) -> str:
    head, tail, number = found.groups()
    first = "ear" if head == "EAR" else " ".join(head)
    return ", " + " ".join(part for part in (first, " ".join(tail or ""), number) if part)


class Speech:
    """Renders phrases into `directory`, each once; the name of a file is a hash of voice, rate and text."""

    def __init__(self, voice: Voice, directory: Path, variables: Mapping[str, str]) -> None:
        self.voice = voice
        self._directory = directory
        self._variables = dict(variables)
        self._known: dict[str, Phrase | None] = {}
        self._failures = 0
        self.given_up = ""
        """Why the program is asked no more, as a sentence; "" while it answers."""
        self._aside: set[str] = set()

    def prepare(self, texts: Iterable[str]) -> None:
        """Render every phrase that is not in the cache yet; one that fails is left silent.

        Raises:
            MachineRefused: the cache directory cannot be made.
        """
        make_private_directory(self._directory)
        for text in texts:
            self.phrase(text)
        self._prune()

    def phrase(self, text: str) -> Phrase | None:
        """Return the rendered phrase, rendering it where that has not been done; None when it cannot be."""
        if text not in self._known:
            self._known[text] = self._rendered(text)
        return self._known[text]

    def is_ready(self, text: str) -> bool:
        """Tell whether the phrase has been rendered, or has failed to be."""
        return text in self._known

    def render_aside(self, text: str) -> None:
        """Render a phrase in a thread: the session waits for no program."""
        import threading  # only where words are rendered beside the session

        if text not in self._aside:
            self._aside.add(text)
            threading.Thread(target=self.phrase, args=(text,), daemon=True).start()

    def _rendered(self, text: str) -> Phrase | None:
        spoken = aloud(text)
        key = hashlib.sha256("\0".join((*map(str, self.voice), spoken)).encode()).hexdigest()[:32]
        path = self._directory / f"{key}.wav"
        kept = _phrase(path)
        if kept is not None or self.given_up:
            return kept
        made = _phrase(path) if self._render(spoken, path) else None
        self._count(made)
        return made

    def _count(self, made: Phrase | None) -> None:
        """Give the program up once it has failed as often as is no chance: nobody waits for it phrase by phrase."""
        self._failures = 0 if made is not None else self._failures + 1
        if self._failures >= _MOST_FAILURES and not self.given_up:
            self.given_up = f"The speech program ({self.voice.program}) fails: no words are spoken."

    def _render(self, text: str, path: Path) -> bool:
        subprocess = subprocesses()
        partial = path.with_name(f".{os.getpid()}-{path.name}")
        try:
            subprocess.run(
                _command(self.voice, partial),
                input=text.encode(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_RENDER_SECONDS,
                check=True,
                start_new_session=True,
                env=self._variables,
            )
            os.replace(partial, path)
        except subprocess.TimeoutExpired:
            self.given_up = f"The speech program ({self.voice.program}) does not answer: no words are spoken."
            with contextlib.suppress(OSError):
                partial.unlink()
            return False
        except (OSError, subprocess.SubprocessError):
            with contextlib.suppress(OSError):
                partial.unlink()
            return False
        return True

    def _prune(self) -> None:
        """Forget the phrases that were not used for longest, so that the cache stays small."""
        with contextlib.suppress(OSError):
            files = sorted(self._directory.glob("*.wav"), key=lambda file: file.stat().st_mtime)
            for file in files[:-_MOST_KEPT]:
                file.unlink()


def _phrase(path: Path) -> Phrase | None:
    """Return the phrase in a file, None where it holds no sound; such a file is removed, to be rendered anew."""
    try:
        with wave.open(str(path), "rb") as found:
            if found.getnframes():
                return Phrase(path, found.getnframes() / found.getframerate())
    except FileNotFoundError:
        return None
    except (OSError, wave.Error, EOFError, ZeroDivisionError):
        pass
    with contextlib.suppress(OSError):
        path.unlink()
    return None


def speech_for(voice: Voice | None, cache: Path, variables: Mapping[str, str]) -> Speech | None:
    """Return a renderer into the cache directory, None without a voice or a place to keep phrases."""
    if voice is None:
        return None
    speech = Speech(voice, cache / "speech", variables)
    try:
        speech.prepare(())
    except MachineRefused:
        return None
    return speech


def _command(voice: Voice, path: Path) -> list[str]:
    """Return the command that reads text and writes a WAV file."""
    if voice.program == "say":
        chosen = ["-v", voice.name] if voice.name else []
        shape = ["--file-format=WAVE", "--data-format=LEI16@22050"]
        return ["say", *chosen, "-r", str(voice.rate), "-o", str(path), *shape, "-f", "-"]
    if voice.program == "powershell":
        rate = max(-10, min(10, round((voice.rate - 180) / 18)))
        script = _SAPI.format(rate=rate, path=str(path).replace("'", "''"))
        return ["powershell", "-NoProfile", "-NonInteractive", "-Command", script]
    return [voice.program, "-v", voice.name or "en-gb", "-s", str(voice.rate), "-w", str(path), "--stdin"]
