"""The baseline that news is hard to beat: the first sentences."""

from __future__ import annotations

from visavis.engines.summarisation.sumy_methods import list_eligible
from visavis.model.article import Article
from visavis.model.passage import Choice, Reason, ReasonKind


class LeadSummariser:
    """Takes the sentences as they come."""

    method = "lead"

    def rank(self, article: Article) -> list[Choice]:
        """Return the sentences that may be chosen, in reading order."""
        ids = [sentence.id for sentences in list_eligible(article) for sentence in sentences]
        return [Choice(id_, rank, round(1 / rank, 4), (Reason(ReasonKind.METHOD),)) for rank, id_ in enumerate(ids, 1)]
