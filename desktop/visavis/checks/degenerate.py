"""Recognises a translation that went off the rails, as small models sometimes do."""

from __future__ import annotations

import re
from collections import Counter

from visavis.model.message import Message

LONGEST_PHRASE = 8  # words

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_STUTTER = re.compile(r"([^\W\d_]{1,6}?)\1{5,}")
_SIGNS = re.compile(r"([^\w\s])(?:\s*\1){7,}")
_NOTHING = Message("")
#: French words that tell a French sentence from an English one.
_FRENCH = "le la les de des du et est une un dans pour que qui au aux sur ne pas ce cette il elle en par"


def describe_fault(source: str, target: str) -> Message:
    """Return what is wrong with a translation at first sight, in a phrase for the reader, or nothing."""
    if not any(map(str.isalpha, source)):
        return _NOTHING
    source_words, target_words = _WORD.findall(source), _WORD.findall(target)
    if not target_words:
        return Message("empty")
    return (
        _find_repeated(source, target)
        or _find_copied(source, source_words, target_words)
        or _compare_lengths(len(source_words), len(target_words))
    )


def _find_repeated(source: str, target: str) -> Message:
    """Find what is said three times in a row, or stuttered, unless the source does it as well."""
    allowed = max(_count_runs(source).values(), default=1)
    # A source that says a thing five times may well be translated by one that says it six times.
    worst = [n for n, times in _count_runs(target).items() if times >= 3 and times > allowed + (allowed >= 3)]
    if worst:
        return Message("a word is repeated") if min(worst) == 1 else Message("a phrase is repeated")
    if _STUTTER.search(target) and not _STUTTER.search(source):
        return Message("a syllable is repeated")
    return Message("a sign is repeated") if _SIGNS.search(target) and not _SIGNS.search(source) else _NOTHING


def _count_runs(text: str) -> dict[int, int]:
    """Return how often, at most, a phrase of n words stands in a row, for each n; "999 999" is a figure."""
    words = _WORD.findall(text.lower())
    runs = {}
    for n in range(1, LONGEST_PHRASE + 1):
        best = same = 0
        for i in range(n, len(words)):
            same = same + 1 if words[i] == words[i - n] and not (n == 1 and words[i].isdigit()) else 0
            best = max(best, same)
        if best >= n:
            runs[n] = best // n + 1
    return runs


def _find_copied(source: str, source_words: list[str], target_words: list[str]) -> Message:
    """Find French left as it was: many small-letter words in common, for names and figures are rightly copied."""
    if source.isupper():
        source_words, target_words = [w.lower() for w in source_words], [w.lower() for w in target_words]
    ours = Counter(word for word in target_words if word[0].islower())
    same = ours & Counter(source_words)
    french = sum(same[word] for word in _FRENCH.split())
    copied = same.total() >= 6 and french >= 2 and same.total() > 0.6 * ours.total()
    return Message("the French was copied") if copied else _NOTHING


def _compare_lengths(source_count: int, target_count: int) -> Message:
    """Compare the numbers of words; short sentences vary more."""
    if target_count > 2 * source_count + 8:
        return Message("much too long")
    return Message("much too short") if target_count < source_count / 3 - 1 else _NOTHING
