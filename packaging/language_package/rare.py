"""Choose pairs that show rare French words: `rare.py CORPORA WORK/made [--times 12]`, for a corpus of its own, "rare".

The mix draws a fifth of Europarl, so that a word which stands in five of its sentences is seen once or never. A pair of
the large corpora is chosen while one of its words has been seen less than `--times` times, as the mix draws the corpora
and with what was chosen before. Names are left out (they are copied), and what stands once in all (slips).
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
from collections import Counter
from pathlib import Path

from corpora import Pair, read_pairs
from prepare import SKIP

SOURCES = ("europarl", "prose", "tatoeba", "web-tech", "docs-web", "docs-python")
OTHERS = ("news-wmt08-12", "news-commentary", "web-news", "gender-bios", "multi30k")
LONGEST = 60  # words


def list_words(french: str) -> set[str]:
    """Return the words of a sentence, in small letters, without names and other words with a capital."""
    first, *rest = re.findall(r"[^\W\d_]{3,}", french) or [""]
    return {first.lower(), *(word for word in rest if word.islower())}


def choose(pairs: list[Pair], seen: Counter[str], counts: Counter[str], times: float) -> list[Pair]:
    """Return the pairs that show a word seen less than `times` times; `seen` is kept up to date."""
    chosen = []
    for french, english in pairs:
        words = list_words(french)
        if len(french.split()) <= LONGEST and any(counts[word] > 1 and seen[word] < times for word in words):
            chosen.append((french, english))
            for word in words:
                seen[word] += 1
    return chosen


def main() -> None:
    """Count, choose, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("made", type=Path)
    parser.add_argument("--times", type=float, default=12)
    args = parser.parse_args()
    mix = json.loads(Path(__file__).with_name("mix-distilled.json").read_text())
    counts: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    pairs = {name: read_pairs(args.corpora / f"{name}.tsv.xz", SKIP.get(name, ())) for name in (*SOURCES, *OTHERS)}
    for name, some in pairs.items():
        of_name = Counter(word for french, _ in some for word in list_words(french))
        counts.update(of_name)
        for word, count in of_name.items():
            seen[word] += mix.get(name, 0) * count  # type: ignore[assignment]
    everything = [pair for name in SOURCES for pair in pairs[name]]
    random.Random(3).shuffle(everything)
    chosen = choose(everything, seen, counts, args.times)
    with lzma.open(args.made / "rare.tsv.xz", "wt", encoding="utf-8", preset=1) as out:
        out.writelines(f"{french}\t{english}\n" for french, english in chosen)
    print(f"{len(chosen)} of {len(everything)} pairs; {len(counts)} words, {sum(n > 1 for n in counts.values())} twice")


if __name__ == "__main__":
    main()
