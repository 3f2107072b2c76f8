"""Fit the weights of visavis.engines.summarisation.features: `weights.py DATA.jsonl.xz [--articles N]`.

DATA is as for summaries.py; only the articles with even numbers are used. The weights are a ridge regression of each
sentence's own score (F1 of ROUGE-1 + ROUGE-2 against the reference) on its features, both in standard deviations within
the article. Then it tries values for constants of visavis.engines.summarisation.news, and prints the mean ROUGE-1 +
ROUGE-2 of summaries of one, two and three sentences for each, best last.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import islice, product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rouge import rouge_n, stems
from summaries import Example, examples

from visavis.engines.summarisation import news
from visavis.engines.summarisation.features import WEIGHTS, NewsText, build_feature_matrix, standardise

RIDGE = 0.02  # as a share of the number of sentences
# Values to try for constants of news.py.
GRID = {
    "REPEATING": (1.5, 2.5, 3.5),
    "LENGTH": (0.3, 0.6, 0.9),
    "LENGTH_EACH": (0.5, 1.0),  # higher values prefer whatever is short
    "PLACE_EACH": (0.0, 0.5, 1.0),
}
LENGTHS = (1, 2, 3)

Matrix = NDArray[np.float64]


class Case:
    """An article prepared for repeated scoring."""

    def __init__(self, example: Example) -> None:
        self.text: NewsText = news.select_candidates(example[0])[0]
        self.cut = news.find_cut_quotations(example[0])
        self.rows: Matrix = standardise(build_feature_matrix(self.text))
        self.stems = [stems(sentence.text) for sentence in self.text.sentences]
        self.wanted = stems(example[2])

    def score(self, places: Sequence[int]) -> float:
        """Return ROUGE-1 + ROUGE-2 of a summary."""
        made = [stem for place in sorted(places) for stem in self.stems[place]]
        return rouge_n(made, self.wanted, 1) + rouge_n(made, self.wanted, 2)

    def mean(self, weights: Matrix) -> float:
        """Return the mean score of the summaries produced by these weights and the constants in news.py."""
        order = list(islice(news.order_sentences(self.text, standardise(self.rows @ weights), self.cut), max(LENGTHS)))
        return float(np.mean([self.score(order[:count]) for count in LENGTHS]))


def fitted(cases: Sequence[Case]) -> Matrix:
    """Return the fitted weights."""
    gains = [standardise(np.array([case.score([i]) for i in range(len(case.stems))])) for case in cases]
    x, y = np.concatenate([case.rows for case in cases]), np.concatenate(gains)
    return np.asarray(np.linalg.solve(x.T @ x + RIDGE * len(x) * np.eye(x.shape[1]), x.T @ y))


def main() -> None:
    """Print the weights and the constants."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--articles", type=int)
    args = parser.parse_args()
    cases = [case for example in examples(args.data)[: args.articles : 2] if (case := Case(example)).text.sentences]
    weights = fitted(cases)
    for name, weight in zip(WEIGHTS, weights, strict=True):
        print(f'    "{name}": {weight:.3f},', flush=True)
    found = []
    for values in product(*GRID.values()):
        for name, value in zip(GRID, values, strict=True):
            setattr(news, name, value)
        found.append((np.mean([case.mean(weights) for case in cases]), values))
    for mean, values in sorted(found)[-12:]:
        print(f"{100 * mean:.2f}  {dict(zip(GRID, values, strict=True))}")


if __name__ == "__main__":
    main()
