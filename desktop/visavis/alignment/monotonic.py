"""Aligns two lists of sentences in order, by dynamic programming."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from visavis.alignment.likeness import Likeness

# The groups that are considered, as numbers of French and English sentences, with what each costs a sentence: groups of
# more than one and one are rarer.
_GROUPS = ((1, 1, 0.0), (1, 2, 0.04), (2, 1, 0.04), (2, 2, 0.08))
# A long text is compared only near the diagonal, so that time and memory grow with its length.
_BAND = 400

_SKIP_FRENCH, _SKIP_ENGLISH = len(_GROUPS), len(_GROUPS) + 1

Group = tuple[tuple[int, ...], tuple[int, ...]]
_Costs = NDArray[np.float64]


def align_in_order(likeness: Likeness, french: int, english: int, threshold: float) -> list[Group]:
    """Return the best groups of `french` and `english` sentences in order.

    Sentences less alike than `threshold` are left alone: a group has then no French, or no English.
    """
    masses, other_masses = likeness.masses
    gaps = threshold / 2 * other_masses
    skipping = np.concatenate([[0.0], np.cumsum(gaps)])  # what skipping all English up to a position scores
    totals = np.concatenate([[0.0], np.cumsum(other_masses)])
    rows: list[_Costs] = []
    choices: list[tuple[int, NDArray[np.int8]]] = []
    for row in range(french + 1):
        begin, end = _find_band(row, french, english)
        best = np.full(english + 1, -np.inf)
        choice = np.full(end - begin, _SKIP_FRENCH, dtype=np.int8)
        if row == 0:
            best[0] = 0
        else:
            best[begin:end] = rows[-1][begin:end] + threshold / 2 * masses[row - 1]
        for number, (size, other, penalty) in enumerate(_GROUPS):
            low = max(begin, other)
            if row < size or end <= low:
                continue
            alike = likeness.compare(row - size, size, low - other, end - other, other)
            # Longer groups weigh more: else a short sentence that does not belong to its neighbour would be drawn in.
            weight = (masses[row - size : row].sum() + totals[low:end] - totals[low - other : end - other]) / 2
            score = rows[-size][low - other : end - other] + weight * (alike - penalty)
            better = score > best[low:end]
            best[low:end][better] = score[better]
            choice[low - begin :][better] = number
        # Skipping English sentences is a running maximum, as each scores the same from wherever it is skipped.
        levelled = best[begin:end] - skipping[begin:end]
        highest = np.maximum.accumulate(levelled)
        best[begin:end] = highest + skipping[begin:end]
        choice[1:][highest[:-1] >= levelled[1:]] = _SKIP_ENGLISH
        choices.append((begin, choice))
        rows = [*rows[-1:], best]
    return _trace_back(choices, french, english)


def _find_band(row: int, french: int, english: int) -> tuple[int, int]:
    """Return the range of English positions that are considered after `row` French sentences."""
    middle = row * english // max(french, 1)
    return max(0, middle - _BAND), min(english, middle + _BAND) + 1


def _trace_back(choices: list[tuple[int, NDArray[np.int8]]], french: int, english: int) -> list[Group]:
    groups: list[Group] = []
    row, column = french, english
    while row or column:
        begin, choice = choices[row]
        taken = int(choice[column - begin]) if row else _SKIP_ENGLISH
        size, other = (1, 0) if taken == _SKIP_FRENCH else (0, 1) if taken == _SKIP_ENGLISH else _GROUPS[taken][:2]
        groups.append((tuple(range(row - size, row)), tuple(range(column - other, column))))
        row, column = row - size, column - other
    return groups[::-1]
