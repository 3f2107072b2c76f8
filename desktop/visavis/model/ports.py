"""Interfaces of the engines. The pipeline uses these and knows nothing of the implementations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from visavis.model.article import Article, Sentence
from visavis.model.glossary import Glossary
from visavis.model.passage import Choice, Hypothesis, Link, Match, PackageInfo, Passage


class Segmenter(Protocol):
    """Splits text into sentences."""

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return the (start, end) span of each sentence of a paragraph, in order, without surrounding spaces."""


class WholeText:
    """A segmenter that leaves a paragraph whole."""

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return the span of the whole text."""
        return [(0, len(text))] if text.strip() else []


class Translator(Protocol):
    """Translates sentences."""

    @property
    def package(self) -> PackageInfo:
        """The language package in use."""

    def translate(self, sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
        """Yield (index, hypothesis) batch by batch, every index once, early sentences first.

        The generator may be closed between batches. Raises EngineFailed.
        """

    def alternatives(self, sentence: str, count: int = 5) -> list[Hypothesis]:
        """Return at most `count` different translations, best first. Raises EngineFailed."""

    def hypotheses(self, sentences: Sequence[str], count: int, begins: Sequence[str]) -> list[list[Hypothesis]]:
        """Return the whole beam of each sentence, `count` wide, best first, with likes. Raises EngineFailed.

        `begins` are the English words that each shall begin with; the score is of what follows them.
        """

    def links(self, sentence: str, target: str) -> list[Link]:
        """Return the word alignment of a sentence and any translation of it, edited ones included.

        Raises EngineFailed.
        """


class Memory(Protocol):
    """The translation memory, active while `on`.

    Never raises: a failed read finds nothing, a failed write is dropped.
    """

    @property
    def on(self) -> bool:
        """True if translations are remembered."""

    def recall(self, sentences: Sequence[Sentence], package: PackageInfo) -> list[Passage]:
        """Return the remembered passages; the user's correction takes precedence over the package's translation."""

    def keep(self, passages: Sequence[Passage]) -> None:
        """Store machine translations."""

    def correct(self, passages: Sequence[Passage]) -> None:
        """Store the user's corrections, and delete those that were undone."""

    def similar(self, sentence: str, count: int = 3) -> list[Match]:
        """Return the user's corrections of similar sentences, most similar first."""

    def clear(self) -> None:
        """Delete everything."""


class Speller(Protocol):
    """An English spelling checker."""

    def misspelt(self, words: Iterable[str]) -> frozenset[str]:
        """Return the words that are not English."""

    def suggestions(self, word: str) -> list[str]:
        """Return suggestions for a misspelt word, likeliest first."""


class Summariser(Protocol):
    """Ranks sentences for a summary."""

    method: str

    def rank(self, article: Article) -> list[Choice]:
        """Return every sentence that may be chosen, best first."""


@dataclass(frozen=True, slots=True)
class Engines:
    """The engines in use; those slow to load are created on first use, off the GUI thread."""

    segmenter: Segmenter
    translator: Callable[[], Translator]
    summariser: Callable[[str], Summariser]
    methods: dict[str, str]  # summary methods by name, each with one line on what it favours
    memory: Memory | None = None
    glossary: Callable[[], Glossary] = Glossary  # a function, because the user may import lists at any time
    speller: Speller | None = None
    prepare: Callable[[], None] = lambda: None  # start loading the translator; returns at once and never raises
    english_segmenter: Segmenter = field(default_factory=WholeText)  # cuts a translation made elsewhere
