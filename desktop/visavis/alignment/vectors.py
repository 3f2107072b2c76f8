"""Turns sentences into vectors whose cosine says how alike two English sentences are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_DIMENSIONS = 4096
_NGRAM = 4
# Words, figures and names say more than the n-grams inside them, which bridge inflections and spellings.
_WORD_WEIGHT, _FIGURE_WEIGHT, _NAME_WEIGHT = 1.0, 2.0, 1.5


def vectorize_sentences(machine: Sequence[str], english: Sequence[str]) -> tuple[Matrix, Matrix]:
    """Return a vector for each sentence of both lists; what is rare in both together weighs more."""
    counted = [[_count_features(text) for text in texts] for texts in (machine, english)]
    frequencies = Counter(feature for counts in (*counted[0], *counted[1]) for feature in counts)
    total = len(machine) + len(english)
    weights = {feature: float(np.log((total + 1) / count)) for feature, count in frequencies.items()}
    first, second = (_build_matrix(counts, weights) for counts in counted)
    return first, second


def compute_cosine(first: Matrix, second: Matrix) -> float:
    """Return the cosine of two vectors, 0 if one is empty."""
    return float(first @ second / max(float(np.linalg.norm(first) * np.linalg.norm(second)), 1e-6))


def add_copied_words(machine: str, french: str) -> str:
    """Return a machine translation with the figures and names of the French that it lost: people keep those."""
    known = {word.lower() for word in _WORD.findall(machine)}
    words = _WORD.findall(french)
    lost = [
        word
        for number, word in enumerate(words)
        if (word[0].isdigit() or (number and word[0].isupper())) and word.lower() not in known
    ]
    return " ".join([machine, *lost])


def _count_features(text: str) -> dict[str, float]:
    features: dict[str, float] = {}
    for word in _WORD.findall(text):
        lower = word.lower()
        if word[0].isdigit():
            # "1,500" and "1500" are one figure
            features["#" + re.sub(r"\D", "", word)] = _FIGURE_WEIGHT
            continue
        features["=" + lower] = _NAME_WEIGHT if word[0].isupper() else _WORD_WEIGHT
        padded = f"_{lower}_"
        for at in range(max(len(padded) - _NGRAM + 1, 1)):
            gram = padded[at : at + _NGRAM]
            features[gram] = features.get(gram, 0.0) + 0.5
    return features


def _build_matrix(counted: Sequence[dict[str, float]], weights: dict[str, float]) -> Matrix:
    """Hash the features into a fixed number of dimensions; the sign makes collisions cancel out."""
    matrix = np.zeros((len(counted), _DIMENSIONS), dtype=np.float32)
    places = {feature: crc32(feature.encode("utf-8", "replace")) for feature in weights}
    for row, features in zip(matrix, counted, strict=True):
        for feature, value in features.items():
            place = places[feature]
            row[(place >> 1) % _DIMENSIONS] += (1 if place & 1 else -1) * value * weights[feature]
    return matrix
