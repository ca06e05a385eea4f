"""New sentences a second of `find --batch`, this copy and another one in turn in one run.

    .venv/bin/python benchmarks/batch.py [OTHER_PYTHON] [rounds]

OTHER_PYTHON is that of an environment in which another version is installed. CPU seconds (user and system) of the whole
process are taken, those of a batch of one sentence taken off. The sentences are the tests' own and the ordinary phrases
in the default language that the second net was not trained with; none of their answers is stored.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # for the phrases kept out

from benchmarks.start_up import Command, cpu_seconds
from training.phrases import read_phrases, split

QUERIES = Path(__file__).parent.parent / "tests" / "lookup" / "queries"
OWN = ("own_sentences.tsv", "sentences.tsv", "ordinary.tsv")


def sentences() -> dict[str, list[str]]:
    """Return the sentences of each kind."""
    rows = [line for name in OWN for line in (QUERIES / name).read_text(encoding="utf-8").splitlines()]
    own = [row.partition("\t")[0] for row in rows if row and not row.startswith("#")]
    kept = [phrase for phrase in split(read_phrases()).kept_out if phrase.language == "en" and not phrase.is_danger]
    return {"sentences of the tests": own, "ordinary phrases kept out": [phrase.words for phrase in kept]}


def main(pythons: list[str], rounds: int) -> None:
    """Print the median of sentences a second of each copy, and of the rounds' ratios of the first to the last."""
    with tempfile.TemporaryDirectory() as home:
        one = Path(home, "one")
        one.write_text("my zebra is bad today\n", encoding="utf-8")
        for kind, texts in sentences().items():
            several = Path(home, "several")
            several.write_text("\n".join(texts) + "\n", encoding="utf-8")
            taken = [[_rate(python, one, several, len(texts)) for python in pythons] for _ in range(rounds)]
            rates = ", ".join(f"{statistics.median(column):.0f}" for column in zip(*taken, strict=True))
            ratio = statistics.median(row[0] / row[-1] for row in taken)
            print(f"{kind} ({len(texts)}): {rates} a second, {ratio:.2f} times the last one's")


def _rate(python: str, one: Path, several: Path, number: int) -> float:
    home = {"ACU_HOME": str(one.parent), "PATH": ""}
    few, many = (
        cpu_seconds(Command((python, "-m", "acucli", "find", "--json", "--batch", str(file))), home)
        for file in (one, several)
    )
    return number / (many - few)


if __name__ == "__main__":
    others = sys.argv[1:2]
    main([sys.executable, *others], int(sys.argv[2]) if len(sys.argv) > 2 else 5)
