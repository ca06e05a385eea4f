"""The phrases of danger and the ordinary ones (`data/danger/<language>.tsv`), and the part kept out of training."""

from __future__ import annotations

from binascii import crc32
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent.parent / "data" / "danger"
ORDINARY = "ordinary"
_KEPT_OUT = 5
"""One phrase of so many is kept out."""
_SALT = "2026-12 "
"""Stands before the words where they are numbered; another one draws another part."""


class Phrase(NamedTuple):
    """One line: language, level (`emergency`, `crisis`, `urgent`, `see-doctor` or `ordinary`), topic, and the words."""

    language: str
    level: str
    topic: str
    words: str

    @property
    def is_danger(self) -> bool:
        """Tell whether it is one of danger."""
        return self.level != ORDINARY


class Split(NamedTuple):
    """The phrases that train, and those that are only measured."""

    trained: list[Phrase]
    kept_out: list[Phrase]


def read_phrases(folder: Path = FOLDER) -> list[Phrase]:
    """Return all phrases, by language, in the order of the files.

    Raises:
        ValueError: a line that has not three columns; file and line are named.
    """
    found: list[Phrase] = []
    for file in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("#"):
                continue
            columns = line.split("\t")
            if len(columns) != 3:
                raise ValueError(f"{file.name}:{number}: three columns are wanted, {len(columns)} found")
            found.append(Phrase(file.stem, *columns))
    return found


def split(phrases: Iterable[Phrase], salt: str = _SALT) -> Split:
    """Return the phrases with about a fifth kept out, chosen by the words alone, so that a new phrase moves no other.

    Phrases of the same words in several languages stay together.
    """
    trained: list[Phrase] = []
    kept_out: list[Phrase] = []
    for phrase in phrases:
        is_kept_out = crc32(f"{salt}{phrase.words}".encode()) % _KEPT_OUT == 0
        (kept_out if is_kept_out else trained).append(phrase)
    return Split(trained, kept_out)
