"""Turn the requested length of a summary into a number of sentences."""

from __future__ import annotations

from collections.abc import Sequence

from visavis.model.article import Article
from visavis.model.passage import Choice
from visavis.model.words import count_words

USUAL = 4  # sentences of a summary by default


def count_summary_sentences(
    article: Article,
    ranking: Sequence[Choice],
    *,
    sentences: int | None = None,
    percent: float | None = None,
    words: int | None = None,
) -> int:
    """Return how many of the best-ranked sentences to show, at least one if there are any.

    The length is a number of sentences, a percentage of the sentences that may be chosen, or a maximum number of words.
    """
    if words is not None:
        wanted = _within(article, ranking, words)
    elif percent is not None:
        wanted = round(len(ranking) * percent / 100)
    else:
        wanted = USUAL if sentences is None else sentences
    return min(max(1, wanted), len(ranking))


def _within(article: Article, ranking: Sequence[Choice], words: int) -> int:
    """Return how many of the best-ranked sentences fit within `words` words."""
    lengths = {s.id: count_words(s.text) for s in article.sentences()}
    total = 0
    for count, choice in enumerate(ranking):
        total += lengths[choice.id]
        if total > words:
            return count
    return len(ranking)
