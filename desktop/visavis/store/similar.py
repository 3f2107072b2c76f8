"""Finds the sentences most similar to a given one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

ALIKE = 0.75  # minimum similarity worth showing


def find_nearest(text: str, others: Sequence[str], count: int) -> list[tuple[str, float]]:
    """Return at most `count` of `others` (sorted by length) with their similarity, most similar first.

    The similarity is 1 less the share of characters that must be inserted or deleted to make the texts equal.
    """
    from rapidfuzz import fuzz, process

    spread = (2 - ALIKE) / ALIKE  # texts whose lengths differ by a larger factor cannot reach ALIKE
    first = bisect_left(others, len(text) / spread, key=len)
    last = bisect_right(others, len(text) * spread, key=len)
    # `cdist`, unlike `extract`, releases the GIL, so the GUI thread keeps running.
    scores = process.cdist([text], others[first:last], scorer=fuzz.ratio, score_cutoff=100 * ALIKE, workers=-1)[0]
    scored = [(float(scores[at]) / 100, first + int(at)) for at in scores.nonzero()[0]]
    return [(others[at], score) for score, at in sorted(scored, reverse=True)[:count]]
