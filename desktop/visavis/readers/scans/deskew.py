"""Finds by how much a scanned page is skewed, and takes the noise off its paper."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np

_WIDEST = 5.0  # degrees: nobody lays a page more crookedly onto a scanner
_LEAST_PIXELS, _MOST_PIXELS = 300, 60_000
_INK = 0.1  # percent of a page that is surely ink: three lines of text are more
_LEAST_CONTRAST = 40
_NOISY = 8.0  # levels, of 255: the paper of a good scan varies by less


def measure_skew(page: Any) -> float:
    """Return the angle, in degrees, by which the lines of a grey page fall to the right; 0 if it has none.

    Along the right angle the ink falls into narrow rows with white between them, so the sum of squares is largest.
    """
    step = max(page.shape[1] // 1200, 1)
    high, wide = page.shape[0] // step, page.shape[1] // step
    small = page[: high * step, : wide * step].reshape(high, step, wide, step).mean(axis=(1, 3))
    dark, light = np.percentile(small, (_INK, 50))
    rows, columns = np.nonzero(small < (float(dark) + float(light)) / 2)
    if len(rows) < _LEAST_PIXELS or light - dark < _LEAST_CONTRAST:
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


def remove_noise(page: Any) -> Any:
    """Return a grey page with white paper, if its paper is noisy.

    On a page with little text Tesseract would take the noise for the ink: three lines of 28 words were lost that way.
    """
    if _noise(page) < _NOISY:
        return page
    padded = np.pad(page.astype(np.float32), 1, mode="edge")
    high, wide = page.shape
    smooth = np.zeros(page.shape, np.float32)
    for y, x in product(range(3), range(3)):
        smooth += padded[y : y + high, x : x + wide] / 9
    light = np.median(smooth) - 4 * _noise(smooth)
    dark = min(np.percentile(smooth[::4, ::4], _INK), light - 1)
    return (np.clip((smooth - dark) / (light - dark), 0, 1) * 255).astype(np.uint8)


def _noise(page: Any) -> float:
    """Return the spread of most pixels around that of the paper, as a standard deviation."""
    sample = page[::4, ::4].astype(np.float32)
    return float(1.4826 * np.median(np.abs(sample - np.median(sample))))
