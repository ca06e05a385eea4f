"""What a user would pick instead, installed and timed in one run: `python benchmarks/peers.py FOLDER [rounds]`.

Each peer is installed with pip into an environment of its own below FOLDER (what is there already is kept), and asked
for something that needs neither a network nor files of the person. CPU of whole processes, in turn, as ratios to
`python -c pass`; a peer that cannot be installed or run is named.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.start_up import BASE, PYTHON, Command, acu, ratios

ARGPARSE = "import argparse; p = argparse.ArgumentParser(); p.add_argument('word'); print(p.parse_args(['x']).word)"


class Peer(NamedTuple):
    """A package, its program, and what it is asked."""

    package: str
    program: str
    words: tuple[str, ...]


PEERS = (
    Peer("breathe-cli", "breathe", ("--help",)),
    Peer("termdown", "termdown", ("--version",)),
    Peer("tldr", "tldr", ("--version",)),
    Peer("td-watson", "watson", ("projects",)),
    Peer("khal", "khal", ("--version",)),
)


def main(folder: Path, rounds: int) -> None:
    """Print how many times `python -c pass` each program takes."""
    commands = {BASE: Command((PYTHON, "-c", "pass")), "argparse, one word": Command((PYTHON, "-c", ARGPARSE))}
    for peer in PEERS:
        program = _installed(folder / peer.package, peer)
        if program:
            commands[f"{peer.program} {' '.join(peer.words)} ({peer.package})"] = Command((program, *peer.words))
        else:
            print(f"{peer.package}: not installed, or does not run")
    commands["acu find headache --json"] = acu("find", "headache", "--json")
    commands["acu find, a sentence, --json"] = acu("find", "my neck hurts after the computer", "--json")
    with tempfile.TemporaryDirectory() as home:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("ACU_", "XDG_"))}
        measured = ratios(commands, {**kept, "HOME": home}, rounds)
    print(f"| program | times `{BASE}` | quartiles |\n| --- | --: | --- |")
    for name, (_, ratio) in sorted(measured.items(), key=lambda item: statistics.median(item[1].ratio)):
        low, _, high = statistics.quantiles(ratio, n=4)
        print(f"| {name} | {statistics.median(ratio):.2f} | {low:.2f} to {high:.2f} |")


def _installed(folder: Path, peer: Peer) -> str:
    """Return the program of a peer, "" where it cannot be installed or does not run."""
    program = folder / "bin" / peer.program
    if not program.exists():
        venv.create(folder, with_pip=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "-q", peer.package]
        if subprocess.run(pip, check=False).returncode:
            return ""
    tried = subprocess.run([program, *peer.words], check=False, capture_output=True, stdin=subprocess.DEVNULL)
    return "" if tried.returncode else str(program)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 11)
