"""Trains the second net for danger: `python -m training.danger` writes `data/danger/weights.bin` and its provenance.

A logistic regression (liblinear, which gives the same weights under different versions of the library) over the pieces
of `acucli.lookup.danger_net`, quantised to one byte a bucket. The word classes are those of the library as it is, so
that whoever changes them trains again. The fifth that `training.phrases.split` keeps out is never seen. The names and
synonyms of the library's conditions are ordinary phrases too, and what it says of its own signs are phrases of danger.
What is made of the lines of rules (`made_phrases.py`) counts for less than what was written.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse
import sklearn
from sklearn.linear_model import LogisticRegression

from acucli.library import open_library
from acucli.library.sign_building import parse_line
from acucli.library.source import Sources, read_directory
from acucli.lookup.danger_classes import classes_said
from acucli.lookup.danger_net import FORMAT, HEADER, LONGEST_READ, MAGIC, buckets, read_weights, score
from acucli.lookup.decoded_indexes import tokenizer_of
from acucli.lookup.query_result import MAY_NEED_HELP
from acucli.lookup.word_patterns import ClassSaid
from acucli.model.library import Library
from acucli.text.characters import plain_characters
from training.made_phrases import spelled_out
from training.phrases import FOLDER, Phrase, read_phrases, split

BITS = 17
C = 20.0
ALONE, UNREAD, LIKELY, EVEN, ORDINARY, PLAIN = 2.3, 1.8, 0.5, 0.35, -0.9, -2.4
"""The thresholds of `danger_net.Weights` as log odds of danger, chosen on a part of the training phrases that neither
weights nor rules had seen: near each of the first five about two dangers are heard for one ordinary phrase that is
stopped. Between `ORDINARY` and `PLAIN` a sign that was outweighed leaves a question: as often as not it was danger."""
MADE = 0.3
"""How much a phrase that was made counts beside one that was written."""
SEED = 20261130
_LARGEST = 127


def main() -> None:
    """Train, write, and print what the provenance says."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, default=FOLDER)
    options.add_argument("--against", type=Path, help="weights to compare the decisions on all phrases with")
    chosen = options.parse_args()
    phrases = read_phrases()
    parts = split(phrases)
    written = [*parts.trained, *_names(), *_signs()]
    samples = [*_written(written), *_made()]
    model = _model().fit(
        _matrix(samples),
        np.array([sample.is_danger for sample in samples]),
        sample_weight=np.array([sample.weight for sample in samples]),
    )
    even = -float(model.intercept_[0])
    content = _quantised(model.coef_[0], tuple(even + odds for odds in (ALONE, UNREAD, LIKELY, EVEN, ORDINARY, PLAIN)))
    (chosen.out / "weights.bin").write_bytes(content)
    provenance = _provenance(phrases, len(written), len(samples) - len(written), content)
    (chosen.out / "provenance.json").write_text(json.dumps(provenance, indent=2, ensure_ascii=False) + "\n", "utf-8")
    print(json.dumps(provenance, indent=2, ensure_ascii=False))
    if chosen.against is not None:
        print(f"agreement with {chosen.against}: {agreement(content, chosen.against.read_bytes(), phrases):.5f}")


def agreement(one: bytes, other: bytes, phrases: list[Phrase]) -> float:
    """Return the share of phrases that two files of weights decide alike."""
    first, second = read_weights(one), read_weights(other)
    if first is None or second is None:
        return 0.0
    same = 0
    for phrase in phrases:
        classes = classes_of(phrase)
        same += (score(phrase.words, first, classes) > first.threshold) == (
            score(phrase.words, second, classes) > second.threshold
        )
    return same / len(phrases)


@cache
def _library() -> Library:
    return open_library()


class Sample(NamedTuple):
    """What is trained on: words, the word classes they say, whether they are danger, and how much they count."""

    words: str
    classes: list[ClassSaid]
    is_danger: bool
    weight: float = 1.0


def classes_of(phrase: Phrase) -> list[ClassSaid]:
    """Return the word classes that a phrase says, as `acu find` hears them."""
    library, text = _library(), plain_characters(phrase.words[:LONGEST_READ])
    return classes_said(text, tokenizer_of(library).words_of(text), library).classes


@cache
def _sources() -> Sources:
    return read_directory(FOLDER.parent)


def _written(phrases: list[Phrase]) -> list[Sample]:
    return [Sample(phrase.words, classes_of(phrase), phrase.is_danger) for phrase in phrases]


def _made() -> list[Sample]:
    """Return what is made of the lines of rules."""
    lines = [Phrase("", "urgent", "line", words) for words in sorted(set(spelled_out(_sources())))]
    return [Sample(line.words, classes_of(line), True, MADE) for line in lines]


def _names() -> list[Phrase]:
    """Return what the library itself calls its conditions, in every language, and its texts: none of it is danger."""
    library = _library()
    found = {condition.name for condition in library.conditions.values() if condition.offered}
    found.update(name for condition in library.conditions.values() if condition.offered for name in condition.also)
    for lexicon in _sources().shelf("lexicons").values():
        for slug, phrases in lexicon.conditions.items():
            if slug in library.conditions and library.conditions[slug].offered:
                found.update(phrases)
    for text in (*library.claims.values(), *library.articles.values()):
        found.update(text.also)
    return [Phrase("", "ordinary", "name", words) for words in sorted(found)]


def _signs() -> list[Phrase]:
    """Return what the library itself says of its signs: what is asked of each, and every form that raises one alone."""
    found: set[tuple[str, str]] = set()
    for flag in _sources().shelf("red_flags").values():
        if flag.id == MAY_NEED_HELP:
            continue
        found.update((flag.level, words) for words in flag.any_of)
        lines = [parse_line(line) for lines in flag.words.values() for line in lines]
        forms = {form for line in lines if len(line.parts) == 1 for form in line.parts[0]}
        found.update((flag.level, form) for form in forms if not form.startswith("@"))
    return [Phrase("", level, "sign", words) for level, words in sorted(found)]


def _model() -> Any:
    return LogisticRegression(C=C, solver="liblinear", random_state=SEED, max_iter=500)


def _matrix(samples: list[Sample]) -> Any:
    places: list[int] = []
    ends = [0]
    values: list[float] = []
    for sample in samples:
        found = sorted(buckets(sample.words, (1 << BITS) - 1, sample.classes))
        places += found
        values += [1.0 / max(1, len(found)) ** 0.5] * len(found)
        ends.append(len(places))
    return scipy.sparse.csr_matrix((values, places, ends), shape=(len(samples), 1 << BITS))


def _quantised(weights: Any, thresholds: tuple[float, ...]) -> bytes:
    largest = float(np.quantile(np.abs(weights), 0.9999))
    scale = largest / _LARGEST
    values = np.clip(np.rint(weights / scale), -_LARGEST, _LARGEST).astype(np.int8)
    head: bytes = HEADER.pack(MAGIC, FORMAT, BITS, scale, *thresholds)
    return head + bytes(values.tobytes())


def _provenance(phrases: list[Phrase], written: int, made: int, content: bytes) -> dict[str, Any]:
    digest = hashlib.sha256("\n".join("\t".join(phrase) for phrase in phrases).encode()).hexdigest()
    by_language: dict[str, dict[str, int]] = {}
    for phrase in phrases:
        counts = by_language.setdefault(phrase.language, Counter())
        counts[phrase.level] += 1
    return {
        "made_by": "python -m training.danger",
        "licence": "CC BY 4.0",
        "phrases": len(phrases),
        "phrases_sha256": digest,
        "by_language_and_level": {language: dict(sorted(counts.items())) for language, counts in by_language.items()},
        "trained_on": written,
        "made": made,
        "kept_out": len(split(phrases).kept_out),
        "features": (
            "words, pairs of words, four letters, up to three signs, word classes and their pairs; "
            f"CRC32 into 2^{BITS} buckets"
        ),
        "model": f"logistic regression, liblinear, C={C:g}, int8",
        "log_odds": {
            "alone": ALONE,
            "unread": UNREAD,
            "likely": LIKELY,
            "even": EVEN,
            "ordinary": ORDINARY,
            "plain": PLAIN,
        },
        "weights_sha256": hashlib.sha256(content).hexdigest(),
        "made_with": {"numpy": np.__version__, "scikit-learn": sklearn.__version__},
    }


if __name__ == "__main__":
    main()
