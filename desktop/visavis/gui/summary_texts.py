"""The window's words for summaries: what the methods are called, what each favours, and why a sentence was chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visavis.model.passage import Choice, Reason, ReasonKind
from visavis.model.summary_picks import SummaryPicks

translate = QCoreApplication.translate

#: The methods that are called after their authors, or by an acronym, in every language.
PROPER_NAMES = {
    "lexrank": "LexRank",
    "textrank": "TextRank",
    "lsa": "LSA",
    "luhn": "Luhn",
    "edmundson": "Edmundson",
    "sum-basic": "SumBasic",
    "kl": "KL-Sum",
}


def name_method(method: str) -> str:
    """Return what a method is called in the window."""
    names = {
        "news": translate("Reasons", "News"),
        "lead": translate("Reasons", "First sentences"),
        "reduction": translate("Reasons", "Reduction"),
    }
    return names.get(method) or PROPER_NAMES.get(method, method)


def describe_method(method: str, otherwise: str = "") -> str:
    """Return one line on what a method favours."""
    return {
        "news": translate(
            "Reasons", "sentences near the top, with words of the title and the main topic, without repeats"
        ),
        "lead": translate("Reasons", "the first sentences"),
        "lexrank": translate("Reasons", "sentences that many others resemble"),
        "textrank": translate("Reasons", "sentences that share words with many others"),
        "lsa": translate("Reasons", "sentences that cover the main topics"),
        "luhn": translate("Reasons", "sentences dense with the article's frequent words"),
        "edmundson": translate("Reasons", "sentences that share words with the title or come early"),
        "sum-basic": translate("Reasons", "sentences with frequent words not yet covered"),
        "kl": translate("Reasons", "sentences whose words together mirror the whole article"),
        "reduction": translate("Reasons", "sentences with the strongest links to all others"),
    }.get(method, otherwise)


def describe_rank(choice: Choice, of: int, method: str, picks: SummaryPicks) -> str:
    """Return the rank of a sentence among `of`, and the reasons for it."""
    rank = translate("Reasons", "Rank {0} of {1}").format(choice.rank, of)
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
        ReasonKind.REFERS: translate("Reasons", "refers to the sentence before it"),
        ReasonKind.CUT: translate("Reasons", "inside a longer quotation"),
        ReasonKind.AGAIN: translate("Reasons", "already said"),
    }[reason.ground]
