"""Puts back English that stands in the French, such as a title, where the engine changed a word of it."""

from __future__ import annotations

import re

# English words that are no French ones: a run of capitals with one of them inside is a title or a name.
_ENGLISH = "the|of|and|with|you|your|my|is|are|it|to|for|from|this|that|will|always|upon|like|be|we|i'm|don't|away|into"
_CAPITAL = r"[A-Z][A-Za-z'’]*"
# Not from the first word of a sentence on, which may be French: "Selon Center for American Progress".
_RUN = re.compile(rf"(?<=[\w,] ){_CAPITAL}(?: (?:{_CAPITAL}|(?:{_ENGLISH}|a|an|in|on)\b))+ {_CAPITAL}")
_PROOF = re.compile(rf"\b(?:{_ENGLISH})\b", re.IGNORECASE)
_LIKE = 85  # of 100: likeness of what the engine made of it


def restore_english(source: str, target: str) -> str:
    """Return the translation with English of the source letter by letter, where something very like it stands."""
    for run in _RUN.findall(source):
        if _PROOF.search(run) and run not in target:
            target = _replace_like(run, target)
    return target


def _replace_like(run: str, target: str) -> str:
    from rapidfuzz.fuzz import ratio  # needed by few sentences

    words = [match.span() for match in re.finditer(r"[\w'’]+", target)]
    count = len(run.split())
    spans = (
        (words[first][0], words[first + size - 1][1])
        for size in (count, count - 1, count + 1)
        for first in range(len(words) - size + 1)
    )
    rated = [(ratio(run.lower(), target[start:end].lower()), start, end) for start, end in spans]
    like, start, end = max(rated, default=(0.0, 0, 0), key=lambda one: one[0])
    return target[:start] + run + target[end:] if like >= _LIKE else target
