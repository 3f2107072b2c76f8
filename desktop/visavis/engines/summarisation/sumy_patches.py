"""All that we change in sumy, and why; no other module touches its private methods.

sumy 0.13 builds its matrices in Python loops over pairs of sentences and pairs of words: minutes for an article of
1,000 sentences. `sumy_matrices` computes the same numbers with NumPy, and `replace_slow_parts` puts it in their place,
method by method; tests/test_summaries.py compares the ratings with those of sumy as it comes. Two of sumy's methods,
Luhn and Edmundson, are quick and stay as they are.
"""

from __future__ import annotations

import functools
import importlib
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

import numpy as np

from visavis.engines.summarisation import sumy_matrices


def import_sumy(name: str) -> Any:
    """Import a module of sumy with an empty stand-in for `requests`.

    sumy imports `requests` to fetch pages, which we never do, and urllib3 opens a socket when it is imported: the
    network guard would refuse that. The stand-in is there during the import only: no other library ever sees it.
    """
    absent = "requests" not in sys.modules
    if absent:
        sys.modules["requests"] = ModuleType("requests")
    try:
        return importlib.import_module(f"sumy.{name}")
    finally:
        if absent:
            del sys.modules["requests"]


def replace_slow_parts(summariser: Any, method: str) -> None:
    """Replace the slow private methods of a summariser of sumy."""
    for part, replacement in _FASTER.get(method, {}).items():
        setattr(summariser, part, functools.partial(replacement, summariser))


def _lexrank_idf(_: Any, sentences: Sequence[Sequence[str]]) -> dict[str, float]:
    return sumy_matrices.inverse_frequencies(sentences)


def _lexrank_matrix(_: Any, sentences: Any, threshold: float, tf: Any, idf: Any) -> sumy_matrices.Array:
    return sumy_matrices.neighbours(tf, idf, threshold)


def _textrank_matrix(summariser: Any, document: Any) -> sumy_matrices.Array:
    weights = sumy_matrices.edges([summariser._to_words_set(s) for s in document.sentences])
    weights /= weights.sum(axis=1, keepdims=True) + summariser._ZERO_DIVISION_PREVENTION
    return np.asarray((1 - summariser.damping) / len(weights) + summariser.damping * weights)


def _reduction_ratings(summariser: Any, document: Any) -> dict[Any, float]:
    weights = sumy_matrices.edges([summariser._to_words_set(s) for s in document.sentences])
    np.fill_diagonal(weights, 0)
    return dict(zip(document.sentences, weights.sum(axis=1), strict=True))


def _kl_ratings(summariser: Any, sentences: Sequence[Any]) -> dict[Any, float]:
    contents = [summariser._get_content_words_in_sentence(s) for s in sentences]
    order = sumy_matrices.divergence_order(contents, [len(s.words) for s in sentences])
    return {sentences[best]: float(-place) for place, best in enumerate(order)}


def _basic_ratings(summariser: Any, sentences: Sequence[Any]) -> dict[Any, float]:
    contents = [summariser._get_content_words_in_sentence(s) for s in sentences]
    order = sumy_matrices.average_order(contents, summariser._compute_tf(sentences))
    return {sentences[best]: float(-place) for place, best in enumerate(order)}


def _lsa_lengths(summariser: Any, document: Any, dictionary: Any) -> sumy_matrices.Array:
    """Return what stands in for LSA's matrix: one row, whose decomposition gives back the lengths of the columns."""
    stems = (map(summariser.stem_word, sentence.words) for sentence in document.sentences)
    bags = [Counter(stem for stem in sentence_stems if stem in dictionary) for sentence_stems in stems]
    return sumy_matrices.smoothed_lengths(bags, len(dictionary))[None, :]


def _return_unchanged(_: Any, matrix: sumy_matrices.Array) -> sumy_matrices.Array:
    return matrix


#: The parts of sumy's summarisers that take minutes for a long article, and what stands in for them.
_FASTER: dict[str, dict[str, Callable[..., Any]]] = {
    "lexrank": {"_compute_idf": _lexrank_idf, "_create_matrix": _lexrank_matrix},
    "textrank": {"_create_matrix": _textrank_matrix},
    "reduction": {"rate_sentences": _reduction_ratings},
    "sum-basic": {"_compute_ratings": _basic_ratings},
    "kl": {"_compute_ratings": _kl_ratings},
    "lsa": {"_create_matrix": _lsa_lengths, "_compute_term_frequency": _return_unchanged},
}
