"""Make the summariser of a method; the module of each is imported at its first use."""

from __future__ import annotations

from visavis.model.ports import Summariser


def create_summariser(method: str) -> Summariser:
    """Return the summariser of a method; raises ValueError for one that is not in methods.METHODS."""
    match method:
        case "news":
            from visavis.engines.summarisation.news import NewsSummariser

            return NewsSummariser()
        case "lead":
            from visavis.engines.summarisation.lead import LeadSummariser

            return LeadSummariser()
        case _:
            from visavis.engines.summarisation.sumy_methods import SumySummariser

            return SumySummariser(method)
