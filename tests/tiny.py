"""Engines without a model: small, fast, and the same on every machine."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence

from visavis.model.article import SUMMARISED, Article
from visavis.model.errors import EngineFailed
from visavis.model.passage import Choice, Hypothesis, Link, PackageInfo

TINY = PackageInfo("translate-fr_en", "0.0", "built-in", "0" * 64)


class TinyTranslator:
    """Translates to "EN: " and the source in capitals, three sentences per batch.

    It fails after `fail_after` batches, and waits before each batch until `gate`, if given, is set.
    """

    BATCH = 3

    def __init__(self, fail_after: int | None = None, gate: threading.Event | None = None) -> None:
        self.package = TINY
        self.fail_after, self.gate = fail_after, gate
        self.calls = self.batches = 0
        self.closed = False

    def translate(self, sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
        self.calls += 1
        self.closed = False
        try:
            for start in range(0, len(sentences), self.BATCH):
                if self.gate is not None and not self.gate.wait(timeout=10):
                    raise AssertionError("the test never opened the gate")
                if self.fail_after is not None and self.batches >= self.fail_after:
                    raise EngineFailed(self.package.name, "the engine broke down")
                self.batches += 1
                batch = sentences[start : start + self.BATCH]
                yield [(start + i, Hypothesis(f"EN: {text.upper()}", -0.1)) for i, text in enumerate(batch)]
        finally:
            self.closed = True

    def alternatives(self, sentence: str, count: int = 5) -> list[Hypothesis]:
        """Return numbered variants of the translation."""
        return [Hypothesis(f"EN: {sentence.upper()} {n or ''}".rstrip(), -0.1 * (n + 1)) for n in range(count)]

    def hypotheses(self, sentences: Sequence[str], count: int, begins: Sequence[str]) -> list[list[Hypothesis]]:
        """Return nothing else than the translation."""
        return [[Hypothesis(f"EN: {sentence.upper()}", -0.1)] for sentence in sentences]

    def links(self, sentence: str, target: str) -> list[Link]:
        """Align the first words, the second words, and so on, skipping "EN:"."""
        made = re.finditer(r"\S+", target)
        if target.startswith("EN:"):
            next(made)
        return [Link(a.span(), b.span()) for a, b in zip(re.finditer(r"\S+", sentence), made, strict=False)]


class TinySummariser:
    """Ranks sentences by length, longest first."""

    method = "tiny"

    def rank(self, article: Article) -> list[Choice]:
        able = [s for p in article.paragraphs if p.role in SUMMARISED for s in p.sentences]
        best = sorted(able, key=lambda sentence: (-len(sentence.text), sentence.id))
        return [Choice(s.id, rank, float(len(s.text))) for rank, s in enumerate(best, 1)]


class TinySegmenter:
    """Splits after every full stop, question or exclamation mark that is followed by a space."""

    def spans(self, text: str) -> list[tuple[int, int]]:
        return [m.span() for m in re.finditer(r"\S.*?(?:[.!?](?=\s|$)|$)", text, re.DOTALL)]
