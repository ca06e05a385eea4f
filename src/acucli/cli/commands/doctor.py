"""`acu doctor`: what works here, and every file that is kept."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from acucli import __version__
from acucli.cli.command_line import app_context
from acucli.dialogue.asking import ask
from acucli.errors import LibraryInvalid, MachineRefused, UsageError
from acucli.host.desktop import AWAKE_PROGRAMS, NOTICE_PROGRAMS, awake_command, notice_command
from acucli.journal.store import Journal
from acucli.model.command_answers import DoctorAnswer, DoctorFinding, TextAnswer
from acucli.render.context import AppContext
from acucli.render.renderer import check_format, show
from acucli.render.samples import show_samples
from acucli.sound.cue_setup import find_sounds
from acucli.sound.sound_check import check_sound, remembered
from acucli.sound.speech import find_voice
from acucli.text.counting import counted

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def doctor(
    context: typer.Context,
    sound: Annotated[
        bool, typer.Option("--sound", help="Play one of each sound and ask whether it was heard.")
    ] = False,
    figures: Annotated[bool, typer.Option("--figures", help="The same small picture in every way of drawing.")] = False,
) -> int:
    """What this terminal can do, what sounds, which files are kept, what is damaged.

    \b
    acu doctor
    acu doctor --sound
    acu doctor --figures
    """
    run = app_context(context)
    if sound:
        return _sound_check(run)
    if figures:
        check_format(run, TextAnswer)
        return show_samples(run)
    findings = [*_machine(run), *_files(run), *_journal(run), *_sound(run), *_desktop(run)]
    return show(DoctorAnswer(findings=tuple(DoctorFinding(what=what, is_=value) for what, value in findings)), run)


def _machine(run: AppContext) -> list[tuple[str, str]]:
    can = run.output.abilities
    return [
        ("acucli", __version__),
        ("library", _library(run)),
        ("python", sys.version.split()[0]),
        ("terminal", f"{can.width} x {can.height}" if can.is_terminal else "none"),
        ("colour", "yes" if can.colour else "no"),
        ("characters", "Unicode" if can.unicode else "ASCII only"),
        ("shown as", "sentences" if can.sentences else "tables and pictures"),
    ]


def _library(run: AppContext) -> str:
    """Return which library is in use; a broken pack is named here, it does not stop the rest."""
    try:
        library = run.library
    except LibraryInvalid as error:
        return f"{error.sentence}\n{error.hint}"
    said = f"{library.version} ({library.fingerprint}), {len(library.points)} points"
    return "; ".join((said, *library.notes))


def _files(run: AppContext) -> list[tuple[str, str]]:
    """Return every file that acucli keeps on this machine."""
    paths = run.environment.paths
    found: list[tuple[str, str]] = []
    for label, folder in (
        ("settings, profile", paths.config),
        ("packs", paths.data),
        ("journal, courses", paths.state),
        ("cache", paths.cache),
    ):
        files = _below(folder)
        shown = run.environment.home_for(folder)
        found.append((label, shown if files else f"{shown} (nothing there)"))
        found += [("", f"{run.environment.home_for(file)}  {size} bytes, mode {mode}") for file, size, mode in files]
    return found


def _below(folder: Path) -> list[tuple[Path, int, str]]:
    try:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return [(path, path.stat().st_size, f"{path.stat().st_mode & 0o777:o}") for path in files]
    except OSError:
        return []


def _journal(run: AppContext) -> list[tuple[str, str]]:
    journal = Journal(run.environment)
    try:
        contents = journal.read(mend=False)
    except MachineRefused as error:
        return [("journal", error.sentence)]
    found = [("journal", f"{counted(len(contents.lines), 'line')} readable, {contents.damaged} damaged")]
    found += [("set aside", run.environment.home_for(path)) for path in journal.damaged_files()]
    return found


def _sound(run: AppContext) -> list[tuple[str, str]]:
    """Return what can sound here, and what the person answered when it was last tried."""
    sounds = find_sounds(run.environment)
    voice = find_voice(run.environment.variables)
    found = [("player", "found" if sounds.player else "none"), ("voice", voice.program if voice else "none")]
    if sounds.missing:
        found.append(("sound", sounds.missing))
    if sounds.player is None and sys.platform.startswith("linux"):
        found.append(
            ("to install", "a player: pulseaudio-utils (paplay), pipewire-bin (pw-play) or alsa-utils (aplay)")
        )
    if voice is None and sys.platform.startswith("linux"):
        found.append(("to install", "a voice: espeak-ng"))
    last = remembered(run.environment)
    found.append(("heard", last.sentence if last else "never tried: acu doctor --sound"))
    return found


def _desktop(run: AppContext) -> list[tuple[str, str]]:
    """Return what the desktop offers a session, and what of it the settings want."""
    variables = run.environment.variables
    offers = (
        ("kept awake", "awake", awake_command(variables, pid=0), AWAKE_PROGRAMS),
        ("notice", "notify", notice_command(variables, ""), NOTICE_PROGRAMS),
    )
    found = []
    for what, setting, command, programs in offers:
        on = getattr(run.settings, setting)
        by = Path(command[0]).name if command else f"nothing here can (tried {', '.join(programs)})"
        found.append((what, by if on or not command else f"{by}, off: acu config set {setting} yes"))
    return found


def _sound_check(run: AppContext) -> int:
    """Play one of each sound and ask whether it was heard: only the person can tell."""
    check_format(run, TextAnswer)
    if not run.may_ask:
        raise UsageError("nobody is there to say whether it was heard", hint="run acu doctor --sound at a terminal")

    def heard(question: str) -> bool:
        return ask(run, f"{question} (y/n)") in {"y", "yes"}

    return show(TextAnswer(text=check_sound(run.environment, heard, pause=time.sleep).sentence), run)
