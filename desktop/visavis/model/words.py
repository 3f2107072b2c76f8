"""Count words, the same way everywhere."""

from __future__ import annotations


def count_words(text: str) -> int:
    """Count words as a word processor does: space-separated runs with at least one letter or digit."""
    return sum(any(map(str.isalnum, word)) for word in text.split())
