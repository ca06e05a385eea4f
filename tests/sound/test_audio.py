"""A session as sound: cues lie where the sheet says, and everything needed is said."""

from __future__ import annotations

import os
import shutil
import wave

import pytest

from acucli.errors import MachineRefused, UsageError
from acucli.sound.audio import write_audio
from acucli.sound.chimes import RATE, read_wave
from acucli.sound.sound_check import check_sound, remembered
from acucli.sound.speech import Speech, Voice, aloud, find_voice
from tests.session.fakes import with_path
from tests.session.plans import EVERY_HOLD, SETTLE_IN, make_plan, make_step

needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")


@pytest.fixture
def speaking(environment):
    """Return the environment with the machine's programs."""
    return with_path(environment, os.environ["PATH"])


@pytest.fixture
def without_voice(environment):
    """Return the environment without any program."""
    return with_path(environment, "/nowhere")


def onset(samples, at: float) -> float:
    """Return the second at which something sounds again, looked for from just before `at`."""
    start = max(0, round((at - 0.02) * RATE))
    return next(index for index in range(start, len(samples)) if abs(samples[index]) > 150) / RATE


@needs_espeak
def test_cues_lie_where_the_sheet_says(speaking, tmp_path):
    """Positions in the sound and in the sheet agree to 10 ms."""
    made = write_audio(make_plan(), tmp_path / "guide.wav", speaking)
    samples = read_wave(made.file)
    assert len(made.cues) > 15
    for cue in made.cues:
        assert onset(samples, cue.at) == pytest.approx(cue.at, abs=0.010), cue
    sheet = (tmp_path / "guide.txt").read_text().splitlines()[2:]
    assert len(sheet) == len(made.cues)
    assert all(cue.text in line for cue, line in zip(made.cues, sheet, strict=True))
    assert (tmp_path / "guide.vtt").read_text().startswith("WEBVTT\n\n00:00:00.000 --> ")


@needs_espeak
def test_listener_alone_can_do_the_whole_session(speaking, tmp_path):
    """Cautions and stop signs first, then place, side, hand, pressure, seconds, change and end."""
    plan = make_plan(said_first=("You take blood thinners: everything stays light.",))
    made = write_audio(plan, tmp_path / "guide.wav", speaking)
    heard = [cue.text for cue in made.cues if cue.kind not in {"in", "out"}]
    assert heard[0].startswith("You take blood thinners")
    assert SETTLE_IN in heard[0]
    assert EVERY_HOLD in heard[0]
    text = " ".join(heard)
    wanted = ["left side, 30 seconds", "right thumb", "Press in slowly", "Half way", "Then the other side"]
    wanted += ["Release slowly", "Other side", "left thumb", "This is the last one", "in your lap", "Done."]
    place = 0
    for part in wanted:
        place = text.index(part, place)
    assert all(one.until <= two.at + 1e-6 for one, two in zip(made.cues, made.cues[1:], strict=False))


@needs_espeak
def test_holds_keep_their_seconds_in_the_sound(speaking, tmp_path):
    """Words stretch the waits, never the holds."""
    made = write_audio(make_plan(), tmp_path / "guide.wav", speaking)
    begins = [cue.at for cue in made.cues if cue.kind == "hold"]
    ends = [cue.at for cue in made.cues if cue.kind == "release"]
    assert [end - begin for begin, end in zip(begins, ends, strict=True)] == pytest.approx([30.0, 30.0], abs=1e-3)


def test_without_a_voice_there_are_chimes_and_it_says_so(without_voice, tmp_path):
    """A machine that cannot speak still rings, and does not pretend."""
    made = write_audio(make_plan(make_step()), tmp_path / "guide.wav", without_voice)
    assert made.missing == "No speech program found (espeak-ng): the file holds chimes only."
    with wave.open(str(made.file)) as found:
        assert found.getframerate() == RATE
        assert found.getnframes() / RATE == pytest.approx(made.seconds)
    samples = read_wave(made.file)
    assert {"hold", "release", "in", "out"} <= {cue.kind for cue in made.cues}
    for cue in made.cues:
        assert onset(samples, cue.at) == pytest.approx(cue.at, abs=0.010), cue


@pytest.mark.parametrize(("ending", "encoder", "magic"), [(".flac", "flac", b"fLaC"), (".mp3", "lame", b"\xff\xf3")])
def test_other_kinds_where_their_encoder_is(ending, encoder, magic, without_voice, tmp_path):
    """FLAC and MP3 are written by their programs, and nothing else is left behind."""
    if shutil.which(encoder) is None:
        pytest.skip(f"{encoder} is not installed")
    found = with_path(without_voice, os.path.dirname(shutil.which(encoder)))
    directory = tmp_path / "sounds"
    directory.mkdir()
    made = write_audio(make_plan(make_step(seconds=5.0)), directory / f"guide{ending}", found)
    assert made.file.read_bytes().startswith(magic) or made.file.read_bytes()[:3] == b"ID3"
    assert sorted(file.name for file in directory.iterdir()) == sorted([f"guide{ending}", "guide.txt", "guide.vtt"])


def test_missing_encoder_and_unknown_ending_are_named(without_voice, tmp_path):
    """What cannot be written is said before anything is."""
    with pytest.raises(MachineRefused, match="lame is needed"):
        write_audio(make_plan(), tmp_path / "guide.mp3", without_voice)
    with pytest.raises(UsageError, match=r"ends in \.ogg"):
        write_audio(make_plan(), tmp_path / "guide.ogg", without_voice)
    with pytest.raises(MachineRefused, match="cannot write"):
        write_audio(make_plan(make_step(seconds=5.0)), tmp_path / "no" / "guide.wav", without_voice)


def test_codes_are_spelled_and_other_scripts_left_out():
    """What is spoken is what a person would read out."""
    assert aloud("Hegu, Joining Valley (LI4), left side. 合谷") == "Hegu, Joining Valley, L I 4, left side."
    assert aloud("Yintang (EX-HN3)") == "Yintang, E X H N 3"
    assert aloud("Lung (EAR-CO14)") == "Lung, ear C O 14"


@needs_espeak
def test_phrase_is_rendered_once(speaking, tmp_path):
    """The cache is keyed by voice, speed and text."""
    speech = Speech(find_voice(speaking.variables), tmp_path / "speech", speaking.variables)
    speech.prepare(["Half way.", "Half way."])
    (file,) = (tmp_path / "speech").glob("*.wav")
    made = file.stat().st_mtime_ns
    Speech(find_voice(speaking.variables), tmp_path / "speech", speaking.variables).prepare(["Half way."])
    assert file.stat().st_mtime_ns == made
    slower = find_voice(speaking.variables, rate=100)
    other = Speech(slower, tmp_path / "speech", speaking.variables)
    assert other.phrase("Half way.").seconds > speech.phrase("Half way.").seconds


def test_damaged_phrase_is_thrown_away(tmp_path, without_voice):
    """A torn file in the cache is no reason to fail."""
    speech = Speech(Voice("espeak-ng"), tmp_path / "speech", without_voice.variables)
    speech.prepare(())
    assert speech.phrase("Half way.") is None
    assert list((tmp_path / "speech").iterdir()) == []


@pytest.fixture
def program(tmp_path, environment):
    """Return a function that makes a speech program of a shell script; it counts how often it is run."""

    def make(script: str):
        folder = tmp_path / "bin"
        folder.mkdir(exist_ok=True)
        path = folder / "espeak-ng"
        path.write_text(f"#!/bin/sh\necho run >> {tmp_path}/runs\n{script}\n")
        path.chmod(0o755)
        return with_path(environment, f"{folder}:/usr/bin:/bin")

    return make


def runs(tmp_path) -> int:
    """Return how often the program was run."""
    path = tmp_path / "runs"
    return len(path.read_text().splitlines()) if path.exists() else 0


def test_a_program_that_hangs_is_given_up_once(program, tmp_path, monkeypatch):
    """Not phrase by phrase; the file holds chimes, and that is said."""
    monkeypatch.setattr("acucli.sound.speech._RENDER_SECONDS", 0.2)
    made = write_audio(make_plan(make_step()), tmp_path / "a.wav", program("exec sleep 60"))
    assert "does not answer" in made.missing
    assert runs(tmp_path) == 1


def test_a_program_that_fails_is_given_up_and_named(program, tmp_path):
    """Silence is not called a success."""
    made = write_audio(make_plan(make_step()), tmp_path / "a.wav", program("exit 1"))
    assert "no words are spoken" in made.missing
    assert runs(tmp_path) == 2


@needs_espeak
@pytest.mark.parametrize("content", [b"", b"RIFF", b"x" * 100])
def test_a_phrase_that_is_no_sound_is_rendered_anew_at_once(speaking, tmp_path, content):
    """An empty file in the cache costs no word of the next session."""
    voice = find_voice(speaking.variables)
    Speech(voice, tmp_path / "speech", speaking.variables).prepare(["Half way."])
    (file,) = (tmp_path / "speech").glob("*.wav")
    file.write_bytes(content)
    assert Speech(voice, tmp_path / "speech", speaking.variables).phrase("Half way.") is not None


@pytest.mark.parametrize("name", ["talk.wav", "talk.txt", "talk.vtt"])
def test_no_file_of_the_persons_is_written_over(without_voice, tmp_path, name):
    """The cue sheets beside the sound are files, too; nothing is begun before all three are free."""
    (tmp_path / name).write_text("mine")
    with pytest.raises(UsageError, match="is there already"):
        write_audio(make_plan(make_step()), tmp_path / "talk.wav", without_voice)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    write_audio(make_plan(make_step()), tmp_path / "talk.wav", without_voice, force=True)
    assert (tmp_path / name).read_bytes() != b"mine"


def test_an_encoder_that_fails_leaves_nothing(environment, tmp_path):
    """No half file, under no name."""
    folder = tmp_path / "bin"
    folder.mkdir()
    lame = folder / "lame"
    lame.write_text('#!/bin/sh\nfor last; do :; done\necho half > "$last"\nexit 1\n')
    lame.chmod(0o755)
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(MachineRefused, match="could not encode"):
        write_audio(make_plan(make_step()), out / "y.mp3", with_path(environment, f"{folder}:/nowhere"))
    assert list(out.iterdir()) == []


def test_marks_in_a_text_are_written_out_in_the_cue_sheet(without_voice, tmp_path):
    """WebVTT has tags; the words of a pack have none."""
    step = make_step(words="Press <i>slow</i> & easy")
    write_audio(make_plan(step), tmp_path / "a.wav", without_voice)
    sheet = (tmp_path / "a.vtt").read_text()
    assert "<i>" not in sheet
    assert "&lt;i&gt;" in sheet or "slow" not in sheet


def test_sound_check_without_a_player_says_what_to_do(without_voice):
    """Nothing to play: nothing is asked."""
    found = check_sound(without_voice, lambda question: pytest.fail(question), pause=lambda seconds: None)
    assert found.chime_heard is None
    assert "--cues bell" in found.sentence


def test_sound_check_asks_and_remembers(without_voice, tmp_path):
    """Only the person can say whether it was heard, and is asked once."""
    player = tmp_path / "aplay"
    player.write_text("#!/bin/sh\nexit 0\n")
    player.chmod(0o755)
    found = with_path(without_voice, str(tmp_path))
    asked: list[str] = []

    def ask(question: str) -> bool:
        asked.append(question)
        return False

    import time

    result = check_sound(found, ask, pause=time.sleep)
    assert asked == ["Did you hear two tones?"]
    assert result.chime_heard is False
    assert remembered(found) == result
