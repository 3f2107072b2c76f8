"""The methods of summarising by name, the default first, and what each goes by."""

from __future__ import annotations

#: Those of sumy.
SUMY = {
    "lexrank": "sentences that many others resemble",
    "textrank": "sentences that share words with many others",
    "lsa": "sentences that cover the main topics",
    "luhn": "sentences dense with the article's frequent words",
    "edmundson": "sentences that share words with the title or come early",
    "sum-basic": "sentences with frequent words not yet covered",
    "kl": "sentences whose words together mirror the whole article",
    "reduction": "sentences with the strongest links to all others",
}
METHODS = {
    "news": "sentences near the top, with words of the title and the main topic, without repeats",
    "lead": "the first sentences",
    **SUMY,
}
DEFAULT = "news"
