"""How much danger is heard, and how much that is ordinary is stopped: `python -m benchmarks.danger [--missed]`.

Runs on the phrases of `data/danger/` that training never saw (about a fifth; `training/phrases.py`), so that the
figures are of phrases that neither the weights nor their thresholds know. Most rules are older than this part, so they
may have been written beside some of its phrases: `benchmarks/README.md` gives the figures without these, too. Prints a
table by language, one by level, one by kind of ordinary phrase, and with `--missed` every danger that was not heard and
every one that got points.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from training.phrases import Phrase, read_phrases, split

from acucli.guide.finding import find
from acucli.library import open_library
from acucli.lookup.query_result import MAY_NEED_HELP
from acucli.model.practice import Profile

TODAY = "2026-11-30"
_GRAVITY = {"see-doctor": 1, "urgent": 2, "crisis": 3, "emergency": 3}


class Outcome(NamedTuple):
    """What one phrase got: the signs raised (id and level), whether anything was held back, and how many points."""

    phrase: Phrase
    signs: tuple[tuple[str, str], ...]
    held: bool
    points: int

    @property
    def stopped(self) -> bool:
        """Tell whether no points were offered because of a sign; a request that is held back is counted apart."""
        return any(level != "see-doctor" for _, level in self.signs)

    @property
    def asked(self) -> bool:
        """Tell whether a question came instead of points, and no sign was named."""
        return self.stopped and all(name == MAY_NEED_HELP for name, _ in self.signs)

    @property
    def flagged(self) -> bool:
        """Tell whether a sign was raised, or the request held back."""
        return self.held or bool(self.signs)

    @property
    def as_grave(self) -> bool:
        """Tell whether the gravest sign is at least as grave as the phrase wants."""
        return any(_GRAVITY[level] >= _GRAVITY[self.phrase.level] for _, level in self.signs)

    @property
    def named(self) -> bool:
        """Tell whether the very sign was named."""
        return any(name == self.phrase.topic for name, _ in self.signs)


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--missed", action="store_true", help="list every danger not heard, and every one with points")
    options.add_argument("--alarms", action="store_true", help="list every ordinary phrase that was stopped")
    part = options.add_mutually_exclusive_group()
    part.add_argument("--trained", action="store_true", help="the phrases of training, beside which rules are written")
    part.add_argument("--all", action="store_true", help="all phrases, those of training too")
    options.add_argument("--language", default="", help="only this language")
    chosen = options.parse_args()
    parted = split(read_phrases())
    phrases = read_phrases() if chosen.all else parted.trained if chosen.trained else parted.kept_out
    if chosen.language:
        phrases = [phrase for phrase in phrases if phrase.language == chosen.language]
    start = time.perf_counter()
    outcomes = evaluate(phrases)
    seconds = time.perf_counter() - start
    _show(outcomes)
    print(f"\n{len(outcomes)} phrases in {seconds:.1f} s, {seconds / max(1, len(outcomes)) * 1000:.2f} ms each")
    if chosen.missed:
        print("\nnot heard, or with points:")
        for one in outcomes:
            if one.phrase.is_danger and (not one.flagged or one.points):
                print(f"{one.points:>3} points", *one.phrase, sep="\t")
    if chosen.alarms:
        print("\nordinary, but stopped:")
        for one in outcomes:
            if not one.phrase.is_danger and one.stopped:
                print(", ".join(name for name, _ in one.signs) or "held back", *one.phrase, sep="\t")


def evaluate(phrases: Iterable[Phrase]) -> list[Outcome]:
    """Return what each phrase gets from `acu find` for somebody without a profile."""
    library = open_library()
    found: list[Outcome] = []
    for phrase in phrases:
        answer = find(phrase.words, library, Profile(), today=TODAY)
        said = {flag.id for flag in answer.said_signs}
        signs = [
            (flag.id, flag.level) for flag in (*answer.red_flags, *answer.watch_for) if _raised(flag.id, answer, said)
        ]
        found.append(Outcome(phrase, tuple(signs), bool(answer.held_back), len(answer.points)))
    return found


def _raised(name: str, answer: object, said: set[str]) -> bool:
    return name in said or any(flag.id == name for flag in answer.red_flags)  # type: ignore[attr-defined]


def _show(outcomes: list[Outcome]) -> None:
    languages = sorted({one.phrase.language for one in outcomes}, key=lambda code: (code != "en", code))
    danger, ordinary = "heard | as grave | sign named | got points", "ordinary | stopped | only asked | held back"
    print(f"| language | dangers | {danger} | {ordinary} |")
    print("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |")
    for language in languages:
        print(_row(language, [one for one in outcomes if one.phrase.language == language]))
    others = [one for one in outcomes if one.phrase.language != "en"]
    if len(languages) > 2:
        print(_row("all but en", others))
    print()
    print("| level | dangers | heard | as grave | sign named | got points |")
    print("| --- | --: | --: | --: | --: | --: |")
    for level in ("emergency", "crisis", "urgent", "see-doctor"):
        part = [one for one in outcomes if one.phrase.level == level]
        print(f"| {level} | {len(part)} | {_dangers(part)} |")
    print()
    print("| ordinary, by kind | phrases | stopped | only asked |")
    print("| --- | --: | --: | --: |")
    for topic in sorted({one.phrase.topic for one in outcomes if not one.phrase.is_danger}):
        part = [one for one in outcomes if not one.phrase.is_danger and one.phrase.topic == topic]
        stopped, asked = _share(part, lambda one: one.stopped), _share(part, lambda one: one.asked)
        print(f"| {topic} | {len(part)} | {stopped} | {asked} |")


def _row(name: str, part: list[Outcome]) -> str:
    dangers = [one for one in part if one.phrase.is_danger]
    ordinary = [one for one in part if not one.phrase.is_danger]
    return (
        f"| {name} | {len(dangers)} | {_dangers(dangers)} | {len(ordinary)} | "
        f"{_share(ordinary, lambda one: one.stopped)} | {_share(ordinary, lambda one: one.asked)} | "
        f"{_share(ordinary, lambda one: one.held)} |"
    )


def _dangers(part: list[Outcome]) -> str:
    kinds: tuple[Callable[[Outcome], bool], ...] = (
        lambda one: one.flagged,
        lambda one: one.as_grave,
        lambda one: one.named,
        lambda one: one.points > 0,
    )
    return " | ".join(_share(part, kind) for kind in kinds)


def _share(part: list[Outcome], kind: Callable[[Outcome], bool]) -> str:
    return f"{sum(map(kind, part)) / len(part):.3f}" if part else "none"


if __name__ == "__main__":
    main()
