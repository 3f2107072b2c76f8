"""Detects degenerate translations: repetition, copied French, absurd length, as small models sometimes produce."""

from __future__ import annotations

import re
from collections import Counter
from operator import eq

from visavis.model.message import Message

LONGEST_PHRASE = 8  # words

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_STUTTER = re.compile(r"([^\W\d_]{1,6}?)\1{5,}")  # a syllable repeated at least six times in a row
_SIGNS = re.compile(r"([^\w\s])(?:\s*\1){7,}")  # a symbol repeated at least eight times in a row
# A name twice in a row: "France France Unbowed". 5 of 600,000 human translations have one that the French has not.
_TWICE = re.compile(r"(?<![\w-])([^\W\d_a-zà-ÿ][^\W\d_]{3,}) \1(?![\w-])")
_NOTHING = Message("")
# French function words that distinguish a French sentence from an English one.
_FRENCH = "le la les de des du et est une un dans pour que qui au aux sur ne pas ce cette il elle en par"


def describe_fault(source: str, target: str) -> Message:
    """Return what is obviously wrong with a translation, in a phrase for the user, or an empty message."""
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
    """Report words or phrases three times in a row, a name twice, or stuttering, unless the source has the same."""
    allowed = max(_count_runs(source).values(), default=1)
    # Tolerance: a source that repeats something five times may be translated with six.
    worst = [n for n, times in _count_runs(target).items() if times >= 3 and times > allowed + (allowed >= 3)]
    if worst:
        return Message("a word is repeated") if min(worst) == 1 else Message("a phrase is repeated")
    twice = _TWICE.search(target)
    if twice and twice[0].lower() not in source.lower():
        return Message("a word is repeated")
    if _STUTTER.search(target) and not _STUTTER.search(source):
        return Message("a syllable is repeated")
    return Message("a sign is repeated") if _SIGNS.search(target) and not _SIGNS.search(source) else _NOTHING


def _count_runs(text: str) -> dict[int, int]:
    """Return, for each n, the most times a phrase of n words occurs in a row.

    "999 999" is a number, not a repetition.
    """
    words = _WORD.findall(text.lower())
    runs = {}
    for n in range(1, LONGEST_PHRASE + 1):
        alike = list(map(eq, words[n:], words))
        if alike.count(True) < n:
            continue
        best = same = 0
        for word, is_alike in zip(words[n:], alike, strict=True):
            same = same + 1 if is_alike and not (n == 1 and word.isdigit()) else 0
            best = max(best, same)
        if best >= n:
            runs[n] = best // n + 1
    return runs


def _find_copied(source: str, source_words: list[str], target_words: list[str]) -> Message:
    """Report untranslated French: many shared lowercase words. Capitalised words and numbers are rightly copied."""
    if source.isupper():
        source_words, target_words = [w.lower() for w in source_words], [w.lower() for w in target_words]
    ours = Counter(word for word in target_words if word[0].islower())
    same = ours & Counter(source_words)
    french = sum(same[word] for word in _FRENCH.split())
    copied = same.total() >= 6 and french >= 2 and same.total() > 0.6 * ours.total()
    return Message("the French was copied") if copied else _NOTHING


def _compare_lengths(source_count: int, target_count: int) -> Message:
    """Compare the numbers of words; the ratio varies more in short sentences."""
    if target_count > 2 * source_count + 8:
        return Message("much too long")
    return Message("much too short") if target_count < source_count / 3 - 1 else _NOTHING
