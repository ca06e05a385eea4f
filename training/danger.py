"""Trains the second net for danger: `python -m training.danger` writes `data/danger/weights.bin` and its provenance.

A logistic regression (liblinear, which gives the same weights under different versions of the library) over the pieces
of `acucli.lookup.danger_net`, quantised to one byte a bucket. The fifth of every topic that `training.phrases.split`
keeps out is never seen. The threshold is set on the training part alone, by five folds, so that the wanted share of
ordinary phrases is stopped; the names and synonyms of the library's conditions are ordinary phrases too.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from acucli.library import open_library
from acucli.lookup.danger_net import FORMAT, HEADER, MAGIC, buckets, read_weights, score
from training.phrases import FOLDER, Phrase, read_phrases, split

BITS = 17
C = 20.0
FALSE_ALARMS = 0.01
"""Share of ordinary phrases, a third of them near misses, that may be stopped."""
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
    trained = [*parts.trained, *_names()]
    matrix, danger = _matrix(trained), np.array([phrase.is_danger for phrase in trained])
    model = _model().fit(matrix, danger)
    threshold = _threshold(matrix, danger) - float(model.intercept_[0])
    content = _quantised(model.coef_[0], threshold)
    (chosen.out / "weights.bin").write_bytes(content)
    provenance = _provenance(phrases, trained, content)
    (chosen.out / "provenance.json").write_text(json.dumps(provenance, indent=2, ensure_ascii=False) + "\n", "utf-8")
    print(json.dumps(provenance, indent=2, ensure_ascii=False))
    if chosen.against is not None:
        print(f"agreement with {chosen.against}: {agreement(content, chosen.against.read_bytes(), phrases):.5f}")


def agreement(one: bytes, other: bytes, phrases: list[Phrase]) -> float:
    """Return the share of phrases that two files of weights decide alike."""
    first, second = read_weights(one), read_weights(other)
    if first is None or second is None:
        return 0.0
    same = sum(
        (score(phrase.words, first) > first.threshold) == (score(phrase.words, second) > second.threshold)
        for phrase in phrases
    )
    return same / len(phrases)


def _names() -> list[Phrase]:
    """Return what the library itself calls its conditions, in every language: none of it is danger."""
    library = open_library()
    found = {condition.name for condition in library.conditions.values() if condition.offered}
    found.update(name for condition in library.conditions.values() if condition.offered for name in condition.also)
    for lexicon in library.lexicons.values():
        for slug, phrases in lexicon.conditions.items():
            if slug in library.conditions and library.conditions[slug].offered:
                found.update(phrases)
    return [Phrase("", "ordinary", "name", words) for words in sorted(found)]


def _model() -> Any:
    return LogisticRegression(C=C, solver="liblinear", random_state=SEED, max_iter=500)


def _matrix(phrases: list[Phrase]) -> Any:
    places: list[int] = []
    ends = [0]
    values: list[float] = []
    for phrase in phrases:
        found = sorted(buckets(phrase.words, (1 << BITS) - 1))
        places += found
        values += [1.0 / max(1, len(found)) ** 0.5] * len(found)
        ends.append(len(places))
    return scipy.sparse.csr_matrix((values, places, ends), shape=(len(phrases), 1 << BITS))


def _threshold(matrix: Any, danger: Any) -> float:
    """Return the score above which `FALSE_ALARMS` of the ordinary phrases lie, none scored by a model that saw it."""
    scores = np.zeros(len(danger))
    for seen, unseen in StratifiedKFold(5, shuffle=True, random_state=SEED).split(matrix, danger):
        scores[unseen] = _model().fit(matrix[seen], danger[seen]).decision_function(matrix[unseen])
    return float(np.quantile(scores[~danger], 1.0 - FALSE_ALARMS))


def _quantised(weights: Any, threshold: float) -> bytes:
    largest = float(np.quantile(np.abs(weights), 0.9999))
    scale = largest / _LARGEST
    values = np.clip(np.rint(weights / scale), -_LARGEST, _LARGEST).astype(np.int8)
    return HEADER.pack(MAGIC, FORMAT, BITS, scale, threshold) + values.tobytes()


def _provenance(phrases: list[Phrase], trained: list[Phrase], content: bytes) -> dict[str, Any]:
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
        "trained_on": len(trained),
        "kept_out": len(split(phrases).kept_out),
        "features": f"words, pairs of words, four letters, up to three signs; CRC32 into 2^{BITS} buckets",
        "model": f"logistic regression, liblinear, C={C:g}, int8",
        "false_alarms_wanted": FALSE_ALARMS,
        "weights_sha256": hashlib.sha256(content).hexdigest(),
        "made_with": {"numpy": np.__version__, "scikit-learn": sklearn.__version__},
    }


if __name__ == "__main__":
    main()
