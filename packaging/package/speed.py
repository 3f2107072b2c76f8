"""Compare a package's speed with a 6+6-layer base model's: `speed.py PACKAGE SOURCE.fr [--lines 200]`.

The base model (512 wide, 2,048 inner, 8 heads, int8, the package's own pieces) has random weights, which do not change what a step
costs; both decode the same sentences to the same lengths with the same beam. Prints the ratio of their times, best of three.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

import ctranslate2
import sentencepiece

from prepare import clean
from transformer import Shape, Transformer, to_ctranslate2


def main() -> None:
    """Make the base model, time both in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path)
    parser.add_argument("source", type=Path)
    parser.add_argument("--lines", type=int, default=200)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    pieces = json.loads((args.package / "model" / "shared_vocabulary.json").read_text())
    spm = sentencepiece.SentencePieceProcessor(str(args.package / "sentencepiece.model"))
    lines = args.source.read_text(encoding="utf-8").splitlines()[: args.lines]
    tokens = sorted((spm.encode(clean(line), out_type=str) for line in lines), key=len)
    with tempfile.TemporaryDirectory() as folder:
        to_ctranslate2(Transformer(Shape(len(pieces), 512, 8, 2048, 6, 6)), pieces, folder)
        engines = [
            ctranslate2.Translator(str(path), device="cpu", intra_threads=args.threads) for path in (args.package / "model", folder)
        ]
        best = [float("inf")] * 2
        for _ in range(3):
            for number, engine in enumerate(engines):
                begin = time.perf_counter()
                for first in range(0, len(tokens), 20):
                    batch = tokens[first : first + 20]
                    length = len(batch[0]) + 2
                    engine.translate_batch(batch, beam_size=4, min_decoding_length=length, max_decoding_length=length)
                best[number] = min(best[number], time.perf_counter() - begin)
    print(f"package {best[0]:.2f} s, 6+6 base {best[1]:.2f} s: {best[0] / best[1]:.2f} of its time per word")


if __name__ == "__main__":
    main()
