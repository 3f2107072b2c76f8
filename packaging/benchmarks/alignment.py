"""Measure the alignment of articles with translations whose sentences were merged, split, dropped and moved.

    python packaging/benchmarks/alignment.py FRENCH ENGLISH [--articles 40] [--sentences 30] [--seed 7] [--errors]

FRENCH and ENGLISH have a sentence a line, each the translation of the other: newstest2013.fr and .en. Every sentence of
an article may suffer one change, at random. A link is a French sentence with an English one; F1 is over all articles.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

from visavis import services
from visavis.alignment.sentences import align_sentences
from visavis.infrastructure.settings import Settings

MERGED, SPLIT, DROPPED, MOVED = 0.1, 0.1, 0.05, 0.05  # the share of sentences that suffer each

Links = set[tuple[int, int]]


def distort(english: list[str], rng: random.Random) -> tuple[list[str], Links]:
    """Return the sentences changed at random, and the links from the old to the new ones."""
    parts: list[tuple[str, list[int]]] = []
    number = 0
    while number < len(english):
        text, chance = english[number], rng.random()
        numbers, words = [number], text.split()
        if chance < MERGED and number + 1 < len(english):
            number += 1
            text = f"{text.rstrip('.')}, and {english[number]}"
            parts.append((text, [*numbers, number]))
        elif MERGED <= chance < MERGED + SPLIT and len(words) > 8:
            cut = rng.randint(4, len(words) - 4)
            parts += [(" ".join(words[:cut]) + ".", numbers), (" ".join(words[cut:]).capitalize(), numbers)]
        elif not MERGED + SPLIT <= chance < MERGED + SPLIT + DROPPED:
            parts.append((text, numbers))
        number += 1
    for _ in range(round(MOVED * len(english))):
        parts.insert(rng.randrange(len(parts)), parts.pop(rng.randrange(len(parts))))
    links = {(old, new) for new, (_, numbers) in enumerate(parts) for old in numbers}
    return [text for text, _ in parts], links


def list_articles(args: argparse.Namespace) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the French and English sentences of each article."""
    french, english = (path.read_text(encoding="utf-8").split("\n") for path in (args.french, args.english))
    for number in range(args.articles):
        stretch = slice(number * args.sentences, (number + 1) * args.sentences)
        yield french[stretch], english[stretch]


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("french", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--sentences", type=int, default=30)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--errors", action="store_true", help="print the links that are wrong or missing")
    args = parser.parse_args()
    rng = random.Random(args.seed)
    articles = list(list_articles(args))
    translator = services.create_engines(Settings()).translator()
    every = [sentence for french, _ in articles for sentence in french]
    machine = [""] * len(every)
    for batch in translator.translate(every):
        for number, hypothesis in batch:
            machine[number] = hypothesis.text
    right = found = wanted = words = 0
    seconds = 0.0
    for number, (french, english) in enumerate(articles):
        distorted, links = distort(english, rng)
        bridge = machine[number * args.sentences :][: len(french)]
        begin = time.process_time()
        groups = align_sentences([french], [bridge], [distorted])
        seconds += time.process_time() - begin
        given = {(old, new) for group, other in groups for old in group for new in other}
        right, found, wanted = right + len(given & links), found + len(given), wanted + len(links)
        words += sum(len(sentence.split()) for sentence in french)
        if args.errors:
            for kind, some in (("wrong", given - links), ("missing", links - given)):
                for old, new in sorted(some):
                    print(f"{kind}\n  {french[old]}\n  {bridge[old]}\n  {distorted[new]}")
    precision, recall = right / found, right / wanted
    print(f"{len(articles)} articles, {wanted} links: precision {precision:.4f}, recall {recall:.4f}", end=", ")
    print(f"F1 {2 * precision * recall / (precision + recall):.4f}; {seconds:.1f} s of processor time, {words} words")


if __name__ == "__main__":
    main()
