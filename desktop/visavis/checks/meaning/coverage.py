"""Omission and addition: words without a counterpart in a sentence that is too short or too long for it.

The weights were fitted by logistic regression on 17,500 pairs of news-wmt08-12 and news-commentary, and on 2,500 with a
clause of six words or more taken from them, or put into them (packaging/benchmarks/wrong_pairs.py).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from visavis.checks.meaning.lexicon import (
    Lexicon,
    Stem,
    find_stems,
    load_lexicon,
    load_reverse_lexicon,
    mark_covered,
    reduce_to_stem,
)
from visavis.checks.numbers import ENGLISH, FRENCH
from visavis.checks.pair import SentencePair, Span
from visavis.model.message import Message
from visavis.model.passage import Flag

FEWEST_WORDS = 3  # without a counterpart, more than those with one among them count for
NEAR = 40  # letters before a part that belong to it, from the start of its clause
LAST = 25  # letters at the end of a sentence
COVERED = 2  # words without a counterpart that one with a counterpart outweighs
# Numbers have a check of their own: "trois cent quarante-deux mille euros" may be "€342,000".
_NUMERALS = frozenset(
    reduce_to_stem(word) for numerals in (FRENCH, ENGLISH) for word in (*numerals.units, *numerals.scales)
)


class _Weights(NamedTuple):
    """What speaks for a missing part: its words, the lengths in words and letters, the words known.

    And the share without a counterpart of the words outside it, its start in a clause, its place at the end.
    """

    part: float
    words: float
    letters: float
    known: float
    rest: float
    clause: float
    end: float
    least: float


_OMISSION = _Weights(0.53, 2.22, 10.17, 1.49, 0, 1.41, 0.81, 13.5)
_ADDITION = _Weights(0.42, 4.51, 7.42, 3.08, 3.05, 1.58, 2.77, 15.5)


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield a part of the French that was left out, and a part of the English that was added."""
    span = _find_part(pair.source, pair.target, load_lexicon(), _OMISSION)
    if span:
        yield Flag("omission", Message("“{0}” is not in the translation", pair.source[slice(*span)]), span)
        return
    span = _find_part(pair.target, pair.source, load_reverse_lexicon(), _ADDITION)
    if span:
        yield Flag("addition", Message("“{0}” is not in the French", pair.target[slice(*span)]), None, span)


def _find_part(text: str, other: str, lexicon: Lexicon, weights: _Weights) -> Span | None:
    """Return the span of a part of a text that is missing in the other."""
    longer = math.log((len(text.split()) + 2) / (len(other.split()) + 2))
    if longer < -0.2:
        return None  # a text that is clearly the shorter holds nothing that the other lacks
    stems = [stem for stem in find_stems(text) if stem.text not in _NUMERALS]
    score = weights.words * longer + weights.letters * math.log((len(text) + 10) / (len(other) + 10))
    most = weights.rest + weights.clause + weights.end
    if score + most + weights.part * len(stems) + weights.known * math.log(len(stems) + 1) <= weights.least:
        return None  # most sentences: not even all of their words would be enough
    words = mark_covered(stems, find_stems(other), lexicon)
    part, size = _find_uncovered(words)
    if size < FEWEST_WORDS:
        return None
    start, end = part[0].span[0], part[-1].span[1]
    outside = [covered for stem, covered in words if not start <= stem.span[0] < end]
    score += weights.part * size + weights.known * math.log(len(words) + 1)
    score += weights.rest * outside.count(False) / (len(outside) + 1)
    opening = _find_start(text, start)
    score += weights.clause * (opening is not None) + weights.end * (end >= len(text) - LAST)
    return (start if opening is None else opening, end) if score > weights.least else None


def _find_start(text: str, start: int) -> int | None:
    """Return where the clause begins that a part begins in, if that is near."""
    opening = max(text.rfind(mark, max(0, start - NEAR), start) for mark in ",;:(") + 1
    return opening + (len(text[opening:start]) - len(text[opening:start].lstrip())) if opening else None


def _find_uncovered(words: list[tuple[Stem, bool]]) -> tuple[list[Stem], int]:
    """Return the part with most words without a counterpart, and how many more these are than those that have one."""
    best: list[Stem] = []
    most = 0
    run: list[Stem] = []
    size = 0
    for stem, covered in words:
        run, size = [*run, stem], size + (-COVERED if covered else 1)
        if size <= 0:
            run, size = [], 0
        if size > most:
            best, most = run, size
    return best, most
