"""How cost grows: packs of 400 and of 10,000 points in several files, beside none.

    .venv/bin/python benchmarks/growth.py [rounds]

CPU of whole processes as ratios to the same command without a pack; the first run after a pack was added compiles the
library anew and is shown apart.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.start_up import ACU, Command, cpu_seconds, ratios

FILES = 8
SIZES = (0, 400, 10_000)


def main(rounds: int) -> None:
    """Print a table: commands down, sizes of the packs across."""
    rows: dict[str, list[str]] = {}
    first: list[float] = []
    base: dict[str, float] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as home:
            kept = {name: value for name, value in os.environ.items() if not name.startswith(("ACU_", "XDG_"))}
            environment = {**kept, "ACU_HOME": home, "ACU_INSTANT": "0"}
            pack = _write_packs(Path(home), size)
            first.append(cpu_seconds(Command((ACU, "find", "headache", "--json")), environment))
            commands = {
                "find headache --json": Command((ACU, "find", "headache", "--json")),
                "find a sentence, --json": Command((ACU, "find", "my neck hurts after the computer", "--json")),
                "session stress --dry-run --json": Command((ACU, "session", "stress", "--dry-run", "--json")),
                "pack check": Command((ACU, "pack", "check", str(pack))),
            }
            for name, measured in ratios(commands, environment, rounds).items():
                base.setdefault(name, measured.seconds)
                rows.setdefault(name, []).append(f"{measured.seconds / base[name]:.2f}")
    rows["first find after a change"] = [f"{seconds / base['find headache --json']:.1f}" for seconds in first]
    print("| command | " + " | ".join(f"{size:,} points" for size in SIZES) + " |\n| --- |" + " --: |" * len(SIZES))
    for name, cells in rows.items():
        print(f"| {name} | " + " | ".join(cells) + " |")


def _write_packs(home: Path, size: int) -> Path:
    """Write so many points into several packs in use, and return a pack of an eighth of them (of one, at least)."""
    folder = home / "data" / "packs"
    folder.mkdir(parents=True)
    made = subprocess.run([ACU, "show", "LI10", "--json"], capture_output=True, check=True, text=True).stdout
    share = size // FILES
    for number in range(FILES if size else 0):
        (folder / f"p{number}.yaml").write_text(_pack(made, number * share, share), encoding="utf-8")
    alone = home / "one.yaml"
    alone.write_text(_pack(made, 500_000, max(1, share)), encoding="utf-8")
    return alone


def _pack(made: str, start: int, count: int) -> str:
    """Return a pack of copies of a bundled point under codes of their own."""
    record = json.loads(made)["record"]
    for computed in ("cautions", "short"):
        record.pop(computed, None)
    points = []
    for number in range(start, start + count):
        own = "".join("abcdefghij"[int(digit)] for digit in str(number))
        names = {"pinyin": f"Dian {own}", "plain": f"Dian {own}", "traditional": "", "simplified": ""}
        names["english"] = f"Place {own}"
        points.append({**record, "code": f"EX-Pack{number}", "names": names})
    return json.dumps({"points": points}, ensure_ascii=False)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
