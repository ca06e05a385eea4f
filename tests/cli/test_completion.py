"""`acu completion`: scripts that answer at once, without starting `acu`."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from acucli.cli import completable, shells
from acucli.cli.group import COMMANDS
from acucli.library.compiled import CompiledLibrary
from tests.cli.conftest import Acu

BASH = shutil.which("bash")


@pytest.fixture
def script(acu: Acu, tmp_path: Path) -> Path:
    """Return the bash script as a file."""
    path = tmp_path / "acu.bash"
    path.write_text(acu("completion", "bash").out, encoding="utf-8")
    return path


def completed(script: Path, *words: str) -> list[str]:
    """Return what a real bash completes after these words, the last being begun."""
    line = " ".join(f"'{word}'" for word in words)
    code = (
        f"source {script}; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _acu; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    done = subprocess.run([str(BASH), "--norc", "-c", code], capture_output=True, text=True, timeout=20, check=True)
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if line]


@pytest.mark.shell
@pytest.mark.skipif(BASH is None, reason="needs bash")
def test_the_bash_script_is_bash(script: Path) -> None:
    """`bash -n` finds nothing, and it registers itself."""
    done = subprocess.run([str(BASH), "-n", str(script)], capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    shown = subprocess.run(
        [str(BASH), "--norc", "-c", f"source {script}; complete -p acu"],
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    assert "_acu" in shown.stdout


@pytest.mark.shell
@pytest.mark.skipif(BASH is None, reason="needs bash")
@pytest.mark.parametrize(
    ("words", "holds"),
    [
        (("acu", ""), set(COMMANDS)),
        (("acu", "se"), {"session"}),
        (("acu", "show", "LI"), {"LI4", "LI20"}),
        (("acu", "show", "EX-H"), {"EX-HN3"}),
        (("acu", "find", "headac"), {"headache"}),
        (("acu", "find", "heg"), {"hegu"}),
        (("acu", "session", "str"), {"stress", "stress-quick"}),
        (("acu", "session", "--dr"), {"--dry-run"}),
        (("acu", "journal", ""), {"list", "stats", "undo", "export"}),
        (("acu", "profile", ""), {"show", "set", "clear"}),
        (("acu", "learn", "what-d"), {"what-does-not-work"}),
        (("acu", "find", "--setting", ""), {"desk", "shoes-on"}),
        (("acu", "journal", "list", "--l"), {"--limit"}),
        (("acu", "completion", "f"), {"fish"}),
        (("acu", "pack", ""), {"new", "check", "add", "list", "remove"}),
    ],
)
def test_a_real_bash_completes(script: Path, words: tuple[str, ...], holds: set[str]) -> None:
    """Commands, subcommands, options, codes, names, slugs; and only what begins so, in any case."""
    found = completed(script, *words)
    assert holds <= set(found)
    assert all(word.lower().startswith(words[-1].lower()) for word in found)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_script_holds_commands_codes_and_slugs(acu: Acu, shell: str) -> None:
    """And says how it is installed; no machine's paths are in it."""
    out = acu("completion", shell).out
    for word in (*COMMANDS, "LI4", "EX-Anmian", "headache", "stress-quick", "what-does-not-work", "dry-run"):
        assert word in out, word
    assert f"acu completion {shell}" in out
    assert "/home/" not in out


@pytest.mark.shell
@pytest.mark.parametrize(("shell", "checker"), [("zsh", ["zsh", "-n"]), ("fish", ["fish", "-n"])])
def test_other_shells_accept_theirs(acu: Acu, tmp_path: Path, shell: str, checker: list[str]) -> None:
    """Where the shell is there."""
    if shutil.which(checker[0]) is None:
        pytest.skip(f"there is no {shell} here")
    path = tmp_path / "script"
    path.write_text(acu("completion", shell).out, encoding="utf-8")
    assert subprocess.run([*checker, str(path)], capture_output=True, timeout=20, check=False).returncode == 0


def test_a_shell_that_is_none(acu: Acu) -> None:
    """Status 2 and those there are."""
    ran = acu("completion", "tcl")
    assert ran.status == 2
    assert "powershell" in ran.err
    assert acu("completion").status == 2


HOSTILE = ["$(touch${IFS}PWNED)", "`touch PWNED`", "(touch PWNED)", "a b", "~root", "*", "a'b", "s\\", "${PATH}"]


def script_with(shell: str, words: list[str]) -> str:
    """Return the script of a shell in which the words of a pack got past every check."""
    nodes = {
        "": completable.Spot({}, commands={"session": "about"}),
        "session": completable.Spot({}, arguments=("WHAT",), repeats=True),
    }
    return shells.script(shell, completable.Table(nodes, {"WHAT": ("stress", *words)}, {}))


@pytest.mark.skipif(BASH is None, reason="needs bash")
def test_bash_runs_no_word_that_it_completes(tmp_path: Path) -> None:
    """Neither when TAB is pressed nor when what it put there is entered."""
    path = tmp_path / "acu.bash"
    path.write_text(script_with("bash", HOSTILE), encoding="utf-8")
    found = completed(path, "acu", "session", "")
    assert "stress" in found
    assert len(found) == len(HOSTILE) + 1
    echoed = [str(BASH), "-c", "printf '%s\\n' " + " ".join(found)]
    said = subprocess.run(echoed, capture_output=True, text=True, cwd=tmp_path, timeout=30, check=True)
    assert said.stdout.splitlines() == ["stress", *HOSTILE]
    assert not (tmp_path / "PWNED").exists()


@pytest.mark.skipif(shutil.which("fish") is None, reason="needs fish")
def test_fish_runs_no_word_that_it_completes(tmp_path: Path) -> None:
    """What stands behind -a is a command line of fish."""
    path = tmp_path / "acu.fish"
    path.write_text(script_with("fish", HOSTILE), encoding="utf-8")
    environment = {**os.environ, "HOME": str(tmp_path)}
    command = ["fish", "--no-config", "-c", f"source {path}; complete -C 'acu session '"]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=30, env=environment)
    assert "stress" in ran.stdout
    assert not (tmp_path / "PWNED").exists()


def test_words_that_a_shell_reads_are_not_completed() -> None:
    """Letters, digits, dashes and dots; of any language."""
    assert not any(map(completable.completable, HOSTILE))
    assert all(map(completable.completable, ["LI4", "stress-quick", "--dry-run", "EX-HN3", "hégǔ"]))


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_no_command_edits_the_start_files_of_a_shell(acu: Acu, command: str) -> None:
    """The framework's own installer is nobody's wish."""
    ran = acu(command, "--install-completion")
    assert ran.status == 2


@pytest.mark.parametrize("dash", ["—", "–", "−-", "‐"])
def test_a_dash_of_typography_is_named(acu: Acu, dash: str) -> None:
    """Taken as a word it would start the session."""
    for words in (["session", "stress", f"{dash}dry-run"], ["find", "headache", f"{dash}json"]):
        ran = acu(*words)
        assert ran.status == 2
        assert "dash of typography" in ran.err
    assert acu("find", "headache", dash[0], "neck").status == 0


def test_every_option_and_argument_says_what_it_takes(library: CompiledLibrary) -> None:
    """A placeholder in capitals that completion knows: words of the library, files, or anything; or choices."""
    table = completable.table_of(library)
    known = {*table.kinds, *completable.FREE, *completable.FILES, *completable.KEPT, ""}
    for path, node in table.nodes.items():
        unknown = [
            kind for kind in (*node.arguments, *(item.takes for item in node.options.values())) if kind not in known
        ]
        assert unknown == [], f"acu {path}: give it a metavar that cli/completable.py knows"


def test_there_is_one_table_for_all_shells(library: CompiledLibrary) -> None:
    """Every command and subcommand has its place in it."""
    table = completable.table_of(library)
    for name in COMMANDS:
        assert name in table.nodes
        for sub in table.nodes[name].commands:
            assert f"{name} {sub}" in table.nodes or name == "help"
