"""Measure sentence segmentation: precision, recall and F1 of ours and of plain pysbd.

The target is 0.975 on the test part of UD_French-GSD (fr_gsd-ud-test.conllu of UniversalDependencies/UD_French-GSD):

    python packaging/benchmarks/sentences.py fr_gsd-ud-test.conllu [--errors]

FILE is a .conllu file (its "# text = " lines) or plain text with one sentence per line. The sentences are joined by
spaces, eight at a time; the offsets of their ends are compared.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from visavis.engines.segmentation.french import FrenchSegmenter

Cutter = Callable[[str], list[tuple[int, int]]]


def read(path: Path) -> list[str]:
    """Return the sentences of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".conllu":
        lines = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
    return [" ".join(line.split()) for line in lines if line.strip()]


def chunks(sentences: list[str], size: int = 8) -> Iterator[tuple[str, set[int]]]:
    """Yield texts of `size` sentences with the offsets of their ends."""
    for i in range(0, len(sentences), size):
        part = sentences[i : i + size]
        yield " ".join(part), set(accumulate((len(s) for s in part), lambda end, length: end + 1 + length))


def measure(sentences: list[str], cutter: Cutter, show: bool = False) -> tuple[float, float, float]:
    """Return precision, recall and F1; with `show`, print each error in context."""
    right = said = true = 0
    for text, ends in chunks(sentences):
        found = {end for _, end in cutter(text)}
        right, said, true = right + len(found & ends), said + len(found), true + len(ends)
        for end in sorted(found ^ ends) if show else ():
            kind = "too many" if end in found else "missed"
            print(f"{kind:9}{text[max(0, end - 60) : end]} ⏎ {text[end : end + 40]}")
    precision, recall = right / max(said, 1), right / max(true, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def plain_pysbd() -> Cutter:
    """Return unmodified pysbd; spans exclude the surrounding space."""
    import pysbd

    segmenter = pysbd.Segmenter(language="fr", clean=False, char_span=True)
    return lambda text: [(s.start, s.start + len(s.sent.rstrip())) for s in segmenter.segment(text)]


def main() -> None:
    """Measure both segmenters on the file given on the command line."""
    sentences = read(Path(sys.argv[1]))
    print(f"{len(sentences)} sentences")
    for name, cutter in (("ours", FrenchSegmenter().spans), ("pysbd", plain_pysbd())):
        began = time.perf_counter()
        scores = measure(sentences, cutter, show=name == "ours" and "--errors" in sys.argv)
        print(f"{name:6} P {scores[0]:.4f}  R {scores[1]:.4f}  F1 {scores[2]:.4f}  {time.perf_counter() - began:.2f} s")


if __name__ == "__main__":
    main()
