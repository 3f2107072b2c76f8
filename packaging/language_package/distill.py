"""Have a package translate French news to learn from: `distill.py PACKAGE CORPORA WORK/made --minutes 30`.

Writes distilled-mono.tsv.xz into it, sentences of CORPORA/mono/news-fr.txt.xz in an order drawn once with the best of
a wide beam, and distilled-news.tsv.xz, the news pairs of CORPORA with that of the beam's hypotheses which is most
like the reference (sequence-level distillation and its interpolation, Kim and Rush 2016). What the package is unsure
of, or went off the rails with, is left out. Runs in the program's own environment, on one thread.
"""

from __future__ import annotations

import argparse
import lzma
import random
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import ctranslate2
import sentencepiece
from sacrebleu.metrics.chrf import CHRF

from visavis.checks.degenerate import describe_fault
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.engines.translation.normalisation import normalise

BEAM, CHUNK, LONGEST = 8, 2000, 100  # hypotheses; sentences at a time; words
SURE = -1.1  # mean log-probability a token, below which nothing can be learnt
NEWS = ("news-wmt08-12", "news-commentary")


class Teacher:
    """A package's model and pieces."""

    def __init__(self, package: Path) -> None:
        self._engine = ctranslate2.Translator(str(package / "model"), inter_threads=1, intra_threads=1)
        self._pieces = sentencepiece.SentencePieceProcessor(str(package / "sentencepiece.model"))

    def translate(self, sentences: Sequence[str], count: int) -> Iterator[tuple[str, list[str]]]:
        """Yield the sentences that can teach, each with the `count` best translations."""
        tokens = self._pieces.encode(list(sentences), out_type=str)
        results = self._engine.translate_batch(
            tokens,
            beam_size=BEAM,
            num_hypotheses=count,
            length_penalty=1,
            return_scores=True,
            max_batch_size=2048,
            batch_type="tokens",
            max_decoding_length=250,
        )
        for sentence, result in zip(sentences, results, strict=True):
            made = [
                "".join(hypothesis).replace("▁", " ").strip() for hypothesis in result.hypotheses
            ]  # pieces of English
            if result.scores[0] > SURE and not describe_fault(sentence, made[0]) and "⁇" not in made[0]:
                yield sentence, made


def mono(corpora: Path) -> list[str]:
    """Return the sentences of the French news, each once, in an order drawn once."""
    cut, found = FrenchSegmenter().spans, {}
    with lzma.open(corpora / "mono" / "news-fr.txt.xz", "rt", encoding="utf-8") as paragraphs:
        some = list(paragraphs)
    random.Random(1).shuffle(some)
    for paragraph in some[:90_000]:
        for start, end in cut(paragraph.strip()):
            sentence = normalise(paragraph.strip()[start:end])
            if 4 <= len(sentence.split()) <= LONGEST and re.search(r"[.!?…\"»]$", sentence):
                found[sentence] = None
    return list(found)


def pairs(corpora: Path) -> list[tuple[str, str]]:
    """Return the news pairs."""
    found = []
    for name in NEWS:
        with lzma.open(corpora / f"{name}.tsv.xz", "rt", encoding="utf-8") as lines:
            found += [
                (normalise(line.split("\t")[0]), line.rstrip("\n").split("\t")[1]) for line in lines if "\t" in line
            ]
    return [(french, english) for french, english in found if len(french.split()) <= LONGEST]


def chunks(things: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield CHUNK things at a time."""
    return (things[first : first + CHUNK] for first in range(0, len(things), CHUNK))


def main() -> None:
    """Translate the pairs, then news until the time is up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=30)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    end = time.time() + 60 * args.minutes
    teacher, like = Teacher(args.package), CHRF()

    written = 0
    with lzma.open(args.out / "distilled-news.tsv.xz", "wt", encoding="utf-8", preset=1) as out:
        for some in chunks(pairs(args.corpora)):
            wanted = dict(some)
            for french, made in teacher.translate([french for french, _ in some], BEAM):
                best = max(made, key=lambda text: like.sentence_score(text, [wanted[french]]).score)
                out.write(f"{french}\t{best}\n")
                written += 1
    print(f"{written} news pairs", flush=True)

    written = 0
    with lzma.open(args.out / "distilled-mono.tsv.xz", "wt", encoding="utf-8", preset=1) as out:
        for some in chunks(mono(args.corpora)):
            for french, made in teacher.translate(some, 1):
                out.write(f"{french}\t{made[0]}\n")
                written += 1
            if time.time() > end:
                break
    print(f"{written} sentences of news", flush=True)


if __name__ == "__main__":
    main()
