"""Write which English pieces each French piece may become: `shortlist.py WORK WORK/vmap.txt`.

convert.py puts the file into the package. CTranslate2 then scores only these, and the commonest, instead of the whole
vocabulary (its `use_vmap`): the product with all 18,000 pieces is two thirds of the decoder's weights. Learnt by IBM
model 1 from the ids in WORK/parts (prepare.py); a piece that is on both sides may always stay as it is, also with other
capitals or accents, so that names are copied. Three minutes on a quiet core, 6 GB.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pieces import list_pieces

# How many pairs of each part: translations of news weigh most, as they are what it will write.
SIZES = {
    "ensemble-news": 170_000, "distilled-mono": 170_000, "distilled-news": 50_000, "news-wmt08-12": 20_000,
    "news-commentary": 20_000, "web-news": 30_000, "web-tech": 20_000, "gender-bios": 10_000, "prose": 160_000,
    "tatoeba": 110_000, "names": 60_000, "europarl": 500_000, "words-swapped": 50_000, "words-human": 20_000,
    "words-dict": 10_000, "terms": 1_000,
}  # fmt: skip
LONGEST = 60  # pieces; longer sentences align badly
ROUNDS = 4
LIKELY = 0.0005  # the least probability of a candidate

Ids = npt.NDArray[np.int64]
Table = npt.NDArray[np.float32]


def read_pairs(parts: Path) -> Iterator[tuple[Ids, Ids]]:
    """Yield the ids of the sentences of each part, a random sample of it."""
    for name, size in SIZES.items():
        if not (parts / f"{name}.npz").exists():
            continue
        part = np.load(parts / f"{name}.npz")
        rows, source, target = part["rows"].astype(np.int64), part["source"], part["target"]
        starts = np.concatenate([np.zeros((1, 2), np.int64), np.cumsum(rows, axis=0)])
        short = np.flatnonzero(rows.max(axis=1) <= LONGEST)
        for row in np.random.default_rng(1).permutation(short)[:size]:
            (s, t), (s_end, t_end) = starts[row], starts[row + 1]
            yield np.unique(source[s:s_end]).astype(np.int64), np.unique(target[t:t_end]).astype(np.int64)


def learn_probabilities(pairs: list[tuple[Ids, Ids]], source: int, target: int) -> Table:
    """Return p(target piece | source piece), (source, target), by IBM model 1."""
    likely = np.ones((source, target), np.float32)
    for _ in range(ROUNDS):
        counts = np.zeros((source, target), np.float32)
        for french, english in pairs:
            place = np.ix_(french, english)
            block = likely[place]
            counts[place] += block / block.sum(axis=0)
        total = counts.sum(axis=1, keepdims=True)
        likely = np.divide(counts, total, out=counts, where=total > 0)
    return likely


def choose_candidates(likely: npt.NDArray[np.float32], count: int) -> list[int]:
    """Return the likeliest target pieces of one source piece."""
    best = np.argpartition(-likely, count)[:count]
    return [int(piece) for piece in best[np.argsort(-likely[best])] if likely[piece] >= LIKELY]


def find_letters(piece: str) -> str:
    """Return the letters of a piece, small, without accents and the mark of a word's beginning."""
    plain = unicodedata.normalize("NFD", piece.lower().lstrip("▁"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def main() -> None:
    """Learn, choose, write the map."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--candidates", type=int, default=100, help="of one French piece, at most")
    parser.add_argument("--common", type=int, default=4000, help="pieces that are always there")
    args = parser.parse_args()
    french, english = (list_pieces(args.work / f"{side}.model") for side in ("source", "target"))
    pairs = list(read_pairs(args.work / "parts"))
    seen = np.bincount(np.concatenate([target for _, target in pairs]), minlength=len(english))
    likely = learn_probabilities(pairs, len(french), len(english))
    same, forms = {piece: number for number, piece in enumerate(english)}, defaultdict[str, list[int]](list)
    for number, piece in enumerate(english):
        forms[find_letters(piece)].append(number)
    common = np.argsort(-seen)[: args.common].tolist()
    lines, always = ["\t" + " ".join(english[piece] for piece in common)], set(common)
    for number, piece in enumerate(french):
        kept, letters = choose_candidates(likely[number], args.candidates), find_letters(piece)
        own = [same[piece]] if piece in same else []
        alike = forms[letters] if own and len(letters) > 1 else []
        wanted = [one for one in dict.fromkeys([*own, *kept, *alike]) if one not in always]
        if wanted:
            lines.append(f"{piece}\t{' '.join(english[one] for one in wanted)}")
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(pairs)} pairs; {len(lines)} pieces, {args.out.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
