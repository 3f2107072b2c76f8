"""Omission and addition: words in a row that have no counterpart in a sentence that is too short or too long for it.

The weights were fitted by logistic regression on the even pairs of newstest2013 and flores200-dev, with a clause of six
words or more taken from, or put into, 100 of them (packaging/benchmarks/checks.py).
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from visavis.checks.meaning.lexicon import (
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

FEWEST_WORDS = 4  # in a row without a counterpart
# Numbers have a check of their own: "trois cent quarante-deux mille euros" may be "€342,000".
_NUMERALS = frozenset(
    reduce_to_stem(word) for numerals in (FRENCH, ENGLISH) for word in (*numerals.units, *numerals.scales)
)


def check(pair: SentencePair) -> Iterator[Flag]:
    """Yield a part of the French that was left out, and a part of the English that was added."""
    french, english = (
        [stem for stem in find_stems(text) if stem.text not in _NUMERALS] for text in (pair.source, pair.target)
    )
    shortness = math.log((len(pair.source.split()) + 2) / (len(pair.target.split()) + 2))
    if shortness > 0:
        words = mark_covered(french, english, load_lexicon())
        run = _find_longest_run(words)
        if len(run) >= FEWEST_WORDS and 0.64 * len(run) + 12.3 * shortness + 0.092 * len(words) > 10.7:
            span = _join_spans(run)
            yield Flag("omission", Message("“{0}” is not in the translation", pair.source[slice(*span)]), span)
    elif shortness < -0.05:
        words = mark_covered(english, french, load_reverse_lexicon())
        run = _find_longest_run(words)
        if len(run) >= FEWEST_WORDS and 1.05 * len(run) - 9.9 * shortness + 0.123 * len(words) > 8.2:
            span = _join_spans(run)
            yield Flag("addition", Message("“{0}” is not in the French", pair.target[slice(*span)]), None, span)


def _find_longest_run(words: list[tuple[Stem, bool]]) -> list[Stem]:
    """Return the longest run of words without a counterpart."""
    best: list[Stem] = []
    run: list[Stem] = []
    for stem, covered in words:
        run = [] if covered else [*run, stem]
        best = max(best, run, key=len)
    return best


def _join_spans(stems: list[Stem]) -> Span:
    return stems[0].span[0], stems[-1].span[1]
