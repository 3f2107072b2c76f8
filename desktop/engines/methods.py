"""The methods of summarising by name, the default first, and what each goes by."""

from __future__ import annotations

from desktop.core.article import Article
from desktop.core.passage import Choice, Ground, Reason
from desktop.core.ports import Summariser
from desktop.engines import summaries
from desktop.engines.news import NewsSummariser

METHODS = {
    "news": "what news summaries are made of: place, title words, main words, nothing twice",
    "lead": "the first sentences",
    **summaries.METHODS,
}
DEFAULT = "news"


class LeadSummariser:
    """Takes the sentences as they come: the baseline that news is hard to beat."""

    method = "lead"

    def rank(self, article: Article) -> list[Choice]:
        """Return the sentences that may be chosen, in reading order."""
        ids = [sentence.id for sentences in summaries.eligible(article) for sentence in sentences]
        return [Choice(id_, rank, round(1 / rank, 4), (Reason(Ground.METHOD),)) for rank, id_ in enumerate(ids, 1)]


def summariser(method: str) -> Summariser:
    """Return the summariser of a method; raises ValueError for one that is not in METHODS."""
    match method:
        case "news":
            return NewsSummariser()
        case "lead":
            return LeadSummariser()
        case _:
            return summaries.SumySummariser(method)
