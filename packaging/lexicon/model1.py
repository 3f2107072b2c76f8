"""The expectation of IBM model 1, for the words that are learnt from parallel texts."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[Any]


def share_links(
    chance: Numbers, where: Numbers, places: Numbers, nothing: Numbers | float = 0.0
) -> tuple[Numbers, Numbers]:
    """Return how often each pair of words is expected to be a translation, and what each place shared out.

    A place is a word that was made, and shares itself out among the words it may be made by, and `nothing`, by their
    `chance`: `where` has the number of the pair and `places` that of the place, for each word beside each.
    """
    weights = chance[where]
    total = np.bincount(places, weights=weights) + nothing
    return np.bincount(where, weights=weights / total[places], minlength=len(chance)), total
