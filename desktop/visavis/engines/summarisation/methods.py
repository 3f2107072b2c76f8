"""The methods of summarising by name, the default first, and what each goes by."""

from __future__ import annotations

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
