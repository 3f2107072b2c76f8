"""One document: the article, the passages made so far, the ranking. Widgets and exports show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from visavis.model.article import Article, Paragraph, Sentence
from visavis.model.passage import Choice, PackageInfo, Passage, Summary
from visavis.model.summary_picks import SummaryPicks


@dataclass
class Document:
    """An article and what has been made of it."""

    article: Article
    package: PackageInfo
    passages: dict[int, Passage] = field(default_factory=dict)
    ranking: tuple[Choice, ...] = ()
    method: str = ""
    picks: SummaryPicks = field(default_factory=SummaryPicks)

    @property
    def total(self) -> int:
        """Count the sentences."""
        return sum(len(p.sentences) for p in self.article.paragraphs)

    def done(self) -> frozenset[int]:
        """Return the sentences that need no translating: by the package at work, or in a reader's words."""
        return find_finished_sentences(self.passages.values(), self.package)

    @property
    def complete(self) -> bool:
        """Tell whether every sentence has been translated."""
        return len(self.done()) == self.total

    def target(self, sentence: Sentence) -> str:
        """Return the translation of a sentence, or nothing while there is none."""
        passage = self.passages.get(sentence.id)
        return passage.target if passage else ""

    def summary(self, count: int) -> Summary:
        """Return the best `count` sentences in reading order, as far as the reader has not picked others."""
        return Summary(self.method, tuple(self.picks.choose(self.ranking, count)))

    def chosen(self, count: int) -> Iterator[tuple[Sentence, str]]:
        """Yield the sentences of a summary in its order, each with its translation."""
        choices = self.summary(count).choices
        wanted = {choice.id for choice in choices}
        sentences = {sentence.id: sentence for sentence in self.article.sentences() if sentence.id in wanted}
        for choice in choices:
            yield sentences[choice.id], self.target(sentences[choice.id])

    def paragraph_target(self, paragraph: Paragraph) -> str:
        """Return the translation of a paragraph as running text."""
        return " ".join(filter(None, map(self.target, paragraph.sentences)))


def find_finished_sentences(passages: Iterable[Passage], package: PackageInfo) -> frozenset[int]:
    """Return the sentences whose passages are by `package`, or in a reader's words."""
    return frozenset(p.sentence.id for p in passages if p.package in (None, package) or p.human)
