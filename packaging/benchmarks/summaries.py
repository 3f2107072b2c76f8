"""Measure summaries against those of journalists: `summaries.py DATA.jsonl.xz [--sentences 2] [--methods …]`.

DATA has one article per line, as JSON: title, abstract (the reference), paragraphs. The weights of
visavis.engines.summarisation.features were fitted (weights.py) on the articles with even numbers, counting from 0, of
OrangeSum's validation part (abstract; CC BY-SA 4.0); the odd ones are reported as held out. Prints the F1 of
ROUGE-1/2/L in per cent, the share of the reference's content words in the summary, and the gain in ROUGE-1 over the
lead of the same articles, with a 95 % confidence interval (paired bootstrap). `--scale N` times a text of N sentences
instead.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rouge import rouge

from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.engines.summarisation.features import list_content_stems
from visavis.engines.summarisation.methods import METHODS
from visavis.engines.summarisation.registry import create_summariser
from visavis.engines.summarisation.sumy_methods import list_eligible
from visavis.model.article import Article, Sentence
from visavis.pipeline import segment_article
from visavis.readers.open import from_text

Example = tuple[Article, list[Sentence], str]
Pick = Callable[[Example, int], list[Sentence]]
Figures = NDArray[np.float64]


def examples(path: Path) -> list[Example]:
    """Read the articles as the program does, each with its sentences and its reference."""
    segmenter, found = FrenchSegmenter(), []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            article = segment_article(from_text("article", "\n\n".join([row["title"], *row["paragraphs"]])), segmenter)
            found.append((article, [s for sentences in list_eligible(article) for s in sentences], row["abstract"]))
    return found


def by(method: str) -> Pick:
    """Return a function that picks sentences by a summary method."""

    def pick(example: Example, count: int) -> list[Sentence]:
        chosen = {choice.id for choice in create_summariser(method).rank(example[0])[:count]}
        return [sentence for sentence in example[1] if sentence.id in chosen]

    return pick


def at_random(example: Example, count: int) -> list[Sentence]:
    """Pick at random, but reproducibly."""
    chosen = random.Random(example[2]).sample(example[1], min(count, len(example[1])))
    return sorted(chosen, key=lambda sentence: sentence.id)


def oracle(example: Example, count: int) -> list[Sentence]:
    """Greedily pick what raises ROUGE-1 and ROUGE-2 most: close to the best that whole sentences can reach."""
    chosen: list[Sentence] = []
    for _ in range(count):
        left = [sentence for sentence in example[1] if sentence not in chosen]
        if left:
            chosen.append(max(left, key=lambda sentence: sum(rouge(_text([*chosen, sentence]), example[2])[:2])))
    return sorted(chosen, key=lambda sentence: sentence.id)


def measure(part: Sequence[Example], pick: Pick, count: int) -> Figures:
    """Return a row per article, in per cent: ROUGE-1, -2, -L, and share of reference words covered."""
    rows = []
    for example in part:
        made = _text(pick(example, count))
        wanted = set(list_content_stems(example[2]))
        rows.append([*rouge(made, example[2]), len(wanted & set(list_content_stems(made))) / max(1, len(wanted))])
    return 100 * np.array(rows)


def told(figures: Figures, lead: Figures) -> str:
    """Return the means, and the gain over the lead with its confidence interval."""
    gains = figures[:, 0] - lead[:, 0]
    rng = np.random.default_rng(1)
    low, high = np.percentile([rng.choice(gains, len(gains)).mean() for _ in range(2000)], [2.5, 97.5])
    one, two, long, covered = figures.mean(0)
    return f"{one:5.1f} {two:5.1f} {long:5.1f}  {covered:5.1f}  {gains.mean():+5.1f} ({low:+.1f} to {high:+.1f})"


def _text(sentences: Sequence[Sentence]) -> str:
    return " ".join(sentence.text for sentence in sorted(sentences, key=lambda sentence: sentence.id))


def scale(count: int, methods: Sequence[str]) -> None:
    """Time each method on a text of `count` random sentences, with a few common and many rare words."""
    rng = random.Random(3)
    vocabulary = ["mot" + "".join(rng.choices("aeioubcdlmnrst", k=6)) for _ in range(20_000)]
    weights = [1 / (i + 5) for i in range(len(vocabulary))]
    lines = [" ".join(rng.choices(vocabulary, weights, k=rng.randint(8, 35))).capitalize() + "." for _ in range(count)]
    text = "\n\n".join(" ".join(lines[i : i + 5]) for i in range(0, count, 5))
    article = segment_article(from_text("report", text), FrenchSegmenter())
    for method in methods:
        begin = time.perf_counter()
        ranked = len(create_summariser(method).rank(article))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{method:12s} {ranked} sentences {time.perf_counter() - begin:6.2f} s, peak so far {peak:.0f} MB",
            flush=True,
        )


def main() -> None:
    """Print the table for both halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--sentences", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--methods", nargs="+", default=list(METHODS))
    parser.add_argument("--articles", type=int)
    parser.add_argument("--scale", type=int)
    args = parser.parse_args()
    if args.scale:
        scale(args.scale, args.methods)
        return
    found = examples(args.data)[: args.articles]
    picks = {name: by(name) for name in args.methods} | {"random": at_random, "oracle": oracle}
    halves = found[1::2], found[::2]
    for count in args.sentences:
        print(f"\n{count} sentence(s), held-out half | fitting half: ROUGE-1, -2, -L, reference words held, over lead")
        leads = [measure(half, by("lead"), count) for half in halves]
        for name, pick in picks.items():
            rows = [told(measure(half, pick, count), lead) for half, lead in zip(halves, leads, strict=True)]
            print(f"{name:12s} {' | '.join(rows)}", flush=True)


if __name__ == "__main__":
    main()
