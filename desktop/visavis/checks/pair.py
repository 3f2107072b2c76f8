"""A sentence and its translation as the checks look at them: their texts, and their words, found once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

Span = tuple[int, int]

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class SentencePair:
    """A sentence and its translation; `score` is the engine's, None for a reader's words; `before` the pair before."""

    source: str
    target: str
    score: float | None = None
    before: SentencePair | None = None

    @cached_property
    def french_words(self) -> list[str]:
        """Return the words of the sentence in small letters; an apostrophe or a hyphen parts words."""
        return WORD.findall(self.source.lower())

    @cached_property
    def english_words(self) -> list[str]:
        """Return the words of the translation in small letters."""
        return WORD.findall(self.target.lower())

    @cached_property
    def french_vocabulary(self) -> frozenset[str]:
        """Return the different words of the sentence."""
        return frozenset(self.french_words)

    @cached_property
    def english_vocabulary(self) -> frozenset[str]:
        """Return the different words of the translation."""
        return frozenset(self.english_words)


def compile_phrases(phrases: Iterable[str], flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Compile what finds any of the regular expressions as whole words."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(phrases)})(?![^\W_])", flags)
