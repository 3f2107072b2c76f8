"""Learn which French words make the English words of the antonyms, from parallel texts, for the check of antonyms.

    python packaging/lexicon/antonyms.py CORPORA resources/antonym-links-en-fr.tsv

CORPORA holds NAME.tsv.xz, French, tab, English on a line. IBM model 1, of these English words only: every other word
takes what it takes. One pair in eight is left out, for the weights of the check to be fitted on.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from model1 import share_links

from lexicon import sample_pairs
from visavis.checks.meaning.antonyms import LIKELY, find_words, load_rows, reduce_word

# Pro Git's licence (docs-web) forbids a resource that ships.
SIZES = {
    "news-wmt08-12": 20_000, "news-commentary": 20_000, "web-news": 30_000, "gender-bios": 10_000, "tatoeba": 160_000,
    "multi30k": 15_000, "prose": 161_000, "europarl": 350_000, "web-tech": 20_000,
}  # fmt: skip
LONGEST = 45  # French words; longer sentences align badly
ROUNDS = 8
FEWEST_LINKS = 1.5  # the expected number of times that two words were translations of each other
SMOOTHING = 3  # times that a French word is thought to have been without the English one

HEADER = """\
# Which French words make an English one, in per cent, and before them, of a million sentences, how many have it for no
# word of the French; learnt by IBM model 1 from {count:,} sentence pairs: packaging/lexicon/antonyms.py
"""


def read_pairs(folder: Path) -> Iterator[tuple[set[str], set[str]]]:
    """Yield the words of the sentences."""
    for name, french, english in sample_pairs(folder, SIZES):
        words = {reduce_word(word) for word, _ in find_words(french)}
        if len(words) <= LONGEST and (name == "europarl" or not is_left_out(french)):
            yield words, {word for word, _ in find_words(english)}


def is_left_out(french: str) -> bool:
    """True if a pair is for fitting weights."""
    return zlib.crc32(french.encode()) % 8 == 0


def learn_links(folder: Path) -> tuple[dict[str, dict[str, float]], dict[str, float], int]:
    """Return how likely French words make each English one, how often nothing makes it, and the number of pairs."""
    english = {word: i for i, word in enumerate(sorted({word for row in load_rows() for word in row.right}))}
    french: dict[str, int] = {}
    counts, size = Counter[str](), 0
    words, keys = [], []
    for ours, theirs in read_pairs(folder):
        counts.update(ours)
        size += 1
        numbers = np.array([french.setdefault(word, len(french)) for word in sorted(ours)], dtype=np.int64)
        for word in sorted(theirs & english.keys()) if len(numbers) else ():
            words.append(english[word])
            keys.append(numbers * len(english) + english[word])
    made = np.array(words)
    places = np.repeat(np.arange(len(keys), dtype=np.int32), [len(key) for key in keys])
    met, where = np.unique(np.concatenate(keys), return_inverse=True)
    del keys
    often = np.array([counts[word] for word in french])[met // len(english)] + SMOOTHING
    chance = np.bincount(where) / often
    nothing = 0.3 * np.bincount(made, minlength=len(english)) / size
    for _ in range(ROUNDS):
        links, total = share_links(chance, where, places, nothing[made])
        chance = links / often
        nothing = np.bincount(made, weights=nothing[made] / total, minlength=len(english)) / size
    found, names, forms = defaultdict[str, dict[str, float]](dict), list(french), list(english)
    for key, likely, link in zip(met.tolist(), chance.tolist(), links.tolist(), strict=True):
        if likely >= LIKELY and link >= FEWEST_LINKS:
            found[forms[key % len(english)]][names[key // len(english)]] = likely
    return found, dict(zip(forms, nothing.tolist(), strict=True)), size


def main() -> None:
    """Write the links of the corpora given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("result", type=Path)
    options = parser.parse_args()
    links, nothing, size = learn_links(options.corpora)
    with options.result.open("w", encoding="utf-8") as file:
        file.write(HEADER.format(count=size))
        for word, rate in sorted(nothing.items()):
            likely = sorted((-chance, french) for french, chance in links[word].items())
            file.write(f"{word}\t{1e6 * rate:.3g}\t{' '.join(f'{f}:{-100 * c:.0f}' for c, f in likely)}\n")


if __name__ == "__main__":
    main()
