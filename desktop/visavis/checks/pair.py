"""A sentence and its translation, with their words, tokenized once for all checks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

Span = tuple[int, int]

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class SentencePair:
    """A sentence and its translation; `score` is None for the user's own words; `before` is the previous pair."""

    source: str
    target: str
    score: float | None = None
    before: SentencePair | None = None

    @cached_property
    def french_words(self) -> list[str]:
        """The lowercase words of the sentence; apostrophes and hyphens separate words."""
        return WORD.findall(self.source.lower())

    @cached_property
    def english_words(self) -> list[str]:
        """The lowercase words of the translation."""
        return WORD.findall(self.target.lower())

    @cached_property
    def french_vocabulary(self) -> frozenset[str]:
        """The distinct words of the sentence."""
        return frozenset(self.french_words)

    @cached_property
    def english_vocabulary(self) -> frozenset[str]:
        """The distinct words of the translation."""
        return frozenset(self.english_words)


def compile_phrases(phrases: Iterable[str], flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Compile a pattern that matches any of the regular expressions as whole words."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(phrases)})(?![^\W_])", flags)
