"""Make an Argos package: `convert.py WORK AVERAGE.pt OUT/translate-fr_en [--version 0.7] [--quantization int8]`.

Several averages, given as AVERAGE.pt,OTHER.pt, are averaged once more. Writes the folder, with PACKAGE.md as its
README and the map that shortlist.py left in WORK, and beside it the same as an archive, translate-fr_en-0_7.argosmodel.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import torch
from torch import Tensor, nn

from network import NEVER, Attention, FeedForward, Shape, Transformer, sinusoids
from pieces import list_pieces

README = Path(__file__).with_name("PACKAGE.md")
BEGIN, END, UNKNOWN = "<s>", "</s>", "<unk>"
FIRST = 2  # pieces before <s>: </s> and <unk>


def load_model(*averages: Path) -> Transformer:
    """Return the model whose weights are the mean of those in the files that train.py wrote."""
    states = [torch.load(path, map_location="cpu") for path in averages]
    model = Transformer(Shape(**states[0]["shape"]))
    mean = {
        name: torch.stack([state["weights"][name].float() for state in states]).mean(0) for name in states[0]["weights"]
    }
    model.load_state_dict(mean)
    with torch.no_grad():
        model.target.weight[-1], model.bias[-1] = 0, NEVER
    return model.eval()


def write_ctranslate2(
    model: Transformer, source: list[str], target: list[str], folder: Path, quantization: str = "int8"
) -> None:
    """Write `model` as a CTranslate2 model; `source` and `target` name the pieces, without padding and beginning."""
    from ctranslate2.specs import common_spec, transformer_spec

    shape = model.shape
    spec = transformer_spec.TransformerSpec.from_config(
        (shape.encoder, shape.decoder), shape.heads, pre_norm=False, activation=common_spec.Activation.RELU
    )

    def array(tensor: Tensor):  # type: ignore[no-untyped-def]
        return tensor.detach().float().numpy()

    def linear(place, *layers: nn.Linear) -> None:  # type: ignore[no-untyped-def]
        place.weight = array(torch.cat([layer.weight for layer in layers]))
        place.bias = array(torch.cat([layer.bias for layer in layers]))

    def norm(place, layer: nn.LayerNorm) -> None:  # type: ignore[no-untyped-def]
        place.gamma, place.beta = array(layer.weight), array(layer.bias)

    def self_attention(place, layer: Attention, after: nn.LayerNorm) -> None:  # type: ignore[no-untyped-def]
        linear(place.linear[0], layer.query, layer.key, layer.value)
        linear(place.linear[1], layer.output)
        norm(place.layer_norm, after)

    def feed(place, layer: FeedForward, after: nn.LayerNorm) -> None:  # type: ignore[no-untyped-def]
        linear(place.linear_0, layer.up)
        linear(place.linear_1, layer.down)
        norm(place.layer_norm, after)

    for place, layer in zip(spec.encoder.layer, model.encoder, strict=True):
        self_attention(place.self_attention, layer.attention, layer.norm1)
        feed(place.ffn, layer.feed, layer.norm2)
    for place, layer in zip(spec.decoder.layer, model.decoder, strict=True):
        self_attention(place.self_attention, layer.attention, layer.norm1)
        linear(place.attention.linear[0], layer.cross.query)
        linear(place.attention.linear[1], layer.cross.key, layer.cross.value)
        linear(place.attention.linear[2], layer.cross.output)
        norm(place.attention.layer_norm, layer.norm2)
        feed(place.ffn, layer.feed, layer.norm3)
    spec.encoder.embeddings[0].weight = array(model.source.weight)[: len(source)]  # without padding
    # <s> goes to the front, after </s> and <unk>: with a vocabulary map CTranslate2 4.8 keeps the number that a piece
    # had in its first batch, and only the first pieces have the same number in each.
    order = [*target[:FIRST], BEGIN, *target[FIRST:]]
    rows = [*range(FIRST), len(target), *range(FIRST, len(target))]
    spec.decoder.embeddings.weight = array(model.target.weight)[rows]
    for side in (spec.encoder, spec.decoder):
        side.scale_embeddings = True
        side.position_encodings.encodings = sinusoids(len(model.positions), shape.width).numpy()  # type: ignore[arg-type]
    spec.decoder.projection.weight, spec.decoder.projection.bias = (
        array(model.target.weight)[rows],
        array(model.bias)[rows],
    )
    spec.register_source_vocabulary(source)
    spec.register_target_vocabulary(order)
    config = spec.config
    config.unk_token, config.bos_token, config.eos_token, config.decoder_start_token = UNKNOWN, BEGIN, END, BEGIN
    config.add_source_eos = True
    spec.validate()
    spec.optimize(quantization=quantization)
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))


def write_package(model: Transformer, work: Path, folder: Path, version: str, quantization: str = "int8") -> None:
    """Write a package folder: the model, the pieces of both sides, what it is."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    source, target = (work / f"{side}.model" for side in ("source", "target"))
    write_ctranslate2(model, list_pieces(source), list_pieces(target), folder / "model", quantization)
    if (work / "vmap.txt").exists():
        shutil.copy(work / "vmap.txt", folder / "model")
    shutil.copy(source, folder / "sentencepiece.model")  # the name that Argos Translate knows
    shutil.copy(target, folder / "sentencepiece.target.model")  # to cut English for the scores of its words
    shutil.copy(README, folder / "README.md")
    metadata = {
        "package_version": version,
        "argos_version": "1.9.0",
        "from_code": "fr",
        "from_name": "French",
        "to_code": "en",
        "to_name": "English",
    }
    (folder / "metadata.json").write_text(json.dumps(metadata, indent=2) + "\n")


def pack(folder: Path, version: str) -> Path:
    """Zip a package folder as Argos Translate wants it: one top folder; return the archive."""
    archive = folder.with_name(f"{folder.name}-{version.replace('.', '_')}")
    made = Path(shutil.make_archive(str(archive), "zip", folder.parent, folder.name))
    return made.replace(archive.with_suffix(".argosmodel"))


def main() -> None:
    """Convert, describe, pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("averages")
    parser.add_argument("out", type=Path)
    parser.add_argument("--version", default="0.9")
    parser.add_argument("--quantization", default="int8")
    args = parser.parse_args()
    model = load_model(*map(Path, args.averages.split(",")))
    write_package(model, args.work, args.out, args.version, args.quantization)
    archive = pack(args.out, args.version)
    print(f"{archive}: {archive.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
