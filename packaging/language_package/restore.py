"""Go on from a finished package: `restore.py PACKAGE WORK` writes WORK/start.pt and the pieces of both sides.

Reads the int8 or float weights of a CTranslate2 model that convert.py wrote. The optimiser's state is not in a package:
train.py starts it afresh, with a warm-up. What int8 rounding costs is regained in the first hundred steps.
"""

from __future__ import annotations

import argparse
import json
import shutil
import struct
from pathlib import Path

import numpy as np
import torch

from convert import BEGIN
from network import NEVER, Shape, Transformer

TYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}


def read_variables(model: Path) -> dict[str, np.ndarray]:
    """Return the named arrays of a CTranslate2 model.bin, version 6, quantised ones as floats, aliases resolved."""
    data, at = model.read_bytes(), 0

    def number(form: str) -> int:
        nonlocal at
        (value,) = struct.unpack_from("<" + form, data, at)
        at += struct.calcsize("<" + form)
        return int(value)

    def text() -> str:
        nonlocal at
        length = number("H")
        at += length
        return data[at - length : at - 1].decode()

    if number("I") != 6:
        raise ValueError(f"{model}: not a CTranslate2 model of version 6")
    text(), number("I")
    arrays = {}
    for _ in range(number("I")):
        name, shape = text(), [number("I") for _ in range(number("B"))]
        kind, size = number("B"), number("I")
        arrays[name] = np.frombuffer(data, TYPES[kind], size // np.dtype(TYPES[kind]).itemsize, at).reshape(shape)
        at += size
    for name, array in list(arrays.items()):
        scale = arrays.get(f"{name}_scale")
        if scale is not None:
            arrays[name] = array.astype(np.float32) / scale.reshape(-1, *[1] * (array.ndim - 1))
    for _ in range(number("I")):
        alias, name = text(), text()
        arrays[alias] = arrays[name]
    return arrays


def count_layers(arrays: dict[str, np.ndarray], side: str) -> int:
    """Count the layers of the encoder or the decoder."""
    numbers = [name.split("/")[1].removeprefix("layer_") for name in arrays if name.startswith(f"{side}/layer_")]
    return 1 + max(int(number) for number in numbers if number.isdigit())


def put_begin_last(arrays: dict[str, np.ndarray], pieces: list[str]) -> None:
    """Put the row of `<s>` after all others, where training has it; `pieces` are in the order of the package."""
    begin = pieces.index(BEGIN)
    rows = [*range(begin), *range(begin + 1, len(pieces)), begin]
    for name in ("decoder/embeddings/weight", "decoder/projection/weight", "decoder/projection/bias"):
        arrays[name] = arrays[name][rows]


def rebuild(arrays: dict[str, np.ndarray]) -> Transformer:
    """Return the model of `arrays`, which have `<s>` last."""
    source, target = arrays["encoder/embeddings_0/weight"], arrays["decoder/embeddings/weight"]
    inner, depths = (
        len(arrays["encoder/layer_0/ffn/linear_0/bias"]),
        [count_layers(arrays, s) for s in ("encoder", "decoder")],
    )
    padded = np.concatenate([source, np.zeros((1, source.shape[1]), np.float32)])
    model = Transformer(
        Shape(len(padded), len(target), source.shape[1], int(arrays["encoder/num_heads"]), inner, *depths)
    )
    state = {"source.weight": padded, "target.weight": target, "bias": arrays["decoder/projection/bias"]}

    def linear(place: str, *names: str) -> None:
        for part in ("weight", "bias"):
            for name, array in zip(names, np.split(arrays[f"{place}/{part}"], len(names)), strict=True):
                state[f"{name}.{part}"] = array

    def norm(place: str, name: str) -> None:
        state[f"{name}.weight"], state[f"{name}.bias"] = arrays[f"{place}/gamma"], arrays[f"{place}/beta"]

    for side, depth in zip(("encoder", "decoder"), depths, strict=True):
        for number in range(depth):
            place, name = f"{side}/layer_{number}", f"{side}.{number}"
            linear(
                f"{place}/self_attention/linear_0", *(f"{name}.attention.{part}" for part in ("query", "key", "value"))
            )
            linear(f"{place}/self_attention/linear_1", f"{name}.attention.output")
            norm(f"{place}/self_attention/layer_norm", f"{name}.norm1")
            if side == "decoder":
                linear(f"{place}/attention/linear_0", f"{name}.cross.query")
                linear(f"{place}/attention/linear_1", f"{name}.cross.key", f"{name}.cross.value")
                linear(f"{place}/attention/linear_2", f"{name}.cross.output")
                norm(f"{place}/attention/layer_norm", f"{name}.norm2")
            linear(f"{place}/ffn/linear_0", f"{name}.feed.up")
            linear(f"{place}/ffn/linear_1", f"{name}.feed.down")
            norm(f"{place}/ffn/layer_norm", f"{name}.norm{2 if side == 'encoder' else 3}")
    model.load_state_dict({name: torch.from_numpy(np.array(array, np.float32)) for name, array in state.items()})
    with torch.no_grad():
        model.target.weight[-1], model.bias[-1] = 0, NEVER
    return model


def main() -> None:
    """Read the package, write what training begins with."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("work", type=Path)
    args = parser.parse_args()
    arrays = read_variables(args.package / "model" / "model.bin")
    put_begin_last(arrays, json.loads((args.package / "model" / "target_vocabulary.json").read_text(encoding="utf-8")))
    model = rebuild(arrays)
    args.work.mkdir(parents=True, exist_ok=True)
    torch.save({"shape": model.describe(), "weights": model.state_dict(), "step": 0}, args.work / "start.pt")
    shutil.copy(args.package / "sentencepiece.model", args.work / "source.model")
    shutil.copy(args.package / "sentencepiece.target.model", args.work / "target.model")
    version = json.loads((args.package / "metadata.json").read_text())["package_version"]
    print(f"package {version}: {model.describe()}")


if __name__ == "__main__":
    main()
