"""Counts words, paragraphs, sentences and flags of a document."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from visavis.analysis.sentence_counts import SentenceCounts, count_sentences
from visavis.model.document import Document
from visavis.model.words import count_words

# Silent reading speed of adults, in words per minute (Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047).
ENGLISH_SPEED, FRENCH_SPEED = 238, 214


@dataclass(frozen=True, slots=True)
class Statistics:
    """The statistics of a document; `flags` counts the open flags by check; times are in minutes."""

    french_words: int
    english_words: int
    paragraphs: int
    sentences: SentenceCounts
    flags: dict[str, int]

    @property
    def french_minutes(self) -> float:
        """Reading time of the original."""
        return self.french_words / FRENCH_SPEED

    @property
    def english_minutes(self) -> float:
        """Reading time of the translation."""
        return self.english_words / ENGLISH_SPEED


def compute_statistics(document: Document) -> Statistics:
    """Return the statistics of a document as it is now."""
    passages = list(document.passages.values())
    return Statistics(
        document.article.words,
        sum(count_words(passage.target) for passage in passages),
        sum(bool(p.sentences) for p in document.article.paragraphs),
        count_sentences(document),
        dict(Counter(flag.check for passage in passages for flag in passage.open_flags).most_common()),
    )
