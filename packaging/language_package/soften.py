"""Give pairs the distributions of the ensemble: `soften.py WORK WHEEL NAME APERTIUM.tsv…`.

A text says which piece comes next; its teacher also knows which others might, and how likely each is, so that a pair
teaches more. Beside WORK/parts/NAME.npz (prepare.py) comes NAME.soft.npz: `likely`, at each position and after the last
the text's own piece and the likeliest others, and `shares`, their probabilities, both (target pieces and ends, LIKELY).
The ensemble (ensemble.py) reads the French and Apertium's Portuguese of it; a pair that has none in APERTIUM.tsv keeps
its own piece alone. A process for each core.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
from functools import cache, partial
from pathlib import Path

import numpy as np
import torch

from batches import be_certain
from corpora import clean
from ensemble import Ensemble, load_ensemble
from network import LIKELY
from pieces import load_pieces

TOKENS = 3000  # of a batch, padding counted
LEAST = 0.01  # share of a text's own piece below which the ensemble would not have it: a name that was mended
Taught = tuple[np.ndarray, np.ndarray]  # ids and shares of a pair


@cache
def load(work: Path, wheel: Path) -> Ensemble:
    """Return this process' ensemble, on one thread."""
    torch.set_num_threads(1)
    return load_ensemble(work, wheel)


@torch.no_grad()
def teach(work: Path, wheel: Path, batch: list[tuple[str, str, np.ndarray]]) -> list[Taught]:
    """Return what the ensemble thinks of pairs of French, Portuguese and English ids."""
    ensemble = load(work, wheel)
    sources = [one.pad(one.cut([pair[number] for pair in batch])) for number, one in enumerate(ensemble.members)]
    lengths = [len(english) + 1 for _, _, english in batch]
    wanted = torch.zeros(len(batch), max(lengths), dtype=torch.int64)
    for row, (_, _, english) in zip(wanted, batch, strict=True):
        row[: len(english)] = torch.from_numpy(english.astype(np.int64))
    inputs = torch.cat([torch.full((len(batch), 1), ensemble.members[0].model.shape.begin), wanted[:, :-1]], 1)
    there = torch.arange(max(lengths)) < torch.tensor(lengths)[:, None]
    states = [one.model.states(x, inputs)[there] for one, x in zip(ensemble.members, sources, strict=True)]
    logits, right = ensemble.score(states), wanted[there][:, None]
    whole = logits.float().logsumexp(-1, keepdim=True)
    kept = logits.gather(1, right)
    values, likely = logits.scatter_(1, right, torch.inf).topk(LIKELY)  # the text's own first
    values[:, :1] = kept
    shares = (values.float() - whole).exp().half().numpy()
    cuts = np.cumsum(lengths)[:-1]
    return list(zip(np.split(likely.numpy().astype(np.uint16), cuts), np.split(shares, cuts), strict=True))


def main() -> None:
    """Teach all pairs, in batches of like length."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("name")
    parser.add_argument("apertium", type=Path, nargs="+")
    args = parser.parse_args()
    pieces, path = load_pieces(args.work)[0], args.work / "parts" / f"{args.name}.npz"
    known = {}
    for lines in args.apertium:
        for line in lines.read_text(encoding="utf-8").splitlines():
            french, portuguese, _ = line.split("\t")
            known[pieces.decode(pieces.encode(clean(french)))] = french, portuguese
    part = np.load(path)
    sides = [
        np.split(part[side], np.cumsum(part["rows"][:, n], dtype=np.int64)[:-1])
        for n, side in enumerate(("source", "target"))
    ]
    texts = [known.get(pieces.decode(ids.tolist())) for ids in sides[0]]
    lengths = part["rows"].astype(int)
    order = sorted((n for n, found in enumerate(texts) if found), key=lambda n: lengths[n].sum(), reverse=True)
    print(f"{len(order)} of {len(texts)} pairs have Portuguese", flush=True)
    batches = []
    while order:
        count = max(1, TOKENS // int(lengths[order[:100]].max() + 1))
        batches.append(order[:count])
        order = order[count:]
    taught = [be_certain(english) for english in sides[1]]
    pairs = ([(*texts[n], sides[1][n]) for n in batch] for batch in batches)
    with multiprocessing.get_context("spawn").Pool(os.cpu_count()) as pool:
        for done, (batch, found) in enumerate(
            zip(batches, pool.imap(partial(teach, args.work, args.wheel), pairs), strict=True), 1
        ):
            for number, one in zip(batch, found, strict=True):
                if one[1][:, 0].min() >= LEAST:
                    taught[number] = one
            if done % 100 == 0:
                print(f"{done} of {len(batches)} batches", flush=True)
    likely, shares = (np.concatenate(each) for each in zip(*taught, strict=True))
    np.savez(path.with_suffix(".soft.npz"), likely=likely, shares=shares)
    print(f"the text's own piece has {shares[:, 0].mean(dtype=float):.3f} on average")


if __name__ == "__main__":
    main()
