"""The front door hands out stored answers where nothing could change them, and leaves all else to the long way."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import acucli.__main__ as front_door
from acucli.host.paths import Paths

_FIND = ["find", "headache", "--json"]
_SHOW = ["show", "LI4", "--json"]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person without files of their own, on a machine that says nothing of itself."""
    for name in list(os.environ):
        if name.startswith(("XDG_", "ACU_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path / "person"


@pytest.fixture
def answered(stored_folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Answered:
    """Return what asks the front door of the folder with stored answers."""
    return Answered(stored_folder, capfdbinary)


class Answered:
    """Asks the front door; what it wrote is taken from the descriptors themselves."""

    def __init__(self, folder: Path, captured: pytest.CaptureFixture[bytes]) -> None:
        self.folder = folder
        self.captured = captured

    def by(self, *arguments: str) -> bytes | None:
        """Return what was written to standard output, None where the long way has to answer (and nothing was)."""
        status = front_door.answer(list(arguments), str(self.folder))
        out, err = self.captured.readouterr()
        if status is None:
            assert (out, err) == (b"", b"")
            return None
        assert status == 0
        return out


def test_a_stored_lookup_is_answered(answered: Answered) -> None:
    """By name, by code, in another language, in every format that is stored."""
    out = answered.by(*_FIND)
    assert out is not None
    assert out.startswith(b'{"schema_version":1')
    assert answered.by(*_SHOW)
    assert answered.by("find", "Kopfschmerzen", "--format=json")
    assert answered.by("find", "LI4", "--format", "codes") == b"LI4\n"
    assert answered.by("show", "LI4", "--format", "codes")


def test_rows_are_what_a_pipe_gets_without_a_format(answered: Answered, monkeypatch: pytest.MonkeyPatch) -> None:
    """`find` gives rows in a pipe, but sentences to somebody who reads by ear; `show` gives sentences."""
    assert answered.by("find", "headache") == answered.by("find", "headache", "--format", "tsv")
    assert answered.by("show", "LI4") is None
    monkeypatch.setenv("TERM", "dumb")
    assert answered.by("find", "headache") is None
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("ACCESSIBLE", "1")
    assert answered.by("find", "headache") is None
    assert answered.by(*_FIND)


def test_the_words_of_a_name_may_be_apart(answered: Answered) -> None:
    """A query is its words with a blank between, with the option anywhere, as on the long way."""
    words = ["Nausea", "with", "chemotherapy", "or", "radiotherapy"]
    assert answered.by("--json", "find", *words) == answered.by("find", " ".join(words), "--json")
    assert answered.by("--json", "find", *words)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["find"],
        ["find", "--json"],
        ["show", "--json"],
        ["headache", "--json"],
        ["session", "headache", "--json"],
        ["show", "LI4", "headache", "--json"],
        ["find", "headache", "--why", "--json"],
        ["find", "headache", "-q", "--json"],
        ["find", "headache", "--json", "--fields", "code"],
        ["find", "headache", "--json", "--format", "tsv"],
        ["find", "headache", "--json", "--json"],
        ["find", "headache", "-0"],
        ["find", "headache", "--format", "csv"],
        ["find", "headache", "--format", "jsonl"],
        ["find", "headache", "--format"],
        ["find", "headache", "--format="],
        ["find", "--", "headache", "--json"],
        ["find", "headache", "—json"],
        ["find", "my head aches since noon", "--json"],
        ["find", "gallstones", "--json"],
        ["find", "head\udcffache", "--json"],
    ],
    ids=" ".join,
)
def test_anything_else_goes_the_long_way(answered: Answered, arguments: list[str]) -> None:
    """Another command, another option, another format, words that are not stored: nothing is written."""
    assert answered.by(*arguments) is None


@pytest.mark.parametrize(
    "name",
    ["ACU_INSTANT", "ACU_FORMAT", "ACU_PLAIN", "ACU_ANYTHING", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
     "ANDROID_DATA"],
)  # fmt: skip
def test_a_variable_of_ours_goes_the_long_way(answered: Answered, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Whatever its value: `ACU_INSTANT=0` turns stored answers off."""
    monkeypatch.setenv(name, "0")
    assert answered.by(*_FIND) is None


def test_variables_of_a_desktop_that_name_no_folder_of_ours_change_nothing(
    answered: Answered, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nearly every desktop sets XDG_RUNTIME_DIR and XDG_SESSION_TYPE."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/1000")
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    assert answered.by(*_FIND)


@pytest.mark.parametrize("platform", ["win32", "android", "freebsd14"])
def test_other_systems_go_the_long_way(answered: Answered, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    """Their folders are found another way."""
    monkeypatch.setattr(sys, "platform", platform)
    assert answered.by(*_FIND) is None


@pytest.mark.parametrize("own_home", [False, True], ids=["platform", "ACU_HOME"])
@pytest.mark.parametrize("kind", ["profile", "settings", "packs"])
@pytest.mark.parametrize("form", ["file", "folder", "link to nowhere"])
def test_what_somebody_keeps_goes_the_long_way(
    answered: Answered, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own_home: bool, kind: str, form: str
) -> None:
    """A profile, settings or packs at `host`'s own paths are seen, whatever lies there."""
    if own_home:
        monkeypatch.setenv("ACU_HOME", str(tmp_path / "kept"))
    assert answered.by(*_FIND)
    path: Path = getattr(Paths(os.environ), kind)
    path.parent.mkdir(parents=True)
    assert answered.by(*_FIND)
    if form == "file":
        path.touch()
    elif form == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nowhere")
    assert answered.by(*_FIND) is None


@pytest.mark.parametrize("kind", ["config", "data"])
def test_a_folder_that_leads_nowhere_goes_the_long_way(answered: Answered, tmp_path: Path, kind: str) -> None:
    """What it led to is missing, and might have held a profile."""
    folder: Path = getattr(Paths(os.environ), kind)
    folder.parent.mkdir(parents=True)
    folder.symlink_to(tmp_path / "unplugged")
    assert answered.by(*_FIND) is None


@pytest.mark.parametrize("kind", ["config", "data"])
def test_a_folder_that_is_a_file_goes_the_long_way(answered: Answered, kind: str) -> None:
    """Only "no such file" means that nothing is there."""
    folder: Path = getattr(Paths(os.environ), kind)
    folder.parent.mkdir(parents=True)
    folder.touch()
    assert answered.by(*_FIND) is None


@pytest.mark.parametrize("name", ["profile.toml", "config.toml", "packs"])
def test_a_folder_that_may_not_be_looked_into_goes_the_long_way(
    answered: Answered, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A profile is never overlooked because somebody may not read the folder it lies in."""
    real = os.lstat

    def refusing(path: str) -> os.stat_result:
        if str(path).endswith(name):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    for kind in ("config", "data"):
        getattr(Paths(os.environ), kind).mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr(os, "lstat", refusing)
    assert answered.by(*_FIND) is None


@pytest.mark.parametrize("home", ["", "relative", "~"])
def test_a_home_that_is_no_whole_path_goes_the_long_way(
    answered: Answered, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    """Where it is depends on more than its name."""
    monkeypatch.setenv("HOME", home)
    assert answered.by(*_FIND) is None
    monkeypatch.delenv("HOME")
    assert answered.by(*_FIND) is None
    if home:
        monkeypatch.setenv("ACU_HOME", home)
        assert answered.by(*_FIND) is None


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_another_code_page_or_no_stream_goes_the_long_way(
    answered: Answered, monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    """Stored answers are UTF-8; the long way writes what a code page lacks another way."""

    class Latin:
        encoding = "iso8859-1"

    for instead in (Latin(), None):
        monkeypatch.setattr(sys, stream, instead)
        assert answered.by(*_FIND) is None


def test_a_terminal_goes_the_long_way(answered: Answered, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody reads there: they get the table."""
    monkeypatch.setattr(os, "isatty", lambda descriptor: descriptor == 1)
    assert answered.by(*_FIND) is None


def test_the_folders_on_a_mac_are_those_of_host(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Written, not run: the names are compared with those that the library of paths gives for macOS."""
    macos = pytest.importorskip("platformdirs.macos")
    directories = macos.MacOS("acucli", appauthor=False)
    looked: list[str] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(front_door, "_is_missing", lambda path: looked.append(path) is None)
    assert front_door._is_free_of_own_files()
    assert {str(directories.user_config_path), str(directories.user_data_path)} == set(looked)


def test_without_stored_answers_everything_goes_the_long_way(tmp_path: Path) -> None:
    """A source tree and an editable install have none, and need none."""
    assert front_door.answer(_FIND, str(tmp_path)) is None
    assert front_door.answer(_FIND) is None


def test_a_damaged_file_goes_the_long_way(answered: Answered, tmp_path: Path) -> None:
    """Whatever it holds, nobody sees it."""
    for file in answered.folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    answered.folder = tmp_path
    assert answered.by(*_FIND)
    for content in (b"", b"\n", b"acu-instant-1 0.1.0", bytes(5000)):
        (tmp_path / "instant.bin").write_bytes(content)
        assert answered.by(*_FIND) is None


def test_what_is_written_in_parts_is_finished(answered: Answered, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe takes what it has room for; the rest follows."""
    whole = answered.by(*_FIND)
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: real(descriptor, bytes(content)[:100]))
    assert answered.by(*_FIND) == whole


def test_remarks_go_to_standard_error(stored_folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """What the long way says beside an answer is said beside a stored one."""
    assert front_door.answer(["show", "breathe-and-rest", "--json"], str(stored_folder)) == 0
    assert capfdbinary.readouterr().err == b"note: also condition:wellness\n"


_RUN = """
import sys, acucli.__main__ as door
sys.exit(door.answer(sys.argv[2:], sys.argv[1]))
"""


def _process(folder: Path, arguments: list[str], stdout: int) -> subprocess.Popen[bytes]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ACU_")}
    command = [sys.executable, "-c", _RUN, str(folder), *arguments]
    return subprocess.Popen(command, env=environment, stdout=stdout, stderr=subprocess.PIPE)


def test_a_closed_pipe_ends_with_0(stored_folder: Path) -> None:
    """Nobody reads any more, which is no failure: `acu find headache --json | head -0`."""
    reader, writer = os.pipe()
    os.close(reader)
    process = _process(stored_folder, _FIND, writer)
    os.close(writer)
    assert (process.communicate(timeout=30)[1], process.returncode) == (b"", 0)


def test_a_full_disk_is_left_to_the_long_way_or_ends_with_6(
    stored_folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Before a byte is written the long way says it; after some are it is said here, in the same words."""
    real = os.write
    room = [0]

    def filling(descriptor: int, content: bytes) -> int:
        if descriptor != 1:
            return real(descriptor, content)
        if not room[0]:
            raise OSError(28, "No space left on device")
        taken = real(1, bytes(content)[: room[0]])
        room[0] = 0
        return taken

    monkeypatch.setattr(os, "write", filling)
    assert front_door.answer(_FIND, str(stored_folder)) is None
    room[0] = 50
    assert front_door.answer(_FIND, str(stored_folder)) == 6
    assert capfdbinary.readouterr().err == b"error: the output cannot be written: no space left on device\n"


def test_the_long_way_says_the_same_of_a_full_disk(warm_home: Path) -> None:
    """The words that the front door says of it are those of the long way."""
    if not os.path.exists("/dev/full"):
        pytest.skip("there is no full device here")
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "acucli", *_FIND]
        environment = {**os.environ, "ACU_HOME": str(warm_home)}
        ended = subprocess.run(command, env=environment, stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert (ended.returncode, ended.stderr) == (6, b"error: the output cannot be written: no space left on device\n")


def test_the_front_door_imports_nothing_that_python_has_not_loaded() -> None:
    """`sys` and `os` alone; the package and its reader import nothing else either, and it stays a page long."""
    room = Path(front_door.__file__).parent
    for file, known in (
        ("__main__.py", {"os", "sys", "acucli.instant.stored", "acucli.cli.loading"}),
        ("instant/stored.py", {"os", "acucli", "acucli.instant.lines"}),
        ("instant/lines.py", {"os"}),
        ("instant/__init__.py", set()),
    ):
        source = (room / file).read_text(encoding="utf-8")
        tree = ast.parse(source)
        nodes = [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
        names = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
        names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
        assert names == known
        assert len(source.splitlines()) <= 200


def test_a_stored_answer_loads_nothing_more(stored_folder: Path) -> None:
    """What a bare Python has loaded, and a few small modules of ours."""
    code = """
import sys
before = set(sys.modules)
import acucli.__main__ as door
status = door.answer(sys.argv[2:], sys.argv[1])
print(status, *sorted(set(sys.modules) - before), file=sys.stderr)
"""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ACU_")}
    command = [sys.executable, "-c", code, str(stored_folder), *_FIND]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30)
    assert ended.stderr.split() == [
        "0", "acucli", "acucli.__main__", "acucli.instant", "acucli.instant.lines", "acucli.instant.stored",
    ]  # fmt: skip
