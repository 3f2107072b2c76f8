"""The methods of summarising by name, the default first, and what each goes by; those who do it wait for first use."""

from __future__ import annotations

from visavis.model.ports import Summariser

#: Those of sumy.
SUMY = {
    "lexrank": "sentences that many others resemble",
    "textrank": "sentences that share words with many others",
    "lsa": "sentences that cover the main topics",
    "luhn": "sentences dense with the article's frequent words",
    "edmundson": "sentences near the title, in words and in place",
    "sum-basic": "sentences made of frequent words, each new to the summary",
    "kl": "sentences that together use words as the whole article does",
    "reduction": "sentences with the strongest links to all others",
}
METHODS = {
    "news": "what news summaries are made of: place, title words, main words, nothing twice",
    "lead": "the first sentences",
    **SUMY,
}
DEFAULT = "news"


def summariser(method: str) -> Summariser:
    """Return the summariser of a method; raises ValueError for one that is not in METHODS."""
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
