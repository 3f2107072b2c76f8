"""Turn sentence pairs into training data: `prepare.py CORPORA MIX.json OUT [--vocabulary 8000]`.

CORPORA holds NAME.tsv.xz files (French, tab, English on a line) and mono/news-fr.txt.xz; MIX names the corpora to use,
each with two weights (most of the time, the last phase) and the line ranges to skip (first, last; from 1). The corpus
"names" is made here. OUT receives spm.model and data-N.npz (token ids, lengths, corpus of every pair), about 20 MiB each.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import names
import numpy as np
import sentencepiece

TOKENS_PER_PART = 16_000_000
LONGEST = 200  # tokens on one side
TYPOGRAPHY = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'}
)
FRENCH = frozenset("le la les de des du et est une dans pour que qui au aux sur ne pas ce cette il".split())
ENGLISH = frozenset("the of and to in is that for it on this be with as are by was not you we".split())

Pair = tuple[str, str]


def clean(text: str) -> str:
    """Return `text` in NFC with plain spaces, apostrophes and double quotes, as the program gives it to the engine."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).translate(TYPOGRAPHY)).strip()


def swapped(french: str, english: str) -> bool:
    """Tell whether a side is plainly in the other's language, by function words."""
    a, b = french.lower().split(), english.lower().split()
    wrong = sum(w in ENGLISH for w in a) - sum(w in FRENCH for w in a)
    return wrong >= 2 or sum(w in FRENCH for w in b) - sum(w in ENGLISH for w in b) >= 2


def usable(french: str, english: str) -> bool:
    """Tell whether a pair can teach: both sides there, of like length, not copies, mostly letters."""
    a, b = len(french.split()), len(english.split())
    letters = sum(c.isalpha() for c in french) > 0.5 * len(french)
    like = 0.4 < (len(french) + 12) / (len(english) + 12) < 2.5
    return 0 < a <= 110 and 0 < b <= 110 and like and letters and (french != english or a == 1) and not swapped(french, english)


def read(path: Path, skip: Sequence[tuple[int, int]] = ()) -> list[Pair]:
    """Return the usable pairs of a corpus, each once, without the skipped line ranges."""
    pairs: dict[Pair, None] = {}
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if "\t" not in line or any(first <= number <= last for first, last in skip):
                continue
            french, english = (clean(side) for side in line.rstrip("\n").split("\t")[:2])
            if usable(french, english):
                pairs[french, english] = None
    return list(pairs)


def read_all(corpora: Path, mix: dict[str, Any]) -> dict[str, list[Pair]]:
    """Return the pairs of every corpus in `mix`, the made one included."""
    read_ = {name: read(corpora / f"{name}.tsv.xz", entry.get("skip", ())) for name, entry in mix.items() if name != "names"}
    if "names" in mix:
        rng = random.Random(2)
        found = names.collect(corpora / "mono" / "news-fr.txt.xz")
        print(f"{len(found)} names, such as {', '.join(rng.sample(found, 12))}")
        news = read_["news-wmt08-12"] + read_["news-commentary"]
        read_["names"] = (
            names.vary(news, found, 20_000, rng) + names.vary(news, found, 20_000, rng)
            + names.vary(read_["europarl"], found, 120_000, rng)
            + names.vary(read_["tatoeba"], found, 20_000, rng) + names.vary(read_["prose"], found, 30_000, rng)
        )
        for pair in rng.sample(read_["names"], 3):
            print(pair)
    return {name: read_[name] for name in mix}


class Parts:
    """Writes token ids as data-N.npz files of about TOKENS_PER_PART tokens each."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.parts, self.pairs, self.tokens = folder, 0, 0, 0
        self.ids: list[list[int]] = []
        self.rows: list[tuple[int, int, int]] = []
        self.held = 0

    def add(self, source: list[int], target: list[int], corpus: int) -> None:
        """Hold one pair of token ids; write a part when enough are held."""
        self.ids.append(source + target)
        self.rows.append((len(source), len(target), corpus))
        self.held += len(source) + len(target)
        self.pairs += 1
        self.tokens += len(target)
        if self.held >= TOKENS_PER_PART:
            self.close()

    def close(self) -> None:
        """Write what is held."""
        if self.rows:
            flat = np.fromiter((i for pair in self.ids for i in pair), np.uint16, self.held)
            np.savez_compressed(self.folder / f"data-{self.parts}.npz", ids=flat, rows=np.asarray(self.rows, np.uint16))
            self.parts += 1
        self.ids, self.rows, self.held = [], [], 0


def train_pieces(corpora: dict[str, list[Pair]], mix: dict[str, Any], model: Path, vocabulary: int) -> None:
    """Train the SentencePiece model on a sample drawn by the main weights."""
    rng = random.Random(1)
    sample = model.with_name("sample.txt")
    with sample.open("w", encoding="utf-8") as out:
        for name, pairs in corpora.items():
            wanted = min(len(pairs), int(len(pairs) * min(1.0, mix[name]["weights"][0])) + 1, 300_000)
            for pair in rng.sample(pairs, wanted):
                out.write("\n".join(pair) + "\n")
    sentencepiece.SentencePieceTrainer.train(
        input=str(sample), model_prefix=str(model.with_suffix("")), vocab_size=vocabulary, model_type="unigram",
        character_coverage=0.9999, pad_id=0, unk_id=1, bos_id=2, eos_id=3, input_sentence_size=1_000_000,
        shuffle_input_sentence=True, num_threads=2, minloglevel=1, normalization_rule_name="nmt_nfkc",
    )
    sample.unlink()


def main() -> None:
    """Read, clean, train the pieces, write the parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("mix", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--vocabulary", type=int, default=8000)
    parser.add_argument("--model", type=Path, help="reuse this SentencePiece model")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    mix = json.loads(args.mix.read_text())
    corpora = read_all(args.corpora, mix)
    for name, pairs in corpora.items():
        print(f"{len(pairs):9d} {name} {mix[name]['weights']}", flush=True)

    model = args.out / "spm.model"
    if args.model:
        model.write_bytes(args.model.read_bytes())
    else:
        train_pieces(corpora, mix, model, args.vocabulary)
    spm = sentencepiece.SentencePieceProcessor(str(model))
    (args.out / "mix.json").write_text(json.dumps({name: entry["weights"] for name, entry in mix.items()}))
    (args.out / "pieces.json").write_text(json.dumps([spm.id_to_piece(i) for i in range(spm.vocab_size())]))
    for stale in args.out.glob("data-*.npz"):
        stale.unlink()
    writer = Parts(args.out)
    for number, pairs in enumerate(corpora.values()):
        for first in range(0, len(pairs), 50_000):
            block = pairs[first : first + 50_000]
            sources = spm.encode([p[0] for p in block], num_threads=2)
            targets = spm.encode([p[1] for p in block], num_threads=2)
            for source, target in zip(sources, targets, strict=True):
                if len(source) <= LONGEST and len(target) <= LONGEST:
                    writer.add(source, target, number)
    writer.close()
    print(f"{writer.pairs} pairs, {writer.tokens / 1e6:.1f} M target tokens, {writer.parts} parts")


if __name__ == "__main__":
    main()
