"""Tab is pressed in real shells, in a real terminal, at every kind of place there is."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pexpect
import pytest

from acucli.cli.app import main
from acucli.host.environment import Environment
from acucli.host.paths import Paths

pytestmark = pytest.mark.shell


class Place(NamedTuple):
    """What is typed before Tab, what must then be seen, and what must not."""

    typed: str
    seen: tuple[str, ...]
    unseen: tuple[str, ...] = ()


PLACES = [
    Place("acu jour", ("journal",)),
    Place("acu show LI", ("LI4", "LI20")),
    Place("acu show headac", ("headache",)),
    Place("acu show heg", ("hegu",)),
    Place("acu session stress-", ("stress-quick",)),
    Place("acu learn what-d", ("what-does-not-work",)),
    Place("acu helplines G", ("GB",)),
    Place("acu completion f", ("fish",)),
    Place("acu find --", ("--batch", "--min-grade", "--json")),
    Place("acu session --dr", ("--dry-run",)),
    Place("acu find headache --setting ", ("desk", "shoes-on"), ("neck-pain",)),
    Place("acu find headache --reach ", ("self", "partner"), ("neck-pain",)),
    Place("acu find --meridian S", ("SI", "SP", "ST"), ("ST36",)),
    Place("acu list points --class yu", ("yuan-source",)),
    Place("acu map LI4 --view hand-", ("hand-back", "hand-palm")),
    Place("acu map LI4 --figure ", ("braille", "blocks"), ("LU1",)),
    Place("acu session --breathing o", ("off",)),
    Place("acu find headache --format ", ("jsonl", "codes"), ("svg",)),
    Place("acu find headache --js", ("--json",)),
    Place("acu list points --f", ("--fields", "--format")),
    Place("acu doctor --no-", ("--no-color", "--no-input")),
    Place("acu journal ", ("list", "stats", "helped", "undo", "export")),
    Place("acu journal list --", ("--limit", "--rehearsals"), ("--bom",)),
    Place("acu journal delete --a", ("--all",)),
    Place("acu course export --", ("--with-name", "--output"), ("--rhythm",)),
    Place("acu course new headac", ("headache",)),
    Place("acu course ", ("new", "show", "next", "drop", "export"), ("headache",)),
    Place("acu config set h", ("hold", "hook", "huge")),
    Place("acu config set figure bra", ("braille",)),
    Place("acu config set discreet ", ("yes", "no"), ("LI4", "huge")),
    Place("acu config set cues speech,ch", ("chime",)),
    Place("acu config set breathing box", ("box",)),
    Place("acu config set hook folderof", ("folderofmine/",)),
    Place("acu config set hold ", (), ("hook", "LI4")),
    Place("acu config set figure --js", ("--json",)),
    Place("acu config ", ("show", "set", "unset")),
    Place("acu schema journal-", ("journal-list", "journal-stats")),
    Place("acu pack check packof", ("packofmine.yaml",)),
    Place("acu journal import exportof", ("exportofmine.json",)),
    Place("acu map LI4 -o folderof", ("folderofmine/",)),
    Place("acu --json find headac", ("headache",)),
    Place("acu show li1", ("LI10",)),
    Place("acu session --points LI4,PC", ("PC6",)),
    Place("acu session evening-o", ("evening-of-mine",)),
    Place("acu favourite drop evening-o", ("evening-of-mine",)),
    Place("acu profile set --pregn", ("--pregnant",)),
    Place("acu list cond", ("conditions",)),
    Place("acu list points --region wr", ("wrist",)),
    Place("acu session --override side-e", ("side-effects",)),
    Place("acu session --cues speech,ch", ("chime",)),
    Place("acu help jour", ("journal",)),
    Place("acu help journal st", ("stats",)),
    Place("acu plan --since ", ("today", "weeks")),
    Place("acu pack remove packin", ("packinuse",)),
    Place("acu fav ", ("add", "drop")),
    Place("acu find --setting=sh", ("shoes-on",)),
    Place("acu session stress --side l", ("left",)),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Path:
    """Return a folder with the scripts of the shells, a favourite and a pack, and files with names of their own."""
    folder = tmp_path_factory.mktemp("tab")
    (folder / "acu").mkdir()
    (folder / "acu" / "cache").symlink_to(shared_cache, target_is_directory=True)
    named = {"ACU_HOME": str(folder / "acu"), "HOME": str(folder)}
    main(["favourite", "add", "evening-of-mine", "headache"], Environment(named, Paths.from_variables(named)))
    (folder / "acu" / "data" / "packs").mkdir(parents=True)
    (folder / "functions").mkdir()
    for shell, file in (("bash", "acu.bash"), ("zsh", "functions/_acu"), ("fish", "acu.fish")):
        with (folder / file).open("w", encoding="utf-8") as script:
            main(["completion", shell], Environment(named, Paths.from_variables(named), stdout=script))
    (folder / "acu" / "data" / "packs" / "packinuse.yaml").touch()
    for file in ("packofmine.yaml", "exportofmine.json"):
        (folder / file).touch()
    (folder / "folderofmine").mkdir()
    return folder


STARTS = {
    "bash": ("bash", ["--norc", "--noprofile", "-i"]),
    "zsh": ("zsh", ["-f", "-i"]),
    "fish": ("fish", ["--no-config", "-i"]),
}
_READY = {
    "bash": "PS1='> '; bind 'set show-all-if-ambiguous on'; bind 'set bell-style none';"
    " bind 'set page-completions off'; bind 'set completion-query-items 0'; source ./acu.bash; echo rea''dy",
    "zsh": "PROMPT='> '; unsetopt beep prompt_sp prompt_cr list_ambiguous; LISTMAX=9999; fpath=($PWD/functions $fpath);"
    " autoload -U compinit; compinit -u -d $PWD/zcompdump; echo rea''dy",
    "fish": "function fish_prompt; echo '> '; end; function fish_title; end; source ./acu.fish; echo rea''dy",
}


class Shell:
    """A shell in a terminal of 200 columns and 60 rows, with the completion of acu."""

    def __init__(self, name: str, home: Path) -> None:
        program, arguments = STARTS[name]
        named = {**os.environ, "HOME": str(home), "ACU_HOME": str(home / "acu"), "TERM": "xterm", "LANG": "C.UTF-8"}
        self.child = pexpect.spawn(
            program, arguments, env=named, cwd=str(home), dimensions=(60, 200), encoding="utf-8", timeout=20
        )
        self.child.sendline(_READY[name])
        self.child.expect("ready")
        self._quiet(0.3)

    def after_tab(self, place: Place) -> str:
        """Return what stands there once Tab was pressed; the line is thrown away."""
        self.child.send(place.typed)
        self._quiet(0.06)
        self.child.send("\t")
        seen = place.typed
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline and not all(word in seen for word in place.seen):
            seen += self._quiet(0.05)
        seen += self._quiet(0.12) if place.unseen else ""
        self.child.send("\x03")
        self._quiet(0.08)
        return seen

    def _quiet(self, seconds: float) -> str:
        """Return what comes until nothing has come for so long, without what steers the terminal."""
        found = ""
        while True:
            try:
                found += self.child.read_nonblocking(65536, timeout=seconds)
            except pexpect.TIMEOUT:
                return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>]|\r|\x07", "", found)

    def close(self) -> None:
        """End the shell."""
        self.child.close(force=True)


def test_the_first_tab_of_a_new_zsh_works(home: Path) -> None:
    """The function is loaded at the first press, and answers it at once."""
    if shutil.which("zsh") is None:
        pytest.skip("there is no zsh here")
    opened = Shell("zsh", home)
    try:
        assert "LI20" in opened.after_tab(Place("acu show LI", ("LI20",)))
    finally:
        opened.close()


@pytest.fixture(scope="module", params=sorted(STARTS))
def shell(request: pytest.FixtureRequest, home: Path) -> Iterator[Shell]:
    """Return one shell for all places."""
    if shutil.which(request.param) is None:
        pytest.skip(f"there is no {request.param} here")
    opened = Shell(request.param, home)
    yield opened
    opened.close()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.typed.replace(" ", "_"))
def test_tab_offers_what_may_stand_there(shell: Shell, place: Place) -> None:
    """At the first press in every place: commands, options, their values, codes, files, what is kept."""
    seen = shell.after_tab(place)
    assert [word for word in place.seen if word not in seen] == []
    assert [word for word in place.unseen if re.search(rf"(?<!\S){re.escape(word)}(?!\S)", seen)] == []
