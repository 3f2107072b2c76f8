"""Parts of sentences on their way through the engine: decoded, looked at, and decoded again where that is needed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from statistics import fmean
from typing import Any

from visavis.checks.degenerate import describe_fault
from visavis.engines.translation.decoder import Chunk, Decoder
from visavis.model.passage import Flag

# A result scoring below UNSURE, 2 in 100 lines of newstest2013, is decoded again with the WIDER beam and among all
# pieces. At -0.45 flores200-dev would take a seventh longer, for 0.01 chrF2 (package 1.0).
UNSURE, WIDER = -0.54, 4


class Decoding:
    """Decodes parts in two steps, so that the engine has the next ones to work on meanwhile. Raises EngineFailed."""

    def __init__(self, decoder: Decoder, asked: Sequence[Chunk]) -> None:
        self._decoder, self._asked = decoder, asked
        self._begun = decoder.submit(asked)
        self._chunks: list[Chunk] | None = None
        self._bad: list[int] = []
        self._unsure: list[int] = []
        self._again: list[Any] = []
        self._wider: list[Any] = []

    def review(self) -> bool:
        """Wait for the first results, begin to decode again what is degenerate or unsure; True if nothing is."""
        if self._chunks is None:
            self._chunks = self._decoder.collect(self._asked, self._begun)
            self._bad = [i for i, part in enumerate(self._chunks) if describe_fault(part.source, part.target)]
            self._unsure = sorted({i for i, part in enumerate(self._chunks) if part.score < UNSURE} - set(self._bad))
            self._again = self._decoder.submit(
                [self._asked[i] for i in self._bad], repetition_penalty=1.3, no_repeat_ngram_size=3
            )
            self._wider = self._decoder.submit([self._asked[i] for i in self._unsure], WIDER)
        return not (self._bad or self._unsure)

    def finish(self) -> list[Chunk]:
        """Wait for all results: degenerate ones without repetitions, unsure ones with a wider beam."""
        self.review()
        chunks = list(self._chunks or ())
        again = self._score(self._decoder.collect([self._asked[i] for i in self._bad], self._again))
        wider = self._decoder.collect([self._asked[i] for i in self._unsure], self._wider)
        for i, part in zip(self._bad, again, strict=True):
            chunks[i] = _flag_bad(min(chunks[i], part, key=_rate_badness))
        for i, part in zip(self._unsure, wider, strict=True):
            if not describe_fault(part.source, part.target):
                chunks[i] = part
        return chunks

    def discard(self) -> None:
        """Wait for batches nobody needs any more: destroying the engine during one crashes the process."""
        for pending in (*self._begun, *self._again, *self._wider):
            with suppress(RuntimeError, ValueError, MemoryError):
                pending.result()

    def _score(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Score again without the penalties, so that scores are comparable."""
        if not chunks:
            return []
        scores = self._decoder.scores([part.tokens for part in chunks], [part.pieces for part in chunks])
        return [replace(part, score=fmean(some)) for part, some in zip(chunks, scores, strict=True)]


def _rate_badness(part: Chunk) -> tuple[bool, float]:
    """Sort key of two decodings of a sentence: a sound one first, then the one closer in length to the source."""
    source_count, target_count = len(part.source.split()), len(part.target.split())
    return bool(describe_fault(part.source, part.target)), abs(math.log((target_count + 0.5) / (source_count + 0.5)))


def _flag_bad(part: Chunk) -> Chunk:
    """Flag a part that is still degenerate."""
    reason = describe_fault(part.source, part.target)
    return replace(part, flags=(*part.flags, Flag("degenerate", reason))) if reason else part
