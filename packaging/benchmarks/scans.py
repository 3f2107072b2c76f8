"""Measure how many words of a scan are read wrongly: articles are drawn as pictures of 300 dpi and read by Tesseract.

    python packaging/benchmarks/scans.py [ARTICLE.txt ...]

Each article is set in several faces, clean, and skewed by up to 2 degrees with noise. The word error rate is the edit
distance between the words drawn and the words read, over the words drawn; apostrophes of both kinds are the same.
"""

from __future__ import annotations

import os
import sys
from html import escape
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "desktop")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QImage  # noqa: E402
from rapidfuzz.distance import Levenshtein  # noqa: E402
from texts import SEED  # noqa: E402

from scanned import drawn_pages, noisy, scanned_pdf, skewed  # noqa: E402
from visavis.readers.open import from_bytes  # noqa: E402

FACES = (("DejaVu Serif", 10.0), ("Nimbus Roman", 11.0), ("DejaVu Sans", 9.0))
CLEAN = (("clean", 0.0, 0.0),)
WORN = tuple(
    (f"{degrees:+} degrees, noise {noise:g}", degrees, noise) for degrees, noise in ((-2.0, 25.0), (2.0, 25.0))
)


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return text.replace("’", "'").replace("\u00a0", " ").split()


def pages(text: str, face: str, points: float) -> list[QImage]:
    """Return an article as pictures of its pages."""
    title, *paragraphs = (escape(line) for line in text.split("\n") if line.strip())
    return drawn_pages(f"<h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in paragraphs), face, points)


def main(paths: list[str]) -> None:
    """Print the word error rates, and their means."""
    _ = QGuiApplication([])
    articles = [Path(path).read_text(encoding="utf-8") for path in paths] or [SEED.read_text(encoding="utf-8")]
    for kind in (CLEAN, WORN):
        wrong = total = 0
        for text, (face, points), (name, degrees, noise) in product(articles, FACES, kind):
            images = pages(text, face, points)
            if noise:
                images = [noisy(skewed(image, degrees), noise) for image in images]
            read = from_bytes("a.pdf", scanned_pdf(*images)).text
            missed = Levenshtein.distance(words(text), words(read))
            wrong, total = wrong + missed, total + len(words(text))
            print(f"{face} {points:g}, {name}: {100 * missed / len(words(text)):.2f} %", flush=True)
        print(f"all: {100 * wrong / total:.2f} % of {total} words", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
