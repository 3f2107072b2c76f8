"""Finds the sentences most like another one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

ALIKE = 0.75  # the least similarity that is worth showing


def find_nearest(text: str, others: Sequence[str], count: int) -> list[tuple[str, float]]:
    """Return at most `count` of `others`, which are sorted by length, with their similarity, the most similar first.

    Similar are texts that few insertions and deletions make equal: 1 less their share of all characters.
    """
    from rapidfuzz import fuzz, process

    spread = (2 - ALIKE) / ALIKE  # texts whose lengths differ by more cannot be alike
    first = bisect_left(others, len(text) / spread, key=len)
    last = bisect_right(others, len(text) * spread, key=len)
    # Unlike `extract`, `cdist` lets the window's thread run meanwhile.
    scores = process.cdist([text], others[first:last], scorer=fuzz.ratio, score_cutoff=100 * ALIKE, workers=-1)[0]
    scored = [(float(scores[at]) / 100, first + int(at)) for at in scores.nonzero()[0]]
    return [(others[at], score) for score, at in sorted(scored, reverse=True)[:count]]
