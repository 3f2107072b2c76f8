"""Rank the sentences of a news article by what is known to work for news, and say why.

Place, title words, the article's main words, length and names are weighed (weights fitted on half of a set of articles
with human summaries, see packaging/benchmarks/summaries.py); then sentences are taken one by one, each losing what it
repeats of those taken, the more for its length the more there are, and much for an opening that points to a sentence
that was not taken ("C'est ce que…", "Il a ajouté…").
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from desktop.core.article import Article, Role, Sentence
from desktop.core.passage import Choice
from desktop.engines.normal import plain
from desktop.engines.overlap import Array
from desktop.engines.summaries import eligible, french, words

#: What a sentence gains by each feature, in standard deviations of its article's sentences.
WEIGHTS = {
    "first": -0.139,
    "lead": 0.144,
    "place": -0.050,
    "title": 0.256,
    "density": 0.222,
    "coverage": 0.360,
    "length": 0.106,
    "length squared": -0.087,
    "length log": 0.140,
    "quotation": -0.034,
    "pronoun": -0.027,
    "question": -0.031,
    "names": 0.063,
    "weekday": 0.033,
}
REPEATING = 1.5  # lost by a sentence that only repeats one that was taken
LENGTH, LENGTH_EACH = 0.5, 1.0  # lost by 30 words, and once more for each sentence that was taken
DANGLING = 1.0
MOST_TAKEN = 60  # one by one; the rest follow by their weight

_DANGLING = re.compile(
    r"(?:c'est|ce|cet|cette|ces|ils?|elles?|cela|ça|celui|celles?|ceux|mais|et|or|car|donc|ainsi|pour sa part|"
    r"de son côté|en effet|par ailleurs|en revanche|toutefois|cependant|selon (?:lui|elle|eux)|d'après (?:lui|elle))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:ils?|elles?|on|je|nous)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<!^)\b[A-ZÀ-Þ][\w'-]+")
_WEEKDAY = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b", re.IGNORECASE)


@dataclass
class _Text:
    """The sentences that may be chosen, the words that carry their content, and those of the title."""

    sentences: list[Sentence]
    title: frozenset[str]

    @cached_property
    def content(self) -> list[list[str]]:
        return [content(sentence.text) for sentence in self.sentences]

    @cached_property
    def frequency(self) -> Counter[str]:
        return Counter(word for words_ in self.content for word in words_)


class NewsSummariser:
    """Ranks by WEIGHTS and takes what was said again last."""

    method = "news"

    def rank(self, article: Article) -> list[Choice]:
        """Return the sentences that may be chosen, best first, each with its reason."""
        first: dict[str, Sentence] = {}
        again: list[Sentence] = []
        for sentence in (s for sentences in eligible(article) for s in sentences):
            if first.setdefault(plain(sentence.text).lower(), sentence) is not sentence:
                again.append(sentence)
        if not first:
            return []
        titles = [article.text[p.start : p.end] for p in article.paragraphs if p.role is Role.TITLE] or [article.title]
        text = _Text(list(first.values()), frozenset(content(titles[0])))
        values = worth(text)
        ranked = [(text.sentences[i], float(values[i]), _why(text, i)) for i in taken(text, values)]
        ranked += [(sentence, ranked[-1][1], "said before") for sentence in again]
        return [Choice(s.id, rank, round(value, 4), why) for rank, (s, value, why) in enumerate(ranked, 1)]


def content(text: str) -> list[str]:
    """Return the stems of the words that carry content."""
    stem, stop_words = french()
    return [stem(word) for word in words(text) if word not in stop_words and len(word) > 1]


def worth(text: _Text) -> Array:
    """Return the weighted features of each sentence, in standard deviations from the article's mean."""
    rows = np.array([list(_features(text, i).values()) for i in range(len(text.sentences))], float)
    raw = rows @ np.array(list(WEIGHTS.values()))
    return np.asarray((raw - raw.mean()) / (raw.std() + 1e-9))


def taken(text: _Text, values: Array) -> list[int]:
    """Return the order in which sentences are taken."""
    sets = [frozenset(words_) for words_ in text.content]
    lengths = np.array([_length(sentence) for sentence in text.sentences])
    dangling = np.array([bool(_DANGLING.match(plain(s.text).lstrip('"« '))) for s in text.sentences])
    repeated = np.zeros(len(sets))
    left = np.ones(len(sets), bool)
    order: list[int] = []
    while left.any() and len(order) < MOST_TAKEN:
        alone = dangling & ~np.concatenate([[False], ~left[:-1]])
        now = values - REPEATING * repeated - (LENGTH + LENGTH_EACH * len(order)) * lengths - DANGLING * alone
        best = int(np.argmax(np.where(left, now, -np.inf)))
        order.append(best)
        left[best] = False
        for i in np.flatnonzero(left):
            shared = len(sets[i] & sets[best]) / (min(len(sets[i]), len(sets[best])) or 1)
            repeated[i] = max(repeated[i], shared)
    rest = [int(i) for i in np.argsort(-values, kind="stable") if left[i]]
    return order + rest


def _features(text: _Text, i: int) -> dict[str, float]:
    sentence = text.sentences[i]
    raw, kinds = plain(sentence.text), set(text.content[i])
    length, count = _length(sentence), max(1, len(raw.split()))
    frequency = sum(text.frequency[word] for word in kinds)
    return {
        "first": float(i == 0),
        "lead": 1 / (1 + i),
        "place": i / len(text.sentences),
        "title": len(kinds & text.title) / (len(text.title) or 1),
        "density": frequency / (len(kinds) or 1) / max(text.frequency.values(), default=1),
        "coverage": frequency / (text.frequency.total() or 1),
        "length": length,
        "length squared": length**2,
        "length log": math.log(count + 1),
        "quotation": float('"' in raw or "«" in raw),
        "pronoun": float(bool(_PRONOUN.match(raw))),
        "question": float(raw.endswith("?")),
        "names": len(_NAME.findall(raw)) / count,
        "weekday": float(bool(_WEEKDAY.search(raw))),
    }


def _length(sentence: Sentence) -> float:
    """Return the length in units of 30 words, 60 at most."""
    return min(len(sentence.text.split()), 60) / 30


def _why(text: _Text, i: int) -> str:
    """Say what speaks for a sentence."""
    kinds = set(text.content[i])
    shared = len(kinds & text.title)
    reasons = ["first sentence" if i == 0 else "near the beginning"] if i < 3 else []
    if shared:
        reasons.append(f"shares {shared} word{'s' * (shared > 1)} with the title")
    stem, _ = french()
    main = {word for word, count in text.frequency.most_common(8) if count > 1}
    shown = [w for w in dict.fromkeys(re.findall(r"[^\W\d_]{3,}", text.sentences[i].text)) if stem(w.lower()) in main]
    if shown:
        reasons.append(f"holds main words: {', '.join(shown[:4])}")
    return "; ".join(reasons) or "adds something new"
