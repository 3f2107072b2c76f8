"""ROUGE-1, ROUGE-2 and ROUGE-L (F1) between French texts, over words stemmed by Snowball (Lin 2004)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from nltk.stem.snowball import FrenchStemmer

_WORD = re.compile(r"[^\W_]+")
_stemmer = FrenchStemmer()


@cache
def _stem(word: str) -> str:
    return str(_stemmer.stem(word))


def stems(text: str) -> list[str]:
    """Return the stemmed words of a text; apostrophes and hyphens separate words."""
    return [_stem(word) for word in _WORD.findall(text.lower())]


def f1(common: float, made: int, wanted: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * common / (made + wanted) if common else 0.0


def rouge_n(made: Sequence[str], wanted: Sequence[str], n: int) -> float:
    """Return the F1 of ROUGE-N: common n-grams, with multiplicity."""
    a, b = (Counter(zip(*(words[i:] for i in range(n)), strict=False)) for words in (made, wanted))
    return f1((a & b).total(), a.total(), b.total())


def rouge_l(made: Sequence[str], wanted: Sequence[str]) -> float:
    """Return the F1 of ROUGE-L: the longest common subsequence."""
    row = [0] * (len(wanted) + 1)
    for word in made:
        diagonal = 0
        for j, other in enumerate(wanted, 1):
            diagonal, row[j] = row[j], diagonal + 1 if word == other else max(row[j], row[j - 1])
    return f1(row[-1], len(made), len(wanted))


def rouge(made: str, wanted: str) -> tuple[float, float, float]:
    """Return ROUGE-1, ROUGE-2 and ROUGE-L, from 0 to 1."""
    a, b = stems(made), stems(wanted)
    return rouge_n(a, b, 1), rouge_n(a, b, 2), rouge_l(a, b)
