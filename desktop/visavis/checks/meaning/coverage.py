"""Omission and addition: words without a counterpart in a sentence that is too short or too long for it.

How much each word says was learnt from right pairs (packaging/lexicon/coverage.py). The other weights were fitted by
logistic regression on 9,000 other pairs of news-wmt08-12, news-commentary, gender-bios, web-news and europarl, and on
3,000 each with a clause of six words or more taken from them, or put into them (packaging/benchmarks/wrong_pairs.py):
of the right ones 4 in 1,000 are flagged for each of the two, of the wrong ones 82 in 100 for theirs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from visavis import paths
from visavis.checks.meaning.lexicon import (
    COGNATE,
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

STEP = 0.35  # of the weights in the resource, natural logarithms
COVERED, BY_STEP = -0.9, -0.5  # what a word with a counterpart says: so much, and this share of what it says without
NAME, NAMED = 0.9, -1.8  # the same of a word with a capital that the lexicon has not
NEAR = 40  # letters before a part that belong to it, from the start of its clause
LAST = 25  # letters at the end of a sentence
SHORTER = -0.2  # the logarithm of lengths below which a text is clearly the shorter: it holds nothing the other lacks
LEAST_LONGER = -0.4  # what lengths must say; this saves time
# Numbers have a check of their own: "trois cent quarante-deux mille euros" may be "€342,000".
_NUMERALS = frozenset(
    reduce_to_stem(word) for numerals in (FRENCH, ENGLISH) for word in (*numerals.units, *numerals.scales)
)
_NAME = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]{3,}")


class _Weights(NamedTuple):
    """What speaks for a missing part: what its words say, the lengths in words and letters, the words known.

    And the share without a counterpart of the words outside it, what those say, its start in a clause, its place at the
    end.
    """

    part: float
    words: float
    letters: float
    known: float
    lost: float
    rest: float
    clause: float
    end: float
    least: float


_OMISSION = _Weights(2.96, 2.08, 8.27, 1.1, 0.91, -0.93, 1.5, 0.98, 15.9)
_ADDITION = _Weights(2.61, 4.47, 4.83, 2.49, 2.16, -0.63, 2.25, 3.35, 18.7)


class _Part(NamedTuple):
    """A part of a text, what its words say together, and the others: how many have no counterpart, what they say."""

    span: Span
    score: float
    lost: float
    rest: float


@cache
def _load_weights(language: str) -> Mapping[str, float]:
    """Return how much each stem says when it has no counterpart."""
    lines = paths.find_resource("coverage.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line[0] != "#")
    return {stem: STEP * int(steps) for of, steps, stems in rows if of == language for stem in stems.split()}


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield a part of the French that was left out, and a part of the English that was added."""
    span = _find_part(pair.source, pair.target, "fr", _OMISSION)
    if span:
        yield Flag("omission", Message("“{0}” is not in the translation", pair.source[slice(*span)]), span)
        return
    span = _find_part(pair.target, pair.source, "en", _ADDITION)
    if span:
        yield Flag("addition", Message("“{0}” is not in the French", pair.target[slice(*span)]), None, span)


def _find_part(text: str, other: str, language: str, weights: _Weights) -> Span | None:
    """Return the span of a part of a text that is missing in the other."""
    longer = math.log((len(text.split()) + 2) / (len(other.split()) + 2))
    if longer < SHORTER:
        return None
    score = weights.words * longer + weights.letters * math.log((len(text) + 10) / (len(other) + 10))
    if score < LEAST_LONGER:
        return None
    stems = [stem for stem in find_stems(text) if stem.text not in _NUMERALS]
    said = _load_weights(language)
    together = sum(max(NAME, said.get(stem.text, 0)) for stem in stems)
    most = weights.part * math.log(1 + together) + weights.lost + weights.clause + weights.end
    if score + most + weights.known * math.log(len(stems) + 1) <= weights.least:
        return None  # most sentences: not even all of their words would be enough
    words = _weigh_words(text, stems, find_stems(other), language)
    part = _find_uncovered(words)
    if not part:
        return None
    start, end = part.span
    opening = _find_start(text, start)
    score += weights.part * math.log(1 + part.score) + weights.known * math.log(len(words) + 1)
    score += weights.lost * part.lost + weights.rest * part.rest
    score += weights.clause * (opening is not None) + weights.end * (end >= len(text) - LAST)
    return (start if opening is None else opening, end) if score > weights.least else None


def _weigh_words(text: str, stems: list[Stem], others: tuple[Stem, ...], language: str) -> list[tuple[Stem, float]]:
    """Return the words that the lexicon knows, and names, with how much each speaks for a part left out."""
    lexicon: Lexicon = load_lexicon() if language == "fr" else load_reverse_lexicon()
    weights, beginnings = _load_weights(language), {other.text[:COGNATE] for other in others}
    covered, words = dict(mark_covered(stems, others, lexicon)), []
    for stem in stems:
        weight = weights.get(stem.text, STEP)
        if stem in covered:
            words.append((stem, COVERED + BY_STEP * weight if covered[stem] else weight))
        elif _NAME.match(text, stem.span[0]):
            words.append((stem, NAMED if stem.text[:COGNATE] in beginnings else NAME))
    return words


def _find_start(text: str, start: int) -> int | None:
    """Return where the clause begins that a part begins in, if that is near."""
    opening = max(text.rfind(mark, max(0, start - NEAR), start) for mark in ",;:(") + 1
    return opening + (len(text[opening:start]) - len(text[opening:start].lstrip())) if opening else None


def _find_uncovered(words: list[tuple[Stem, float]]) -> _Part | None:
    """Return the part whose words say most together."""
    best, most, run, first = (0, 0), 0.0, 0.0, 0
    for at, (_, weight) in enumerate(words):
        if run <= 0:
            run, first = 0.0, at
        run += weight
        if run > most:
            best, most = (first, at + 1), run
    if not most:
        return None
    part, outside = words[slice(*best)], [weight for _, weight in words[: best[0]] + words[best[1] :]]
    lost = sum(weight >= 0 for weight in outside) / (len(outside) + 1)
    rest = sum(max(weight, -1.0) for weight in outside) / (len(outside) + 1)
    return _Part((part[0][0].span[0], part[-1][0].span[1]), most, lost, rest)
