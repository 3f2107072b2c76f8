"""Token ids of sentence pairs, drawn by the weights of their corpora, in batches of like length."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from network import END, LIKELY, Shape

POOL = 120_000  # pairs sorted by length at a time
MULTIPLE = 4  # lengths are padded to it
CERTAIN = 0.9  # share of the text's own piece where no teacher gives shares: label smoothing of 0.1

#: Source and input ids (batch, length), where there is text (batch, length), likely ids and shares (tokens, LIKELY).
Batch = tuple[Tensor, Tensor, Tensor, Tensor, Tensor]


def be_certain(english: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return likely ids and shares for a text that no teacher has seen: its own pieces and END."""
    likely, shares = (np.zeros((len(english) + 1, LIKELY), kind) for kind in (np.uint16, np.float16))
    likely[:, 0], shares[:, 0] = [*english, END], CERTAIN
    return likely, shares


class Pairs:
    """The corpora in FOLDER/NAME.npz, as prepare.py writes them."""

    def __init__(self, folder: Path, names: Sequence[str], shape: Shape) -> None:
        parts = [np.load(folder / f"{name}.npz") for name in names]
        self._shape = shape
        self._sides = tuple(np.concatenate([part[side] for part in parts]) for side in ("source", "target"))
        self._rows = np.concatenate([part["rows"] for part in parts]).astype(np.int64)
        self._starts = [np.concatenate([[0], np.cumsum(self._rows[:, side])]) for side in (0, 1)]
        ends = np.cumsum([len(part["rows"]) for part in parts]).tolist()
        self._ranges = dict(zip(names, zip([0, *ends], ends, strict=False), strict=True))
        soft = {name: folder / f"{name}.soft.npz" for name in names}  # soften.py's
        self._taught = [
            (*self._ranges[name], found["likely"], found["shares"])
            for name, path in soft.items()
            if path.exists()
            for found in [np.load(path)]
        ]

    def batches(self, mix: Path, tokens: int, rng: np.random.Generator) -> Iterator[Batch]:
        """Yield batches without end.

        `mix` is read anew before each round, so that weights can be changed while a training runs; a round draws each
        corpus as often as its weight says. A batch has at most about `tokens` ids a side, padding counted.
        """
        while True:
            order = self._draw(json.loads(mix.read_text()), rng)
            for first in range(0, len(order), POOL):
                pool = order[first : first + POOL]
                lengths = self._rows[pool]
                pool = pool[np.lexsort((lengths[:, 0], lengths[:, 1] // 3))]
                cuts = list(self._cut(pool, tokens))
                for number in rng.permutation(len(cuts)):
                    yield self._pad(pool[slice(*cuts[number])])

    def _draw(self, weights: dict[str, float], rng: np.random.Generator) -> np.ndarray:
        drawn = []
        for name, (first, last) in self._ranges.items():
            members = np.arange(first, last)
            whole, rest = divmod(weights.get(name, 0), 1)
            drawn += [members] * int(whole) + [rng.choice(members, int(len(members) * rest), replace=False)]
        return rng.permutation(np.concatenate(drawn))

    def _cut(self, pool: np.ndarray, tokens: int) -> Iterator[tuple[int, int]]:
        first, longest = 0, self._rows[pool].max(axis=1) + 1
        while first < len(pool):
            last = min(len(pool), first + max(1, tokens // int(longest[first])))
            while last - first > 1 and (last - first) * int(longest[first:last].max()) > tokens * 1.08:
                last -= max(1, (last - first) // 12)
            yield first, last
            first = last

    def _pad(self, members: np.ndarray) -> Batch:
        widths = [-(-(int(self._rows[members, side].max()) + 1) // MULTIPLE) * MULTIPLE for side in (0, 1)]
        source = np.full((len(members), widths[0]), self._shape.pad, np.int64)
        inputs, there = np.zeros((len(members), widths[1]), np.int64), np.zeros((len(members), widths[1]), bool)
        inputs[:, 0] = self._shape.begin
        likely, shares = [], []
        for row, member in enumerate(members):
            french, english = (
                side[starts[member] : starts[member + 1]]
                for side, starts in zip(self._sides, self._starts, strict=True)
            )
            source[row, : len(french)], source[row, len(french)] = french, END
            inputs[row, 1 : len(english) + 1], there[row, : len(english) + 1] = english, True
            for found, part in zip((likely, shares), self._find_shares(int(member), english), strict=True):
                found.append(part)
        ids, parts = np.concatenate(likely).astype(np.int64), np.concatenate(shares).astype(np.float32)
        return tuple(map(torch.from_numpy, (source, inputs, there, ids, parts)))  # type: ignore[return-value]

    def _find_shares(self, member: int, english: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        for first, last, likely, shares in self._taught:
            if first <= member < last:
                begin = self._starts[1][member] - self._starts[1][first] + member - first  # an END after each
                return likely[begin : begin + len(english) + 1], shares[begin : begin + len(english) + 1]
        return be_certain(english)
