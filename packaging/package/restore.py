"""Make a checkpoint from a finished package, to train on: `restore.py PACKAGE OUT/checkpoint.pt [--heads 6]`.

Reads the int8 or float weights of a CTranslate2 model that convert.py wrote. The optimiser's state is not in a package:
train.py starts it afresh, so give it a warm-up. What int8 rounding costs is regained in the first hundred steps.
"""

from __future__ import annotations

import argparse
import json
import struct
from pathlib import Path

import numpy as np
import torch

from transformer import Shape, Transformer

TYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}


def variables(model: Path) -> dict[str, np.ndarray]:
    """Return the named arrays of a CTranslate2 model.bin, version 6, quantised ones as floats, aliases resolved."""
    data, at = model.read_bytes(), 0

    def number(form: str) -> int:
        nonlocal at
        (value,) = struct.unpack_from("<" + form, data, at)
        at += struct.calcsize("<" + form)
        return value

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


def restored(arrays: dict[str, np.ndarray], heads: int) -> Transformer:
    """Return the model that transformer.to_ctranslate2 wrote as `arrays`."""
    depth = [1 + max(int(n.split("_")[1].split("/")[0]) for n in arrays if n.startswith(f"{side}/layer_") and "norm" not in n.split("/")[1])
             for side in ("encoder", "decoder")]
    embedding = arrays["encoder/embeddings_0/weight"]
    inner = len(arrays["encoder/layer_0/ffn/linear_0/bias"])
    model = Transformer(Shape(len(embedding), embedding.shape[1], heads, inner, *depth))
    state = {"embedding.weight": embedding, "bias": arrays["decoder/projection/bias"]}

    def linear(source: str, *targets: str) -> None:
        for part in ("weight", "bias"):
            for target, array in zip(targets, np.split(arrays[f"{source}/{part}"], len(targets)), strict=True):
                state[f"{target}.{part}"] = array

    def norm(source: str, target: str) -> None:
        state[f"{target}.weight"], state[f"{target}.bias"] = arrays[f"{source}/gamma"], arrays[f"{source}/beta"]

    for side, layers in zip(("encoder", "decoder"), depth, strict=True):
        norm(f"{side}/layer_norm", f"{side}_norm")
        for number in range(layers):
            source, target = f"{side}/layer_{number}", f"{side}.{number}"
            linear(f"{source}/self_attention/linear_0", *(f"{target}.attention.{n}" for n in ("query", "key", "value")))
            linear(f"{source}/self_attention/linear_1", f"{target}.attention.output")
            norm(f"{source}/self_attention/layer_norm", f"{target}.norm1")
            if side == "decoder":
                linear(f"{source}/attention/linear_0", f"{target}.cross.query")
                linear(f"{source}/attention/linear_1", f"{target}.cross.key", f"{target}.cross.value")
                linear(f"{source}/attention/linear_2", f"{target}.cross.output")
                norm(f"{source}/attention/layer_norm", f"{target}.norm2")
            linear(f"{source}/ffn/linear_0", f"{target}.feed.up")
            linear(f"{source}/ffn/linear_1", f"{target}.feed.down")
            norm(f"{source}/ffn/layer_norm", f"{target}.norm{2 if side == 'encoder' else 3}")
    model.load_state_dict({name: torch.from_numpy(np.array(array, np.float32)) for name, array in state.items()})
    return model


def main() -> None:
    """Read the package, write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--heads", type=int, help="attention heads (default: the model's own)")
    args = parser.parse_args()
    arrays = variables(args.package / "model" / "model.bin")
    heads = args.heads or int(arrays["encoder/num_heads"])
    model = restored(arrays, heads)
    state = model.state_dict()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"shape": model.describe(), "model": state, "average": {k: v.float() for k, v in state.items()}, "step": 0}, args.out)
    version = json.loads((args.package / "metadata.json").read_text())["package_version"]
    print(f"package {version}: {model.describe()}")


if __name__ == "__main__":
    main()
