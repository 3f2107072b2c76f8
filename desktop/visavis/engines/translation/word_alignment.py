"""Word alignment by leaving words out.

If the engine finds a target word much less likely without a source word, the two belong together (the prediction
difference of Li et al. 2019, https://aclanthology.org/P19-1124). Unlike attention, of which packages expose one head
and rarely the useful one, this works with every model, and with a translation the user has edited.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import chain

import numpy as np

from visavis.engines.translation.normalisation import normalise
from visavis.engines.translation.pieces import Pieces
from visavis.model.passage import Link

# Minimum loss in log-probability (natural logarithm), absolute and as a share of the word's largest loss.
LEAST, SHARE = 0.7, 0.5

# French words, an elided article counting as one; and currency and percent signs
_SOURCE = re.compile(r"[^\W_]+(?:[-.,:/][^\W_]+)*['’]?|[%€$£]")
_TARGET = re.compile(r"\S+")
_EDGES = re.compile(r"^[^\w%€$£]+|[^\w%€$£]+$")

Span = tuple[int, int]
# Returns the log-probability of each token of one target, for each of many sources.
Scorer = Callable[[Sequence[list[str]], list[str]], Sequence[Sequence[float]]]


def find_links(sentence: str, target: str, cut: Pieces, score: Scorer, limit: int) -> list[Link]:
    """Return the links between words as spans of both texts; none if either side has over `limit` tokens."""
    source_words = [match.span() for match in _SOURCE.finditer(sentence)]
    target_words = [match.span() for match in _TARGET.finditer(target)]
    pieces = [cut.encode_target(normalise(target[start:end])) for start, end in target_words]
    tokens = list(chain.from_iterable(pieces))
    whole = cut.encode(normalise(sentence))
    if not source_words or not tokens or max(len(whole), len(tokens)) > limit:
        return []
    without = [cut.encode(normalise(f"{sentence[:start]} {sentence[end:]}")) or whole for start, end in source_words]
    scores = np.array([list(token_scores)[: len(tokens)] for token_scores in score([whole, *without], tokens)])
    ends = np.cumsum([len(one) for one in pieces])
    # One row per target word, one column per source word.
    loss = np.array([part.sum(axis=1) for part in np.split(scores[0] - scores[1:], ends[:-1], axis=1)])
    enough = loss >= np.maximum(LEAST, SHARE * loss.max(axis=1, keepdims=True))
    return [
        Link(source_words[column], _trim_punctuation(target, target_words[row])) for row, column in np.argwhere(enough)
    ]


def _trim_punctuation(text: str, span: Span) -> Span:
    """Return a span without the punctuation at its ends, unless it is all punctuation."""
    start, end = span
    word = _EDGES.sub("", text[start:end])
    begin = text.index(word, start)
    return (begin, begin + len(word)) if word else span
