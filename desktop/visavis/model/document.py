"""An article together with its translation and ranking: what the widgets show and the exports write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from visavis.model.article import Article, Paragraph, Sentence
from visavis.model.passage import Choice, PackageInfo, Passage, Summary
from visavis.model.summary_picks import SummaryPicks


@dataclass
class Document:
    """An article, its translated passages and its summary.

    `translation_path` is the file of a translation made elsewhere, empty if the translation is our own.
    """

    article: Article
    package: PackageInfo
    passages: dict[int, Passage] = field(default_factory=dict)
    ranking: tuple[Choice, ...] = ()
    method: str = ""
    picks: SummaryPicks = field(default_factory=SummaryPicks)
    translation_path: str = ""

    @property
    def total(self) -> int:
        """Number of sentences."""
        return sum(len(p.sentences) for p in self.article.paragraphs)

    def done(self) -> frozenset[int]:
        """Return the ids of sentences that need no translation: done by the current package, or written by the user."""
        return find_finished_sentences(self.passages.values(), self.package)

    @property
    def complete(self) -> bool:
        """True if every sentence has been translated."""
        return len(self.done()) == self.total

    def target(self, sentence: Sentence) -> str:
        """Return the translation of a sentence, or an empty string if there is none yet."""
        passage = self.passages.get(sentence.id)
        return passage.target if passage else ""

    def english(self, sentence: Sentence) -> str:
        """Return the translation of a sentence, or an empty string if it has none or stands there in French."""
        passage = self.passages.get(sentence.id)
        return passage.target if passage and not passage.untranslated else ""

    def summary(self, count: int) -> Summary:
        """Return the best `count` sentences in reading order, adjusted by the user's own picks.

        A sentence that will have no English is in it only if the user has pinned it.
        """
        ranking = [choice for choice in self.ranking if choice.id in self.picks.pinned or self._may_be_english(choice)]
        return Summary(self.method, tuple(self.picks.choose(ranking, count)))

    def chosen(self, count: int) -> Iterator[tuple[Sentence, str]]:
        """Yield the sentences of the summary in display order, each with its translation."""
        choices = self.summary(count).choices
        wanted = {choice.id for choice in choices}
        sentences = {sentence.id: sentence for sentence in self.article.sentences() if sentence.id in wanted}
        for choice in choices:
            yield sentences[choice.id], self.target(sentences[choice.id])

    def _may_be_english(self, choice: Choice) -> bool:
        passage = self.passages.get(choice.id)
        return not passage.untranslated and bool(passage.target) if passage else not self.translation_path

    def paragraph_target(self, paragraph: Paragraph) -> str:
        """Return the translation of a paragraph as running text."""
        return " ".join(filter(None, map(self.target, paragraph.sentences)))


def find_finished_sentences(passages: Iterable[Passage], package: PackageInfo) -> frozenset[int]:
    """Return the ids of sentences translated by `package`, or edited or verified by the user."""
    return frozenset(p.sentence.id for p in passages if p.package in (None, package) or p.human)
