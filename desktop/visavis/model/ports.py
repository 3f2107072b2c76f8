"""What an engine must offer; the core calls these and knows nothing of who stands behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from visavis.model.article import Article, Sentence
from visavis.model.glossary import Glossary
from visavis.model.passage import Choice, Hypothesis, Link, Match, PackageInfo, Passage


class Segmenter(Protocol):
    """Finds where sentences end."""

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return (start, end) of each sentence of a paragraph, in order, without the space around it."""


class Translator(Protocol):
    """Translates sentences."""

    @property
    def package(self) -> PackageInfo:
        """Name the package at work."""

    def translate(self, sentences: Sequence[str]) -> Iterator[list[tuple[int, Hypothesis]]]:
        """Yield (index, hypothesis) batch by batch, every index once, early sentences in early batches.

        It may be closed between batches; raises EngineFailed.
        """

    def alternatives(self, sentence: str, count: int = 5) -> list[Hypothesis]:
        """Return at most `count` different translations, best first; raises EngineFailed."""

    def links(self, sentence: str, target: str) -> list[Link]:
        """Return which words of a sentence stand behind which of its translation, anybody's; raises EngineFailed."""


class Memory(Protocol):
    """Remembers translations while `on`; never raises: what cannot be read is not known, nor written kept."""

    @property
    def on(self) -> bool:
        """Tell whether it does."""

    def recall(self, sentences: Sequence[Sentence], package: PackageInfo) -> list[Passage]:
        """Return the passages known, with a reader's correction before what the package made of a sentence."""

    def keep(self, passages: Sequence[Passage]) -> None:
        """Remember what a package made of sentences."""

    def correct(self, passages: Sequence[Passage]) -> None:
        """Remember the reader's own words for sentences, and forget those that she has taken back."""

    def similar(self, sentence: str, count: int = 3) -> list[Match]:
        """Return corrections of sentences like this one, the most similar first."""

    def clear(self) -> None:
        """Forget everything."""


class Speller(Protocol):
    """Knows the words of English."""

    def misspelt(self, words: Iterable[str]) -> frozenset[str]:
        """Return the words that are not English."""

    def suggestions(self, word: str) -> list[str]:
        """Return what may be meant by a misspelt word, the likeliest first."""


class Summariser(Protocol):
    """Picks the sentences that matter."""

    method: str

    def rank(self, article: Article) -> list[Choice]:
        """Return every sentence that may be chosen, best first."""


@dataclass(frozen=True, slots=True)
class Engines:
    """The engines to work with; those slow to load are made when they are first needed, off the window's thread."""

    segmenter: Segmenter
    translator: Callable[[], Translator]
    summariser: Callable[[str], Summariser]
    methods: dict[str, str]  # name of a summary method: what it favours, in one line
    memory: Memory | None = None
    glossary: Callable[[], Glossary] = Glossary  # as it is now: lists may be imported
    speller: Speller | None = None
    prepare: Callable[[], None] = lambda: None  # begin to load what translates; returns at once, and never raises
