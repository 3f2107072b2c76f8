"""Learn how surely a word has a counterpart in its translation, from parallel texts, for the checks of coverage.

    python packaging/lexicon/coverage.py CORPORA resources/coverage.tsv

CORPORA holds NAME.tsv.xz, French, tab, English on a line. How often the lexicon finds a counterpart of a stem in the
translation, and how often in that of another sentence. One pair in eight is left out, to fit weights on.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from antonyms import is_left_out

from lexicon import sample_pairs
from visavis.checks.meaning.coverage import STEP
from visavis.checks.meaning.lexicon import Lexicon, Stem, find_stems, load_lexicon, load_reverse_lexicon, mark_covered

SIZES = {
    "news-wmt08-12": 20_000, "news-commentary": 20_000, "web-news": 30_000, "gender-bios": 10_000, "tatoeba": 20_000,
    "prose": 60_000, "europarl": 120_000, "web-tech": 10_000,
}  # fmt: skip
HEADER = """\
# How much a word without a counterpart speaks for a part left out, by its stem: the logarithm of how much likelier that
# is in another sentence's translation than in its own, in steps of {step}; learnt by packaging/lexicon/coverage.py
"""
Stems = tuple[Stem, ...]


def read_pairs(folder: Path) -> Iterator[tuple[Stems, Stems]]:
    """Yield the stems of the sentences."""
    for _, french, english in sample_pairs(folder, SIZES):
        if not is_left_out(french):
            yield find_stems(french), find_stems(english)


class _Rates:
    """How often a stem has a counterpart, and is there: in right pairs, and beside other sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])

    def count(self, stems: Stems, own: Stems, another: Stems) -> None:
        """Count the stems of a sentence, its translation and another one given."""
        distinct = list({stem.text: stem for stem in stems}.values())
        for place, others in ((0, own), (2, another)):
            for stem, covered in mark_covered(distinct, others, self._lexicon):
                self._counts[stem.text][place] += covered
                self._counts[stem.text][place + 1] += 1

    def weigh(self) -> Iterator[tuple[int, str]]:
        """Yield the steps of each stem."""
        for stem, (covered, right, by_chance, others) in self._counts.items():
            rate = min(0.985, (covered + 2.4) / (right + 3))
            chance = max(0.03, (by_chance + 0.25) / (others + 3)) + 0.05
            yield min(9, max(0, round(math.log((1 - chance) / (1 - rate)) / STEP))), stem


def main() -> None:
    """Write the weights of the corpora given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("result", type=Path)
    options = parser.parse_args()
    rates = {"fr": _Rates(load_lexicon()), "en": _Rates(load_reverse_lexicon())}
    before: tuple[Stems, Stems] = (), ()
    for french, english in read_pairs(options.corpora):
        rates["fr"].count(french, english, before[1])
        rates["en"].count(english, french, before[0])
        before = french, english
    with options.result.open("w", encoding="utf-8") as file:
        file.write(HEADER.format(step=STEP))
        for language, some in rates.items():
            by_weight = defaultdict(list)
            for steps, stem in sorted(some.weigh()):
                by_weight[steps].append(stem)
            file.writelines(f"{language}\t{steps}\t{' '.join(stems)}\n" for steps, stems in by_weight.items())


if __name__ == "__main__":
    main()
