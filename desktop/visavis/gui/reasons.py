"""Say in the language of the window why a sentence is in the summary."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from visavis.model.passage import Choice, Reason, ReasonKind
from visavis.model.summary_picks import SummaryPicks

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


def describe_method(method: str, otherwise: str = "") -> str:
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


def describe_rank(choice: Choice, of: int, method: str, picks: SummaryPicks) -> str:
    """Return the rank of a sentence among `of`, its score, and why it has them."""
    rank = translate("Reasons", "Rank {0} of {1}, score {2}").format(
        choice.rank, of, QLocale().toString(choice.score, "g", 3)
    )
    by_hand = [translate("Reasons", "pinned by you")] * (choice.id in picks.pinned)
    why = [*by_hand, *(_describe_reason(reason, method) for reason in choice.why)] or [
        translate("Reasons", "adds something new")
    ]
    return f"{rank} · {' · '.join(why)}"


def _describe_reason(reason: Reason, method: str) -> str:
    words = ", ".join(reason.words)
    return {
        ReasonKind.FIRST: translate("Reasons", "first sentence"),
        ReasonKind.EARLY: translate("Reasons", "near the beginning"),
        ReasonKind.TITLE: translate("Reasons", "words of the title: {0}").format(words),
        ReasonKind.WORDS: translate("Reasons", "main words: {0}").format(words),
        ReasonKind.CENTRAL: translate("Reasons", "close to the article as a whole"),
        ReasonKind.METHOD: describe_method(method, method),
        ReasonKind.REFERS: translate("Reasons", "leans on the sentence before it"),
        ReasonKind.CUT: translate("Reasons", "inside a longer quotation"),
        ReasonKind.AGAIN: translate("Reasons", "said before"),
    }[reason.ground]
