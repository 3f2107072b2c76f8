"""What is counted of an article, in one line: the same names for the same things everywhere."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visavis.analysis.sentence_counts import SentenceCounts

translate = QCoreApplication.translate


def describe_counts(counted: SentenceCounts) -> str:
    """Say how many flags there are, and for how many sentences a reader answers; nothing where there is nothing."""
    parts = (
        translate("Counts", "1 flag") if counted.flags == 1 else translate("Counts", "{0} flags"),
        translate("Counts", "{0} edited"),
        translate("Counts", "{0} of {1} verified"),
    )
    numbers = (counted.flags, counted.edited, counted.verified)
    return " · ".join(text.format(number, counted.total) for text, number in zip(parts, numbers, strict=True) if number)
