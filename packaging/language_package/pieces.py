"""Choose the pieces of both sides: `pieces.py WHEEL CORPORA WORK`; writes WORK/source.model and WORK/target.model.

The source has the parent's pieces, so that names are cut alike on both sides and copying is there from the start, and
whole French words and endings beside them. (With pieces of its own, the model could not spell names: "Jhohan",
"Monerocrat".) The target has those of the parent's pieces that English text or the names of French news use.
"""

from __future__ import annotations

import argparse
import collections
import math
import random
import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
from sentencepiece import sentencepiece_model_pb2 as protobuf

from corpora import MONO, clean, read_lines, read_pairs
from names import collect_names
from parent import pieces

CORPORA = ("europarl", "news-wmt08-12", "news-commentary", "web-news", "prose", "tatoeba")
WORDS, WORD_COUNT = 15_000, 25  # French words at most, and how often each must be there
ENDINGS, ENDING_SCORE = 1_500, -10.6  # endings at most, and the least log-probability of one
ENGLISH_COUNT, NAME_COUNT, FRENCH_COUNT = 30, 5, 8  # how often a parent's piece must be used to stay
ELISION = re.compile(r"[^']*'|[^']+$")
WORD = re.compile(r"^([(\"«]*)([\w-]+'?)")
CAPITAL = re.compile(r"^▁?[A-ZÀ-Ý]")


def list_pieces(path: Path) -> list[str]:
    """Return the pieces of a SentencePiece model, in the order of their ids."""
    model = sentencepiece.SentencePieceProcessor(model_file=str(path))
    return [model.id_to_piece(number) for number in range(model.vocab_size())]


def count_words(lines: Iterable[str]) -> collections.Counter[str]:
    """Count the words of French as pieces: "l'" and what follows it apart, only what begins with a space has "▁"."""
    counts: collections.Counter[str] = collections.Counter()
    for line in lines:
        for token in line.split():
            for number, part in enumerate(ELISION.findall(token)):
                if found := WORD.match(part):
                    counts[("▁" if number == 0 and not found.group(1) else "") + found.group(2)] += 1
    return counts


def choose_words(counts: collections.Counter[str], known: frozenset[str]) -> list[tuple[str, float]]:
    """Return French words worth a piece, with log-probabilities; names are left to the parent's."""
    total, chosen = sum(counts.values()), []
    for word, count in counts.most_common():
        if count < WORD_COUNT or len(chosen) >= WORDS:
            break
        bare = word.lstrip("▁")
        plain = bare.replace("'", "").isalpha() and (len(bare) > 1 or bare.endswith("'"))
        lower = word[0] + bare.lower() if word[0] == "▁" else bare.lower()
        name = CAPITAL.match(word) and counts.get(lower, 0) < count * 0.5
        if plain and word not in known and not name:
            chosen.append((word, math.log(count / (total * 1.5))))
    return chosen


def choose_endings(lines: Sequence[str], known: frozenset[str]) -> list[tuple[str, float]]:
    """Return frequent endings of French words, by a SentencePiece model of their own."""
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample.txt"
        sample.write_text("\n".join(lines), encoding="utf-8")
        sentencepiece.SentencePieceTrainer.train(
            input=str(sample),
            model_prefix=str(Path(folder) / "french"),
            vocab_size=24_000,
            model_type="unigram",
            input_sentence_size=600_000,
            shuffle_input_sentence=True,
            num_threads=2,
            minloglevel=1,
        )
        model = sentencepiece.SentencePieceProcessor(model_file=str(Path(folder) / "french.model"))
    found = [(model.id_to_piece(number), model.get_score(number)) for number in range(4, model.vocab_size())]
    endings = [
        (piece, score)
        for piece, score in found
        if piece.isalpha() and piece.islower() and 3 <= len(piece) <= 7 and score > ENDING_SCORE and piece not in known
    ]
    return endings[:ENDINGS]


def count_uses(model: protobuf.ModelProto, lines: Sequence[str]) -> np.ndarray:
    """Count how often each piece of `model` is used for `lines`."""
    spm = sentencepiece.SentencePieceProcessor(model_proto=model.SerializeToString())
    uses = np.zeros(spm.vocab_size(), np.int64)
    for first in range(0, len(lines), 50_000):
        ids = [number for line in spm.encode(list(lines[first : first + 50_000]), num_threads=2) for number in line]
        uses += np.bincount(ids, minlength=len(uses))
    return uses


def prune(model: protobuf.ModelProto, keep: Iterable[int]) -> protobuf.ModelProto:
    """Return `model` with only the pieces in `keep`, in their order."""
    small = protobuf.ModelProto()
    small.CopyFrom(model)
    del small.pieces[:]
    for number in keep:
        small.pieces.add().CopyFrom(model.pieces[number])
    small.trainer_spec.vocab_size = len(small.pieces)
    return small


def load_pieces(work: Path) -> tuple[Any, Any]:
    """Return the SentencePiece processors of the source and the target side."""
    source, target = (
        sentencepiece.SentencePieceProcessor(model_file=str(work / f"{side}.model")) for side in ("source", "target")
    )
    return source, target


def is_character(piece: str) -> bool:
    """True if a piece is a single sign, without which something could not be spelt."""
    return len(piece.replace("▁", "")) <= 1


def main() -> None:
    """Read French and English, choose, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("work", type=Path)
    args = parser.parse_args()
    parent = protobuf.ModelProto.FromString(pieces(args.wheel).read_bytes())
    rng = random.Random(3)
    pairs = [pair for name in CORPORA for pair in read_pairs(args.corpora / f"{name}.tsv.xz")]
    pairs = rng.sample(pairs, min(len(pairs), 900_000))
    french = [*(pair[0] for pair in pairs), *map(clean, read_lines(args.corpora / MONO))]

    english = count_uses(parent, [pair[1] for pair in pairs])
    named = count_uses(parent, collect_names(args.corpora / MONO))
    kept = [
        number
        for number, piece in enumerate(parent.pieces)
        if number < 2 or english[number] >= ENGLISH_COUNT or named[number] >= NAME_COUNT or is_character(piece.piece)
    ]
    target = prune(parent, kept)
    (args.work / "target.model").write_bytes(target.SerializeToString())

    known = frozenset(piece.piece for piece in parent.pieces)
    words = choose_words(count_words(french), known)
    endings = choose_endings(rng.sample(french, min(len(french), 600_000)), known | {word for word, _ in words})
    whole = protobuf.ModelProto()
    whole.CopyFrom(parent)
    for piece, score in (*words, *endings):
        whole.pieces.add(piece=piece, score=score)
    uses, also = count_uses(whole, french[::3]), frozenset(piece.piece for piece in target.pieces)
    source = prune(
        whole,
        [
            number
            for number, piece in enumerate(whole.pieces)
            if number < 2 or uses[number] >= FRENCH_COUNT or piece.piece in also or is_character(piece.piece)
        ],
    )
    (args.work / "source.model").write_bytes(source.SerializeToString())
    print(f"{len(source.pieces)} source pieces ({len(words)} words, {len(endings)} endings), {len(kept)} target pieces")


if __name__ == "__main__":
    main()
