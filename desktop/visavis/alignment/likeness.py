"""How alike every stretch of one or two sentences is to every stretch of one or two sentences of the translation."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from visavis.alignment.vectors import Matrix

Scores = NDArray[np.float32]

# Sentences of very different length are seldom translations of each other: the cosine is lowered by this for each
# squared unit of the logarithm of the ratio of their lengths.
_LENGTH_PENALTY = 0.25


class Likeness:
    """Compares stretches of two lists of sentences, given as vectors and lengths."""

    def __init__(self, first: Matrix, second: Matrix, first_lengths: list[int], second_lengths: list[int]) -> None:
        self._first = {size: _sum_stretches(first, size) for size in (1, 2)}
        self._second = {size: _sum_stretches(second, size) for size in (1, 2)}
        self._first_lengths = {size: _log_lengths(first_lengths, size) for size in (1, 2)}
        self._second_lengths = {size: _log_lengths(second_lengths, size) for size in (1, 2)}

    @property
    def masses(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The length of each sentence of both lists, with a little more for the short ones."""
        return (
            np.exp(self._first_lengths[1].astype(np.float64)) / 100,
            np.exp(self._second_lengths[1].astype(np.float64)) / 100,
        )

    def compare(self, first: int, size: int, begin: int, end: int, other_size: int) -> Scores:
        """Return how alike the `size` sentences from `first` on are to each stretch that starts in [begin, end)."""
        cosines = self._second[other_size][begin:end] @ self._first[size][first]
        ratios = self._second_lengths[other_size][begin:end] - self._first_lengths[size][first]
        scores: Scores = cosines - np.float32(_LENGTH_PENALTY) * ratios * ratios
        return scores


def _sum_stretches(matrix: Matrix, size: int) -> Matrix:
    """Return the normalised sum of the vectors of each `size` neighbours."""
    summed = matrix if size == 1 else matrix[:-1] + matrix[1:]
    norms = np.linalg.norm(summed, axis=1, keepdims=True)
    normalised: Matrix = summed / np.maximum(norms, np.float32(1e-6))
    return normalised


def _log_lengths(lengths: list[int], size: int) -> Scores:
    counts = np.array(lengths, dtype=np.float32)
    summed = counts if size == 1 else counts[:-1] + counts[1:]
    logs: Scores = np.log(summed + np.float32(10))  # a title of two words may well become one of four
    return logs
