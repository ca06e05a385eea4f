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
    """Print a table: sizes of the packs down, commands across, each row as it is measured."""
    base: list[float] = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as home:
            kept = {name: value for name, value in os.environ.items() if not name.startswith(("ACU_", "XDG_"))}
            environment = {**kept, "ACU_HOME": home, "ACU_INSTANT": "0"}
            pack = _write_packs(Path(home), size)
            first = cpu_seconds(Command((ACU, "find", "headache", "--json")), environment)
            commands = {
                "find headache --json": Command((ACU, "find", "headache", "--json")),
                "a sentence, --json": Command((ACU, "find", "my neck hurts after the computer", "--json")),
                "session stress --dry-run": Command((ACU, "session", "stress", "--dry-run", "--json")),
                "pack check": Command((ACU, "pack", "check", str(pack))),
            }
            taken = [measured.seconds for measured in ratios(commands, environment, rounds).values()]
        if not base:
            base = [*taken, taken[0]]
            print("| points in packs | " + " | ".join((*commands, "first find after a change")) + " |")
            print("| --: |" + " --: |" * len(base))
        cells = (f"{seconds / other:.2f}" for seconds, other in zip((*taken, first), base, strict=True))
        print(f"| {size:,} | " + " | ".join(cells) + " |", flush=True)


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
