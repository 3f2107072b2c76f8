"""Grow a model: `grow.py START.pt GROWN.pt --layers 3 --inner 2048` adds encoder layers, widens feed-forwards.

What is new changes nothing at first, or little. New units of a feed-forward have an output of zero. A new layer adds
zero to what it is given; its norms, one scale and one shift for all numbers, undo the mean and the spread that the last
layer's output has by its own norm. Training starts afresh (`train.py --start GROWN.pt`), with a warm-up.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor, nn

from network import EncoderLayer, FeedForward, Shape, Transformer


@torch.no_grad()
def widen(old: FeedForward, new: FeedForward) -> None:
    """Copy the units of `old` into `new`; the units beyond have drawn inputs and no output."""
    count = len(old.up.bias)
    nn.init.normal_(new.up.weight, std=float(old.up.weight.std()))
    new.up.bias.fill_(float(old.up.bias.mean()))
    new.down.weight.zero_()
    new.up.weight[:count], new.up.bias[:count] = old.up.weight, old.up.bias
    new.down.weight[:, :count], new.down.bias[:] = old.down.weight, old.down.bias


@torch.no_grad()
def start_layer(new: EncoderLayer, before: EncoderLayer) -> None:
    """Have `new` give back, nearly, what `before` gives it; its attention and feed-forward begin as copies."""
    new.load_state_dict(before.state_dict())
    for part in (new.attention.output, new.feed.down):
        part.weight.zero_()
        part.bias.zero_()
    scale, shift = before.norm2.weight, before.norm2.bias
    mean = shift.mean()
    spread = (scale.square() + (shift - mean).square()).mean().sqrt()  # of numbers that were normal before the norm
    for norm in (new.norm1, new.norm2):
        norm.weight.fill_(float(spread))
        norm.bias.fill_(float(mean))


@torch.no_grad()
def grow(model: Transformer, layers: int, inner: int) -> Transformer:
    """Return a model with `layers` more encoder layers, after the last, and feed-forwards `inner` wide."""
    shape = replace(model.shape, encoder=model.shape.encoder + layers, inner=inner)
    grown = Transformer(shape)
    kept: dict[str, Tensor] = {name: value for name, value in model.state_dict().items() if ".feed." not in name}
    grown.load_state_dict(kept, strict=False)
    layers_kept = [*grown.encoder[: len(model.encoder)], *grown.decoder]
    for old, new in zip([*model.encoder, *model.decoder], layers_kept, strict=True):
        widen(old.feed, new.feed)
    for number in range(model.shape.encoder, shape.encoder):
        start_layer(grown.encoder[number], grown.encoder[number - 1])
    return grown


def main() -> None:
    """Read, grow, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("start", type=Path)
    parser.add_argument("grown", type=Path)
    parser.add_argument("--layers", type=int, default=0)
    parser.add_argument("--inner", type=int, default=0, help="width of feed-forwards (default: as it is)")
    args = parser.parse_args()
    begun = torch.load(args.start)
    model = Transformer(Shape(**begun["shape"]))
    model.load_state_dict(begun["weights"])
    grown = grow(model, args.layers, args.inner or model.shape.inner)
    torch.save(begun | {"shape": grown.describe(), "weights": grown.state_dict()}, args.grown)
    print(grown.describe())


if __name__ == "__main__":
    main()
