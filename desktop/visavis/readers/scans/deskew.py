"""Finds by how much a scanned page is skewed."""

from __future__ import annotations

from typing import Any

import numpy as np

_WIDEST = 5.0  # degrees: nobody lays a page more crookedly onto a scanner
_MOST_PIXELS = 60_000


def measure_skew(page: Any) -> float:
    """Return the angle, in degrees, by which the lines of a grey page fall to the right; 0 if it has none.

    Along the right angle the ink falls into narrow rows with white between them, so the sum of squares is largest.
    """
    step = max(page.shape[1] // 1200, 1)
    small = page[::step, ::step]
    dark, light = np.percentile(small, (1, 90))
    rows, columns = np.nonzero(small < (float(dark) + float(light)) / 2)
    if len(rows) < 500 or light - dark < 40:
        return 0.0
    every = max(len(rows) // _MOST_PIXELS, 1)
    rows, columns = rows[::every], columns[::every]

    def sharpness(angle: float) -> float:
        placed = np.rint(rows - columns * np.tan(np.radians(angle))).astype(np.int64)
        counts = np.bincount(placed - placed.min()).astype(np.float64)
        return float((counts**2).sum())

    coarse = max(np.arange(-_WIDEST, _WIDEST + 0.01, 0.5), key=sharpness)
    fine = max(np.arange(coarse - 0.5, coarse + 0.51, 0.1), key=sharpness)
    return round(float(max(np.arange(fine - 0.1, fine + 0.11, 0.02), key=sharpness)), 2)
