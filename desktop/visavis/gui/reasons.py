"""Say in the language of the window why a sentence is in the summary."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from visavis.model.passage import Choice, Ground, Reason
from visavis.model.summary_picks import Picks

translate = QCoreApplication.translate

#: What the methods are called.
NAMES = {
    "news": "News",
    "lead": "Lead",
    "lexrank": "LexRank",
    "textrank": "TextRank",
    "lsa": "LSA",
    "luhn": "Luhn",
    "edmundson": "Edmundson",
    "sum-basic": "SumBasic",
    "kl": "KL-Sum",
    "reduction": "Reduction",
}


def favours(method: str, otherwise: str = "") -> str:
    """Return what a method goes by, in one line."""
    return {
        "news": translate("Reasons", "what news summaries are made of: place, title words, main words, nothing twice"),
        "lead": translate("Reasons", "the first sentences"),
        "lexrank": translate("Reasons", "sentences that many others resemble"),
        "textrank": translate("Reasons", "sentences that share words with many others"),
        "lsa": translate("Reasons", "sentences that cover the main topics"),
        "luhn": translate("Reasons", "sentences dense with the article's frequent words"),
        "edmundson": translate("Reasons", "sentences near the title, in words and in place"),
        "sum-basic": translate("Reasons", "sentences made of frequent words, each new to the summary"),
        "kl": translate("Reasons", "sentences that together use words as the whole article does"),
        "reduction": translate("Reasons", "sentences with the strongest links to all others"),
    }.get(method, otherwise)


def told(choice: Choice, of: int, method: str, picks: Picks) -> str:
    """Return the rank of a sentence among `of`, its score, and why it has them."""
    rank = translate("Reasons", "Rank {0} of {1}, score {2}").format(
        choice.rank, of, QLocale().toString(choice.score, "g", 3)
    )
    by_hand = [translate("Reasons", "pinned by you")] * (choice.id in picks.pinned)
    why = [*by_hand, *(_reason(reason, method) for reason in choice.why)] or [
        translate("Reasons", "adds something new")
    ]
    return f"{rank} · {' · '.join(why)}"


def _reason(reason: Reason, method: str) -> str:
    words = ", ".join(reason.words)
    return {
        Ground.FIRST: translate("Reasons", "first sentence"),
        Ground.EARLY: translate("Reasons", "near the beginning"),
        Ground.TITLE: translate("Reasons", "words of the title: {0}").format(words),
        Ground.WORDS: translate("Reasons", "main words: {0}").format(words),
        Ground.CENTRAL: translate("Reasons", "close to the article as a whole"),
        Ground.METHOD: favours(method, method),
        Ground.REFERS: translate("Reasons", "leans on the sentence before it"),
        Ground.CUT: translate("Reasons", "inside a longer quotation"),
        Ground.AGAIN: translate("Reasons", "said before"),
    }[reason.ground]
