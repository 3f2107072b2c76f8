"""Turn sentence pairs into token ids: `prepare.py CORPORA WORK [NAME…]`; each corpus becomes WORK/parts/NAME.npz.

CORPORA holds NAME.tsv.xz files (French, tab, English on a line) and mono/news-fr.txt.xz; WORK the pieces (pieces.py, or
restore.py of a finished package). Without names those of mix.json are made; the corpus "names" is made here, of others.
A corpus may also lie in WORK/made, where distill.py and teacher.py put theirs.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpora import MONO, Pair, read_pairs
from names import collect_names, vary_names
from pieces import load_pieces

LONGEST = 140  # pieces on one side
#: Line ranges that are left out: Pro Git's licence (CC BY-NC-SA) forbids a package that ships.
SKIP = {"docs-web": ((153_780, 158_046),)}
#: How many pairs with other names are made of which corpora.
VARIED = {
    "news-wmt08-12": 25_000,
    "news-commentary": 15_000,
    "europarl": 100_000,
    "prose": 20_000,
    "web-news": 10_000,
    "tatoeba": 10_000,
}


class Encoder:
    """Cuts both sides into the ids of their pieces."""

    def __init__(self, work: Path) -> None:
        self._sides = load_pieces(work)

    def write(self, path: Path, pairs: Sequence[Pair]) -> None:
        """Write the ids of `pairs` that are not too long: `source` and `target` flat, `rows` their lengths."""
        kept: tuple[list[np.ndarray], list[np.ndarray]] = ([], [])
        for first in range(0, len(pairs), 50_000):
            block = pairs[first : first + 50_000]
            encoded = [side.encode([pair[n] for pair in block], num_threads=2) for n, side in enumerate(self._sides)]
            for ids in zip(*encoded, strict=True):
                if all(0 < len(side) <= LONGEST for side in ids):
                    for side, numbers in zip(kept, ids, strict=True):
                        side.append(np.array(numbers, np.uint16))
        rows = np.array([[len(side) for side in pair] for pair in zip(*kept, strict=True)], np.uint16)
        np.savez(path, source=np.concatenate(kept[0]), target=np.concatenate(kept[1]), rows=rows)
        print(
            f"{len(rows):9d} of {len(pairs):9d} {path.stem}, {rows[:, 1].sum(dtype=int) / 1e6:.2f} M target tokens",
            flush=True,
        )


def find_corpus(name: str, corpora: Path, work: Path) -> Path:
    """Return where a corpus lies: among those given, or among those made here."""
    made = work / "made" / f"{name}.tsv.xz"
    return made if made.exists() else corpora / f"{name}.tsv.xz"


def make_names(corpora: Path) -> list[Pair]:
    """Return pairs with other names in them."""
    rng, found = random.Random(2), collect_names(corpora / MONO)
    return [
        pair
        for name, count in VARIED.items()
        for pair in vary_names(read_pairs(corpora / f"{name}.tsv.xz"), found, count, rng)
    ]


def main() -> None:
    """Read, cut, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("names", nargs="*")
    args = parser.parse_args()
    encoder, parts = Encoder(args.work), args.work / "parts"
    parts.mkdir(parents=True, exist_ok=True)
    for name in args.names or json.loads(Path(__file__).with_name("mix.json").read_text()):
        if name == "names":
            pairs = make_names(args.corpora)
        else:
            pairs = read_pairs(find_corpus(name, args.corpora, args.work), SKIP.get(name, ()))
        encoder.write(parts / f"{name}.npz", pairs)


if __name__ == "__main__":
    main()
