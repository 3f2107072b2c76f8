"""See what a package's confidence says: `calibrate.py PACKAGE SOURCE.fr REFERENCE.en`.

Prints, for shares of the lines from the least sure, the mean log-probability and the mean chrF2 of a line, their rank
correlation, and how many lines the program flags and decodes again. Runs in the program's own environment.
"""

from __future__ import annotations

import argparse
from itertools import pairwise
from pathlib import Path
from statistics import fmean

from sacrebleu.metrics.chrf import CHRF

from visavis.checks.shape import UNSURE as FLAGGED
from visavis.engines.translation.argos import ArgosTranslator
from visavis.engines.translation.decoding import UNSURE as DECODED_AGAIN
from visavis.packages.find import BUILT_IN, read_package

SHARES = (0, 1, 2, 5, 10, 20, 40, 60, 80, 100)  # per cent of the lines


def rank(values: list[float]) -> list[int]:
    """Return the place of each value among all."""
    order = sorted(range(len(values)), key=values.__getitem__)
    places = [0] * len(values)
    for place, number in enumerate(order):
        places[number] = place
    return places


def correlate(one: list[int], other: list[int]) -> float:
    """Return Spearman's rank correlation of two rankings without ties."""
    count = len(one)
    return 1 - 6 * sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) / (count * (count**2 - 1))


def main() -> None:
    """Translate, score each line, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("source", type=Path)
    parser.add_argument("reference", type=Path)
    args = parser.parse_args()
    source, reference = (path.read_text(encoding="utf-8").splitlines() for path in (args.source, args.reference))
    package = read_package(args.package, BUILT_IN)
    if package is None:
        parser.error(f"{args.package} is no language package")
    made = dict(result for batch in ArgosTranslator(package).translate(source) for result in batch)
    scores = [made[number].score for number in range(len(source))]
    like = CHRF()
    chrf = [like.sentence_score(made[number].text, [line]).score for number, line in enumerate(reference)]
    order = sorted(range(len(source)), key=scores.__getitem__)
    for first, last in pairwise(len(order) * share // 100 for share in SHARES):
        some = order[first:last]
        share, quality = 100 * last // len(order), fmean(chrf[number] for number in some)
        print(f"up to {share:3} %, {scores[some[-1]]:6.2f}: chrF2 {quality:.1f}")
    print(f"rank correlation {correlate(rank(scores), rank(chrf)):.3f}")
    for name, bound in (("flagged", FLAGGED), ("decoded again", DECODED_AGAIN)):
        below = [number for number in order if scores[number] < bound]
        quality = fmean(chrf[number] for number in below) if below else 0
        print(f"{name} below {bound}: {len(below)} lines, chrF2 {quality:.1f}")


if __name__ == "__main__":
    main()
