"""What can be counted of a sentence in a news article, and how much each of it speaks for the sentence."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from visavis.engines.summarisation.sumy_matrices import Array
from visavis.engines.summarisation.sumy_methods import load_french_stemmer, split_words
from visavis.engines.translation.normalisation import normalise
from visavis.model.article import Sentence

#: What a sentence gains by each feature, in standard deviations of its article's sentences; made by
#: packaging/benchmarks/weights.py from the articles with even numbers.
WEIGHTS = {
    "place": -0.098,
    "title": 0.178,
    "title share": 0.039,
    "density": 0.060,
    "coverage": 0.186,
    "length": 0.133,
    "length squared": -0.208,
    "length log": 0.307,
    "quotation": -0.063,
    "pronoun": -0.026,
    "question": -0.046,
    "weekday": 0.037,
}

_PRONOUN = re.compile(r"(?:ils?|elles?|on|je|nous)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b", re.IGNORECASE)


def list_content_stems(text: str) -> list[str]:
    """Return the stems of the words that carry content."""
    stem, stop_words = load_french_stemmer()
    return [stem(word) for word in split_words(text) if word not in stop_words and len(word) > 1]


def measure_length(sentence: Sentence) -> float:
    """Return the length in units of 30 words, 60 at most."""
    return min(len(sentence.text.split()), 60) / 30


@dataclass
class NewsText:
    """The sentences that may be chosen, and the content words of the title."""

    sentences: Sequence[Sentence]
    title: frozenset[str]

    @cached_property
    def content(self) -> list[list[str]]:
        """Return the content words of each sentence."""
        return [list_content_stems(sentence.text) for sentence in self.sentences]

    @cached_property
    def frequency(self) -> Counter[str]:
        """Count each content word."""
        return Counter(word for words_ in self.content for word in words_)

    @cached_property
    def most_frequent(self) -> int:
        """Count the commonest content word."""
        return max(self.frequency.values(), default=1)

    @cached_property
    def total(self) -> int:
        """Count all content words."""
        return self.frequency.total() or 1

    @cached_property
    def central(self) -> list[float]:
        """Return the cosine of each sentence, its words weighed by rarity, with the sum of all."""
        holding = Counter(word for words_ in self.content for word in set(words_))
        rarity = {word: math.log(1 + len(self.sentences) / n) for word, n in holding.items()}
        whole = {word: n * rarity[word] for word, n in self.frequency.items()}
        size = math.hypot(*whole.values())
        similarities = []
        for words_ in self.content:
            bag = {word: n * rarity[word] for word, n in Counter(words_).items()}
            dot = sum(value * whole[word] for word, value in bag.items())
            similarities.append(dot / ((size * math.hypot(*bag.values())) or 1))
        return similarities


def compute_features(text: NewsText, i: int) -> dict[str, float]:
    """Return the value of each feature of the i-th sentence."""
    sentence = text.sentences[i]
    raw, kinds = normalise(sentence.text), set(text.content[i])
    long, count = measure_length(sentence), max(1, len(raw.split()))
    frequency = sum(text.frequency[word] for word in kinds)
    shared = len(kinds & text.title)
    return {
        "place": i / len(text.sentences),
        "title": shared / (len(text.title) or 1),
        "title share": shared / (len(kinds) or 1),
        "density": frequency / (len(kinds) or 1) / text.most_frequent,
        "coverage": frequency / text.total,
        "length": long,
        "length squared": long**2,
        "length log": math.log(count + 1),
        "quotation": float('"' in raw or "«" in raw),
        "pronoun": float(bool(_PRONOUN.match(raw))),
        "question": float(raw.endswith("?")),
        "weekday": float(bool(_WEEKDAY.search(raw))),
    }


def build_feature_matrix(text: NewsText) -> Array:
    """Return the features of all sentences, a row each, in the order of WEIGHTS."""
    return np.array(
        [
            [values[name] for name in WEIGHTS]
            for values in (compute_features(text, i) for i in range(len(text.sentences)))
        ]
    )


def standardise(rows: Array) -> Array:
    """Return columns in standard deviations from their mean; one that does not vary becomes zero."""
    spread = rows.std(0)
    return np.asarray((rows - rows.mean(0)) / np.where(spread > 1e-9, spread, np.inf))


def score_sentences(text: NewsText) -> Array:
    """Return what speaks for each sentence, in standard deviations from the article's mean."""
    return standardise(standardise(build_feature_matrix(text)) @ np.array(list(WEIGHTS.values())))
