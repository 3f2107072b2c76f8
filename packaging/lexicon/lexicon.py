"""Learn which English words French words become, from parallel texts, for the checks of meaning.

    python packaging/lexicon/lexicon.py CORPORA resources/lexicon-fr-en.tsv

CORPORA holds NAME.tsv.xz, French, tab, English on a line. IBM model 1 in both directions over the stems that the checks
use; a pair stays if either direction finds it likely and both have seen it.
"""

from __future__ import annotations

import argparse
import lzma
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from model1 import share_links

from visavis.checks.meaning.lexicon import find_stems

# How many pairs of each text: news weigh most, and Europarl and novels widen the vocabulary. docs-web is left out: it
# holds Pro Git, whose licence (CC BY-NC-SA) forbids a resource that ships.
SIZES = {
    "news-wmt08-12": 20_000, "news-commentary": 20_000, "web-news": 30_000, "gender-bios": 10_000, "tatoeba": 110_000,
    "multi30k": 15_000, "prose": 161_000, "europarl": 330_000, "web-tech": 20_000,
}  # fmt: skip
LONGEST = 26  # stems; longer sentences align badly
FEWEST = 3  # times that a stem must be there
ROUNDS = 6
SURE = 0.1  # the probability from which a pair is sure, in the direction that finds it likelier
LIKELY = 0.006  # the least probability of a pair
FEWEST_LINKS = 1.0  # the expected number of times that two stems were translations of each other; a quarter back
# Stems of function words: they stand beside everything, and what they become says nothing about what is left out.
FUNCTION_WORDS = frozenset(
    """les des que est pas pour une vou dan nou qui sur plu avec par elle cette mai sont ete etait son ces leur
    aux ont etre tout meme fait ils comme bien cela peut dit faire tou notre avait ses aussi lui tre entre
    toute doit avon nos encore moi san the and that for you thi are with have not was will which has from but
    all can they what your there his would our one also more should been about their must had these she who
    its were when her some out how only now them him than into any just could however being such where while
    over after before then those very""".split()  # noqa: SIM905
)

HEADER = """\
# What French words become in English, by their first six letters without accents and plurals, likeliest first, and
# after "|" what they may become; learnt by IBM model 1 in both directions from {count:,} sentence pairs:
# packaging/lexicon/lexicon.py
"""

Counts = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]


def sample_pairs(folder: Path, sizes: Mapping[str, int]) -> Iterator[tuple[str, str, str]]:
    """Yield the name of each text, and French and English of a random sample of it."""
    for name, size in sizes.items():
        with lzma.open(folder / f"{name}.tsv.xz", "rt", encoding="utf-8") as file:
            lines = file.readlines()
        for line in random.Random(name).sample(lines, min(size, len(lines))):
            french, english = line.rstrip("\n").split("\t")[:2]
            yield name, french, english


def read_pairs(folder: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the stems of the sentences."""
    for _, *texts in sample_pairs(folder, SIZES):
        french, english = ([stem.text for stem in find_stems(text)] for text in texts)
        if 0 < len(french) <= LONGEST and 0 < len(english) <= LONGEST:
            yield french, english


def number_stems(sentences: Sequence[Sequence[str]]) -> tuple[list[str], list[Numbers]]:
    """Return the stems that are frequent enough, and the sentences as their numbers."""
    counts = Counter(stem for sentence in sentences for stem in set(sentence))
    stems = [stem for stem, count in counts.items() if count >= FEWEST]
    numbers = {stem: number for number, stem in enumerate(stems)}
    return stems, [np.array([numbers[s] for s in one if s in numbers], dtype=np.int64) for one in sentences]


def estimate_links(french: list[Numbers], english: list[Numbers], size: int) -> tuple[Numbers, Counts, Counts]:
    """Return the pairs of stems that met, as French * size + English, and how often each was a translation.

    The counts are those of both directions: of French words given the English, and of English words given the French.
    """
    keys, french_places, english_places = [], [], []
    french_at = english_at = 0
    for ours, theirs in zip(french, english, strict=True):
        keys.append((ours[:, None] * size + theirs[None, :]).ravel())
        french_places.append(np.repeat(np.arange(len(ours), dtype=np.int32) + french_at, len(theirs)))
        english_places.append(np.tile(np.arange(len(theirs), dtype=np.int32) + english_at, len(ours)))
        french_at += len(ours)
        english_at += len(theirs)
    met, where = np.unique(np.concatenate(keys), return_inverse=True)
    places = {"french": np.concatenate(french_places), "english": np.concatenate(english_places)}
    where = where.astype(np.int32)
    links = []
    # English words are made by French ones: each English place shares itself out among the French words, and back.
    for given, made in (("french", "english"), ("english", "french")):
        owners = met // size if given == "french" else met % size
        chance = np.ones(len(met), dtype=np.float32)
        for _ in range(ROUNDS):
            count, _ = share_links(chance, where, places[made])
            chance = (count / np.bincount(owners, weights=count)[owners]).astype(np.float32)
        links.append(count.astype(np.float32))
    return met, links[0], links[1]


def choose_pairs(met: Numbers, forth: Counts, back: Counts, size: int) -> Iterator[tuple[int, int, float]]:
    """Yield the likely pairs of stems with how likely they are."""
    ours, theirs = met // size, met % size
    chance = np.maximum(
        forth / np.bincount(ours, weights=forth)[ours], back / np.bincount(theirs, weights=back)[theirs]
    )
    kept = (
        (chance >= LIKELY) & (np.minimum(forth, back) >= FEWEST_LINKS / 4) & (np.maximum(forth, back) >= FEWEST_LINKS)
    )
    yield from zip(ours[kept].tolist(), theirs[kept].tolist(), chance[kept].tolist(), strict=True)


def write_lines(links: Iterable[tuple[str, str, float]]) -> Iterator[str]:
    """Yield a line for each French stem, with its English stems, likeliest first."""
    found = defaultdict(list)
    for french, english, chance in links:
        if french not in FUNCTION_WORDS and english not in FUNCTION_WORDS:
            found[french].append((-chance, english))
    for french, words in sorted(found.items()):
        sure, likely = (
            [word for chance, word in sorted(words) if (-chance >= SURE) is is_sure] for is_sure in (True, False)
        )
        yield f"{french}\t{' '.join([*sure, *(['|'] if likely else []), *likely])}\n"


def main() -> None:
    """Write the lexicon of the corpora given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("result", type=Path)
    options = parser.parse_args()
    pairs = list(read_pairs(options.corpora))
    french, ours = number_stems([french for french, _ in pairs])
    english, theirs = number_stems([english for _, english in pairs])
    links = choose_pairs(*estimate_links(ours, theirs, len(english)), len(english))
    lines = write_lines((french[a], english[b], chance) for a, b, chance in links)
    header = HEADER.format(count=len(pairs))
    options.result.write_text(header + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
