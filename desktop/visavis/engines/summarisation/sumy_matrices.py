"""The slow inner loops of sumy's methods, over whole matrices: the same figures, a hundred times sooner."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def products(bags: Sequence[Mapping[str, float]]) -> Array:
    """Return the dot products of all pairs of weighted bags of words."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, bag in enumerate(bags):
        for word in bag:
            holders[word].append(i)
    total = np.zeros((len(bags), len(bags)))
    for word, where in holders.items():
        weights = np.array([bags[i][word] for i in where])
        total[np.ix_(where, where)] += np.outer(weights, weights)
    return total


def inverse_frequencies(sentences: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return log(N / (1 + n)) of each word, n being the number of sentences that hold it (LexRank's idf)."""
    holding = Counter(word for sentence in sentences for word in set(sentence))
    return {word: math.log(len(sentences) / (1 + n)) for word, n in holding.items()}


def neighbours(frequencies: Sequence[Mapping[str, float]], idf: Mapping[str, float], threshold: float) -> Array:
    """Return LexRank's stochastic matrix: equal steps to each sentence with a cosine above the threshold."""
    dots = products([{word: tf * idf[word] for word, tf in bag.items()} for bag in frequencies])
    lengths = np.sqrt(dots.diagonal())
    near = (dots > threshold * np.outer(lengths, lengths)) & (dots > 0)
    return np.asarray(near / np.maximum(near.sum(axis=1, keepdims=True), 1))


def edges(sentences: Sequence[Sequence[str]]) -> Array:
    """Return the words that each two sentences share, over the sum of the logarithms of their lengths (TextRank)."""
    shared = products([Counter(words) for words in sentences])
    logs = np.log([max(1, len(words)) for words in sentences])
    norms = logs[:, None] + logs[None, :]
    return np.asarray(np.divide(shared, norms, out=np.zeros_like(shared), where=norms > 0))


def smoothed_lengths(bags: Sequence[Mapping[str, int]], vocabulary: int, smooth: float = 0.4) -> Array:
    """Return the length of each column of LSA's matrix of term frequencies, which are at least `smooth`.

    sumy keeps every dimension of the decomposition, so that a sentence's rating is just the length of its column.
    """
    lengths = []
    for bag in bags:
        most = max(bag.values(), default=0)
        squares = sum((smooth + (1 - smooth) * count / most) ** 2 for count in bag.values())
        lengths.append(math.sqrt(squares + (vocabulary - len(bag)) * smooth**2) if bag else 0.0)
    return np.array(lengths)


def average_order(sentences: Sequence[Sequence[str]], frequencies: Mapping[str, float]) -> list[int]:
    """Return the order in which SumBasic takes sentences: by the mean frequency of their words, squared once taken."""
    number = {word: i for i, word in enumerate(frequencies)}
    values = np.array(list(frequencies.values()))
    sizes = np.array([max(1, len(words)) for words in sentences])
    row = np.repeat(np.arange(len(sentences)), [len(words) for words in sentences])
    word = np.array([number[w] for words in sentences for w in words], dtype=np.int64)
    left, order = np.ones(len(sentences), dtype=bool), []
    for _ in sentences:
        means = np.bincount(row, weights=values[word], minlength=len(sentences)) / sizes
        best = int(np.argmax(np.where(left, means, -1)))
        order.append(best)
        left[best] = False
        for w in sentences[best]:
            values[number[w]] **= 2
    return order


def divergence_order(sentences: Sequence[Sequence[str]], lengths: Sequence[int]) -> list[int]:
    """Return the order in which the greedy KL method takes sentences; `lengths` counts their stop words too.

    Each step takes the sentence that, joined to those taken, lets the word frequencies diverge least from the whole's.
    """
    number: dict[str, int] = {}
    rows = [(i, number.setdefault(w, len(number)), n) for i, s in enumerate(sentences) for w, n in Counter(s).items()]
    row, word, count = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    total = np.bincount(word, weights=count, minlength=len(number))
    share = total / max(1, total.sum())
    sizes = np.array([len(s) for s in sentences])
    taken = np.zeros(len(number))
    left, order, taken_length = np.ones(len(sentences), dtype=bool), [], 0
    for _ in sentences:
        # The sum over the words of the summary, and what each sentence would change in it.
        inside = taken > 0
        logs = np.where(inside, share * np.log(share / np.where(inside, taken, 1)), 0)
        change = share[word] * np.log(share[word] / (taken[word] + count)) - logs[word]
        added = np.bincount(row, weights=change, minlength=len(sentences))
        mass = np.bincount(row, weights=np.where(inside[word], 0, share[word]), minlength=len(sentences))
        scores = logs.sum() + added + (share[inside].sum() + mass) * np.log(np.maximum(1, taken_length + sizes))
        best = int(np.argmin(np.where(left, scores, np.inf)))
        order.append(best)
        left[best] = False
        taken_length += lengths[best]
        np.add.at(taken, word[row == best], count[row == best])
    return order
