"""The counts of an article in one line, worded the same way everywhere."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from visavis.analysis.sentence_counts import SentenceCounts

translate = QCoreApplication.translate


def describe_counts(counted: SentenceCounts) -> str:
    """Return the number of flags and of edited and verified sentences, leaving out zeros."""
    parts = (
        translate("Counts", "1 flag") if counted.flags == 1 else translate("Counts", "{0} flags"),
        translate("Counts", "{0} edited"),
        translate("Counts", "{0} of {1} verified"),
    )
    numbers = (counted.flags, counted.edited, counted.verified)
    return " · ".join(text.format(number, counted.total) for text, number in zip(parts, numbers, strict=True) if number)
