"""Rank the sentences of a news article by what is known to work for news, and say why.

What speaks for each sentence is weighed (features.py); then sentences are taken one by one, each losing what it repeats
of those taken and something for its length. One that leans on the sentence before it ("C'est ce que…", "Il a ajouté…")
is taken only after that one; one that begins or ends inside a quotation comes last.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from visavis.engines.summarisation.features import NewsText, list_content_stems, measure_length, score_sentences
from visavis.engines.summarisation.sumy_matrices import Array
from visavis.engines.summarisation.sumy_methods import list_eligible, load_french_stemmer
from visavis.engines.translation.normalisation import normalise
from visavis.model.article import SUMMARISED, Article, Role, Sentence
from visavis.model.passage import Choice, Reason, ReasonKind

REPEATING = 3.5  # lost by a sentence that only repeats one that was taken
LENGTH = 0.6  # lost by 30 words
#: Lost by 30 words and by the article's end for each sentence that was taken, up to two: what adds to the main sentence
#: is short and stands early.
LENGTH_EACH, PLACE_EACH, MOST_EACH = 1.0, 0.5, 2
DANGLING = 0.5  # lost by a sentence that leans on another, even on one that was taken
QUESTION = 2.0  # lost by a question: its answer says more
LAST = 1000.0  # lost by what is to come after all others
MAIN_WORDS = 8

_DANGLING = re.compile(
    r"(?:c'(?:est|était)|ce|cet|cette|ces|ils?|elles?|cela|ça|celui|celles?|ceux|mais|et|or|car|donc|ainsi|puis|alors|"
    r"pour sa part|de son côté|en effet|par ailleurs|en revanche|toutefois|cependant|néanmoins|pourtant|en outre|"
    r"de plus|oui|non|absolument|exactement|tout à fait|bien sûr|effectivement|(?:selon|d'après) (?:lui|elles?|eux))\b",
    re.IGNORECASE,
)
_QUOTES = re.compile(r'[«»“”"]')


class NewsSummariser:
    """Ranks by what speaks for a sentence, and takes what was said again last."""

    method = "news"

    def rank(self, article: Article) -> list[Choice]:
        """Return the sentences that may be chosen, best first, each with its reasons."""
        text, again = select_candidates(article)
        if not text.sentences:
            return []
        values = score_sentences(text)
        order = list(order_sentences(text, values, find_cut_quotations(article)))
        why = _Reasons(text, find_cut_quotations(article))
        ranked = [(text.sentences[i], float(values[i]), why.of(i)) for i in order]
        ranked += [(sentence, ranked[-1][1], (Reason(ReasonKind.AGAIN),)) for sentence in again]
        return [Choice(s.id, rank, round(value, 4), why_) for rank, (s, value, why_) in enumerate(ranked, 1)]


def select_candidates(article: Article) -> tuple[NewsText, list[Sentence]]:
    """Return the sentences that may be chosen, and apart from them those that were said before."""
    first: dict[str, Sentence] = {}
    again: list[Sentence] = []
    for sentences in list_eligible(article):
        for sentence in sentences:
            if first.setdefault(normalise(sentence.text).lower(), sentence) is not sentence:
                again.append(sentence)
    titles = [article.text[p.start : p.end] for p in article.paragraphs if p.role is Role.TITLE] or [article.title]
    return NewsText(list(first.values()), frozenset(list_content_stems(titles[0]))), again


def order_sentences(text: NewsText, values: Array, cut: frozenset[int] = frozenset()) -> Iterator[int]:
    """Yield the places of the sentences in the order in which they are taken."""
    raws = [normalise(sentence.text) for sentence in text.sentences]
    dangling = np.array([leans_on_previous(raw) for raw in raws])
    dangling[0] = False  # there is nothing before it
    lengths = np.array([measure_length(sentence) for sentence in text.sentences])
    base = values - LENGTH * lengths - DANGLING * dangling - QUESTION * np.array([raw.endswith("?") for raw in raws])
    base = base - LAST * np.array([sentence.id in cut for sentence in text.sentences])
    later = LENGTH_EACH * lengths + PLACE_EACH * np.arange(len(raws)) / len(raws)
    repeated = _Repetition(text.content)
    left = np.ones(len(raws), bool)
    for count in range(len(raws)):
        now = base - REPEATING * repeated.share - min(count, MOST_EACH) * later
        able = left & ~(dangling & np.concatenate([[False], left[:-1]]))
        best = int(np.argmax(np.where(able, now, -np.inf)))
        left[best] = False
        repeated.take(best)
        yield best


def leans_on_previous(text: str) -> bool:
    """True if a plain sentence opens with words that point to the one before it."""
    return bool(_DANGLING.match(text.lstrip('"-–— ')))


def find_cut_quotations(article: Article) -> frozenset[int]:
    """Return the sentences that begin or end inside a quotation."""
    return frozenset(id_ for p in article.paragraphs if p.role in SUMMARISED for id_ in _find_cut(p.sentences))


def _find_cut(sentences: Sequence[Sentence]) -> Iterator[int]:
    """Follow the quotation marks of a paragraph; one that is never closed is a slip of its own sentence alone."""
    inside: list[int] = []  # the sentences since a quotation was opened
    depth = 0
    for sentence in sentences:
        before = depth
        for mark in _QUOTES.findall(sentence.text):
            depth += {"«": 1, "“": 1, "»": -1, "”": -1}.get(mark, -1 if depth else 1)
            depth = max(0, depth)
        if before or depth:
            inside.append(sentence.id)
        if not depth:
            yield from inside
            inside = []
    yield from inside[:1]


class _Repetition:
    """What share of each sentence's content words one sentence that was taken holds: the most of all taken."""

    def __init__(self, contents: Sequence[Sequence[str]]) -> None:
        self._sets = [frozenset(words) for words in contents]
        self._sizes = np.array([max(1, len(words)) for words in self._sets])
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for i, words in enumerate(self._sets):
            for word in words:
                holders[word].append(i)
        self._holders = {word: np.array(where) for word, where in holders.items()}
        self.share = np.zeros(len(self._sets))

    def take(self, i: int) -> None:
        shared = np.zeros(len(self._sets))
        for word in self._sets[i]:
            shared[self._holders[word]] += 1
        self.share = np.maximum(self.share, shared / np.minimum(self._sizes, self._sizes[i]))


class _Reasons:
    """Finds the reasons for the sentences of an article."""

    def __init__(self, text: NewsText, cut: frozenset[int]) -> None:
        self._text, self._cut = text, cut
        self._main = {word for word, count in text.frequency.most_common(MAIN_WORDS) if count > 1}
        self._central = float(np.quantile(text.central, 0.8))

    def of(self, i: int) -> tuple[Reason, ...]:
        """Return the reasons for the i-th sentence."""
        text, sentence = self._text, self._text.sentences[i]
        reasons = [Reason(ReasonKind.FIRST if i == 0 else ReasonKind.EARLY)] if i < 3 else []
        for ground, wanted in ((ReasonKind.TITLE, text.title), (ReasonKind.WORDS, self._main - text.title)):
            shown = _list_shown_words(sentence.text, wanted)
            reasons += [Reason(ground, shown)] if shown else []
        if text.central[i] >= self._central > 0:
            reasons.append(Reason(ReasonKind.CENTRAL))
        if i and leans_on_previous(normalise(sentence.text)):
            reasons.append(Reason(ReasonKind.REFERS))
        if sentence.id in self._cut:
            reasons.append(Reason(ReasonKind.CUT))
        return tuple(reasons)


def _list_shown_words(text: str, stems: frozenset[str] | set[str]) -> tuple[str, ...]:
    """Return at most four words of a text whose stems are among these, as they are written."""
    stem, _ = load_french_stemmer()
    words_by_stem: dict[str, str] = {}
    for word in re.findall(r"[^\W_]{2,}(?:-[^\W_]+)*", text):
        root = stem(word.lower())
        if root in stems:
            words_by_stem.setdefault(root, word)
    return tuple(words_by_stem.values())[:4]
