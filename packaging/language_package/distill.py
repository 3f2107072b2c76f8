"""Have a package translate French news to learn from: `distill.py PACKAGE CORPORA WORK/made --minutes 30`.

Writes distilled-mono.tsv.xz into it, sentences of CORPORA/mono/news-fr.txt.xz in an order drawn once with the best of
a beam's hypotheses that no check flags, and distilled-news.tsv.xz, the news pairs of CORPORA with that of the
hypotheses which is most like the reference (sequence-level distillation and its interpolation, Kim and Rush 2016).
What the package is unsure of, or what all of whose hypotheses are flagged, is left out. Runs in the program's own
environment, on one thread; `--share 1/2` and `--share 2/2` make halves of it, distilled-mono-1.tsv.xz and so on.
"""

from __future__ import annotations

import argparse
import lzma
import random
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import ctranslate2
import sentencepiece
from sacrebleu.metrics.chrf import CHRF

from visavis.checks import check
from visavis.checks.degenerate import describe_fault
from visavis.checks.pair import SentencePair
from visavis.engines.segmentation.french import FrenchSegmenter
from visavis.engines.translation.normalisation import normalise

BEAM, CHUNK, LONGEST = 4, 2000, 100  # hypotheses; sentences at a time; words
SURE = -1.1  # mean log-probability a token, below which nothing can be learnt
NEWS = ("news-wmt08-12", "news-commentary")
ALLOWED = frozenset({"allegation"})  # flagged in right translations too


class Teacher:
    """A package's model and pieces; translates nothing that it is less sure of than `sure`, a mean log-probability."""

    def __init__(self, package: Path, sure: float = SURE, pieces: bytes = b"") -> None:
        """`pieces`: a SentencePiece model for the French instead of the package's own."""
        self._sure = sure
        self._engine = ctranslate2.Translator(str(package / "model"), inter_threads=1, intra_threads=1)
        model = pieces or (package / "sentencepiece.model").read_bytes()
        self._pieces = sentencepiece.SentencePieceProcessor(model_proto=model)

    def translate(self, sentences: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
        """Yield the sentences that can teach, each with its translations, the best first."""
        tokens = self._pieces.encode(list(sentences), out_type=str)
        results = self._engine.translate_batch(
            tokens,
            beam_size=BEAM,
            num_hypotheses=BEAM,
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
            if result.scores[0] > self._sure and not describe_fault(sentence, made[0]) and "⁇" not in made[0]:
                yield sentence, made


def is_unflagged(french: str, english: str) -> bool:
    """True if no check of the program flags the translation."""
    return not any(flag.check not in ALLOWED for flag in check(SentencePair(french, english)))


def read_news(corpora: Path, number: int = 1, count: int = 1, backwards: bool = False) -> Iterator[str]:
    """Yield the sentences of every `count`-th paragraph of the French news, each once, in an order drawn once."""
    cut, seen = FrenchSegmenter().spans, set()
    with lzma.open(corpora / "mono" / "news-fr.txt.xz", "rt", encoding="utf-8") as lines:
        paragraphs = list(lines)
    random.Random(1).shuffle(paragraphs)
    paragraphs = paragraphs[number - 1 :: count]
    for paragraph in reversed(paragraphs) if backwards else paragraphs:
        for start, end in cut(paragraph.strip()):
            sentence = normalise(paragraph.strip()[start:end])
            if 4 <= len(sentence.split()) <= LONGEST and re.search(r"[.!?…\"»]$", sentence) and sentence not in seen:
                seen.add(sentence)
                yield sentence


def read_pairs(corpora: Path) -> list[tuple[str, str]]:
    """Return the news pairs."""
    found = []
    for name in NEWS:
        with lzma.open(corpora / f"{name}.tsv.xz", "rt", encoding="utf-8") as lines:
            found += [
                (normalise(line.split("\t")[0]), line.rstrip("\n").split("\t")[1]) for line in lines if "\t" in line
            ]
    return [(french, english) for french, english in found if len(french.split()) <= LONGEST]


def take_chunks(things: Iterable[Any]) -> Iterator[list[Any]]:
    """Yield CHUNK things at a time."""
    rest = iter(things)
    while some := list(islice(rest, CHUNK)):
        yield some


def main() -> None:
    """Translate the pairs, then news until the time is up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--share", default="1/1", help="which part of how many")
    args = parser.parse_args()
    number, count = map(int, args.share.split("/"))
    ending = f"-{number}.tsv.xz" if count > 1 else ".tsv.xz"
    args.out.mkdir(parents=True, exist_ok=True)
    end = time.time() + 60 * args.minutes
    teacher, like = Teacher(args.package), CHRF()

    written = 0
    with lzma.open(args.out / f"distilled-news{ending}", "wt", encoding="utf-8", preset=1) as out:
        for some in take_chunks(read_pairs(args.corpora)[number - 1 :: count]):
            wanted = dict(some)
            for french, made in teacher.translate([french for french, _ in some]):
                best = max(made, key=lambda text: like.sentence_score(text, [wanted[french]]).score)
                out.write(f"{french}\t{best}\n")
                written += 1
    print(f"{written} news pairs", flush=True)

    written = flagged = dropped = 0
    with lzma.open(args.out / f"distilled-mono{ending}", "wt", encoding="utf-8", preset=1) as out:
        for some in take_chunks(read_news(args.corpora, number, count)):
            for french, made in teacher.translate(some):
                best = next((text for text in made if is_unflagged(french, text)), "")
                if best:
                    out.write(f"{french}\t{best}\n")
                written, flagged, dropped = written + bool(best), flagged + (best != made[0]), dropped + (not best)
            print(f"{written} sentences of news, {flagged} whose best is flagged, {dropped} left out", flush=True)
            if time.time() > end:
                break


if __name__ == "__main__":
    main()
